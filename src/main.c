/* Dispatch: a command word goes to src/cli, none opens the window. Also settles the language:
 * the interface speaks Swedish whatever the machine's locale, and text is UTF-8 everywhere. */

#include "config.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "tj-application.h"
#include "tj-cli.h"

/* Where the translations are: beside an uninstalled program, else where it was installed. */
static char *
dup_locale_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program != NULL ? program : ".");
  g_autofree char *beside = g_build_filename (folder, "..", "po", NULL);
  g_autofree char *catalogue
      = g_build_filename (beside, "sv", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (g_file_test (catalogue, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);
  return g_strdup (LOCALEDIR);
}

/* glibc 2.41 translates nothing in C.UTF-8, whatever LANGUAGE says; any other locale will do. */
static void
leave_untranslated_locale (void)
{
  static const char *const others[] = { "sv_SE.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };
  const char *messages = setlocale (LC_MESSAGES, NULL);

  if (messages[0] != 'C' || (messages[1] != '\0' && messages[1] != '.'))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (setlocale (LC_MESSAGES, others[i]) != NULL)
      return;
}

static void
settle_language (void)
{
  g_autofree char *locale_dir = dup_locale_dir ();

  setlocale (LC_ALL, "");
  if (strcmp (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_ALL, "C.UTF-8");
  leave_untranslated_locale ();
  if (g_getenv ("LANGUAGE") == NULL)
    g_setenv ("LANGUAGE", "sv", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  settle_language ();
  if (tj_cli_names_command (argc, argv))
    return tj_cli_main (argc, argv);
  return tj_application_main (argc, argv);
}

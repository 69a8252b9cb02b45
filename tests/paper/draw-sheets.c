/* Writes every sample sheet into a folder, to be looked at: draw-sheets FOLDER LOCALEDIR. */

#include "config.h"

#include "sheet-samples.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      fprintf (stderr, "usage: draw-sheets FOLDER LOCALEDIR\n");
      return EXIT_FAILURE;
    }
  g_setenv ("LANGUAGE", "sv", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[2]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.pdf", argv[1], sample_names[i]);
      g_autoptr (GBytes) pdf = sample_draw (sample_names[i]);

      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf),
                           NULL);
    }
  return EXIT_SUCCESS;
}

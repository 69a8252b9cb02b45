/* `tjugo letters`: sets what is due as one PDF and, when asked, writes the sending down. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-letter-service.h"
#include "tj-letter-template.h"
#include "tj-paper-file.h"

static char *kind_words, *output;
static GStrv persons;
static gboolean record;

static const GOptionEntry options[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_words, N_ ("Kinds of letter, with commas between"),
    "brev1,brev2" },
  { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &persons, N_ ("Only this youth; may be repeated"),
    "PNR" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF to write"), "FILE.pdf" },
  { "record", 0, 0, G_OPTION_ARG_NONE, &record, N_ ("Write the letters down as sent today"), NULL },
  { NULL },
};

static gboolean
check_kinds (GStrv kinds, GError **error)
{
  g_auto (GStrv) known = tj_letter_template_list_kinds ();
  g_autofree char *words = g_strjoinv (", ", known);
  g_autofree char *message = g_strdup_printf (_ ("%s takes one of: %s."), "--kind", words);

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)known, kinds[i]))
      {
        tj_cli_usage_error (error, message);
        return FALSE;
      }
  return TRUE;
}

static TjLetterDraft *
steal_draft (GPtrArray *drafts, gint64 youth_id)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->youth_id == youth_id)
        return g_ptr_array_steal_index (drafts, i);
    }
  return NULL;
}

/* A youth who is named gets the letter that is due, else the first kind asked for. */
static TjLetterDraft *
draft_for_person (TjCli *cli, GPtrArray *due, gint64 id, GStrv kinds, GError **error)
{
  TjLetterDraft *draft = steal_draft (due, id);

  if (draft != NULL || kinds != NULL)
    return draft != NULL ? draft : tj_letter_service_draft_for (cli->context, id, kinds[0], error);
  draft = tj_letter_service_draft_for (cli->context, id, "", error);
  if (draft != NULL)
    {
      g_free (draft->skip_reason);
      draft->skip_reason = g_strdup (_ ("no letter is due"));
    }
  return draft;
}

static GPtrArray *
pick_persons (TjCli *cli, GPtrArray *due, GStrv kinds, GError **error)
{
  g_autoptr (GPtrArray) picked
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_letter_draft_free);

  for (guint i = 0; persons[i] != NULL; i++)
    {
      const gint64 id = tj_cli_find_youth (cli, persons[i], error);
      TjLetterDraft *draft = id != 0 ? draft_for_person (cli, due, id, kinds, error) : NULL;

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (picked, draft);
    }
  return g_steal_pointer (&picked);
}

static GPtrArray *
list_drafts (TjCli *cli, GStrv kinds, GError **error)
{
  g_autoptr (GPtrArray) due
      = tj_letter_service_list_due (cli->context, (const char *const *)kinds, error);

  if (due == NULL || persons == NULL)
    return g_steal_pointer (&due);
  return pick_persons (cli, due, kinds, error);
}

static guint
count_pages (GPtrArray *drafts)
{
  guint pages = 0;

  for (guint i = 0; i < drafts->len; i++)
    pages += ((TjLetterDraft *)g_ptr_array_index (drafts, i))->n_pages;
  return pages;
}

static gboolean
write_letters (TjCli *cli, GPtrArray *drafts, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < drafts->len; i++)
    any = any || ((TjLetterDraft *)g_ptr_array_index (drafts, i))->skip_reason == NULL;
  if (!any)
    return TRUE;
  pdf = tj_letter_service_compose (cli->context, drafts, "print-letter", error);
  return pdf != NULL && tj_paper_save (pdf, output, error)
         && (!record || tj_letter_service_record (cli->context, drafts, error));
}

static void
add_letter (JsonBuilder *builder, const TjLetterDraft *draft)
{
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "personal_number", draft->personal_number);
  tj_json_add_string (builder, "kind", draft->kind);
  if (draft->n_pages > 0)
    tj_json_add_int (builder, "page", draft->first_page);
  else
    tj_json_add_string (builder, "reason", draft->skip_reason);
  json_builder_end_object (builder);
}

/* Protected persons are counted and not listed: their letters carry no address to look up. */
static int
add_letters (JsonBuilder *builder, GPtrArray *drafts, gboolean skipped)
{
  int n_protected = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->is_protected)
        n_protected++;
      else if ((draft->skip_reason != NULL) == skipped)
        add_letter (builder, draft);
    }
  return n_protected;
}

static TjExit
print_letters (TjCli *cli, GPtrArray *drafts, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int n_protected;

  json_builder_begin_object (builder);
  tj_json_add_int (builder, "pages", count_pages (drafts));
  tj_json_begin_list (builder, "letters");
  n_protected = add_letters (builder, drafts, FALSE);
  json_builder_end_array (builder);
  tj_json_add_int (builder, "protected", n_protected);
  tj_json_begin_list (builder, "skipped");
  add_letters (builder, drafts, TRUE);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_auto (GStrv) kinds = kind_words != NULL ? g_strsplit (kind_words, ",", -1) : NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  if (output == NULL || cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("Name the file to write with --output FILE.pdf."));
  if (!check_kinds (kinds, error))
    return TJ_EXIT_USAGE;
  drafts = list_drafts (cli, kinds, error);
  if (drafts == NULL || !write_letters (cli, drafts, error))
    return TJ_EXIT_FAILED;
  return print_letters (cli, drafts, error);
}

const TjCommand tj_command_letters = {
  .name = "letters",
  .usage = "--output FILE.pdf",
  .summary = N_ ("Write the letters that are due as one PDF"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};

/* What an import did or would do, in one sentence. */

#include "config.h"

#include "tj-import-words.h"

#include <glib/gi18n.h>

/* A count in words: "3 new". */
static char *
count_words (TjImportResult result, guint n)
{
  switch (result)
    {
    case TJ_IMPORT_NEW:
      return g_strdup_printf (ngettext ("%u new", "%u new", n), n);
    case TJ_IMPORT_CHANGED:
      return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    case TJ_IMPORT_UNCHANGED:
      return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
    case TJ_IMPORT_GONE:
      return g_strdup_printf (ngettext ("%u no longer on the list", "%u no longer on the list", n),
                              n);
    case TJ_IMPORT_CONFLICT:
      return g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n), n);
    case TJ_IMPORT_REJECTED:
      return g_strdup_printf (ngettext ("%u rejected", "%u rejected", n), n);
    default:
      g_assert_not_reached ();
    }
}

/* "12 new, 3 changed"; what there is none of is left out. */
char *
tj_import_words_counts (const guint counts[TJ_N_IMPORT_RESULTS])
{
  static const TjImportResult order[] = { TJ_IMPORT_NEW,  TJ_IMPORT_CHANGED,  TJ_IMPORT_UNCHANGED,
                                          TJ_IMPORT_GONE, TJ_IMPORT_CONFLICT, TJ_IMPORT_REJECTED };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *some = NULL;

      if (counts[order[i]] == 0)
        continue;
      some = count_words (order[i], counts[order[i]]);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", some);
    }
  if (words->len == 0)
    g_string_append (words, _ ("nothing"));
  return g_string_free (words, FALSE);
}

/* "83 rows: 12 new, 3 changed" */
char *
tj_import_words_report (TjImportReport *report)
{
  guint counts[TJ_N_IMPORT_RESULTS];
  guint n_rows = tj_import_report_get_n_rows (report);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *words = NULL;

  for (guint i = 0; i < TJ_N_IMPORT_RESULTS; i++)
    counts[i] = tj_import_report_get_count (report, (TjImportResult)i);
  words = tj_import_words_counts (counts);
  return g_strdup_printf ("%s: %s", rows, words);
}

/* What the button does that takes the list in. */
char *
tj_import_words_apply (TjImportReport *report)
{
  guint n = tj_import_report_get_count (report, TJ_IMPORT_NEW)
            + tj_import_report_get_count (report, TJ_IMPORT_CHANGED);

  if (n == 0)
    return g_strdup (_ ("Import"));
  return g_strdup_printf (ngettext ("Import %u Row", "Import %u Rows", n), n);
}

char *
tj_import_words_proposals (guint n)
{
  return g_strdup_printf (
      ngettext ("%u proposal waits for your answer", "%u proposals wait for your answer", n), n);
}

/* Conflicts are among the rejected of a run that is kept. */
char *
tj_import_words_run (const TjImportRun *run)
{
  const guint counts[TJ_N_IMPORT_RESULTS] = {
    [TJ_IMPORT_NEW] = run->added,           [TJ_IMPORT_CHANGED] = run->changed,
    [TJ_IMPORT_UNCHANGED] = run->unchanged, [TJ_IMPORT_GONE] = run->gone,
    [TJ_IMPORT_REJECTED] = run->rejected,
  };

  return tj_import_words_counts (counts);
}

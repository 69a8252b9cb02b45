/* Makes a half-year's file for SCB, or only writes the same cells with the bare spreadsheet library,
 * and prints the milliseconds it took: reading from the encrypted file, checks and writing included,
 * starting and opening not. The passphrase comes on file descriptor 3.
 * Use: scb-file DIR YYYY-MM-DD YYYYHn xlsx|text|bare FILE; with “fill” everybody first gets something
 * for each block */

#include "config.h"

#include <stdlib.h>
#include <xlsxwriter.h>

#include "tj-contact-repository.h"
#include "tj-context.h"
#include "tj-measure-repository.h"
#include "tj-scb-service.h"
#include "tj-youth-repository.h"

#define PASSPHRASE_FD 3

static void
write_bare (const TjScbReport *report, const char *path)
{
  lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = (gpointer) "/dev/shm" };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  char buffer[TJ_SCB_CELL_BUFFER];

  for (guint row = 0; row < tj_scb_rows_count (report->rows); row++)
    for (guint i = 0; i < report->layout->columns->len; i++)
      {
        const char *text = tj_scb_rows_get_cell (report->rows, row, i, buffer);

        if (*text != '\0')
          worksheet_write_string (sheet, row, (lxw_col_t)i, text, NULL);
      }
  if (workbook_close (book) != LXW_NO_ERROR)
    exit (1);
}

static gboolean
take_id (TjYouth *youth, gpointer ids)
{
  const gint64 id = tj_entity_get_id (TJ_ENTITY (youth));

  g_array_append_val ((GArray *)ids, id);
  return TRUE;
}

/* A talk and a measure that has ended for everybody, so that no block of the file is empty. */
static gboolean
add_story (TjChange *change, gint64 youth_id, TjDate today, GError **error)
{
  g_autoptr (TjContact) contact
      = g_object_new (TJ_TYPE_CONTACT, "youth-id", youth_id, "date", today - 20, "outcome",
                      TJ_OUTCOME_ANSWERED, "occupation", TJ_OCCUPATION_NONE, NULL);
  g_autoptr (TjMeasure) measure
      = g_object_new (TJ_TYPE_MEASURE, "youth-id", youth_id, "content", TJ_MEASURE_CONTENT_PRACTICE,
                      "decided-on", today - 19, "started-on", today - 18, "ended-on", today - 2,
                      "reason", "completed", "after", TJ_AFTER_MEASURE_WORK, NULL);

  return tj_contacts_insert (change, contact, error) != 0
         && tj_measures_insert (change, measure, error) != 0;
}

static gboolean
fill (TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjChange) change = NULL;

  if (!tj_youths_foreach (store, take_id, ids, error))
    return FALSE;
  change = tj_change_begin (store, "fill", error);
  for (guint i = 0; change != NULL && i < ids->len; i++)
    if (!add_story (change, g_array_index (ids, gint64, i), tj_context_get_today (context), error))
      return FALSE;
  return change != NULL && tj_change_commit (change, error);
}

static gboolean
make (TjContext *context, TjHalfYear half, const char *what, const char *path, GError **error)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (TjScbReport) report = tj_scb_service_load (context, half, error);

  if (report == NULL)
    return FALSE;
  if (g_str_equal (what, "bare"))
    {
      begun = g_get_monotonic_time ();
      write_bare (report, path);
    }
  else if (!tj_scb_service_export (context, report,
                                   g_str_equal (what, "text") ? TJ_SCB_TEXT : TJ_SCB_WORKBOOK, path,
                                   error))
    return FALSE;
  g_print ("%.2f\n", (double)(g_get_monotonic_time () - begun) / 1000);
  g_printerr ("%u rows\n", tj_scb_rows_count (report->rows));
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_fd (PASSPHRASE_FD, &error);
  g_autoptr (TjContext) context = NULL;
  TjHalfYear half;

  if (argc != 6 || passphrase == NULL || !tj_half_year_parse (argv[3], &half))
    return 2;
  context = tj_context_new (argv[1], tj_date_parse (argv[2]));
  if (tj_context_unlock_with_passphrase (context, passphrase, &error)
      && (g_str_equal (argv[4], "fill") ? fill (context, &error)
                                        : make (context, half, argv[4], argv[5], &error)))
    return tj_context_close (context, &error) ? 0 : 1;
  g_printerr ("%s\n", error->message);
  return 1;
}

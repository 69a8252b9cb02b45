/* Counts a half-year, or only scans the same rows, and prints the milliseconds it took: reading from
 * the encrypted file included, starting and opening not. The passphrase comes on file descriptor 3.
 * Use: statistics-work DIR YYYY-MM-DD YYYYHn count|scan */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tj-context.h"
#include "tj-report-service.h"
#include "tj-statement.h"
#include "tj-store-private.h"

#define PASSPHRASE_FD 3

static const char *const scans[] = {
  "SELECT id, personal_number, number_kind FROM youth",
  "SELECT youth_id, registered_on, deregistered_on, background, reason FROM registration",
  "SELECT youth_id, date, channel, outcome, occupation FROM contact",
  "SELECT youth_id, date, source, occupation FROM knowledge",
  "SELECT youth_id, started_on, ended_on, decision, content, after, reason FROM measure",
  "SELECT youth_id, received_on, category FROM school_report",
};

/* Every column is asked for, as a reader of rows has to. */
static gboolean
scan (TjContext *context, GError **error)
{
  TjConnection *connection = tj_context_get_store (context)->connection;
  volatile gsize bytes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autoptr (TjStatement) select = tj_statement_new (connection, scans[i], error);
      const int n_columns = select != NULL ? tj_statement_count_columns (select) : 0;
      TjStatementStep step = TJ_STATEMENT_FAILED;

      while (select != NULL && (step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
        {
          bytes += (gsize)tj_statement_get_number (select, 0);
          for (int column = 1; column < n_columns; column++)
            bytes += strlen (tj_statement_get_text (select, column));
        }
      if (step != TJ_STATEMENT_END)
        return FALSE;
    }
  return TRUE;
}

static gboolean
count (TjContext *context, const char *half_text, GError **error)
{
  g_autoptr (TjStatistics) statistics = NULL;
  TjHalfYear half;

  if (!tj_half_year_parse (half_text, &half))
    exit (2);
  statistics = tj_report_service_compute (context, tj_report_service_half (half),
                                          TJ_REPORT_THRESHOLD, error);
  return statistics != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_fd (PASSPHRASE_FD, &error);
  g_autoptr (TjContext) context = NULL;
  gint64 begun;

  if (argc != 5 || passphrase == NULL)
    return 2;
  context = tj_context_new (argv[1], tj_date_parse (argv[2]));
  if (tj_context_unlock_with_passphrase (context, passphrase, &error))
    {
      begun = g_get_monotonic_time ();
      if (g_str_equal (argv[4], "scan") ? scan (context, &error) : count (context, argv[3], &error))
        {
          g_print ("%.2f\n", (double)(g_get_monotonic_time () - begun) / 1000);
          return tj_context_close (context, &error) ? 0 : 1;
        }
    }
  g_printerr ("%s\n", error->message);
  return 1;
}

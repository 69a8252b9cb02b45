/* Sets a table of N rows by ten columns, as a reconciliation has, into one finished PDF and says what
 * it took: milliseconds of the whole process so far, pages, bytes, and the highest memory.
 * Usage: paper-table N FILE. */

#include "config.h"

#include "tj-paper-file.h"
#include "tj-sheet-table.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static const char *const given[] = { "Alva", "Åke", "Łukasz", "Örjan", "Zoë", "Fatima", "Märta" };
static const char *const schools[]
    = { "Dacke gymnasium", "Fågelviks gymnasium", "Skövde, Västerhöjd", "NTI Skövde" };
static const char *const findings[]
    = { "Fakturerad november, avbrott 12 oktober",
        "Programmet skiljer sig: BF25 mot registrets EE25", "Fjärde året utan avtal" };

static const TjSheetColumn columns[] = {
  { .title = "Elev", .names_row = TRUE, .width = 38 },
  { .title = "Ärende", .width = 22 },
  { .title = "Skola", .share = 2 },
  { .title = "Program", .width = 18 },
  { .title = "År", .kind = TJ_COLUMN_NUMBER, .width = 10 },
  { .title = "Fakturerat", .kind = TJ_COLUMN_NUMBER, .width = 24 },
  { .title = "Prislista", .kind = TJ_COLUMN_NUMBER, .width = 24 },
  { .title = "Skillnad", .kind = TJ_COLUMN_NUMBER, .width = 22 },
  { .title = "Fynd", .share = 3 },
  { .title = "Beslut", .kind = TJ_COLUMN_LINES, .width = 24 },
};

static void
add_row (TjSheetTable *table, guint i)
{
  g_autofree char *name = g_strdup_printf ("%s Andersson %u", given[i % 7], i);
  g_autofree char *number = g_strdup_printf ("KAA-%04u", i);
  g_autofree char *invoiced = g_strdup_printf ("%u", 8000 + i * 37 % 6000);
  g_autofree char *listed = g_strdup_printf ("%u", 8000 + i * 31 % 6000);
  g_autofree char *difference = g_strdup_printf ("%d", (int)(i * 37 % 6000) - (int)(i * 31 % 6000));
  const char *const cells[] = { name,     number, schools[i % 4], "BF25",          "2",
                                invoiced, listed, difference,     findings[i % 3], NULL };

  tj_sheet_table_add_row (table, cells);
}

int
main (int argc, char **argv)
{
  gint64 start = g_get_monotonic_time ();
  guint n = argc > 2 ? (guint)atoi (argv[1]) : 0;
  const TjSheetHead head = { .title = "Avstämning",
                             .sender = "Tibro kommun",
                             .date = tj_date_new (2026, 11, 20),
                             .landscape = TRUE,
                             .created = 1791187200 };
  g_autoptr (TjSheet) sheet = tj_sheet_new (&head);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  TjSheetTable *table;
  struct rusage usage;

  if (n == 0)
    {
      fprintf (stderr, "usage: paper-table N FILE\n");
      return EXIT_FAILURE;
    }
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_striped (table, TRUE);
  for (guint i = 0; i < n; i++)
    add_row (table, i);
  tj_sheet_table_end (table);
  pdf = tj_sheet_finish (sheet, &error);
  if (pdf == NULL || !tj_paper_save (pdf, argv[2], &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("rows %u  ms %.1f  bytes %zu  peak_mb %.1f\n", n,
          (double)(g_get_monotonic_time () - start) / 1000, g_bytes_get_size (pdf),
          (double)usage.ru_maxrss / 1024);
  return EXIT_SUCCESS;
}

/* How long the parsing of a separated list takes, from text in memory to cells, by us and by libcsv:
 * cells are counted and their bytes summed, so that both must find the same. Prints milliseconds of
 * processor time, the least of some runs. Use: csv-parse ours|libcsv FILE.csv */

#include "config.h"

#include "tj-csv-reader.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define RUNS 3

typedef struct
{
  guint64 cells;
  guint64 bytes;
} Sum;

static double
busy (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000.0 + (double)time.tv_nsec / 1e6;
}

static gboolean
add_row (guint row, const TjCell *cells, guint n_cells, gpointer data)
{
  Sum *sum = data;

  for (guint i = 0; i < n_cells; i++)
    sum->bytes += cells[i].length;
  sum->cells += n_cells;
  return TRUE;
}

static void
add_cell (void *text, size_t length, void *data)
{
  Sum *sum = data;

  sum->bytes += length;
  sum->cells++;
}

static void
parse_with_libcsv (const char *text, gsize length, Sum *sum)
{
  struct csv_parser parser;

  csv_init (&parser, 0);
  csv_set_delim (&parser, ';');
  csv_parse (&parser, text, length, add_cell, NULL, sum);
  csv_fini (&parser, add_cell, NULL, sum);
  csv_free (&parser);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  double least = G_MAXDOUBLE;
  Sum sum;
  gsize length;

  if (argc != 3 || !g_file_get_contents (argv[2], &text, &length, NULL))
    return 2;
  for (int i = 0; i < RUNS; i++)
    {
      double start = busy ();

      sum = (Sum){ 0 };
      if (g_str_equal (argv[1], "libcsv"))
        parse_with_libcsv (text, length, &sum);
      else
        tj_csv_parse (text, length, ';', add_row, &sum, NULL);
      least = MIN (least, busy () - start);
    }
  g_printerr ("%" G_GUINT64_FORMAT " cells, %" G_GUINT64_FORMAT " bytes\n", sum.cells, sum.bytes);
  printf ("%.2f\n", least);
  return 0;
}

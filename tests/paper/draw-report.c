/* Writes a sample report into a file, to be looked at: draw-report FILE LOCALEDIR [approved]. */

#include "config.h"

#include "report-tables.h"
#include "tj-report-paper.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  TjReport report;

  if (argc < 3)
    {
      fprintf (stderr, "usage: draw-report FILE LOCALEDIR [approved]\n");
      return EXIT_FAILURE;
    }
  g_setenv ("LANGUAGE", "sv", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[2]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  tables = report_tables_new ();
  report = report_sample (tables);
  if (argc > 3)
    report.approved_on = tj_date_new (2027, 1, 25);
  pdf = tj_report_paper_draw (&report, 1800000000, &error);
  if (pdf == NULL
      || !g_file_set_contents (argv[1], g_bytes_get_data (pdf, NULL),
                               (gssize)g_bytes_get_size (pdf), &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}

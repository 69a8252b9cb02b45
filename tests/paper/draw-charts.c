/* Writes the sample charts to a PDF, to be looked at. */

#include "config.h"

#include "chart-samples.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) charts = chart_samples_new ();
  g_autoptr (GBytes) pdf = chart_samples_draw (charts);
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "usage: draw-charts FILE\n");
      return EXIT_FAILURE;
    }
  if (!g_file_set_contents (argv[1], g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf),
                            &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}

/* Opens the longest list allowed in a real window, and prints as JSON how long it took until its rows
 * were shown, to reach the last row, and to let go of a trial when asked; the longest time in which
 * the window did not answer; and the most memory used. Not a test. Use: import-million [ROWS] */

#include "config.h"

#include "import-driver.h"

#include "tj-import-page.h"
#include "tj-import-preview.h"

#include <sys/resource.h>

#define ROWS 1000000
#define PEOPLE 40
#define BEAT_MS 5
#define TRIAL_MS 400

/* A beat of the message loop. */
typedef struct
{
  gint64 last;
  gint64 longest;
} Pulse;

static gboolean
beat (gpointer user_data)
{
  Pulse *pulse = user_data;
  gint64 now = g_get_monotonic_time ();

  pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->last = now;
  return G_SOURCE_CONTINUE;
}

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

/* Twelve cells a row; one person over and over, as the numbers given out for tests are too few. */
static char *
write_list (UiFixture *fixture, guint n_rows)
{
  GString *text = g_string_new (
      "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Mobil;E-post;Senaste skola;"
      "Senaste program;Orsak;Registreringsdatum\n");
  char *path;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text,
                            "20070103-2385;Ek;Ester;Storgatan %u;54330;Tibro;0701740605;;"
                            "Skolan;EE25;Studiebevis;2026-09-01\n",
                            i);
  path = import_write_file (fixture, "million.csv", text->str);
  g_string_free (text, TRUE);
  return path;
}

static double
scroll_to_end (GtkWidget *window)
{
  GtkWidget *preview = ui_find (window, TJ_TYPE_IMPORT_PREVIEW, NULL);
  GtkScrollable *view = ui_find (preview, GTK_TYPE_COLUMN_VIEW, "view");
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (view);
  gint64 start = g_get_monotonic_time ();

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return since (start);
}

static double
cancel_trial (GtkWidget *window)
{
  GtkWidget *page = ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL);
  gint64 start;

  gtk_widget_activate_action (page, "import.try", NULL);
  ui_settle (TRIAL_MS);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (page, "import.cancel", NULL);
  import_wait (window);
  return since (start);
}

int
main (int argc, char **argv)
{
  UiFixture fixture;
  Pulse pulse;
  GtkWidget *window;
  g_autofree char *path = NULL;
  struct rusage usage;
  double shown, end, cancelled;
  gint64 start;
  guint timer;

  ui_fixture_start (&fixture, PEOPLE);
  window = ui_open_window (&fixture);
  path = write_list (&fixture, argc > 1 ? (guint)atoi (argv[1]) : ROWS);
  pulse = (Pulse){ .last = g_get_monotonic_time () };
  timer = g_timeout_add (BEAT_MS, beat, &pulse);

  start = g_get_monotonic_time ();
  import_open (window, path);
  shown = since (start);
  g_assert_cmpstr (import_get_step (window), ==, "columns");
  end = scroll_to_end (window);
  cancelled = cancel_trial (window);
  g_source_remove (timer);
  getrusage (RUSAGE_SELF, &usage);
  g_print (
      "{\"shown_ms\": %.0f, \"end_ms\": %.0f, \"cancelled_ms\": %.0f, \"longest_wait_ms\": %.0f, "
      "\"peak_mb\": %ld}\n",
      shown, end, cancelled, (double)pulse.longest / 1000, usage.ru_maxrss / 1024);
  ui_close_window (window);
  ui_fixture_stop (&fixture);
  return 0;
}

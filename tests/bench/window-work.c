/* How much work it is to switch between lists of 5,000 youths and to open a youth with 200 events, in
 * the real window: processor time, so that a busy machine does not count. First what is done before
 * the loop runs again (the models), then with all that follows, drawing included. Prints
 * milliseconds, medians: list, list drawn, page, page drawn. */

#include "config.h"

#include "tj-contact-repository.h"
#include "tj-youth-list.h"
#include "ui-fixture.h"

#include <stdio.h>
#include <time.h>

#define PEOPLE 5000
#define EVENTS 200
#define ROUNDS 9
#define SETTLE_MS 250

typedef struct
{
  double at_once[ROUNDS];
  double drawn[ROUNDS];
} Work;

static double
busy (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000.0 + (double)time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

static void
show (GtkWidget *window, const char *screen, Work *work, guint i)
{
  double start;

  ui_settle (SETTLE_MS);
  start = busy ();
  gtk_widget_activate_action (window, "win.show-screen", "s", screen);
  if (work != NULL)
    work->at_once[i] = busy () - start;
  ui_settle (SETTLE_MS);
  if (work != NULL)
    work->drawn[i] = busy () - start;
}

static gboolean
has_status (TjPeople *people, guint position, gpointer user_data)
{
  return tj_agenda_list_get_row (tj_people_load (people, NULL), position)->status
         == GPOINTER_TO_INT (user_data);
}

/* The list to act on, after that of those for whom something is planned. */
static double
switch_model (TjContext *context)
{
  static double times[ROUNDS];
  g_autoptr (TjPeople) people = tj_people_new (context);
  g_autoptr (TjYouthList) list = tj_youth_list_new (people);

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      double start = busy ();

      tj_youth_list_set_only (list, has_status,
                              GINT_TO_POINTER (i % 2 == 0 ? TJ_STATUS_PLANNED : TJ_STATUS_TO_ACT),
                              NULL);
      tj_youth_list_reload (list, NULL);
      times[i / 2] = busy () - start;
    }
  return median (times);
}

static void
add_events (TjContext *context, gint64 youth_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (tj_context_get_store (context), "bench", &error);

  for (guint i = 0; change != NULL && i < EVENTS && error == NULL; i++)
    {
      g_autoptr (TjContact) contact = tj_contact_new (youth_id);

      tj_contact_set_date (contact, tj_context_get_today (context) - i);
      tj_contact_set_channel (contact, TJ_CHANNEL_PHONE);
      tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
      tj_contacts_insert (change, contact, &error);
    }
  if (error == NULL)
    tj_change_commit (change, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  static Work list, page;
  UiFixture fixture;
  GtkWidget *window;

  adw_init ();
  ui_fixture_start (&fixture, PEOPLE);
  add_events (fixture.context, 1);
  window = ui_open_window (&fixture);
  show (window, "youths:to-act", NULL, 0);
  show (window, "youth:1", NULL, 0);
  for (guint i = 0; i < ROUNDS; i++)
    {
      show (window, "youths:planned", NULL, 0);
      show (window, "youths:to-act", &list, i);
      show (window, "youth:1", &page, i);
    }
  printf ("%.2f %.2f %.2f %.2f %.2f\n", switch_model (fixture.context), median (list.at_once),
          median (list.drawn), median (page.at_once), median (page.drawn));
  ui_close_window (window);
  ui_fixture_stop (&fixture);
  return 0;
}

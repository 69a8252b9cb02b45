/* The demo register: its people's past holds together. */

#include "config.h"

#include "context-fixture.h"
#include "tj-contact-repository.h"
#include "tj-demo.h"
#include "tj-follow-up-repository.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-registration-repository.h"
#include "tj-school-report-service.h"
#include "tj-youth-repository.h"

#define PEOPLE 300

/* The day after which nothing may be dated; 0 while registered. */
static TjDate
get_end (TjStore *store, gint64 youth_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) registrations = tj_registrations_list (store, youth_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (registrations->len, ==, 1);
  return tj_registration_get_deregistered_on (registrations->pdata[0]);
}

static gboolean
check_youth (TjYouth *youth, gpointer user_data)
{
  ContextFixture *fixture = ((gpointer *)user_data)[0];
  guint *n_closed = ((gpointer *)user_data)[1];
  TjStore *store = tj_context_get_store (fixture->context);
  gint64 id = tj_entity_get_id (youth);
  TjDate end = get_end (store, id);
  g_autoptr (GPtrArray) contacts = tj_contacts_list (store, id, NULL);
  g_autoptr (GPtrArray) follow_ups = tj_follow_ups_list (store, id, NULL);

  if (end == TJ_DATE_NONE)
    return TRUE;
  (*n_closed)++;
  for (guint i = 0; i < contacts->len; i++)
    g_assert_cmpuint (tj_contact_get_date (contacts->pdata[i]), <=, end);
  for (guint i = 0; i < follow_ups->len; i++)
    g_assert_cmpuint (tj_follow_up_get_due (follow_ups->pdata[i]), <=, end);
  return TRUE;
}

static void
nothing_follows_the_end (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint n_closed = 0;
  gpointer data[] = { fixture, &n_closed };

  tj_demo_fill (fixture->context, PEOPLE, 40, 20, &error);
  g_assert_no_error (error);
  tj_youths_foreach (tj_context_get_store (fixture->context), check_youth, data, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_closed, >, 3);
}

static gboolean
count_measures (TjYouth *youth, gpointer user_data)
{
  ContextFixture *fixture = ((gpointer *)user_data)[0];
  guint *n_measures = ((gpointer *)user_data)[1];
  g_autoptr (GPtrArray) measures
      = tj_measures_list (tj_context_get_store (fixture->context), tj_entity_get_id (youth), NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < measures->len; i++)
    {
      tj_measure_service_check (fixture->context, measures->pdata[i], NULL, &error);
      g_assert_no_error (error);
    }
  *n_measures += measures->len;
  return TRUE;
}

static void
its_story_could_have_been_written (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  guint n_measures = 0;
  gpointer data[] = { fixture, &n_measures };

  tj_demo_fill (fixture->context, PEOPLE, 40, 20, &error);
  g_assert_no_error (error);
  tj_youths_foreach (tj_context_get_store (fixture->context), count_measures, data, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_measures, >, 10);
  reports = tj_school_report_service_list (fixture->context, TJ_REPORT_FILTER_OPEN, &error);
  g_assert_cmpuint (reports->len, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/context/demo/nothing-is-dated-after-the-end-of-a-registration", ContextFixture,
              NULL, context_fixture_set_up, nothing_follows_the_end, context_fixture_tear_down);
  g_test_add ("/context/demo/its-story-could-have-been-written", ContextFixture, NULL,
              context_fixture_set_up, its_story_could_have_been_written, context_fixture_tear_down);
  return g_test_run ();
}

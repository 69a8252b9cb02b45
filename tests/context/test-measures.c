/* Measures, activities, plans and the catalogue, as the window and the commands keep them. */

#include "config.h"

#include "context-fixture.h"
#include "tj-agenda.h"
#include "tj-catalogue-service.h"
#include "tj-code-book-service.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-plan-repository.h"
#include "tj-plan-service.h"
#include "tj-undo.h"

#define NUMBER "200706262383"

static gint64
add_youth (ContextFixture *fixture)
{
  return context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Storgatan 1",
                                    TJ_PROTECTION_NONE);
}

static TjMeasure *
new_measure (gint64 youth_id, int start)
{
  return g_object_new (TJ_TYPE_MEASURE, "youth-id", youth_id, "content",
                       TJ_MEASURE_CONTENT_PRACTICE, "started-on",
                       (guint)((int)context_fixture_today () + start), NULL);
}

static void
keep (ContextFixture *fixture, TjMeasure *measure)
{
  g_autoptr (GError) error = NULL;

  tj_measure_service_save (fixture->context, measure, &error);
  g_assert_no_error (error);
}

static int
status_on (ContextFixture *fixture, gint64 youth_id, TjDate day)
{
  g_autoptr (GError) error = NULL;
  TjLadder ladder = { 0 };

  tj_agenda_load (tj_context_get_store (fixture->context), youth_id, &ladder, &error);
  g_assert_no_error (error);
  return (int)tj_status_of (&ladder, day);
}

static void
refused (ContextFixture *fixture, TjMeasure *measure)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_measure_service_save (fixture->context, measure, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_assert_cmpint (tj_entity_get_id (measure), ==, 0);
}

static void
test_a_measure_moves_the_youth_between_lists (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  TjDate today = context_fixture_today ();
  g_autoptr (TjMeasure) measure = new_measure (id, 5);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (status_on (fixture, id, today), ==, TJ_STATUS_TO_ACT);
  keep (fixture, measure);
  g_assert_cmpint (status_on (fixture, id, today), ==, TJ_STATUS_PLANNED);
  g_assert_cmpint (status_on (fixture, id, today + 5), ==, TJ_STATUS_ONGOING);
  tj_measure_set_started_on (measure, today - 3);
  keep (fixture, measure);
  g_assert_cmpint (status_on (fixture, id, today), ==, TJ_STATUS_ONGOING);
  tj_measure_service_end (fixture->context, tj_entity_get_id (measure), today - 1, "by-youth",
                          TJ_AFTER_MEASURE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_on (fixture, id, today), ==, TJ_STATUS_TO_ACT);
}

static void
test_a_decision_without_a_day_is_planned (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  g_autoptr (TjMeasure) measure = g_object_new (TJ_TYPE_MEASURE, "youth-id", id, "decided-on",
                                                context_fixture_today (), NULL);

  keep (fixture, measure);
  g_assert_cmpint (status_on (fixture, id, context_fixture_today () + 100), ==, TJ_STATUS_PLANNED);
}

static void
test_a_decision_to_go_on_seeking_is_no_measure (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  g_autoptr (TjMeasure) measure = new_measure (id, -1);

  tj_measure_set_decision (measure, TJ_MEASURE_TYPE_OUTREACH);
  keep (fixture, measure);
  g_assert_cmpint (status_on (fixture, id, context_fixture_today ()), ==, TJ_STATUS_TO_ACT);
}

static void
test_a_short_talk_does_not_end_long_practice (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  g_autoptr (TjMeasure) practice = new_measure (id, -10);
  g_autoptr (TjMeasure) talk = new_measure (id, -5);

  keep (fixture, practice);
  g_object_set (talk, "ended-on", context_fixture_today () - 5, "reason", "completed", "after",
                TJ_AFTER_MEASURE_UNKNOWN, NULL);
  keep (fixture, talk);
  g_assert_cmpint (status_on (fixture, id, context_fixture_today ()), ==, TJ_STATUS_ONGOING);
}

static void
test_dates_out_of_order_are_refused (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  TjDate today = context_fixture_today ();
  g_autoptr (TjMeasure) before_registration = new_measure (id, -15);
  g_autoptr (TjMeasure) no_day = tj_measure_new (id);
  g_autoptr (TjMeasure) backwards = new_measure (id, -5);
  g_autoptr (TjMeasure) half_ended = new_measure (id, -5);
  g_autoptr (TjMeasure) reason_without_end = new_measure (id, -5);
  g_autoptr (TjMeasure) begun_before_decided = new_measure (id, -5);
  const char *field = NULL;

  g_assert_false (tj_measure_service_check (fixture->context, no_day, &field, NULL));
  g_assert_cmpstr (field, ==, "decided-on");
  refused (fixture, before_registration);
  refused (fixture, no_day);
  g_object_set (backwards, "ended-on", today - 6, "reason", "work", "after", 0, NULL);
  refused (fixture, backwards);
  g_assert_false (tj_measure_service_check (fixture->context, backwards, &field, NULL));
  g_assert_cmpstr (field, ==, "ended-on");
  g_object_set (half_ended, "ended-on", today - 1, "reason", "work", NULL);
  refused (fixture, half_ended);
  tj_measure_set_after (reason_without_end, TJ_AFTER_MEASURE_WORK);
  refused (fixture, reason_without_end);
  tj_measure_set_decided_on (begun_before_decided, today - 4);
  refused (fixture, begun_before_decided);
}

static void
test_the_catalogue_is_the_routines_and_then_ones_own (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) preset = tj_catalogue_service_list (fixture->context, FALSE, &error);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) all = NULL;
  TjCatalogueItem *first = preset->pdata[0];

  g_assert_cmpuint (preset->len, ==, 13);
  g_assert_cmpstr (((TjCatalogueItem *)preset->pdata[11])->name, ==, "HästSAM");
  g_assert_true (tj_catalogue_service_add (fixture->context, " Körkort ", &error));
  g_assert_false (tj_catalogue_service_add (fixture->context, "Körkort", &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (tj_catalogue_service_rename (fixture->context, first->id, "Vägledning", &error));
  g_assert_true (tj_catalogue_service_retire (fixture->context, first->id, TRUE, &error));
  left = tj_catalogue_service_list (fixture->context, FALSE, &error);
  all = tj_catalogue_service_list (fixture->context, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 13);
  g_assert_cmpstr (((TjCatalogueItem *)left->pdata[12])->name, ==, "Körkort");
  g_assert_cmpuint (all->len, ==, 14);
  g_assert_cmpstr (((TjCatalogueItem *)all->pdata[0])->name, ==, "Vägledning");
}

static void
end_with (ContextFixture *fixture, TjMeasure *measure, const char *reason, gboolean works)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tj_measure_service_end (fixture->context, tj_entity_get_id (measure),
                                           context_fixture_today () - 1, reason,
                                           TJ_AFTER_MEASURE_UNKNOWN, &error),
                   ==, works);
  if (!works)
    g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_reasons_are_the_municipalitys_to_edit (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  g_autoptr (TjMeasure) measure = new_measure (id, -5);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjCodeBook) shipped
      = tj_code_book_service_load (fixture->context, TJ_CODE_BOOK_MEASURE_END, &error);
  g_autoptr (TjCodeBook) own = NULL;
  g_autoptr (TjCodeBook) undone = NULL;

  g_assert_cmpstr (tj_code_book_find_label (shipped, TJ_MEASURE_END_DEREGISTERED), ==,
                   "Avregistrerad");
  g_assert_nonnull (tj_code_book_find_label (shipped, "unknown"));
  keep (fixture, measure);
  end_with (fixture, measure, "flyttade-hem", FALSE);
  g_assert_true (tj_code_book_service_add (fixture->context, TJ_CODE_BOOK_MEASURE_END,
                                           "Flyttade hem", &error));
  end_with (fixture, measure, "flyttade-hem", TRUE);
  g_assert_true (tj_code_book_service_rename (fixture->context, TJ_CODE_BOOK_MEASURE_END,
                                              "flyttade-hem", "Flyttade till släkt", &error));
  g_assert_true (tj_code_book_service_retire (fixture->context, TJ_CODE_BOOK_MEASURE_END,
                                              "flyttade-hem", TRUE, &error));
  own = tj_code_book_service_load (fixture->context, TJ_CODE_BOOK_MEASURE_END, &error);
  g_assert_cmpstr (tj_code_book_find_label (own, "flyttade-hem"), ==, "Flyttade till släkt");
  g_assert_cmpuint (tj_code_book_get_length (own), ==, tj_code_book_get_length (shipped) + 1);
  for (guint i = 0; i < 4; i++)
    g_assert_true (tj_undo (tj_context_get_store (fixture->context), &error));
  undone = tj_code_book_service_load (fixture->context, TJ_CODE_BOOK_MEASURE_END, &error);
  g_assert_null (tj_code_book_find_label (undone, "flyttade-hem"));
}

static TjActivity *
new_activity (TjMeasure *measure, int start)
{
  return g_object_new (TJ_TYPE_ACTIVITY, "youth-id", tj_measure_get_youth_id (measure),
                       "measure-id", tj_entity_get_id (measure), "catalogue-id",
                       G_GINT64_CONSTANT (1), "started-on",
                       (guint)((int)context_fixture_today () + start), "goal", "Prova på yrket",
                       "responsible", TJ_RESPONSIBLE_MUNICIPALITY, NULL);
}

static GPtrArray *
list_activities (ContextFixture *fixture, gint64 youth_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *activities
      = tj_activities_list (tj_context_get_store (fixture->context), youth_id, &error);

  g_assert_no_error (error);
  return activities;
}

static void
test_activities_stop_with_their_measure_and_come_back (ContextFixture *fixture,
                                                       gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  TjDate today = context_fixture_today ();
  g_autoptr (TjMeasure) measure = new_measure (id, -5);
  g_autoptr (TjActivity) activity = NULL;
  g_autoptr (GPtrArray) stopped = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  keep (fixture, measure);
  activity = new_activity (measure, -4);
  tj_measure_service_save_activity (fixture->context, activity, &error);
  g_assert_no_error (error);
  tj_measure_service_end (fixture->context, tj_entity_get_id (measure), today - 1, "work",
                          TJ_AFTER_MEASURE_WORK, &error);
  g_assert_no_error (error);
  stopped = list_activities (fixture, id);
  g_assert_cmpuint (stopped->len, ==, 1);
  g_assert_cmpuint (tj_activity_get_stopped_on (stopped->pdata[0]), ==, today - 1);

  tj_measure_service_remove (fixture->context, tj_entity_get_id (measure), &error);
  g_assert_no_error (error);
  none = list_activities (fixture, id);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (tj_undo (tj_context_get_store (fixture->context), &error));
  again = list_activities (fixture, id);
  g_assert_true (tj_entity_equal (again->pdata[0], stopped->pdata[0]));
}

static void
test_nothing_is_written_about_another_actors_measure (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  g_autoptr (TjMeasure) measure = new_measure (id, -5);
  g_autoptr (TjActivity) activity = NULL;
  g_autoptr (GError) error = NULL;

  tj_measure_set_content (measure, TJ_MEASURE_CONTENT_OTHER_ACTOR);
  keep (fixture, measure);
  activity = new_activity (measure, -4);
  g_assert_false (tj_measure_service_save_activity (fixture->context, activity, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  tj_activity_set_goal (activity, "");
  g_assert_true (tj_measure_service_save_activity (fixture->context, activity, &error));
  g_assert_no_error (error);
}

static void
save_plan (ContextFixture *fixture, TjPlan *plan, const char *goal, gint64 version)
{
  g_autoptr (GError) error = NULL;

  tj_plan_set_goal (plan, goal);
  tj_plan_service_save (fixture->context, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tj_plan_get_version (plan), ==, version);
}

static void
test_every_version_of_a_plan_is_kept (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (TjPlan) plan = tj_plan_new (id);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (TjPlan) latest = NULL;
  g_autoptr (TjPlan) none = NULL;
  g_autoptr (GError) error = NULL;

  none = tj_plans_load_latest (store, id, &error);
  g_assert_null (none);
  g_assert_no_error (error);
  save_plan (fixture, plan, "Komma i gång", 1);
  save_plan (fixture, plan, "Praktik på AME", 2);
  save_plan (fixture, plan, "Praktik på AME", 2);
  versions = tj_plans_list (store, id, &error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (tj_plan_get_goal (versions->pdata[0]), ==, "Komma i gång");
  latest = tj_plans_load_latest (store, id, &error);
  g_assert_cmpstr (tj_plan_get_goal (latest), ==, "Praktik på AME");
  g_assert_cmpuint (tj_plan_get_written_on (latest), ==, context_fixture_today ());
}

static void
add (const char *path, void (*test) (ContextFixture *, gconstpointer))
{
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/context/measures/moves-the-youth-between-lists",
       test_a_measure_moves_the_youth_between_lists);
  add ("/context/measures/a-decision-without-a-day-is-planned",
       test_a_decision_without_a_day_is_planned);
  add ("/context/measures/a-decision-to-go-on-seeking-is-no-measure",
       test_a_decision_to_go_on_seeking_is_no_measure);
  add ("/context/measures/a-short-talk-does-not-end-long-practice",
       test_a_short_talk_does_not_end_long_practice);
  add ("/context/measures/dates-out-of-order-are-refused", test_dates_out_of_order_are_refused);
  add ("/context/measures/the-catalogue-is-the-routines-and-then-ones-own",
       test_the_catalogue_is_the_routines_and_then_ones_own);
  add ("/context/measures/reasons-are-the-municipalitys-to-edit",
       test_reasons_are_the_municipalitys_to_edit);
  add ("/context/measures/activities-stop-with-their-measure-and-come-back",
       test_activities_stop_with_their_measure_and_come_back);
  add ("/context/measures/nothing-is-written-about-another-actors-measure",
       test_nothing_is_written_about_another_actors_measure);
  add ("/context/plans/every-version-is-kept", test_every_version_of_a_plan_is_kept);
  return g_test_run ();
}

/* The beginning and the end of a registration, the twentieth birthday, knowledge and follow-ups. */

#include "config.h"

#include "context-fixture.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-follow-up-repository.h"
#include "tj-follow-up-service.h"
#include "tj-knowledge-service.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-term.h"
#include "tj-undo.h"
#include "tj-twenty-service.h"

/* Nineteen for long; twenty today, twenty a week ago, twenty in a week. */
#define NUMBER "200706262383"
#define TWENTY "200611182387"
#define TWENTY_ONE_WEEK "200611112392"
#define IN_A_WEEK "200611252396"

static gint64
add_youth (ContextFixture *fixture, const char *number)
{
  return context_fixture_add_youth (fixture, number, "Söderlund", "Storgatan 1",
                                    TJ_PROTECTION_NONE);
}

static TjRegistration *
load_latest (ContextFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all
      = tj_registrations_list (tj_context_get_store (fixture->context), id, &error);

  g_assert_no_error (error);
  return g_object_ref (all->pdata[all->len - 1]);
}

static gboolean
deregister (ContextFixture *fixture, gint64 id, int days, TjDeregistration reason, gboolean end)
{
  g_autoptr (GError) error = NULL;
  TjDate date = (TjDate)((int)context_fixture_today () + days);
  gboolean done
      = tj_registration_service_deregister (fixture->context, id, date, reason, end, &error);

  if (!done)
    g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  return done;
}

static void
add_contact (ContextFixture *fixture, gint64 id, TjDate date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact
      = g_object_new (TJ_TYPE_CONTACT, "youth-id", id, "date", date, NULL);
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture->context), "test", &error);

  tj_contacts_insert (change, contact, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static TjMeasure *
add_measure (ContextFixture *fixture, gint64 id, int start)
{
  g_autoptr (GError) error = NULL;
  TjMeasure *measure = g_object_new (TJ_TYPE_MEASURE, "youth-id", id, "started-on",
                                     (guint)((int)context_fixture_today () + start), NULL);

  tj_measure_service_save (fixture->context, measure, &error);
  g_assert_no_error (error);
  return measure;
}

static void
test_registered_again_only_after_deregistration (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER);
  g_autoptr (TjRegistration) again
      = g_object_new (TJ_TYPE_REGISTRATION, "youth-id", id, "registered-on",
                      context_fixture_today (), "background", TJ_BACKGROUND_BREAK, NULL);
  g_autoptr (TjRegistration) latest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_registration_service_register (fixture->context, again, &error));
  g_clear_error (&error);
  g_assert_true (deregister (fixture, id, -1, TJ_DEREGISTRATION_INTRODUCTION, FALSE));
  tj_registration_set_registered_on (again, context_fixture_today () - 2);
  g_assert_false (tj_registration_service_register (fixture->context, again, &error));
  g_clear_error (&error);
  tj_registration_set_registered_on (again, context_fixture_today () + 1);
  g_assert_false (tj_registration_service_register (fixture->context, again, &error));
  g_clear_error (&error);
  tj_registration_set_registered_on (again, context_fixture_today ());
  g_assert_true (tj_registration_service_register (fixture->context, again, &error));
  latest = load_latest (fixture, id);
  g_assert_true (tj_registration_is_open (latest));
}

static void
test_nobody_of_twenty_is_registered (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, TWENTY_ONE_WEEK);
  g_autoptr (TjRegistration) again = g_object_new (TJ_TYPE_REGISTRATION, "youth-id", id,
                                                   "registered-on", context_fixture_today (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (deregister (fixture, id, -8, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (tj_registration_service_register (fixture->context, again, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_deregistration_comes_after_all_that_happened (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER);
  g_autoptr (TjRegistration) latest = NULL;

  add_contact (fixture, id, context_fixture_today () - 3);
  g_assert_false (deregister (fixture, id, 1, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (deregister (fixture, id, -15, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (deregister (fixture, id, -4, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (deregister (fixture, id, 0, TJ_DEREGISTRATION_TWENTY, FALSE));
  g_assert_true (deregister (fixture, id, -3, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (deregister (fixture, id, 0, TJ_DEREGISTRATION_MOVED, FALSE));
  latest = load_latest (fixture, id);
  g_assert_cmpint (tj_registration_get_reason (latest), ==, TJ_DEREGISTRATION_MOVED);
  g_assert_cmpuint (tj_registration_get_deregistered_on (latest), ==, context_fixture_today () - 3);
}

static void
test_an_open_measure_is_ended_first_or_with_it (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (TjMeasure) ongoing = add_measure (fixture, id, -5);
  g_autoptr (TjMeasure) planned = add_measure (fixture, id, 5);
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  tj_follow_up_service_set (fixture->context, &id, 1, context_fixture_today () + 30, "Ring",
                            &error);
  g_assert_no_error (error);
  g_assert_false (deregister (fixture, id, 0, TJ_DEREGISTRATION_COMPLETED, FALSE));
  g_assert_true (deregister (fixture, id, 0, TJ_DEREGISTRATION_COMPLETED, TRUE));
  measures = tj_measures_list (store, id, &error);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpuint (tj_measure_get_ended_on (measures->pdata[0]), ==, context_fixture_today ());
  g_assert_cmpstr (tj_measure_get_reason (measures->pdata[0]), ==, TJ_MEASURE_END_DEREGISTERED);
  follow_ups = tj_follow_ups_list (store, id, &error);
  g_assert_cmpuint (tj_follow_up_get_done_on (follow_ups->pdata[0]), !=, TJ_DATE_NONE);

  g_assert_true (tj_undo (store, &error));
  again = tj_measures_list (store, id, &error);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpuint (tj_measure_get_ended_on (again->pdata[0]), ==, TJ_DATE_NONE);
}

static void
test_those_who_turn_twenty_go_in_one_change (ContextFixture *fixture, gconstpointer unused)
{
  gint64 ids[] = { add_youth (fixture, TWENTY), add_youth (fixture, TWENTY_ONE_WEEK) };
  gint64 later = add_youth (fixture, IN_A_WEEK);
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (TjRegistration) first = NULL;
  g_autoptr (TjRegistration) undone = NULL;
  g_autoptr (GError) error = NULL;

  add_youth (fixture, NUMBER);
  soon = tj_twenty_service_list (fixture->context, 7, &error);
  g_assert_cmpuint (soon->len, ==, 3);
  g_assert_cmpint (((TjTurningTwenty *)soon->pdata[0])->youth_id, ==, ids[1]);
  g_assert_true (((TjTurningTwenty *)soon->pdata[1])->has_turned);
  g_assert_false (((TjTurningTwenty *)soon->pdata[2])->has_turned);

  g_assert_false (tj_twenty_service_deregister (fixture->context, &later, 1, &error));
  g_clear_error (&error);
  g_assert_true (tj_twenty_service_deregister (fixture->context, ids, 2, &error));
  g_assert_no_error (error);
  left = tj_twenty_service_list (fixture->context, 7, &error);
  g_assert_cmpuint (left->len, ==, 1);
  first = load_latest (fixture, ids[1]);
  g_assert_cmpuint (tj_registration_get_deregistered_on (first), ==, context_fixture_today () - 7);
  g_assert_true (tj_undo (tj_context_get_store (fixture->context), &error));
  undone = load_latest (fixture, ids[0]);
  g_assert_true (tj_registration_is_open (undone));
}

static void
test_knowledge_lies_within_the_registration (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER);
  TjDate today = context_fixture_today ();
  g_autoptr (TjKnowledge) knowledge
      = g_object_new (TJ_TYPE_KNOWLEDGE, "youth-id", id, "date", today + 1, "source",
                      TJ_SOURCE_SCHOOL, "occupation", TJ_OCCUPATION_OTHER_STUDIES, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_knowledge_service_log (fixture->context, knowledge, &error));
  g_clear_error (&error);
  tj_knowledge_set_date (knowledge, today - 15);
  g_assert_false (tj_knowledge_service_log (fixture->context, knowledge, &error));
  g_clear_error (&error);
  tj_knowledge_set_date (knowledge, today);
  tj_knowledge_set_valid_until (knowledge, today - 1);
  g_assert_false (tj_knowledge_service_log (fixture->context, knowledge, &error));
  g_clear_error (&error);
  tj_knowledge_set_valid_until (knowledge, TJ_DATE_NONE);
  g_assert_cmpuint (tj_knowledge_service_propose_valid_until (fixture->context, knowledge), ==,
                    tj_term_end (today));
  tj_knowledge_set_occupation (knowledge, TJ_OCCUPATION_WORK);
  g_assert_cmpuint (tj_knowledge_service_propose_valid_until (fixture->context, knowledge), ==,
                    tj_date_add_months (today, 3));
  g_assert_true (tj_knowledge_service_log (fixture->context, knowledge, &error));
}

static void
test_follow_ups_are_set_for_several_moved_and_done (ContextFixture *fixture, gconstpointer unused)
{
  gint64 ids[] = { add_youth (fixture, NUMBER), add_youth (fixture, IN_A_WEEK) };
  TjDate today = context_fixture_today ();
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GPtrArray) set = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_follow_up_service_set (fixture->context, ids, 2, today - 1, "", &error));
  g_clear_error (&error);
  g_assert_true (tj_follow_up_service_set (fixture->context, ids, 2, today + 7, "Ring", &error));
  set = tj_follow_ups_list (store, ids[1], &error);
  g_assert_cmpuint (set->len, ==, 1);
  g_assert_true (tj_follow_up_service_move (fixture->context, set->pdata[0], today + 9, &error));
  moved = tj_follow_ups_list (store, ids[1], &error);
  g_assert_cmpuint (tj_follow_up_get_due (moved->pdata[0]), ==, today + 9);
  g_assert_true (tj_follow_up_service_done (fixture->context, moved->pdata[0], today, &error));
  done = tj_follow_ups_list (store, ids[1], &error);
  g_assert_cmpuint (tj_follow_up_get_done_on (done->pdata[0]), ==, today);
  g_assert_false (tj_follow_up_service_done (fixture->context, done->pdata[0], today, &error));
}

static guint
count_contacts (ContextFixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) contacts
      = tj_contacts_list (tj_context_get_store (fixture->context), id, NULL);

  return contacts->len;
}

static void
test_a_concern_report_is_kept_without_content (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER);
  g_autoptr (TjContact) contact = g_object_new (
      TJ_TYPE_CONTACT, "youth-id", id, "date", context_fixture_today (), "channel",
      TJ_CHANNEL_CONCERN_REPORT, "outcome", TJ_OUTCOME_SENT, "note", "Far illa", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_contact_service_log (fixture->context, contact, TJ_DATE_NONE, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_cmpuint (count_contacts (fixture, id), ==, 0);
  tj_contact_set_note (contact, "");
  g_assert_true (tj_contact_service_log (fixture->context, contact, TJ_DATE_NONE, &error));
  g_assert_cmpuint (count_contacts (fixture, id), ==, 1);
}

static void
test_a_contact_is_logged_for_several_or_none (ContextFixture *fixture, gconstpointer unused)
{
  gint64 ids[] = { add_youth (fixture, NUMBER), add_youth (fixture, IN_A_WEEK) };
  g_autoptr (TjContact) contact
      = g_object_new (TJ_TYPE_CONTACT, "date", context_fixture_today (), "channel", TJ_CHANNEL_SMS,
                      "outcome", TJ_OUTCOME_SENT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      tj_contact_service_log_for (fixture->context, contact, ids, 2, TJ_DATE_NONE, &error));
  g_assert_cmpuint (count_contacts (fixture, ids[1]), ==, 1);
  g_assert_true (tj_undo (tj_context_get_store (fixture->context), &error));
  g_assert_cmpuint (count_contacts (fixture, ids[0]), ==, 0);
  g_assert_true (deregister (fixture, ids[1], -1, TJ_DEREGISTRATION_MOVED, FALSE));
  g_assert_false (
      tj_contact_service_log_for (fixture->context, contact, ids, 2, TJ_DATE_NONE, &error));
  g_assert_cmpuint (count_contacts (fixture, ids[0]), ==, 0);
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
  add ("/context/registration/again-only-after-deregistration",
       test_registered_again_only_after_deregistration);
  add ("/context/registration/nobody-of-twenty", test_nobody_of_twenty_is_registered);
  add ("/context/deregistration/comes-after-all-that-happened",
       test_deregistration_comes_after_all_that_happened);
  add ("/context/deregistration/an-open-measure-is-ended-first-or-with-it",
       test_an_open_measure_is_ended_first_or_with_it);
  add ("/context/deregistration/those-who-turn-twenty-go-in-one-change",
       test_those_who_turn_twenty_go_in_one_change);
  add ("/context/knowledge/lies-within-the-registration",
       test_knowledge_lies_within_the_registration);
  add ("/context/follow-up/set-for-several-moved-and-done",
       test_follow_ups_are_set_for_several_moved_and_done);
  add ("/context/contact/a-concern-report-is-kept-without-content",
       test_a_concern_report_is_kept_without_content);
  add ("/context/contact/is-logged-for-several-or-none",
       test_a_contact_is_logged_for_several_or_none);
  return g_test_run ();
}

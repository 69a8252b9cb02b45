/* Two rows of one person become one, and two again by undo. */

#include "config.h"

#include "register.h"

#include "tj-agenda.h"
#include "tj-merge.h"
#include "tj-plan-repository.h"
#include "tj-undo.h"

static void
merge (Register *self, gint64 kept, gint64 other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "merge", &error);

  tj_youths_merge (change, kept, other, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static void
register_from (Register *self, gint64 id, const char *from, const char *to)
{
  g_autoptr (TjRegistration) registration = tj_registration_new (id);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", NULL);

  tj_registration_set_registered_on (registration, day (from));
  if (to != NULL)
    {
      tj_registration_set_deregistered_on (registration, day (to));
      tj_registration_set_reason (registration, TJ_DEREGISTRATION_MOVED);
    }
  assert_works (tj_registrations_insert (change, registration, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
write_plan (Register *self, gint64 id, const char *date, const char *goal)
{
  g_autoptr (TjPlan) plan
      = g_object_new (TJ_TYPE_PLAN, "youth-id", id, "written-on", day (date), "goal", goal, NULL);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", NULL);

  assert_works (tj_plans_insert (change, plan, error_));
  assert_works (tj_change_commit (change, error_));
}

static guint
count_contacts (Register *self, gint64 id)
{
  g_autoptr (GPtrArray) contacts = tj_contacts_list (self->store, id, NULL);

  return contacts->len;
}

static void
all_history_moves_and_comes_back (Register *self)
{
  gint64 kept = add_youth (self->store, 0), other = add_youth (self->store, 1);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (TjYouth) before = tj_youths_load (self->store, other, NULL);
  g_autoptr (TjYouth) again = NULL;
  g_auto (GStrv) numbers = NULL;

  register_from (self, other, "2025-02-01", "2025-06-01");
  add_contact (self->store, kept, "2026-11-03", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  add_contact (self->store, other, "2026-11-04", TJ_CHANNEL_PHONE, TJ_OUTCOME_ANSWERED);
  write_plan (self, kept, "2026-11-10", "second");
  write_plan (self, other, "2026-11-05", "first");
  merge (self, kept, other);

  g_assert_cmpuint (count_contacts (self, kept), ==, 2);
  assert_fails (tj_youths_load (self->store, other, error_) != NULL, TJ_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (tj_youths_find (self->store, test_number (1), NULL), ==, kept);
  numbers = tj_youths_list_earlier_numbers (self->store, kept, NULL);
  g_assert_cmpuint (g_strv_length (numbers), ==, 1);
  plans = tj_plans_list (self->store, kept, NULL);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpstr (tj_plan_get_goal (plans->pdata[0]), ==, "first");
  g_assert_cmpint (tj_plan_get_version (plans->pdata[1]), ==, 2);
  assert_works (tj_store_verify (self->store, error_));

  register_reopen (self);
  assert_works (tj_undo (self->store, error_));
  g_assert_cmpuint (count_contacts (self, kept), ==, 1);
  g_assert_cmpuint (count_contacts (self, other), ==, 1);
  again = tj_youths_load (self->store, other, NULL);
  g_assert_true (tj_entity_equal (before, again));
  g_assert_cmpint (tj_youths_find (self->store, test_number (1), NULL), ==, other);
  assert_works (tj_store_verify (self->store, error_));
  assert_works (tj_redo (self->store, error_));
  g_assert_cmpuint (count_contacts (self, kept), ==, 2);
}

static void
one_registration_is_open_afterwards (Register *self)
{
  gint64 kept = add_youth (self->store, 0), other = add_youth (self->store, 1);
  gint64 third = add_youth (self->store, 2);
  g_autoptr (TjRegistration) open = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (TjAgendaList) rows = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", NULL);

  /* The third began earlier than the other two, who began on the same day. */
  open = tj_registrations_load_open (self->store, third, NULL);
  tj_registration_set_registered_on (open, day ("2026-10-01"));
  assert_works (tj_registrations_update (change, open, error_));
  assert_works (tj_change_commit (change, error_));
  merge (self, kept, other);
  merge (self, kept, third);
  all = tj_registrations_list (self->store, kept, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (tj_registration_get_registered_on (all->pdata[0]), ==, day ("2026-10-01"));
  rows = tj_agenda_list (self->store, -1, day ("2026-11-18"), NULL);
  g_assert_cmpuint (tj_agenda_list_get_length (rows), ==, 1);
  g_assert_cmpuint (tj_agenda_list_get_row (rows, 0)->registered_on, ==, day ("2026-10-01"));
}

static void
what_one_lacks_the_other_gives (Register *self)
{
  gint64 kept = add_youth (self->store, 0), other = add_youth (self->store, 1);
  g_autoptr (TjYouth) youth = tj_youths_load (self->store, kept, NULL);
  g_autoptr (TjYouth) protected = tj_youths_load (self->store, other, NULL);
  g_autoptr (TjYouth) merged = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", NULL);

  tj_youth_set_phone (youth, "");
  tj_youth_set_street (youth, "");
  tj_youth_set_number_kind (youth, TJ_NUMBER_TEMPORARY);
  tj_youth_set_protection (protected, TJ_PROTECTION_MARKED);
  assert_works (tj_youths_update (change, youth, error_));
  assert_works (tj_youths_update (change, protected, error_));
  assert_works (tj_change_commit (change, error_));
  merge (self, kept, other);
  merged = tj_youths_load (self->store, kept, NULL);
  g_assert_cmpstr (tj_youth_get_phone (merged), ==, "070-1740605");
  g_assert_cmpstr (tj_youth_get_street (merged), ==, "Storgatan 1");
  g_assert_cmpint (tj_youth_get_protection (merged), ==, TJ_PROTECTION_MARKED);
  g_assert_cmpstr (tj_youth_get_personal_number (merged), ==, test_number (1));
  g_assert_cmpint (tj_youths_find (self->store, test_number (0), NULL), ==, kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/merge/all-history-moves-and-comes-back",
                     all_history_moves_and_comes_back);
  register_add_test ("/store/merge/one-registration-is-open-afterwards",
                     one_registration_is_open_afterwards);
  register_add_test ("/store/merge/what-one-lacks-the-other-gives", what_one_lacks_the_other_gives);
  return g_test_run ();
}

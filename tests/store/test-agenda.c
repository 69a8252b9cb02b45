/* The agenda: after every change it says what the ladder says, without anybody asking it to. */

#include "config.h"

#include "register.h"

#include <string.h>

#include "tj-agenda.h"
#include "tj-follow-up-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-undo.h"

static gboolean
write_entry (const TjAgendaEntry *entry, gpointer text)
{
  TjDate today = day ("2026-11-18");

  g_string_append_printf (text, "%s%s%s:", entry->given_name,
                          entry->has_details ? "" : " no-details",
                          entry->has_address ? "" : " no-address");
  for (guint i = 0; i < entry->ladder.n_rungs; i++)
    {
      TjStepState state = tj_ladder_state (&entry->ladder, i, today);

      if (state == TJ_STEP_DUE || state == TJ_STEP_OVERDUE)
        g_string_append_printf (text, " %s %s", tj_ladder_step (&entry->ladder, i)->id,
                                tj_code_word (&tj_step_states, (int)state));
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

static void
assert_due (Register *self, const char *today, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_works (tj_agenda_due (self->store, day (today), write_entry, text, error_));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_status (Register *self, gint64 youth_id, const char *today, TjStatus expected)
{
  g_autoptr (TjAgendaList) list = tj_agenda_list (self->store, -1, day (today), NULL);
  guint counts[TJ_N_STATUSES];

  assert_works (tj_agenda_counts (self->store, day (today), counts, error_));
  g_assert_cmpuint (counts[expected], ==, 1);
  g_assert_cmpuint (tj_agenda_list_get_length (list), ==, 1);
  g_assert_cmpint (tj_agenda_list_get_row (list, 0)->youth_id, ==, youth_id);
  g_assert_cmpint (tj_agenda_list_get_row (list, 0)->status, ==, (int)expected);
}

static void
a_new_youth_is_due (Register *self)
{
  add_youth (self->store, 2000);
  assert_due (self, "2026-11-01", "");
  assert_due (self, "2026-11-18", "Åsa2000: first-contact overdue brev1 overdue\n");
}

static void
a_contact_is_seen_at_once (Register *self)
{
  gint64 id = add_youth (self->store, 2000);
  g_autoptr (TjAgendaList) list = NULL;
  const TjAgendaRow *row;

  add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  assert_due (self, "2026-11-18", "Åsa2000: brev1 overdue\n");
  assert_status (self, id, "2026-11-18", TJ_STATUS_TO_ACT);

  list = tj_agenda_list (self->store, TJ_STATUS_TO_ACT, day ("2026-11-18"), NULL);
  row = tj_agenda_list_get_row (list, 0);
  g_assert_cmpstr (row->next_step->id, ==, "brev1");
  g_assert_cmpint (row->next_state, ==, TJ_STEP_OVERDUE);
  g_assert_cmpuint (row->next_due, ==, day ("2026-11-16"));
  g_assert_cmpuint (row->registered_on, ==, day ("2026-11-02"));
  g_assert_cmpuint (row->contact_on, ==, day ("2026-11-09"));
  g_assert_cmpint (row->contact_channel, ==, TJ_CHANNEL_SMS);
  g_assert_cmpint (row->contact_outcome, ==, TJ_OUTCOME_NO_ANSWER);
}

static void
undo_and_redo_are_seen_at_once (Register *self)
{
  gint64 id = add_youth (self->store, 2000);

  add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  assert_works (tj_undo (self->store, error_));
  assert_due (self, "2026-11-18", "Åsa2000: first-contact overdue brev1 overdue\n");
  assert_works (tj_undo (self->store, error_));
  assert_due (self, "2026-11-18", "");
  assert_works (tj_redo (self->store, error_));
  assert_works (tj_redo (self->store, error_));
  assert_due (self, "2026-11-18", "Åsa2000: brev1 overdue\n");
}

static void
an_answer_ends_it_and_a_deleted_one_does_not (Register *self)
{
  gint64 id = add_youth (self->store, 2000);
  gint64 contact = add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_ANSWERED);
  g_autoptr (TjChange) change = NULL;

  assert_due (self, "2026-11-18", "");
  change = tj_change_begin (self->store, "delete", NULL);
  assert_works (tj_contacts_delete (change, contact, error_));
  assert_works (tj_change_commit (change, error_));
  assert_due (self, "2026-11-18", "Åsa2000: first-contact overdue brev1 overdue\n");
}

static void
knowledge_makes_it_watched (Register *self)
{
  gint64 id = add_youth (self->store, 2000);
  g_autoptr (TjKnowledge) knowledge = tj_knowledge_new (id);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "knowledge", NULL);

  tj_knowledge_set_date (knowledge, day ("2026-11-10"));
  tj_knowledge_set_occupation (knowledge, TJ_OCCUPATION_WORK);
  tj_knowledge_set_valid_until (knowledge, day ("2026-12-10"));
  assert_works (tj_knowledge_insert (change, knowledge, error_));
  assert_works (tj_change_commit (change, error_));
  assert_due (self, "2026-11-18", "");
  assert_status (self, id, "2026-11-18", TJ_STATUS_WATCHED);
  assert_status (self, id, "2026-12-11", TJ_STATUS_TO_ACT);
}

static void
deregistration_closes_it (Register *self)
{
  gint64 id = add_youth (self->store, 2000);
  g_autoptr (TjRegistration) registration = tj_registrations_load_open (self->store, id, NULL);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "deregister", NULL);
  TjLadder ladder;

  tj_registration_set_deregistered_on (registration, day ("2026-11-17"));
  tj_registration_set_reason (registration, TJ_DEREGISTRATION_MOVED);
  assert_works (tj_registrations_update (change, registration, error_));
  assert_works (tj_change_commit (change, error_));
  assert_due (self, "2026-11-18", "");
  assert_status (self, id, "2026-11-18", TJ_STATUS_CLOSED);
  assert_fails (tj_agenda_load (self->store, id, &ladder, error_), TJ_STORE_ERROR_NOT_FOUND);
  assert_fails (tj_registrations_load_open (self->store, id, error_) != NULL,
                TJ_STORE_ERROR_NOT_FOUND);
}

static void
a_second_registration_begins_anew (Register *self)
{
  gint64 id = add_youth (self->store, 2000);
  g_autoptr (TjRegistration) first = tj_registrations_load_open (self->store, id, NULL);
  g_autoptr (TjRegistration) second = tj_registration_new (id);
  g_autoptr (TjChange) change = NULL;

  add_contact (self->store, id, "2026-11-05", TJ_CHANNEL_SMS, TJ_OUTCOME_ANSWERED);
  change = tj_change_begin (self->store, "again", NULL);
  tj_registration_set_deregistered_on (first, day ("2026-11-06"));
  tj_registration_set_reason (first, TJ_DEREGISTRATION_INTRODUCTION);
  assert_works (tj_registrations_update (change, first, error_));
  tj_registration_set_registered_on (second, day ("2026-11-10"));
  assert_works (tj_registrations_insert (change, second, error_));
  assert_works (tj_change_commit (change, error_));
  assert_due (self, "2026-11-18", "Åsa2000: first-contact overdue brev1 due\n");
}

/* What an import plans in memory is what a reading of the rows plans. */
static void
the_short_way_plans_as_the_long_one (Register *self)
{
  g_autoptr (TjChange) change = tj_change_begin (self->store, "import", NULL);
  g_autoptr (GString) fast = g_string_new (NULL);
  g_autoptr (GString) slow = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (TjYouth) youth = new_youth (i * 20);
      g_autoptr (TjRegistration) registration = NULL;

      if (i % 3 == 0)
        tj_youth_set_phone (youth, "");
      if (i % 7 == 0)
        tj_youth_set_street (youth, "");
      registration = tj_registration_new (tj_youths_insert (change, youth, NULL));
      tj_registration_set_registered_on (registration, day ("2026-09-01") + i % 90);
      assert_works (tj_registrations_insert (change, registration, error_));
    }
  assert_works (tj_change_commit (change, error_));
  assert_works (tj_agenda_due (self->store, day ("2026-11-18"), write_entry, fast, error_));

  self->routine->reliable_sources ^= 1;
  assert_works (tj_store_set_routine (self->store, self->routine, error_));
  assert_works (tj_agenda_due (self->store, day ("2026-11-18"), write_entry, slow, error_));
  g_assert_cmpuint (slow->len, >, 1000);
  g_assert_nonnull (strstr (slow->str, "no-details"));
  g_assert_nonnull (strstr (slow->str, "no-address"));
  g_assert_cmpstr (fast->str, ==, slow->str);
}

static void
another_routine_plans_everybody_anew (Register *self)
{
  TjRoutineStep *step;

  add_youth (self->store, 2000);
  step = tj_routine_track_add_step (self->routine->tracks->pdata[0], "postcard");
  step->offset = (TjPeriod){ .days = 15 };
  step->channels = 1u << TJ_CHANNEL_POSTCARD;
  register_reopen (self);
  assert_due (self, "2026-11-18",
              "Åsa2000: first-contact overdue brev1 overdue postcard overdue\n");
}

static void
a_store_without_routine_catches_up (Register *self)
{
  register_close (self);
  self->store = tj_store_open (self->path, register_key, register_audit_key, NULL);
  add_youth (self->store, 2000);
  assert_due (self, "2026-11-18", "");
  assert_works (tj_store_set_routine (self->store, self->routine, error_));
  assert_due (self, "2026-11-18", "Åsa2000: first-contact overdue brev1 overdue\n");
}

static void
names_come_in_swedish_order (Register *self)
{
  static const char *const names[] = { "Öberg",    "Åkesson", "Zetterlund", "Äng",    "andersson",
                                       "Andersen", "Étienne", "Berg-Ek",    "Bergman" };
  static const char *const ordered[] = { "Andersen",   "andersson", "Berg-Ek", "Bergman", "Étienne",
                                         "Zetterlund", "Åkesson",   "Äng",     "Öberg" };
  g_autoptr (TjChange) change = tj_change_begin (self->store, "names", NULL);
  g_autoptr (TjAgendaList) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TjYouth) youth = new_youth (i);
      g_autoptr (TjRegistration) registration = NULL;

      tj_youth_set_family_name (youth, names[i]);
      registration = tj_registration_new (tj_youths_insert (change, youth, NULL));
      tj_registration_set_registered_on (registration, day ("2026-11-02"));
      assert_works (tj_registrations_insert (change, registration, error_));
    }
  assert_works (tj_change_commit (change, error_));

  list = tj_agenda_list (self->store, -1, day ("2026-11-18"), NULL);
  g_assert_cmpuint (tj_agenda_list_get_length (list), ==, G_N_ELEMENTS (ordered));
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    g_assert_cmpstr (tj_agenda_list_get_row (list, i)->family_name, ==, ordered[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/agenda/a-new-youth-is-due", a_new_youth_is_due);
  register_add_test ("/store/agenda/a-contact-is-seen-at-once", a_contact_is_seen_at_once);
  register_add_test ("/store/agenda/undo-and-redo-are-seen-at-once",
                     undo_and_redo_are_seen_at_once);
  register_add_test ("/store/agenda/an-answer-ends-it-and-a-deleted-one-does-not",
                     an_answer_ends_it_and_a_deleted_one_does_not);
  register_add_test ("/store/agenda/knowledge-makes-it-watched", knowledge_makes_it_watched);
  register_add_test ("/store/agenda/deregistration-closes-it", deregistration_closes_it);
  register_add_test ("/store/agenda/a-second-registration-begins-anew",
                     a_second_registration_begins_anew);
  register_add_test ("/store/agenda/the-short-way-plans-as-the-long-one",
                     the_short_way_plans_as_the_long_one);
  register_add_test ("/store/agenda/another-routine-plans-everybody-anew",
                     another_routine_plans_everybody_anew);
  register_add_test ("/store/agenda/a-store-without-routine-catches-up",
                     a_store_without_routine_catches_up);
  register_add_test ("/store/agenda/names-come-in-swedish-order", names_come_in_swedish_order);
  return g_test_run ();
}

/* Changes of very many rows, which are written on a thread of their own: they must leave exactly
 * what the same rows leave when they come one by one. */

#include "config.h"

#include "register.h"

#include <string.h>

#include "tj-agenda.h"
#include "tj-connection.h"
#include "tj-settings.h"
#include "tj-undo.h"

#define MANY 3000

static TjChange *
begin (Register *self)
{
  g_autoptr (GError) error = NULL;
  TjChange *change = tj_change_begin (self->store, "import", &error);

  g_assert_no_error (error);
  return change;
}

static void
add (TjChange *change, guint i)
{
  g_autoptr (TjYouth) youth = new_youth (i);
  g_autoptr (TjRegistration) registration = NULL;

  assert_works (tj_youths_insert (change, youth, error_));
  registration = tj_registration_new (tj_entity_get_id (youth));
  tj_registration_set_registered_on (registration, day ("2026-09-01") + i % 90);
  assert_works (tj_registrations_insert (change, registration, error_));
}

static char *
describe (Register *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (TjAgendaList) list = tj_agenda_list (self->store, -1, day ("2026-11-18"), NULL);

  for (gsize i = 0; i < tj_agenda_list_get_length (list); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (list, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s %u %d %u %s %d\n", row->youth_id,
                              row->personal_number, row->sort_key, row->registered_on, row->status,
                              row->next_due, row->next_step != NULL ? row->next_step->id : "-",
                              row->next_state);
    }
  return g_string_free (text, FALSE);
}

static void
many_are_as_each (Register *self)
{
  g_autofree char *each = NULL;
  g_autofree char *many = NULL;
  TjChange *change = begin (self);

  for (guint i = 0; i < MANY; i++)
    {
      if (i % 200 == 199)
        {
          assert_works (tj_change_commit (change, error_));
          tj_change_free (change);
          change = begin (self);
        }
      add (change, i);
    }
  assert_works (tj_change_commit (change, error_));
  tj_change_free (change);
  each = describe (self);
  register_tear_down (self, NULL);

  register_make (self);
  change = begin (self);
  for (guint i = 0; i < MANY; i++)
    add (change, i);
  assert_works (tj_change_commit (change, error_));
  tj_change_free (change);
  many = describe (self);
  g_assert_cmpuint (strlen (many), >, MANY * 40);
  g_assert_cmpstr (many, ==, each);
  assert_works (tj_store_verify (self->store, error_));
}

/* Reads, updates and other tables in between wait for the writer and see what it wrote. */
static void
other_rows_may_come_in_between (Register *self)
{
  TjChange *change = begin (self);
  gint64 id;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (TjYouth) youth = NULL;
      g_autoptr (TjContact) contact = NULL;

      add (change, i);
      if (i % 100 != 50)
        continue;
      id = tj_youths_find (self->store, test_number (i), NULL);
      g_assert_cmpint (id, !=, 0);
      youth = tj_youths_load (self->store, id, NULL);
      tj_youth_set_email (youth, "asa@example.se");
      assert_works (tj_youths_update (change, youth, error_));
      contact = tj_contact_new (id);
      tj_contact_set_date (contact, day ("2026-11-30"));
      tj_contact_set_outcome (contact, TJ_OUTCOME_ANSWERED);
      assert_works (tj_contacts_insert (change, contact, error_));
      assert_works (tj_settings_set (change, "last", test_number (i), error_));
    }
  assert_works (tj_change_commit (change, error_));
  tj_change_free (change);
  assert_works (tj_store_verify (self->store, error_));

  for (guint i = 50; i < MANY; i += 100)
    {
      TjLadder ladder;

      id = tj_youths_find (self->store, test_number (i), NULL);
      assert_works (tj_agenda_load (self->store, id, &ladder, error_));
      g_assert_cmpuint (ladder.answered_on, ==, day ("2026-11-30"));
    }
}

static void
many_are_undone_and_redone (Register *self)
{
  TjChange *change = begin (self);
  g_autofree char *before = NULL;
  g_autofree char *none = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < MANY; i++)
    add (change, i);
  assert_works (tj_change_commit (change, error_));
  tj_change_free (change);
  before = describe (self);
  assert_works (tj_undo (self->store, error_));
  none = describe (self);
  g_assert_cmpstr (none, ==, "");
  assert_works (tj_redo (self->store, error_));
  after = describe (self);
  g_assert_cmpstr (after, ==, before);
  assert_works (tj_store_verify (self->store, error_));
}

/* Wherever the row that the schema refuses stands, nothing is kept, and the store can go on. */
static void
one_bad_row_among_many_spoils_all (Register *self)
{
  guint places[] = { 300, 1500, MANY - 1 };

  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    {
      TjChange *change = begin (self);
      g_autoptr (GError) error = NULL;
      g_autofree char *left = NULL;

      for (guint i = 0; i < MANY && error == NULL; i++)
        {
          g_autoptr (TjYouth) youth = new_youth (i == places[p] ? 7 : i);

          tj_youths_insert (change, youth, &error);
        }
      if (error == NULL)
        g_assert_false (tj_change_commit (change, &error));
      g_assert_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_CONSTRAINT);
      tj_change_free (change);
      left = describe (self);
      g_assert_cmpstr (left, ==, "");
      g_assert_cmpint (tj_youths_find (self->store, test_number (0), NULL), ==, 0);
    }
  add_youth (self->store, 0);
}

static void
a_failure_shows_in_what_comes_next (Register *self)
{
  TjChange *change = begin (self);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (TjYouth) youth = new_youth (i == 399 ? 7 : i);

      assert_works (tj_youths_insert (change, youth, error_));
    }
  assert_fails (tj_settings_set (change, "key", "value", error_), TJ_STORE_ERROR_CONSTRAINT);
  assert_fails (tj_change_commit (change, error_), TJ_STORE_ERROR_CONSTRAINT);
  tj_change_free (change);
}

static void
a_dry_run_of_many_leaves_nothing (Register *self)
{
  TjChange *change = begin (self);
  g_autofree char *left = NULL;

  for (guint i = 0; i < MANY; i++)
    add (change, i);
  tj_change_free (change);
  left = describe (self);
  g_assert_cmpstr (left, ==, "");
  g_assert_cmpint (add_youth (self->store, 0), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/import/many-are-as-each", many_are_as_each);
  register_add_test ("/store/import/other-rows-may-come-in-between",
                     other_rows_may_come_in_between);
  register_add_test ("/store/import/many-are-undone-and-redone", many_are_undone_and_redone);
  register_add_test ("/store/import/one-bad-row-among-many-spoils-all",
                     one_bad_row_among_many_spoils_all);
  register_add_test ("/store/import/a-failure-shows-in-what-comes-next",
                     a_failure_shows_in_what_comes_next);
  register_add_test ("/store/import/a-dry-run-of-many-leaves-nothing",
                     a_dry_run_of_many_leaves_nothing);
  return g_test_run ();
}

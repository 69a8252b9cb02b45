/* A run of an import is taken back whole also when other things were done since, as long as nobody
 * has worked with what it brought. */

#include "config.h"

#include "register.h"

#include "tj-import-repository.h"
#include "tj-import-undo.h"
#include "tj-undo.h"

#define PEOPLE 5

typedef struct
{
  gint64 run_id;
  gint64 known;  /* a youth of before, whose phone the run changes */
  gint64 newest; /* the last it brings */
  gint64 stranger;
} Import;

static void
update_phone (Register *self, TjChange *change, gint64 id, const char *phone)
{
  g_autoptr (TjYouth) youth = NULL;

  assert_works ((youth = tj_youths_load (self->store, id, error_)) != NULL);
  tj_youth_set_phone (youth, phone);
  assert_works (tj_youths_update (change, youth, error_));
}

static gint64
add_new (TjChange *change, guint i)
{
  g_autoptr (TjYouth) youth = new_youth (i);
  g_autoptr (TjRegistration) registration = NULL;

  assert_works (tj_youths_insert (change, youth, error_));
  registration = tj_registration_new (tj_entity_get_id (youth));
  tj_registration_set_registered_on (registration, day ("2026-09-01"));
  assert_works (tj_registrations_insert (change, registration, error_));
  return tj_entity_get_id (youth);
}

static void
import (Register *self, Import *made)
{
  TjImportRun run = { .date = day ("2026-11-18"), .source = "ist" };
  g_autoptr (TjChange) change = NULL;

  made->known = add_youth (self->store, 100);
  made->stranger = add_youth (self->store, 101);
  assert_works ((change = tj_change_begin (self->store, "import-ist", error_)) != NULL);
  assert_works (tj_imports_insert (change, &run, error_));
  for (guint i = 0; i < PEOPLE; i++)
    {
      made->newest = add_new (change, i);
      assert_works (tj_imports_add_row (change, run.id, i + 2, "new", made->newest, error_));
    }
  update_phone (self, change, made->known, "070-174 06 04");
  run.rows = PEOPLE + 1;
  assert_works (tj_imports_update (change, &run, error_));
  assert_works (tj_change_commit (change, error_));
  made->run_id = run.id;
}

static void
change_phone (Register *self, gint64 id, const char *phone)
{
  g_autoptr (TjChange) change = NULL;

  assert_works ((change = tj_change_begin (self->store, "edit-youth", error_)) != NULL);
  update_phone (self, change, id, phone);
  assert_works (tj_change_commit (change, error_));
}

static char *
get_phone (Register *self, gint64 id)
{
  g_autoptr (TjYouth) youth = NULL;

  assert_works ((youth = tj_youths_load (self->store, id, error_)) != NULL);
  return g_strdup (tj_youth_get_phone (youth));
}

static void
assert_is_taken_back (Register *self, const Import *made)
{
  g_autofree char *phone = get_phone (self, made->known);

  g_assert_cmpstr (phone, ==, "070-1740605");
  for (gint64 id = made->newest - PEOPLE + 1; id <= made->newest; id++)
    assert_fails (tj_youths_load (self->store, id, error_) != NULL, TJ_STORE_ERROR_NOT_FOUND);
  assert_works (tj_store_verify (self->store, error_));
}

static guint
count_edited (Register *self, const Import *made)
{
  guint n = 99;

  assert_works (tj_import_count_edited (self->store, made->run_id, &n, error_));
  return n;
}

static void
unrelated_changes_do_not_matter (Register *self)
{
  Import made;
  g_autofree char *phone = NULL;

  import (self, &made);
  add_contact (self->store, made.stranger, "2026-11-18", TJ_CHANNEL_PHONE, TJ_OUTCOME_NO_ANSWER);
  change_phone (self, made.stranger, "070-174 06 06");
  register_reopen (self);

  g_assert_cmpuint (count_edited (self, &made), ==, 0);
  assert_works (tj_import_undo (self->store, made.run_id, NULL, error_));
  assert_is_taken_back (self, &made);
  phone = get_phone (self, made.stranger);
  g_assert_cmpstr (phone, ==, "070-174 06 06");
  assert_fails (tj_import_undo (self->store, made.run_id, NULL, error_), TJ_STORE_ERROR_NOT_FOUND);
}

static void
it_can_be_redone (Register *self)
{
  Import made;
  g_autofree char *phone = NULL;

  import (self, &made);
  change_phone (self, made.stranger, "070-174 06 06");
  assert_works (tj_import_undo (self->store, made.run_id, NULL, error_));
  assert_works (tj_redo (self->store, error_));
  phone = get_phone (self, made.known);
  g_assert_cmpstr (phone, ==, "070-174 06 04");
  g_assert_cmpuint (count_edited (self, &made), ==, 0);
}

static void
edited_people_are_counted_and_hinder (Register *self)
{
  Import made;

  import (self, &made);
  add_contact (self->store, made.newest, "2026-11-18", TJ_CHANNEL_PHONE, TJ_OUTCOME_NO_ANSWER);
  add_contact (self->store, made.newest, "2026-11-18", TJ_CHANNEL_SMS, TJ_OUTCOME_SENT);
  g_assert_cmpuint (count_edited (self, &made), ==, 1);
  change_phone (self, made.known, "070-174 06 07");
  g_assert_cmpuint (count_edited (self, &made), ==, 2);
  change_phone (self, made.newest - 1, "070-174 06 08");
  g_assert_cmpuint (count_edited (self, &made), ==, 3);

  assert_fails (tj_import_undo (self->store, made.run_id, NULL, error_), TJ_STORE_ERROR_EDITED);
  assert_works (tj_youths_load (self->store, made.newest, error_) != NULL);
}

static void
edits_that_were_undone_do_not_hinder (Register *self)
{
  Import made;

  import (self, &made);
  change_phone (self, made.known, "070-174 06 07");
  assert_works (tj_undo (self->store, error_));
  assert_works (tj_import_undo (self->store, made.run_id, NULL, error_));
  assert_is_taken_back (self, &made);
}

static void
imports_outlive_other_changes (Register *self)
{
  Import made;

  import (self, &made);
  for (guint i = 0; i < 250; i++)
    change_phone (self, made.stranger, i % 2 == 0 ? "070-174 06 06" : "070-174 06 07");
  assert_works (tj_import_undo (self->store, made.run_id, NULL, error_));
  assert_is_taken_back (self, &made);
}

static void
edits_are_not_forgotten_with_their_changes (Register *self)
{
  Import made;
  guint n;

  import (self, &made);
  change_phone (self, made.known, "070-174 06 09");
  for (guint i = 0; i < 250; i++)
    change_phone (self, made.stranger, i % 2 == 0 ? "070-174 06 06" : "070-174 06 07");
  assert_fails (tj_import_count_edited (self->store, made.run_id, &n, error_),
                TJ_STORE_ERROR_NOT_FOUND);
  assert_fails (tj_import_undo (self->store, made.run_id, NULL, error_), TJ_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/import-undo/unrelated-changes-do-not-matter",
                     unrelated_changes_do_not_matter);
  register_add_test ("/store/import-undo/it-can-be-redone", it_can_be_redone);
  register_add_test ("/store/import-undo/edited-people-are-counted-and-hinder",
                     edited_people_are_counted_and_hinder);
  register_add_test ("/store/import-undo/edits-that-were-undone-do-not-hinder",
                     edits_that_were_undone_do_not_hinder);
  register_add_test ("/store/import-undo/imports-outlive-other-changes",
                     imports_outlive_other_changes);
  register_add_test ("/store/import-undo/edits-are-not-forgotten-with-their-changes",
                     edits_are_not_forgotten_with_their_changes);
  return g_test_run ();
}

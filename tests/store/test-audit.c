/* The audit's chain: what is written there, and that no row can be edited, removed, moved or cut
 * off unseen, by somebody who has the database's key but not the audit's. */

#include "config.h"

#include "register.h"

#include <string.h>

#include "tj-audit.h"
#include "tj-connection.h"

static gboolean
collect (const TjAuditEntry *entry, gpointer text)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " [%s]\n",
                          entry->number, entry->action, entry->youth_id, entry->details);
  g_assert_cmpstr (entry->actor, !=, "");
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2026-11-18T00:00:00Z"));
  return TRUE;
}

static char *
read_log (Register *self)
{
  GString *text = g_string_new (NULL);

  assert_works (tj_audit_foreach (self->store, collect, text, error_));
  return g_string_free (text, FALSE);
}

static void
it_tells_fields_and_never_values (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjYouth) youth = tj_youths_load (self->store, id, NULL);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "edit", NULL);
  g_autofree char *log = NULL;

  tj_youth_set_phone (youth, "070-1740699");
  tj_youth_set_email (youth, "hemlig@example.se");
  assert_works (tj_youths_update (change, youth, error_));
  assert_works (tj_change_commit (change, error_));
  assert_works (tj_audit_log (self->store, "read", id, NULL, error_));
  log = read_log (self);
  g_assert_cmpstr (log, ==,
                   "3 read 1 []\n"
                   "2 edit 1 [youth ~1 (phone, email)]\n"
                   "1 test-add 1 [youth +1, registration +1]\n");
}

static void
a_change_rolled_back_is_not_told (Register *self)
{
  TjChange *change = tj_change_begin (self->store, "edit", NULL);
  g_autofree char *log = NULL;

  assert_works (tj_audit_log (self->store, "print", 0, "3 letters", error_));
  tj_change_free (change);
  log = read_log (self);
  g_assert_cmpstr (log, ==, "");
}

static void
reading_and_undo_are_told_in_a_chain (Register *self)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES], later[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  assert_works (tj_audit_head (self->store, head, &count, error_));
  g_assert_cmpuint (count, ==, 0);
  add_youth (self->store, 0);
  assert_works (tj_audit_head (self->store, head, &count, error_));
  g_assert_cmpuint (count, ==, 1);
  register_reopen (self);
  assert_works (tj_audit_log (self->store, "search", 0, NULL, error_));
  assert_works (tj_audit_head (self->store, later, &count, error_));
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpint (memcmp (head, later, sizeof head), !=, 0);
  assert_works (tj_audit_verify (self->store, head, 1, error_));
  assert_works (tj_audit_verify (self->store, later, 2, error_));
  assert_works (tj_audit_verify (self->store, NULL, 0, error_));
  assert_fails (tj_audit_verify (self->store, head, 2, error_), TJ_STORE_ERROR_DAMAGED);
}

/* Five rows, then SQL by somebody who can open the database. */
static void
tamper (Register *self, const char *sql)
{
  TjConnection *connection;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    assert_works (tj_audit_log (self->store, "read", i, NULL, error_));
  register_close (self);
  connection = tj_connection_open (self->path, register_key, FALSE, &error);
  g_assert_no_error (error);
  tj_connection_exec (
      connection, "DROP TRIGGER audit_is_not_edited; DROP TRIGGER audit_is_not_deleted", &error);
  g_assert_no_error (error);
  tj_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
  tj_connection_close (connection, NULL);
  register_reopen (self);
}

static void
tampering_is_found (Register *self, const char *sql)
{
  tamper (self, sql);
  assert_fails (tj_audit_verify (self->store, NULL, 0, error_), TJ_STORE_ERROR_DAMAGED);
  assert_fails (tj_store_verify (self->store, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
an_edited_row_is_found (Register *self)
{
  tampering_is_found (self, "UPDATE audit SET youth_id = 7 WHERE number = 2");
}

static void
an_edited_time_is_found (Register *self)
{
  tampering_is_found (self, "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE number = 5");
}

static void
a_removed_row_is_found (Register *self)
{
  tampering_is_found (self, "DELETE FROM audit WHERE number = 3");
}

static void
a_removed_row_with_the_rest_moved_up_is_found (Register *self)
{
  tampering_is_found (self, "DELETE FROM audit WHERE number = 3;"
                            "UPDATE audit SET number = 3 WHERE number = 4;"
                            "UPDATE audit SET number = 4 WHERE number = 5");
}

static void
rows_that_changed_places_are_found (Register *self)
{
  tampering_is_found (self, "UPDATE audit SET number = 99 WHERE number = 2;"
                            "UPDATE audit SET number = 2 WHERE number = 3;"
                            "UPDATE audit SET number = 3 WHERE number = 99");
}

static void
rows_cut_off_at_the_end_are_found_by_the_head (Register *self)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  for (guint i = 0; i < 3; i++)
    assert_works (tj_audit_log (self->store, "read", i, NULL, error_));
  assert_works (tj_audit_head (self->store, head, &count, error_));
  tamper (self, "DELETE FROM audit WHERE number > 2");
  assert_works (tj_audit_verify (self->store, NULL, 0, error_));
  assert_fails (tj_audit_verify (self->store, head, count, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
another_audit_key_verifies_nothing (Register *self)
{
  guint8 other[TJ_STORE_KEY_BYTES] = { 42 };

  add_youth (self->store, 0);
  register_close (self);
  self->store = tj_store_open (self->path, register_key, other, NULL);
  assert_fails (tj_audit_verify (self->store, NULL, 0, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
sql_may_neither_edit_nor_delete (Register *self)
{
  TjConnection *connection;

  add_youth (self->store, 0);
  register_close (self);
  connection = tj_connection_open (self->path, register_key, FALSE, NULL);
  assert_fails (tj_connection_exec (connection, "UPDATE audit SET action = 'x'", error_),
                TJ_STORE_ERROR_CONSTRAINT);
  assert_fails (tj_connection_exec (connection, "DELETE FROM audit", error_),
                TJ_STORE_ERROR_CONSTRAINT);
  tj_connection_close (connection, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/audit/it-tells-fields-and-never-values",
                     it_tells_fields_and_never_values);
  register_add_test ("/store/audit/a-change-rolled-back-is-not-told",
                     a_change_rolled_back_is_not_told);
  register_add_test ("/store/audit/reading-and-undo-are-told-in-a-chain",
                     reading_and_undo_are_told_in_a_chain);
  register_add_test ("/store/audit/an-edited-row-is-found", an_edited_row_is_found);
  register_add_test ("/store/audit/an-edited-time-is-found", an_edited_time_is_found);
  register_add_test ("/store/audit/a-removed-row-is-found", a_removed_row_is_found);
  register_add_test ("/store/audit/a-removed-row-with-the-rest-moved-up-is-found",
                     a_removed_row_with_the_rest_moved_up_is_found);
  register_add_test ("/store/audit/rows-that-changed-places-are-found",
                     rows_that_changed_places_are_found);
  register_add_test ("/store/audit/rows-cut-off-at-the-end-are-found-by-the-head",
                     rows_cut_off_at_the_end_are_found_by_the_head);
  register_add_test ("/store/audit/another-audit-key-verifies-nothing",
                     another_audit_key_verifies_nothing);
  register_add_test ("/store/audit/sql-may-neither-edit-nor-delete",
                     sql_may_neither_edit_nor_delete);
  return g_test_run ();
}

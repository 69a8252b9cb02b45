/* Changes are whole or not there, and undo puts rows back as they were, byte for byte, also after
 * the program was closed in between. */

#include "config.h"

#include "register.h"

#include <stdlib.h>
#include <string.h>

#include "tj-agenda.h"
#include "tj-connection.h"
#include "tj-follow-up-repository.h"
#include "tj-import-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-letter-repository.h"
#include "tj-settings.h"
#include "tj-statement.h"
#include "tj-undo.h"

static const char *const tables[]
    = { "youth",  "youth_number", "registration", "knowledge", "contact", "follow_up",
        "letter", "import_run",   "import_row",   "setting",   "agenda",  NULL };

static void
append_rows (GString *text, TjConnection *connection, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatement) select = tj_statement_new (connection, sql, &error);

  g_assert_no_error (error);
  g_string_append_printf (text, "%s\n", table);
  while (tj_statement_step (select, &error) == TJ_STATEMENT_ROW)
    {
      for (int i = 0; i < tj_statement_count_columns (select); i++)
        {
          gsize n;
          const guint8 *bytes = tj_statement_get_bytes (select, i, &n);
          g_autofree char *base64 = g_base64_encode (bytes, n);

          g_string_append_printf (text, "%d:%s|", tj_statement_is_null (select, i), base64);
        }
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
}

/* Every byte of every row that undo answers for, read through a connection of the test's own. */
static char *
dump (Register *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TjConnection *connection = tj_connection_open (self->path, register_key, FALSE, &error);

  g_assert_no_error (error);
  for (const char *const *table = tables; *table != NULL; table++)
    append_rows (text, connection, *table);
  tj_connection_close (connection, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static TjChange *
begin (Register *self, const char *action)
{
  g_autoptr (GError) error = NULL;
  TjChange *change = tj_change_begin (self->store, action, &error);

  g_assert_no_error (error);
  return change;
}

/* A bit of everything in one change: inserts, updates twice, deletes, of old rows and new. */
static void
change_much (Register *self, gint64 youth_id, gint64 contact_id)
{
  g_autoptr (TjChange) change = begin (self, "much");
  g_autoptr (TjYouth) youth = tj_youths_load (self->store, youth_id, NULL);
  g_autoptr (TjContact) contact = tj_contacts_load (self->store, contact_id, NULL);
  g_autoptr (TjContact) fresh = tj_contact_new (youth_id);
  g_autoptr (TjKnowledge) knowledge = tj_knowledge_new (youth_id);
  g_autoptr (TjFollowUp) follow_up = tj_follow_up_new (youth_id);
  g_autoptr (TjLetter) letter = tj_letter_new (youth_id);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-\0-bytes", 12);
  TjImportRun run = { .date = day ("2026-11-16"), .source = "ist", .rows = 1 };

  tj_youth_set_personal_number (youth, test_number (77));
  tj_youth_set_email (youth, "asa@example.se");
  assert_works (tj_youths_update (change, youth, error_));
  tj_youth_set_email (youth, "");
  tj_youth_set_locality (youth, "Lidköping");
  assert_works (tj_youths_update (change, youth, error_));

  tj_letter_set_date (letter, day ("2026-11-17"));
  tj_letter_set_kind (letter, "brev1");
  tj_letter_set_template_version (letter, 1);
  tj_contact_set_date (fresh, day ("2026-11-17"));
  assert_works (tj_contacts_insert (change, fresh, error_));
  assert_works (tj_letters_insert (change, letter, pdf, error_));
  tj_contact_set_letter_id (fresh, tj_entity_get_id (letter));
  tj_contact_set_letter_kind (fresh, "brev1");
  assert_works (tj_contacts_update (change, fresh, error_));
  tj_contact_set_note (contact, "Ändrad anteckning");
  assert_works (tj_contacts_update (change, contact, error_));
  assert_works (tj_contacts_delete (change, contact_id, error_));

  tj_knowledge_set_date (knowledge, day ("2026-11-17"));
  tj_knowledge_set_occupation (knowledge, TJ_OCCUPATION_WORK);
  assert_works (tj_knowledge_insert (change, knowledge, error_));
  tj_follow_up_set_due (follow_up, day ("2027-01-17"));
  assert_works (tj_follow_ups_insert (change, follow_up, error_));
  assert_works (tj_settings_set (change, "municipality", "1472", error_));
  assert_works (tj_settings_set (change, "routine", "tibro", error_));
  assert_works (tj_imports_insert (change, &run, error_));
  assert_works (tj_imports_add_row (change, run.id, 2, "changed", youth_id, error_));
  run.changed = 1;
  assert_works (tj_imports_update (change, &run, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
set_setting (Register *self, const char *key, const char *value)
{
  g_autoptr (TjChange) change = begin (self, "setting");

  assert_works (tj_settings_set (change, key, value, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
rows_come_back_byte_for_byte (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  gint64 contact_id
      = add_contact (self->store, youth_id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  set_setting (self, "municipality", "1494");
  before = dump (self);
  change_much (self, youth_id, contact_id);
  changed = dump (self);
  g_assert_cmpstr (before, !=, changed);

  assert_works (tj_undo (self->store, error_));
  undone = dump (self);
  g_assert_cmpstr (undone, ==, before);
  assert_works (tj_redo (self->store, error_));
  redone = dump (self);
  g_assert_cmpstr (redone, ==, changed);
}

static void
undo_reaches_over_a_restart (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  g_autofree char *before = dump (self);
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  add_contact (self->store, youth_id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  changed = dump (self);
  register_reopen (self);
  assert_works (tj_undo (self->store, error_));
  undone = dump (self);
  g_assert_cmpstr (undone, ==, before);
  register_reopen (self);
  assert_works (tj_redo (self->store, error_));
  redone = dump (self);
  g_assert_cmpstr (redone, ==, changed);
}

static void
all_can_be_undone_to_the_beginning (Register *self)
{
  g_autofree char *before = dump (self);
  g_autofree char *after = NULL;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = add_youth (self->store, i);
      gint64 contact
          = add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);

      if (i == 1)
        change_much (self, id, contact);
    }
  while (tj_undo (self->store, NULL))
    n++;
  g_assert_cmpuint (n, ==, 7);
  after = dump (self);
  g_assert_cmpstr (after, ==, before);
  assert_fails (tj_undo (self->store, error_), TJ_STORE_ERROR_NOT_FOUND);
  while (tj_redo (self->store, NULL))
    n--;
  g_assert_cmpuint (n, ==, 0);
  assert_works (tj_store_verify (self->store, error_));
}

static void
a_new_change_ends_what_can_be_redone (Register *self)
{
  gint64 id = add_youth (self->store, 0);

  add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  assert_works (tj_undo (self->store, error_));
  add_contact (self->store, id, "2026-11-10", TJ_CHANNEL_PHONE, TJ_OUTCOME_NO_ANSWER);
  assert_fails (tj_redo (self->store, error_), TJ_STORE_ERROR_NOT_FOUND);
}

static void
changes_are_listed_latest_first (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  TjUndoEntry *entry;

  add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
  assert_works (tj_undo (self->store, error_));
  list = tj_undo_list (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  entry = list->pdata[0];
  g_assert_cmpstr (entry->action, ==, "contact");
  g_assert_true (entry->undone);
  g_assert_cmpint (entry->youth_id, ==, id);
  entry = list->pdata[1];
  g_assert_cmpstr (entry->action, ==, "test-add");
  g_assert_false (entry->undone);
}

static void
old_changes_are_dropped (Register *self)
{
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < 205; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      set_setting (self, "counter", value);
    }
  list = tj_undo_list (self->store, NULL);
  g_assert_cmpuint (list->len, ==, 200);
}

static void
what_is_not_committed_is_gone (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autofree char *before = dump (self);
  g_autofree char *after = NULL;
  TjChange *change = begin (self, "dropped");
  g_autoptr (TjContact) contact = tj_contact_new (id);

  tj_contact_set_date (contact, day ("2026-11-09"));
  assert_works (tj_contacts_insert (change, contact, error_));
  assert_fails (tj_change_begin (self->store, "nested", error_) != NULL, TJ_STORE_ERROR_BUSY);
  assert_fails (tj_store_close (self->store, error_), TJ_STORE_ERROR_BUSY);
  tj_change_free (change);
  after = dump (self);
  g_assert_cmpstr (after, ==, before);
  add_contact (self->store, id, "2026-11-09", TJ_CHANNEL_SMS, TJ_OUTCOME_NO_ANSWER);
}

static void
a_number_is_given_once (Register *self)
{
  g_autoptr (TjYouth) youth = new_youth (0);
  TjChange *change;

  add_youth (self->store, 0);
  change = begin (self, "twice");
  assert_fails (tj_youths_insert (change, youth, error_) != 0, TJ_STORE_ERROR_CONSTRAINT);
  tj_change_free (change);
}

static void
an_earlier_number_still_finds (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjYouth) youth = tj_youths_load (self->store, id, NULL);
  g_autoptr (TjChange) change = begin (self, "number");
  g_auto (GStrv) earlier = NULL;

  tj_youth_set_personal_number (youth, test_number (5));
  assert_works (tj_youths_update (change, youth, error_));
  assert_works (tj_change_commit (change, error_));
  g_assert_cmpint (tj_youths_find (self->store, test_number (5), NULL), ==, id);
  g_assert_cmpint (tj_youths_find (self->store, test_number (0), NULL), ==, id);
  earlier = tj_youths_list_earlier_numbers (self->store, id, NULL);
  g_assert_cmpuint (g_strv_length (earlier), ==, 1);
  g_assert_cmpstr (earlier[0], ==, test_number (0));
  assert_fails (tj_youths_find (self->store, test_number (9), error_) != 0,
                TJ_STORE_ERROR_NOT_FOUND);
}

static void
an_id_is_never_given_again (Register *self)
{
  gint64 first = add_youth (self->store, 0);

  assert_works (tj_undo (self->store, error_));
  g_assert_cmpint (add_youth (self->store, 1), >, first);
}

static gboolean
write_row (guint row, const char *result, gint64 youth_id, gpointer text)
{
  g_string_append_printf (text, "%u %s %" G_GINT64_FORMAT "\n", row, result, youth_id);
  return TRUE;
}

static gboolean
write_run (const TjImportRun *run, gpointer text)
{
  g_string_append_printf (text, "%s %u\n", run->source, run->added);
  return TRUE;
}

static void
rows_of_an_import_are_told_one_by_one (Register *self)
{
  g_autoptr (TjChange) change = begin (self, "import-ist");
  TjImportRun run = { .date = day ("2026-11-16"), .source = "ist" };
  const char *rows = "2 new 7\n3 new 8\n4 new 10\n5 changed 11\n6 rejected 0\n7 rejected 0\n"
                     "9 rejected 0\n10 new 12\n";
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  assert_works (tj_imports_insert (change, &run, error_));
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      assert_works (tj_imports_add_row (change, run.id, (guint)atoi (words[0]), words[1],
                                        atoi (words[2]), error_));
    }
  run.added = 4;
  assert_works (tj_imports_update (change, &run, error_));
  assert_works (tj_change_commit (change, error_));
  assert_works (tj_imports_foreach (self->store, write_run, text, error_));
  g_assert_cmpstr (text->str, ==, "ist 4\n");
  g_string_truncate (text, 0);
  assert_works (tj_imports_foreach_row (self->store, run.id, write_row, text, error_));
  g_assert_cmpstr (text->str, ==, rows);
}

static void
note_change (TjStore *store, gint64 youth_id, gpointer seen)
{
  g_array_append_val ((GArray *)seen, youth_id);
}

static void
listeners_hear_whose_data_changed (Register *self)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjChange) change = NULL;
  gint64 ids[3];

  g_signal_connect (self->store, "changed", G_CALLBACK (note_change), seen);
  ids[0] = add_youth (self->store, 0);
  ids[1] = add_youth (self->store, 1);
  change = begin (self, "both");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TjContact) contact = tj_contact_new (ids[i]);

      tj_contact_set_date (contact, day ("2026-11-09"));
      assert_works (tj_contacts_insert (change, contact, error_));
    }
  assert_works (tj_change_commit (change, error_));
  ids[2] = 0;
  g_assert_cmpmem (seen->data, seen->len * sizeof (gint64), ids, sizeof ids);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/undo/rows-come-back-byte-for-byte", rows_come_back_byte_for_byte);
  register_add_test ("/store/undo/undo-reaches-over-a-restart", undo_reaches_over_a_restart);
  register_add_test ("/store/undo/all-can-be-undone-to-the-beginning",
                     all_can_be_undone_to_the_beginning);
  register_add_test ("/store/undo/a-new-change-ends-what-can-be-redone",
                     a_new_change_ends_what_can_be_redone);
  register_add_test ("/store/undo/changes-are-listed-latest-first",
                     changes_are_listed_latest_first);
  register_add_test ("/store/undo/old-changes-are-dropped", old_changes_are_dropped);
  register_add_test ("/store/change/what-is-not-committed-is-gone", what_is_not_committed_is_gone);
  register_add_test ("/store/change/a-number-is-given-once", a_number_is_given_once);
  register_add_test ("/store/change/an-earlier-number-still-finds", an_earlier_number_still_finds);
  register_add_test ("/store/change/an-id-is-never-given-again", an_id_is_never_given_again);
  register_add_test ("/store/change/rows-of-an-import-are-told-one-by-one",
                     rows_of_an_import_are_told_one_by_one);
  register_add_test ("/store/change/listeners-hear-whose-data-changed",
                     listeners_hear_whose_data_changed);
  return g_test_run ();
}

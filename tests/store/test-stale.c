/* Two readers of one row: the second to write does not write over what it has not seen. */

#include "config.h"

#include "register.h"

static gboolean
update (Register *self, gpointer entity, GError **error)
{
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", error);

  if (change == NULL)
    return FALSE;
  return (TJ_IS_YOUTH (entity) ? tj_youths_update (change, entity, error)
                               : tj_contacts_update (change, entity, error))
         && tj_change_commit (change, error);
}

static void
the_second_writer_is_refused (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjYouth) first = tj_youths_load (self->store, id, NULL);
  g_autoptr (TjYouth) second = tj_entity_copy (first);
  g_autoptr (TjYouth) kept = NULL;

  tj_youth_set_phone (first, "070-174 06 05");
  assert_works (update (self, first, error_));
  tj_youth_set_email (second, "kim@example.se");
  assert_fails (update (self, second, error_), TJ_STORE_ERROR_STALE);

  kept = tj_youths_load (self->store, id, NULL);
  g_assert_cmpstr (tj_youth_get_phone (kept), ==, "070-174 06 05");
  g_assert_cmpstr (tj_youth_get_email (kept), ==, tj_youth_get_email (first));
}

static void
one_writer_writes_again_and_again (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  gint64 id = add_contact (self->store, youth_id, "2026-11-02", TJ_CHANNEL_SMS, TJ_OUTCOME_SENT);
  g_autoptr (GPtrArray) contacts = tj_contacts_list (self->store, youth_id, NULL);
  g_autoptr (TjContact) kept = NULL;

  tj_contact_set_note (contacts->pdata[0], "en gång");
  assert_works (update (self, contacts->pdata[0], error_));
  tj_contact_set_note (contacts->pdata[0], "en gång till");
  assert_works (update (self, contacts->pdata[0], error_));
  kept = tj_contacts_load (self->store, id, NULL);
  g_assert_cmpstr (tj_contact_get_note (kept), ==, "en gång till");
}

static void
the_same_words_twice_are_no_quarrel (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjYouth) first = tj_youths_load (self->store, id, NULL);
  g_autoptr (TjYouth) second = tj_entity_copy (first);

  tj_youth_set_phone (first, "070-174 06 05");
  tj_youth_set_phone (second, "070-174 06 05");
  assert_works (update (self, first, error_));
  assert_works (update (self, second, error_));
}

static void
a_row_that_is_gone_is_told_of (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  gint64 id = add_contact (self->store, youth_id, "2026-11-02", TJ_CHANNEL_SMS, TJ_OUTCOME_SENT);
  g_autoptr (TjContact) contact = tj_contacts_load (self->store, id, NULL);
  TjChange *change = tj_change_begin (self->store, "test", NULL);

  assert_works (tj_contacts_delete (change, id, error_));
  assert_works (tj_change_commit (change, error_));
  tj_change_free (change);
  tj_contact_set_note (contact, "för sent");
  assert_fails (update (self, contact, error_), TJ_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  register_add_test ("/stale/the-second-writer-is-refused", the_second_writer_is_refused);
  register_add_test ("/stale/one-writer-writes-again-and-again", one_writer_writes_again_and_again);
  register_add_test ("/stale/the-same-words-twice-are-no-quarrel",
                     the_same_words_twice_are_no_quarrel);
  register_add_test ("/stale/a-row-that-is-gone-is-told-of", a_row_that_is_gone_is_told_of);

  return g_test_run ();
}

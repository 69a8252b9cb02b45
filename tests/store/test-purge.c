/* A purge leaves nothing: no row in any table, no undo, and no remains in the pages of the file,
 * which are decrypted here one by one, apart from SQLite, as somebody with the key could. */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "register.h"

#include <openssl/evp.h>
#include <string.h>

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-connection.h"
#include "tj-delivery-repository.h"
#include "tj-import-repository.h"
#include "tj-letter-repository.h"
#include "tj-measure-repository.h"
#include "tj-plan-repository.h"
#include "tj-purge.h"
#include "tj-undo.h"

#define PAGE 4096
#define RESERVED 48 /* iv, HMAC, padding */
#define SALT 16     /* in the clear, first in the file */

static void
decrypt (const guint8 *page, gsize from, guint8 *plain)
{
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new ();
  int n;

  g_assert_cmpint (
      EVP_DecryptInit_ex (cipher, EVP_aes_256_cbc (), NULL, register_key, page + PAGE - RESERVED),
      ==, 1);
  EVP_CIPHER_CTX_set_padding (cipher, 0);
  g_assert_cmpint (
      EVP_DecryptUpdate (cipher, plain, &n, page + from, (int)(PAGE - RESERVED - from)), ==, 1);
  EVP_CIPHER_CTX_free (cipher);
}

/* In how many pages of the file the text stands, free pages too. */
static guint
count_pages_with (Register *self, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  guint n = 0;

  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  for (gsize at = 0; at < n_bytes; at += PAGE)
    {
      guint8 plain[PAGE] = { 0 };

      decrypt ((const guint8 *)bytes + at, at == 0 ? SALT : 0, plain);
      n += memmem (plain, sizeof plain, text, strlen (text)) != NULL;
    }
  return n;
}

/* A file for SCB with somebody in it, whose bytes are kept. */
static gint64
add_delivery (TjStore *store, TjChange *change, gint64 youth_id, GBytes *content)
{
  TjDelivery delivery = { .half = (char *)"2026H2",
                          .layout = (char *)"scb-2026",
                          .format = (char *)"csv",
                          .rows = 1,
                          .columns = (char *)"personnummer",
                          .sha256 = (char *)"0123" };
  g_autoptr (TjYouth) youth = NULL;
  TjDeliveryRow row = { .registered_on = day ("2026-11-02"), .is_open = TRUE, .cells = CANARY };
  gint64 id;

  assert_works (youth = tj_youths_load (store, youth_id, error_));
  row.personal_number = tj_youth_get_personal_number (youth);
  assert_works (id = tj_deliveries_insert (change, &delivery, content, error_));
  assert_works (tj_deliveries_add_row (change, id, &row, error_));
  assert_works (tj_deliveries_set_delivered (change, id, day ("2026-11-03"), error_));
  return id;
}

static void
add_everything (Register *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", &error);
  g_autoptr (TjContact) contact = g_object_new (TJ_TYPE_CONTACT, "youth-id", id, "date",
                                                day ("2026-11-03"), "note", CANARY, NULL);
  g_autoptr (TjMeasure) measure
      = g_object_new (TJ_TYPE_MEASURE, "youth-id", id, "started-on", day ("2026-11-03"), NULL);
  g_autoptr (TjActivity) activity = NULL;
  g_autoptr (TjPlan) plan = g_object_new (TJ_TYPE_PLAN, "youth-id", id, "goal", CANARY,
                                          "written-on", day ("2026-11-03"), NULL);
  g_autoptr (TjLetter) letter
      = g_object_new (TJ_TYPE_LETTER, "youth-id", id, "date", day ("2026-11-03"), NULL);
  g_autofree char *pdf = g_strnfill (20000, 'x');
  g_autoptr (GBytes) bytes = NULL;
  TjImportRun run = { .date = day ("2026-11-03"), .source = "ist" };

  memcpy (pdf + 15000, CANARY, strlen (CANARY));
  bytes = g_bytes_new (pdf, 20000);
  assert_works (tj_contacts_insert (change, contact, error_));
  assert_works (tj_measures_insert (change, measure, error_));
  activity = g_object_new (TJ_TYPE_ACTIVITY, "youth-id", id, "measure-id",
                           tj_entity_get_id (measure), "goal", CANARY, NULL);
  assert_works (tj_activities_insert (change, activity, error_));
  assert_works (tj_plans_insert (change, plan, error_));
  assert_works (tj_letters_insert (change, letter, bytes, error_));
  add_delivery (self->store, change, id, bytes);
  assert_works (tj_imports_insert (change, &run, error_));
  assert_works (tj_imports_add_row (change, run.id, 2, "new", id, error_));
  assert_works (tj_change_commit (change, error_));
}

/* Renames, so that undo holds the canary as an image. */
static void
rename_youth (Register *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", &error);
  g_autoptr (TjYouth) youth = tj_youths_load (self->store, id, &error);

  tj_youth_set_street (youth, "Lillgatan 2");
  assert_works (tj_youths_update (change, youth, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
purge (Register *self, const gint64 *ids, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjPurgeProtocol) protocol
      = tj_purge_run (self->store, 2033, day ("2033-12-01"), ids, n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (protocol->youths, ==, n);
}

static void
nothing_of_the_purged_is_left_in_any_page (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  gint64 others[40];
  g_autoptr (GPtrArray) undo = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      others[i] = add_youth (self->store, i + 1);
      add_everything (self, others[i]);
    }
  add_everything (self, id);
  rename_youth (self, id);
  register_reopen (self);
  g_assert_cmpuint (count_pages_with (self, CANARY), >, 5);
  g_assert_cmpuint (count_pages_with (self, test_number (0)), >, 0);

  purge (self, others, G_N_ELEMENTS (others));
  g_assert_cmpuint (count_pages_with (self, CANARY), >, 0);
  g_assert_cmpuint (count_pages_with (self, test_number (1)), ==, 0);
  purge (self, &id, 1);
  g_assert_cmpuint (count_pages_with (self, CANARY), ==, 0);
  g_assert_cmpuint (count_pages_with (self, "kanarief"), ==, 0);
  g_assert_cmpuint (count_pages_with (self, test_number (0)), ==, 0);
  undo = tj_undo_list (self->store, NULL);
  g_assert_cmpuint (undo->len, ==, 0);
  assert_works (tj_store_verify (self->store, error_));
}

static void
the_others_are_left_as_they_were (Register *self)
{
  gint64 gone = add_youth (self->store, 0), stays = add_youth (self->store, 1);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) protocols = NULL;
  g_autoptr (TjAgendaList) rows = NULL;

  add_everything (self, gone);
  add_everything (self, stays);
  purge (self, &gone, 1);
  register_reopen (self);
  assert_fails (tj_youths_load (self->store, gone, error_) != NULL, TJ_STORE_ERROR_NOT_FOUND);
  contacts = tj_contacts_list (self->store, stays, NULL);
  g_assert_cmpuint (contacts->len, ==, 1);
  rows = tj_agenda_list (self->store, -1, day ("2026-11-03"), NULL);
  g_assert_cmpuint (tj_agenda_list_get_length (rows), ==, 1);
  protocols = tj_purge_list_protocols (self->store, NULL);
  g_assert_cmpuint (protocols->len, ==, 1);
  g_assert_cmpuint (((TjPurgeProtocol *)protocols->pdata[0])->youths, ==, 1);
  /* youth, registration, contact, measure, activity, plan, letter, import row, and of deliveries
   * both, as what is known by number goes by the year of birth */
  g_assert_cmpuint (((TjPurgeProtocol *)protocols->pdata[0])->rows, ==, 10);
  /* An id is not given out twice. */
  g_assert_cmpint (add_youth (self->store, 2), >, stays);
}

static gboolean
has_details (const TjAuditEntry *entry, gpointer youth_id)
{
  g_assert_false (entry->youth_id == *(gint64 *)youth_id && *entry->details != '\0');
  return TRUE;
}

/* SQL by somebody who can open the database but not make seals. */
static void
tamper (Register *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  TjConnection *connection;

  register_close (self);
  connection = tj_connection_open (self->path, register_key, FALSE, &error);
  g_assert_no_error (error);
  assert_works (tj_connection_exec (connection, sql, error_));
  assert_works (tj_connection_close (connection, error_));
  register_reopen (self);
}

static void
purge_after_a_reason (Register *self, gint64 *gone, gint64 *stays)
{
  *gone = add_youth (self->store, 0);
  *stays = add_youth (self->store, 1);
  assert_works (tj_audit_log (self->store, "unlock-protected", *gone, "Ringde " CANARY, error_));
  assert_works (tj_audit_log (self->store, "unlock-protected", *stays, "Ringde", error_));
  purge (self, gone, 1);
}

static void
reasons_in_the_log_go_and_its_chain_holds (Register *self)
{
  gint64 gone, stays;
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  add_everything (self, add_youth (self->store, 2));
  assert_works (tj_audit_head (self->store, head, &count, error_));
  purge_after_a_reason (self, &gone, &stays);
  assert_works (tj_audit_foreach (self->store, has_details, &gone, error_));
  assert_works (tj_audit_verify (self->store, head, count, error_));
  assert_works (tj_store_verify (self->store, error_));
  register_reopen (self);
  g_assert_cmpuint (count_pages_with (self, "Ringde " CANARY), ==, 0);
  g_assert_cmpuint (count_pages_with (self, "Ringde"), ==, 1);
}

static void
a_wiping_by_hand_is_found (Register *self)
{
  gint64 gone, stays;

  purge_after_a_reason (self, &gone, &stays);
  tamper (self, "INSERT INTO audit_wiped SELECT number, (SELECT seal FROM audit_wiped LIMIT 1)"
                " FROM audit WHERE details = 'Ringde';"
                "UPDATE audit SET details = '' WHERE details = 'Ringde'");
  assert_fails (tj_audit_verify (self->store, NULL, 0, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
an_edit_of_a_wiped_row_is_found (Register *self)
{
  gint64 gone, stays;

  purge_after_a_reason (self, &gone, &stays);
  tamper (self, "DROP TRIGGER audit_is_not_edited;"
                "UPDATE audit SET actor = 'nobody' WHERE action = 'unlock-protected'"
                " AND details = ''");
  assert_fails (tj_audit_verify (self->store, NULL, 0, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
a_preview_counts_and_takes_nothing (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjPurgeProtocol) preview = NULL;
  g_autoptr (GError) error = NULL;
  guint8 before[TJ_AUDIT_HEAD_BYTES], after[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  add_everything (self, id);
  assert_works (tj_audit_head (self->store, before, &count, error_));
  preview = tj_purge_preview (self->store, 2033, &id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->rows, ==, 9);
  g_assert_cmpuint (preview->counts->len, ==, 9);
  assert_works (tj_audit_head (self->store, after, &count, error_));
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
  assert_works (tj_store_verify (self->store, error_));
  purge (self, &id, 1);
}

static void
those_who_turn_21_are_found (Register *self)
{
  int born = atoi ((char[]){ test_number (0)[0], test_number (0)[1], test_number (0)[2],
                             test_number (0)[3], '\0' });
  gint64 id = add_youth (self->store, 0);
  g_autoptr (GArray) before = tj_purge_find (self->store, (guint)born + 20, NULL);
  g_autoptr (GArray) then = tj_purge_find (self->store, (guint)born + 21, NULL);
  g_autoptr (GArray) later = tj_purge_find (self->store, (guint)born + 22, NULL);

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (then->len, ==, 1);
  g_assert_cmpint (g_array_index (then, gint64, 0), ==, id);
  g_assert_cmpuint (later->len, ==, 1);
}

static void
note_row (const TjDelivery *delivery, const TjDeliveryRow *row, gpointer user_data)
{
  (*(guint *)user_data)++;
}

/* Two were in the file; one is purged. */
static void
test_a_file_for_scb_goes_with_anybody_in_it (Register *self)
{
  gint64 ids[] = { add_youth (self->store, 1), add_youth (self->store, 2) };
  g_autoptr (GBytes) content = g_bytes_new_static (CANARY, strlen (CANARY));
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", &error);
  g_autoptr (TjPurgeProtocol) protocol = NULL;
  g_autoptr (GPtrArray) deliveries = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < 2; i++)
    add_delivery (self->store, change, ids[i], content);
  assert_works (tj_change_commit (change, error_));
  protocol = tj_purge_run (self->store, 2020, day ("2026-12-01"), ids, 1, &error);
  g_assert_no_error (error);

  /* Latest first: the second youth's file stays whole. */
  deliveries = tj_deliveries_list (self->store, &error);
  g_assert_cmpuint (deliveries->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TjDelivery *delivery = deliveries->pdata[i];
      g_autoptr (GBytes) kept = tj_deliveries_dup_content (self->store, delivery->id, NULL);

      n_rows = 0;
      assert_works (tj_deliveries_foreach_row (self->store, delivery, note_row, &n_rows, error_));
      g_assert_cmpuint (n_rows, ==, i == 0 ? 1 : 0);
      g_assert_true ((kept != NULL) == (i == 0));
      g_assert_cmpuint (delivery->emptied_on, ==, i == 0 ? TJ_DATE_NONE : day ("2026-12-01"));
      g_assert_cmpuint (delivery->rows, ==, 1);
      g_assert_cmpstr (delivery->sha256, ==, "0123");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/purge/nothing-is-left-in-any-page",
                     nothing_of_the_purged_is_left_in_any_page);
  register_add_test ("/store/purge/the-others-are-left-as-they-were",
                     the_others_are_left_as_they_were);
  register_add_test ("/store/purge/those-who-turn-21-are-found", those_who_turn_21_are_found);
  register_add_test ("/store/purge/reasons-in-the-log-go-and-its-chain-holds",
                     reasons_in_the_log_go_and_its_chain_holds);
  register_add_test ("/store/purge/a-wiping-by-hand-is-found", a_wiping_by_hand_is_found);
  register_add_test ("/store/purge/an-edit-of-a-wiped-row-is-found",
                     an_edit_of_a_wiped_row_is_found);
  register_add_test ("/store/purge/a-preview-counts-and-takes-nothing",
                     a_preview_counts_and_takes_nothing);
  register_add_test ("/store/purge/a-file-for-scb-goes-with-anybody-in-it",
                     test_a_file_for_scb_goes_with_anybody_in_it);
  return g_test_run ();
}

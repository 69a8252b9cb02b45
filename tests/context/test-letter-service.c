/* Letters from the register: who gets one, in what form, and what is kept of it. */

#include "config.h"

#include <string.h>

#include "context-fixture.h"
#include "tj-contact-repository.h"
#include "tj-letter-repository.h"
#include "tj-letter-service.h"

#define NUMBER "200706262383"
#define OTHER_NUMBER "201009282383"

static GPtrArray *
list_due (ContextFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = tj_letter_service_list_due (fixture->context, NULL, &error);

  g_assert_no_error (error);
  return drafts;
}

static void
test_a_youth_without_details_is_due_for_brev1 (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  g_autoptr (GPtrArray) drafts = list_due (fixture);
  const TjLetterDraft *draft = g_ptr_array_index (drafts, 0);

  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpint (draft->youth_id, ==, id);
  g_assert_cmpstr (draft->kind, ==, "brev1");
  g_assert_cmpstr (draft->name, ==, "Kim Söderlund");
  g_assert_cmpstr (draft->address_line, ==, "Ånäsvägen 78, 543 30 Tibro");
  g_assert_null (draft->skip_reason);
}

static void
test_a_missing_address_is_a_reason_to_stay_out (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) drafts = NULL;

  context_fixture_add_youth (fixture, NUMBER, "Söderlund", "", 0);
  drafts = list_due (fixture);
  g_assert_nonnull (((TjLetterDraft *)g_ptr_array_index (drafts, 0))->skip_reason);
}

static void
test_a_protected_person_shows_no_name_and_takes_two_pages (ContextFixture *fixture,
                                                           gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const TjLetterDraft *draft;

  context_fixture_add_youth (fixture, NUMBER, "Hemlig", "Gömda gatan 1", TJ_PROTECTION_MARKED);
  drafts = list_due (fixture);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_true (draft->is_protected);
  g_assert_null (strstr (draft->name, "Hemlig"));
  g_assert_cmpstr (draft->address_line, ==, "");
  pdf = tj_letter_service_compose (fixture->context, drafts, "preview-letter", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->n_pages, ==, 2);
}

static void
test_recording_keeps_attempt_and_copy (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GPtrArray) drafts = list_due (fixture);
  g_autoptr (GBytes) pdf
      = tj_letter_service_compose (fixture->context, drafts, "print-letter", &error);
  g_autoptr (GPtrArray) contacts = NULL, letters = NULL, left = NULL;
  g_autoptr (GBytes) copy = NULL;

  g_assert_no_error (error);
  tj_letter_service_record (fixture->context, drafts, &error);
  g_assert_no_error (error);
  contacts = tj_contacts_list (store, id, &error);
  letters = tj_letters_list (store, id, &error);
  left = list_due (fixture);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (tj_contact_get_letter_kind (g_ptr_array_index (contacts, 0)), ==, "brev1");
  g_assert_cmpuint (letters->len, ==, 1);
  copy = tj_letters_dup_pdf (store, tj_entity_get_id (g_ptr_array_index (letters, 0)), &error);
  g_assert_no_error (error);
  g_assert_true (memcmp (g_bytes_get_data (copy, NULL), "%PDF-", 5) == 0);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_a_letter_left_out_is_not_recorded (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "", 0);
  g_autoptr (GPtrArray) drafts = NULL, contacts = NULL;
  g_autoptr (GBytes) pdf = NULL;

  context_fixture_add_youth (fixture, OTHER_NUMBER, "Karlsson", "Storgatan 1", 0);
  drafts = list_due (fixture);
  g_assert_cmpuint (drafts->len, ==, 2);
  pdf = tj_letter_service_compose (fixture->context, drafts, "print-letter", &error);
  tj_letter_service_record (fixture->context, drafts, &error);
  g_assert_no_error (error);
  contacts = tj_contacts_list (tj_context_get_store (fixture->context), id, &error);
  g_assert_cmpuint (contacts->len, ==, 0);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/context/letters/" name, ContextFixture, NULL, context_fixture_set_up, test,        \
              context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-youth-without-details-is-due-for-brev1", test_a_youth_without_details_is_due_for_brev1);
  ADD ("a-missing-address-is-a-reason-to-stay-out", test_a_missing_address_is_a_reason_to_stay_out);
  ADD ("a-protected-person-shows-no-name-and-takes-two-pages",
       test_a_protected_person_shows_no_name_and_takes_two_pages);
  ADD ("recording-keeps-attempt-and-copy", test_recording_keeps_attempt_and_copy);
  ADD ("a-letter-left-out-is-not-recorded", test_a_letter_left_out_is_not_recorded);
  return g_test_run ();
}

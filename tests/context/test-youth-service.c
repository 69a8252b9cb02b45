/* Changing what the register says of a youth: details, number, contacts, registrations; and showing a
 * protected person. */

#include "config.h"

#include "context-fixture.h"
#include "tj-audit.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-youth-repository.h"
#include "tj-youth-service.h"

#define COORDINATION "200501702393"
#define PERSONAL "200804062396"
#define OTHERS "200706262383"

static gint64
add_youth (ContextFixture *fixture, const char *number, TjProtection protection)
{
  return context_fixture_add_youth (fixture, number, "Söderlund", "Storgatan 1", protection);
}

static TjYouth *
load_youth (ContextFixture *fixture, gint64 id)
{
  return tj_youths_load (tj_context_get_store (fixture->context), id, NULL);
}

static void
assert_refused (ContextFixture *fixture, TjYouth *youth)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_youth_service_change (fixture->context, youth, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_details (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, PERSONAL, TJ_PROTECTION_NONE);
  g_autoptr (TjYouth) youth = load_youth (fixture, id);
  g_autoptr (GError) error = NULL;

  tj_youth_set_phone (youth, "070-12");
  assert_refused (fixture, youth);
  tj_youth_set_phone (youth, "070-174 06 05");
  tj_youth_set_email (youth, "kim");
  assert_refused (fixture, youth);
  tj_youth_set_email (youth, "kim@example.se");
  tj_youth_set_given_name (youth, "");
  assert_refused (fixture, youth);
  tj_youth_set_given_name (youth, "Kim");
  g_assert_true (tj_youth_service_change (fixture->context, youth, &error));
  g_assert_no_error (error);
}

static void
test_number (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, COORDINATION, TJ_PROTECTION_NONE);
  g_autoptr (TjYouth) youth = load_youth (fixture, id);
  g_auto (GStrv) earlier = NULL;
  g_autoptr (GError) error = NULL;

  add_youth (fixture, OTHERS, TJ_PROTECTION_NONE);
  tj_youth_set_personal_number (youth, OTHERS);
  assert_refused (fixture, youth);
  tj_youth_set_personal_number (youth, PERSONAL);
  g_assert_true (tj_youth_service_change (fixture->context, youth, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tj_youth_get_number_kind (youth), ==, TJ_NUMBER_PERSONAL);
  earlier = tj_youths_list_earlier_numbers (tj_context_get_store (fixture->context), id, NULL);
  g_assert_cmpstr (earlier[0], ==, COORDINATION);
  g_assert_cmpint (tj_youths_find (tj_context_get_store (fixture->context), COORDINATION, NULL), ==,
                   id);
}

static TjContact *
log_contact (ContextFixture *fixture, gint64 id)
{
  g_autoptr (TjContact) contact
      = g_object_new (TJ_TYPE_CONTACT, "youth-id", id, "date", context_fixture_today () - 1,
                      "channel", TJ_CHANNEL_SMS, "outcome", TJ_OUTCOME_NO_ANSWER, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tj_contact_service_log (fixture->context, contact, TJ_DATE_NONE, &error));
  g_assert_no_error (error);
  return tj_contacts_load (tj_context_get_store (fixture->context), tj_entity_get_id (contact),
                           NULL);
}

static void
test_contact (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, PERSONAL, TJ_PROTECTION_NONE);
  g_autoptr (TjContact) contact = log_contact (fixture, id);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  tj_contact_set_date (contact, context_fixture_today () - 15);
  g_assert_false (tj_contact_service_change (fixture->context, contact, &error));
  g_clear_error (&error);
  tj_contact_set_date (contact, context_fixture_today () - 2);
  g_assert_true (tj_contact_service_change (fixture->context, contact, &error));
  g_assert_true (tj_contact_service_remove (fixture->context, tj_entity_get_id (contact), &error));
  g_assert_no_error (error);
  left = tj_contacts_list (tj_context_get_store (fixture->context), id, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_registration (ContextFixture *fixture, gconstpointer unused)
{
  TjStore *store = tj_context_get_store (fixture->context);
  gint64 id = add_youth (fixture, PERSONAL, TJ_PROTECTION_NONE);
  g_autoptr (TjContact) contact = log_contact (fixture, id);
  g_autoptr (TjRegistration) open = tj_registrations_load_open (store, id, NULL);
  g_autoptr (GError) error = NULL;

  tj_registration_set_registered_on (open, context_fixture_today ());
  g_assert_false (tj_registration_service_change (fixture->context, open, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  tj_registration_set_registered_on (open, context_fixture_today () - 20);
  tj_registration_set_latest_education (open, "EE, år 2");
  g_assert_true (tj_registration_service_change (fixture->context, open, &error));
  g_assert_no_error (error);
}

/* What the log says of an unlocking, in `data`. */
static gboolean
find_reason (const TjAuditEntry *entry, gpointer data)
{
  if (g_str_equal (entry->action, "unlock-protected"))
    *(char **)data = g_strdup_printf ("%" G_GINT64_FORMAT " %s", entry->youth_id, entry->details);
  return TRUE;
}

static void
test_unlock (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, PERSONAL, TJ_PROTECTION_MARKED);
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT " Ringer inför besök", id);
  g_autofree char *logged = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_youth_service_unlock (fixture->context, id, "  ", &error));
  g_clear_error (&error);
  g_assert_true (tj_youth_service_unlock (fixture->context, id, " Ringer inför besök ", &error));
  g_assert_true (
      tj_audit_foreach (tj_context_get_store (fixture->context), find_reason, &logged, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (logged, ==, expected);
}

static void
add_test (const char *name, void (*test) (ContextFixture *, gconstpointer))
{
  g_test_add (name, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/youth-service/what-cannot-be-is-not-kept", test_details);
  add_test ("/youth-service/a-replaced-number-is-still-found", test_number);
  add_test ("/youth-service/a-contact-is-corrected-and-taken-away", test_contact);
  add_test ("/youth-service/a-registration-keeps-its-contacts", test_registration);
  add_test ("/youth-service/an-unlocking-is-logged-with-its-reason", test_unlock);

  return g_test_run ();
}

/* A youth who comes into the register by hand. */

#include "config.h"

#include "context-fixture.h"
#include "tj-arrival-service.h"
#include "tj-registration-repository.h"
#include "tj-undo.h"
#include "tj-youth-repository.h"

/* From the Tax Agency's test numbers; born 2008 and 2004. */
#define NUMBER "200803052380"
#define TWENTY "200401012380"

static TjYouth *
new_youth (const char *number)
{
  return g_object_new (TJ_TYPE_YOUTH, "personal-number", number, "given-name", "Kim", "family-name",
                       "Ny", NULL);
}

static TjRegistration *
new_registration (ContextFixture *fixture, int days_ahead)
{
  TjRegistration *registration = tj_registration_new (0);

  tj_registration_set_registered_on (registration,
                                     tj_context_get_today (fixture->context) + days_ahead);
  tj_registration_set_background (registration, TJ_BACKGROUND_BREAK);
  return registration;
}

static void
assert_refused (ContextFixture *fixture, TjYouth *youth, int days_ahead, const char *field)
{
  g_autoptr (TjRegistration) registration = new_registration (fixture, days_ahead);
  g_autoptr (GError) error = NULL;
  const char *at_fault = NULL;

  g_assert_false (
      tj_arrival_service_check (fixture->context, youth, registration, &at_fault, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_assert_cmpstr (at_fault, ==, field);
  g_clear_error (&error);
  g_assert_cmpint (tj_arrival_service_register (fixture->context, youth, registration, &error), ==,
                   0);
  g_assert_nonnull (error);
}

static gint64
add (ContextFixture *fixture)
{
  g_autoptr (TjYouth) youth = new_youth (NUMBER);
  g_autoptr (TjRegistration) registration = new_registration (fixture, 0);
  g_autoptr (GError) error = NULL;
  gint64 id = tj_arrival_service_register (fixture->context, youth, registration, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
test_is_registered_in_one_step (ContextFixture *fixture, gconstpointer unused)
{
  TjStore *store = tj_context_get_store (fixture->context);
  gint64 id = add (fixture);
  g_autoptr (TjRegistration) open = tj_registrations_load_open (store, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (open);
  g_assert_cmpint (tj_registration_get_background (open), ==, TJ_BACKGROUND_BREAK);

  g_assert_true (tj_undo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tj_youths_find (store, NUMBER, NULL), ==, 0);
}

static void
test_who_is_there_already_is_refused (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjYouth) again = new_youth (NUMBER);

  add (fixture);
  assert_refused (fixture, again, 0, "personal-number");
}

static void
test_what_does_not_hold_is_said_of_its_field (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjYouth) youth = new_youth (NUMBER);
  g_autoptr (TjYouth) twenty = new_youth (TWENTY);
  g_autoptr (TjYouth) wrong = new_youth ("200803052381");

  assert_refused (fixture, wrong, 0, "personal-number");
  assert_refused (fixture, twenty, 0, "registered-on");
  assert_refused (fixture, youth, 1, "registered-on");
  tj_youth_set_phone (youth, "ring mamma");
  assert_refused (fixture, youth, 0, "phone");
  tj_youth_set_phone (youth, "");
  tj_youth_set_email (youth, "kim");
  assert_refused (fixture, youth, 0, "email");
  tj_youth_set_given_name (youth, "");
  assert_refused (fixture, youth, 0, "given-name");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/context/arrival/" name, ContextFixture, NULL, context_fixture_set_up, test,        \
              context_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-registered-in-one-step", test_is_registered_in_one_step);
  ADD ("who-is-there-already-is-refused", test_who_is_there_already_is_refused);
  ADD ("what-does-not-hold-is-said-of-its-field", test_what_does_not_hold_is_said_of_its_field);
  return g_test_run ();
}

/* A real register in a scratch folder, made and opened the way the program does it. */

#include "config.h"

#include "context-fixture.h"

#include <glib/gstdio.h>

#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

TjDate
context_fixture_today (void)
{
  return tj_date_new (2026, 11, 18);
}

void
context_fixture_set_up (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->scratch = g_dir_make_tmp ("tjugo-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->scratch, "register", NULL);
  fixture->context = tj_context_new (fixture->folder, context_fixture_today ());
  fixture->passphrase = tj_secret_new_from_string (PASSPHRASE);
  fixture->recovery_key = tj_context_prepare (fixture->context, fixture->passphrase, FALSE, &error);
  g_assert_no_error (error);
  tj_context_create (fixture->context, "1472", "tibro", FALSE, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_folder (child);
    }
  g_rmdir (path);
}

void
context_fixture_tear_down (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->context);
  remove_folder (fixture->scratch);
  tj_secret_unref (fixture->passphrase);
  tj_secret_unref (fixture->recovery_key);
  g_free (fixture->folder);
  g_free (fixture->scratch);
}

/* A youth registered two weeks ago, without phone and e-mail. */
gint64
context_fixture_add_youth (ContextFixture *fixture,
                           const char *number,
                           const char *family_name,
                           const char *street,
                           TjProtection protection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture->context), "register", &error);
  g_autoptr (TjYouth) youth
      = g_object_new (TJ_TYPE_YOUTH, "personal-number", number, "given-name", "Kim", "family-name",
                      family_name, "street", street, "postal-code", "54330", "locality", "Tibro",
                      "protection", protection, NULL);
  g_autoptr (TjRegistration) registration
      = g_object_new (TJ_TYPE_REGISTRATION, "registered-on", context_fixture_today () - 14, NULL);
  const gint64 id = tj_youths_insert (change, youth, &error);

  g_assert_no_error (error);
  tj_registration_set_youth_id (registration, id);
  tj_registrations_insert (change, registration, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

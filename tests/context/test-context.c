/* Making, opening and closing a register through the context. */

#include "config.h"

#include <glib/gstdio.h>

#include "context-fixture.h"
#include "tj-routine.h"
#include "tj-setting-keys.h"
#include "tj-vault-error.h"

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_preparing_writes_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *scratch = g_dir_make_tmp ("tjugo-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (scratch, "register", NULL);
  g_autoptr (TjContext) context = tj_context_new (folder, context_fixture_today ());
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (TjSecret) recovery_key = tj_context_prepare (context, passphrase, FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery_key);
  g_assert_cmpuint (count_files (scratch), ==, 0);
  g_assert_false (tj_context_is_unlocked (context));
  g_rmdir (scratch);
}

static void
test_what_cannot_be_made_leaves_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *scratch = g_dir_make_tmp ("tjugo-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (scratch, "register", NULL);
  g_autoptr (TjContext) context = tj_context_new (folder, context_fixture_today ());
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (TjSecret) recovery_key = tj_context_prepare (context, passphrase, FALSE, NULL);

  g_assert_false (tj_context_create (context, "9999", "tibro", FALSE, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (tj_context_create (context, "1472", "nowhere", FALSE, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (scratch), ==, 0);
  g_rmdir (scratch);
}

static void
test_a_folder_with_a_register_is_refused (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContext) other = tj_context_new (fixture->folder, context_fixture_today ());
  g_autoptr (TjSecret) recovery_key
      = tj_context_prepare (other, fixture->passphrase, FALSE, &error);

  g_assert_null (recovery_key);
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_EXISTS);
}

static void
test_settings_and_routine_survive_closing (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *municipality = NULL;

  tj_context_set_preset_routine (fixture->context, "lidkoping", &error);
  g_assert_no_error (error);
  tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  g_assert_null (tj_context_get_routine (fixture->context));
  tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tj_context_get_routine (fixture->context)->id, ==, "lidkoping");
  municipality = tj_context_dup_setting (fixture->context, TJ_SETTING_MUNICIPALITY, &error);
  g_assert_cmpstr (municipality, ==, "1472");
}

static void
test_the_recovery_key_opens (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  tj_context_close (fixture->context, &error);
  tj_context_unlock_with_recovery_key (fixture->context, fixture->recovery_key, &error);
  g_assert_no_error (error);
  g_assert_true (tj_context_is_unlocked (fixture->context));
}

static void
test_a_wrong_passphrase_is_refused_and_the_right_one_still_opens (ContextFixture *fixture,
                                                                  gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) wrong = tj_secret_new_from_string ("fel");

  tj_context_close (fixture->context, &error);
  g_assert_false (tj_context_unlock_with_passphrase (fixture->context, wrong, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
  g_assert_false (tj_context_is_unlocked (fixture->context));
  g_clear_error (&error);
  g_assert_true (tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error));
  g_assert_no_error (error);
}

/* An older copy of the database under a newer key file: rows of the log are missing. */
static void
test_a_database_put_back_from_yesterday_is_noticed (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, TJ_STORE_FILE_NAME, NULL);
  g_autofree char *old = NULL;
  gsize size;

  tj_context_close (fixture->context, &error);
  g_assert_true (g_file_get_contents (path, &old, &size, &error));
  tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error);
  context_fixture_add_youth (fixture, "200706262383", "Söderlund", "Ånäsvägen 78", 0);
  tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, old, (gssize)size, &error));
  g_assert_false (
      tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error));
  g_assert_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED);
}

typedef struct
{
  TjContext *context;
  GCancellable *cancellable;
  gboolean had_register;
} Work;

/* As an import does: it has the register until it is told to stop. */
static gpointer
work_until_cancelled (gpointer data)
{
  Work *work = data;

  while (!g_cancellable_is_cancelled (work->cancellable))
    g_thread_yield ();
  work->had_register = tj_context_is_unlocked (work->context);
  tj_context_end_work (work->context);
  return NULL;
}

static void
test_closing_stops_what_is_under_way (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work work = { fixture->context, cancellable, FALSE };
  GThread *thread;

  tj_context_begin_work (fixture->context, cancellable);
  g_assert_true (tj_context_is_working (fixture->context));
  thread = g_thread_new ("work", work_until_cancelled, &work);
  tj_context_close (fixture->context, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_true (work.had_register);
  g_assert_false (tj_context_is_working (fixture->context));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/context/" name, ContextFixture, NULL, context_fixture_set_up, test,                \
              context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/preparing-writes-nothing", test_preparing_writes_nothing);
  g_test_add_func ("/context/what-cannot-be-made-leaves-nothing",
                   test_what_cannot_be_made_leaves_nothing);
  ADD ("a-folder-with-a-register-is-refused", test_a_folder_with_a_register_is_refused);
  ADD ("settings-and-routine-survive-closing", test_settings_and_routine_survive_closing);
  ADD ("the-recovery-key-opens", test_the_recovery_key_opens);
  ADD ("a-wrong-passphrase-is-refused-and-the-right-one-still-opens",
       test_a_wrong_passphrase_is_refused_and_the_right_one_still_opens);
  ADD ("a-database-put-back-from-yesterday-is-noticed",
       test_a_database_put_back_from_yesterday_is_noticed);
  ADD ("closing-stops-what-is-under-way", test_closing_stops_what_is_under_way);
  return g_test_run ();
}

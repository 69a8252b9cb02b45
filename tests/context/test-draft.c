/* Drafts of half-written forms: there after a crash, unreadable on the disk, gone with their youth. */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "context-fixture.h"
#include "tj-draft.h"
#include "tj-purge-service.h"

#include <string.h>

#define TEXT "{\"note\": \"Kanariefågel ringde\"}"
#define NUMBER "200401012380"

static char *
find_file (ContextFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
save (ContextFixture *fixture, const char *form, gint64 youth_id, const char *text)
{
  g_autoptr (GError) error = NULL;

  tj_draft_save (fixture->context, form, youth_id, text, &error);
  g_assert_no_error (error);
}

static void
assert_loads (ContextFixture *fixture, const char *form, gint64 youth_id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tj_draft_load (fixture->context, form, youth_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_draft_is_there_after_a_restart (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  assert_loads (fixture, "contact", 1, NULL);
  save (fixture, "contact", 1, "{}");
  save (fixture, "contact", 1, TEXT);
  save (fixture, "contact", 2, "{\"other\": 1}");
  tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error);
  g_assert_no_error (error);
  assert_loads (fixture, "contact", 1, TEXT);
  assert_loads (fixture, "measure", 1, NULL);
  g_assert_true (tj_draft_discard (fixture->context, "contact", 1, &error));
  g_assert_true (tj_draft_discard (fixture->context, "contact", 1, &error));
  assert_loads (fixture, "contact", 1, NULL);
  assert_loads (fixture, "contact", 2, "{\"other\": 1}");
}

static void
test_nothing_is_readable_on_the_disk (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize n;

  save (fixture, "contact", 1, TEXT);
  path = find_file (fixture);
  g_assert_null (strstr (path, "contact"));
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_cmpuint (n, >, strlen (TEXT));
  g_assert_null (memmem (bytes, n, "Kanarie", 7));
  g_assert_null (memmem (bytes, n, "note", 4));
}

static void
test_a_damaged_draft_is_told (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  save (fixture, "contact", 1, TEXT);
  path = find_file (fixture);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  bytes[n / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
  text = tj_draft_load (fixture->context, "contact", 1, &error);
  g_assert_null (text);
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_a_purge_takes_drafts_along (ContextFixture *fixture, gconstpointer unused)
{
  gint64 purged
      = context_fixture_add_youth (fixture, NUMBER, "Ek", "Storgatan 1", TJ_PROTECTION_NONE);
  gint64 stays = context_fixture_add_youth (fixture, "200706262383", "Ek", "Storgatan 1",
                                            TJ_PROTECTION_NONE);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (TjPurgeProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, "contact", purged, TEXT);
  save (fixture, "contact", stays, TEXT);
  save (fixture, "preferences", 0, TEXT);
  candidates = tj_purge_service_propose (fixture->context, 2026, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (candidates->len, ==, 1);
  g_assert_true (((TjPurgeCandidate *)candidates->pdata[0])->is_registered);
  protocol = tj_purge_service_run (fixture->context, 2026, candidates, &error);
  g_assert_no_error (error);
  assert_loads (fixture, "contact", purged, NULL);
  assert_loads (fixture, "contact", stays, TEXT);
  assert_loads (fixture, "preferences", 0, TEXT);
}

static void
add (const char *path, void (*test) (ContextFixture *, gconstpointer))
{
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/context/draft/is-there-after-a-restart", test_a_draft_is_there_after_a_restart);
  add ("/context/draft/nothing-is-readable-on-the-disk", test_nothing_is_readable_on_the_disk);
  add ("/context/draft/a-damaged-one-is-told", test_a_damaged_draft_is_told);
  add ("/context/draft/a-purge-takes-them-along", test_a_purge_takes_drafts_along);
  return g_test_run ();
}

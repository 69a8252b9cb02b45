/* The log read back: which rows a filter lets through, in this place's days, and that neither a
 * search nor an export tells who a protected person is. */

#include "config.h"

#include <string.h>

#include "context-fixture.h"
#include "tj-log-export.h"
#include "tj-log-service.h"

#define NUMBER "200706262383"
#define OTHER_NUMBER "201009282383"

static void
log_read (ContextFixture *fixture, gint64 youth_id)
{
  g_autoptr (GError) error = NULL;

  tj_audit_log (tj_context_get_store (fixture->context), "read", youth_id, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_rows (ContextFixture *fixture, const TjLogFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = tj_log_service_find (fixture->context, filter, &error);

  g_assert_no_error (error);
  return numbers->len;
}

static guint
count_found (ContextFixture *fixture, const char *text, gint64 youth_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) ids = tj_log_service_find_youths (fixture->context, text, &error);

  g_assert_no_error (error);
  g_assert_true (g_hash_table_size (ids) == 0
                 || g_hash_table_contains (ids, GSIZE_TO_POINTER ((gsize)youth_id)));
  return g_hash_table_size (ids);
}

static void
test_filter (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Berg", "Storgatan 1", 0);
  const TjDate today = tj_date_today ();
  const TjLogFilter all = { 0 }, read = { .action = "read" }, about = { .youth_id = id },
                    now = { .from = today - 1, .to = today + 1 }, past = { .to = today - 2 };

  log_read (fixture, id);
  log_read (fixture, 0);
  g_assert_cmpuint (count_rows (fixture, &read), ==, 2);
  g_assert_cmpuint (count_rows (fixture, &about), ==, 2);
  g_assert_cmpuint (count_rows (fixture, &all), >, 2);
  g_assert_cmpuint (count_rows (fixture, &now), ==, count_rows (fixture, &all));
  g_assert_cmpuint (count_rows (fixture, &past), ==, 0);
}

static void
test_find_youths (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 known = context_fixture_add_youth (fixture, NUMBER, "Öberg", "Storgatan 1", 0);
  const gint64 hidden = context_fixture_add_youth (fixture, OTHER_NUMBER, "Hemlig", "Storgatan 2",
                                                   TJ_PROTECTION_MARKED);
  g_autofree char *case_number = g_strdup_printf ("kaa-%04" G_GINT64_FORMAT, hidden);

  g_assert_cmpuint (count_found (fixture, "öb", known), ==, 1);
  g_assert_cmpuint (count_found (fixture, "20070626", known), ==, 1);
  g_assert_cmpuint (count_found (fixture, "berg", known), ==, 0);
  g_assert_cmpuint (count_found (fixture, "Hemlig", hidden), ==, 0);
  g_assert_cmpuint (count_found (fixture, "20100928", hidden), ==, 0);
  g_assert_cmpuint (count_found (fixture, case_number, hidden), ==, 1);
}

static void
test_export (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 known = context_fixture_add_youth (fixture, NUMBER, "Öberg", "Storgatan 1", 0);
  const gint64 hidden = context_fixture_add_youth (fixture, OTHER_NUMBER, "Hemlig", "Storgatan 2",
                                                   TJ_PROTECTION_MARKED);
  const TjLogFilter all = { 0 }, exports = { .action = "export-log" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;

  log_read (fixture, known);
  log_read (fixture, hidden);
  csv = tj_log_export_csv (fixture->context, &all, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_nonnull (strstr (text, "KAA-0001 · Kim Öberg"));
  g_assert_nonnull (strstr (text, "KAA-0002"));
  g_assert_null (strstr (text, "Hemlig"));
  g_assert_cmpuint (count_rows (fixture, &exports), ==, 1);
}

static void
add (const char *path, void (*test) (ContextFixture *fixture, gconstpointer unused))
{
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/context/log/a-filter-lets-its-own-rows-through", test_filter);
  add ("/context/log/a-protected-person-is-found-by-case-number-alone", test_find_youths);
  add ("/context/log/an-export-names-no-protected-person-and-is-logged", test_export);
  return g_test_run ();
}

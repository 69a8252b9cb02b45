/* Mappings are kept in the register: by name when asked for, else for lists with the same headings. */

#include "config.h"

#include <string.h>

#include "context-fixture.h"
#include "tj-exchange-error.h"
#include "tj-mapping-service.h"
#include "tj-setting-keys.h"

#define STRANGE "Nr;Ring;Anm\n"

static TjMapping *
propose (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, NULL);

  return tj_mapping_propose (tj_import_source_find ("contacts"), table);
}

static int
find_column (const TjMapping *mapping, const char *id)
{
  const TjImportSource *source = tj_mapping_get_source (mapping);

  for (guint i = 0; i < source->n_fields; i++)
    if (strcmp (source->fields[i].id, id) == 0)
      return tj_mapping_get_column (mapping, i);
  return -2;
}

/* As somebody does in the window. */
static TjMapping *
map_by_hand (const char *text)
{
  TjMapping *mapping = propose (text);
  const TjImportSource *source = tj_mapping_get_source (mapping);

  for (guint i = 0; i < source->n_fields; i++)
    if (strcmp (source->fields[i].id, "personal-number") == 0)
      tj_mapping_set_column (mapping, i, 0);
    else if (strcmp (source->fields[i].id, "phone") == 0)
      tj_mapping_set_column (mapping, i, 1);
  return mapping;
}

static void
test_named (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) saved = map_by_hand (STRANGE);
  g_autoptr (TjMapping) mapping = propose ("Anm;Ring;Nr\n");
  g_auto (GStrv) names = NULL;

  tj_mapping_service_save (fixture->context, saved, " Skolans lista ", &error);
  g_assert_no_error (error);
  names = tj_mapping_service_list_names (fixture->context, "contacts", &error);
  g_assert_cmpstrv (names, ((const char *[]){ "Skolans lista", NULL }));

  tj_mapping_service_use (fixture->context, mapping, "Skolans lista", &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_column (mapping, "personal-number"), ==, 2);
  g_assert_cmpint (find_column (mapping, "phone"), ==, 1);

  tj_mapping_service_remove (fixture->context, "contacts", "Skolans lista", &error);
  g_assert_no_error (error);
  g_assert_false (tj_mapping_service_use (fixture->context, mapping, "Skolans lista", &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_refused (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) good = map_by_hand (STRANGE);
  g_autoptr (TjMapping) poor = propose (STRANGE);

  g_assert_false (tj_mapping_service_save (fixture->context, good, " ", &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (tj_mapping_service_save (fixture->context, poor, "x", &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER);
}

static void
test_remembered (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) made = map_by_hand (STRANGE);
  g_autoptr (TjMapping) same = propose ("NR;ring;anm.\n");
  g_autoptr (TjMapping) other = propose ("Nr;Ring\n");
  gboolean is_recalled;

  tj_mapping_service_remember (fixture->context, made, &error);
  g_assert_no_error (error);
  tj_mapping_service_recall (fixture->context, same, &is_recalled, &error);
  g_assert_no_error (error);
  g_assert_true (is_recalled);
  g_assert_cmpint (find_column (same, "phone"), ==, 1);

  tj_mapping_service_recall (fixture->context, other, &is_recalled, &error);
  g_assert_no_error (error);
  g_assert_false (is_recalled);
  g_assert_cmpint (find_column (other, "phone"), ==, -1);
}

static void
assert_recognised (ContextFixture *fixture, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) mapping = propose (text);
  const TjImportSource *source;

  tj_mapping_service_recognise (fixture->context, tj_mapping_get_table (mapping), &source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (source != NULL ? source->id : NULL, ==, expected);
}

static void
test_recognised (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) made = map_by_hand (STRANGE);

  assert_recognised (fixture, STRANGE, NULL);
  assert_recognised (fixture, "Pnr;Mobil\n", "contacts");
  tj_mapping_service_remember (fixture->context, made, &error);
  g_assert_no_error (error);
  assert_recognised (fixture, STRANGE, "contacts");
  assert_recognised (fixture, "Utskrift\n" STRANGE, "contacts");
}

static void
test_remembered_proposal (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) mapping = propose ("Pnr;Telefon\n");
  g_autofree char *setting = NULL;

  tj_mapping_service_remember (fixture->context, mapping, &error);
  g_assert_no_error (error);
  setting = tj_context_dup_setting (fixture->context, TJ_SETTING_MAPPINGS "contacts", &error);
  g_assert_no_error (error);
  g_assert_null (setting);
}

static void
test_oldest_is_forgotten (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gboolean is_recalled;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Nr;Ring;%d\n", i);
      g_autoptr (TjMapping) mapping = map_by_hand (text);

      tj_mapping_service_remember (fixture->context, mapping, &error);
      g_assert_no_error (error);
    }
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Nr;Ring;%d\n", i);
      g_autoptr (TjMapping) mapping = propose (text);

      tj_mapping_service_recall (fixture->context, mapping, &is_recalled, &error);
      g_assert_no_error (error);
      g_assert_cmpint (is_recalled, ==, i >= 8);
    }
}

static void
test_damaged_setting (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) mapping = propose ("Pnr;Telefon\n");
  gboolean is_recalled;

  tj_context_set_setting (fixture->context, TJ_SETTING_MAPPINGS "contacts", "[7, {", &error);
  g_assert_no_error (error);
  tj_mapping_service_recall (fixture->context, mapping, &is_recalled, &error);
  g_assert_no_error (error);
  g_assert_false (is_recalled);
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
  add ("/context/mapping/a-named-one-is-used-where-columns-moved", test_named);
  add ("/context/mapping/what-cannot-be-used-is-not-saved", test_refused);
  add ("/context/mapping/the-same-headings-bring-it-back", test_remembered);
  add ("/context/mapping/a-list-that-only-the-user-knew-is-known-again", test_recognised);
  add ("/context/mapping/what-the-headings-said-is-not-remembered", test_remembered_proposal);
  add ("/context/mapping/of-many-the-oldest-is-forgotten", test_oldest_is_forgotten);
  add ("/context/mapping/a-damaged-setting-is-none", test_damaged_setting);
  return g_test_run ();
}

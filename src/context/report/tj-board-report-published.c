/* What the approved reports have told, number by number: it is public, and the next report must
 * neither show what they hid nor count on what they showed being unknown. */

#include "config.h"

#include "tj-board-report-published.h"

#include <json-glib/json-glib.h>

#include "tj-board-report-repository.h"

/* Which cells of an approved report's tables are numbers of populations (tj-population.h): a row
 * with a column for each sex. */
static const struct
{
  const char *table;
  const char *const rows[6];
} sources[] = {
  { "numbers", { "start", "new", "deregistered", "end", "during" } },
  { "contact", { "reached", "known" } },
  { "measures", { "in-measure" } },
  { "back-in-education", { "back" } },
};

static gboolean
is_told (const char *table, const char *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].table, table))
      return g_strv_contains (sources[i].rows, row);
  return FALSE;
}

static const char *
get_id (JsonArray *lines, guint place)
{
  return json_object_get_string_member (json_array_get_object_element (lines, place), "id");
}

static void
read_row (GHashTable *published, const char *prefix, JsonArray *columns, JsonArray *cells)
{
  for (guint i = 0; i < json_array_get_length (cells); i++)
    g_hash_table_insert (published, g_strdup_printf ("%s/%s", prefix, get_id (columns, i)),
                         g_strdup (json_array_get_string_element (cells, i)));
}

/* A table by half-year tells of the earlier ones too: all of them by flow, the end by sex. */
static void
read_comparison (GHashTable *published, const char *table, JsonObject *object)
{
  JsonArray *rows = json_object_get_array_member (object, "rows");
  JsonArray *columns = json_object_get_array_member (object, "columns");
  JsonArray *cells = json_object_get_array_member (object, "cells");
  gboolean is_flow = g_str_equal (table, "comparison-numbers");

  for (guint row = 0; row < json_array_get_length (rows); row++)
    for (guint column = 0; column < json_array_get_length (columns); column++)
      {
        const char *population = is_flow ? get_id (columns, column) : "end";
        const char *sex = is_flow ? "total" : get_id (columns, column);

        g_hash_table_insert (published,
                             g_strdup_printf ("%s/%s/%s", get_id (rows, row), population, sex),
                             g_strdup (json_array_get_string_element (
                                 json_array_get_array_element (cells, row), column)));
      }
}

static void
read_table (GHashTable *published, const char *half, JsonObject *object)
{
  const char *table = json_object_get_string_member (object, "table");
  JsonArray *rows = json_object_get_array_member (object, "rows");

  if (g_str_equal (table, "comparison-numbers") || g_str_equal (table, "comparison-sex"))
    {
      read_comparison (published, table, object);
      return;
    }
  for (guint row = 0; row < json_array_get_length (rows); row++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s/%s", half, get_id (rows, row));

      if (is_told (table, get_id (rows, row)))
        read_row (
            published, prefix, json_object_get_array_member (object, "columns"),
            json_array_get_array_element (json_object_get_array_member (object, "cells"), row));
    }
}

static gboolean
read_report (GHashTable *published, TjContext *context, const TjBoardReport *report, GError **error)
{
  g_autofree char *json
      = tj_board_reports_dup_tables (tj_context_get_store (context), report->id, error);
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, error) : NULL;
  char half[TJ_HALF_YEAR_BUFFER];
  JsonArray *tables;

  if (root == NULL)
    return FALSE;
  tj_half_year_write (report->half, half);
  tables = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (tables); i++)
    read_table (published, half, json_array_get_object_element (tables, i));
  return TRUE;
}

/**
 * tj_board_report_published_load: what approved reports have told, as TjStatisticsOptions has it; of
 * a number that several told, what the latest did. Returns a new table, or NULL with `error` set.
 */
GHashTable *
tj_board_report_published_load (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) reports = tj_board_reports_list (tj_context_get_store (context), error);
  g_autoptr (GHashTable) published
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (reports == NULL)
    return NULL;
  for (guint i = 0; i < reports->len; i++)
    {
      const TjBoardReport *report = reports->pdata[i];

      if (report->approved_on != TJ_DATE_NONE && !read_report (published, context, report, error))
        return NULL;
    }
  return g_steal_pointer (&published);
}

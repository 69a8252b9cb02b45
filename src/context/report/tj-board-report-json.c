/* Tables as they were published, kept with an approved report: what each cell said, as it was
 * printed. It is a document and not a source: nothing is counted from it. */

#include "config.h"

#include "tj-board-report-json.h"

#include <json-glib/json-glib.h>

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_lines (JsonBuilder *builder,
           const char *key,
           const TjFigureTable *table,
           const TjFigureLine *(*get) (const TjFigureTable *table, guint place),
           guint n)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "id", get (table, i)->id);
      add_string (builder, "label", get (table, i)->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cells (JsonBuilder *builder, const TjFigureTable *table)
{
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      json_builder_begin_array (builder);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        {
          g_autofree char *text = tj_figure_format (tj_figure_table_get (table, row, column));

          json_builder_add_string_value (builder, text);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_table (JsonBuilder *builder, const TjFigureTable *table)
{
  json_builder_begin_object (builder);
  add_string (builder, "table", tj_figure_table_get_id (table));
  add_string (builder, "title", tj_figure_table_get_title (table));
  add_lines (builder, "rows", table, tj_figure_table_row, tj_figure_table_n_rows (table));
  add_lines (builder, "columns", table, tj_figure_table_column, tj_figure_table_n_columns (table));
  add_cells (builder, table);
  json_builder_end_object (builder);
}

/**
 * tj_board_report_tables_to_json: a list of tables with their cells as printed. Returns a new string.
 */
char *
tj_board_report_tables_to_json (const GPtrArray *tables)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < tables->len; i++)
    add_table (builder, tables->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* A report's tables as a command prints them. As JSON a list of tables, each with its cells row by
 * row: a number of youths, a share in percent, a number of days, or null for a cell that is empty or
 * hidden; `suppressed` has [row, column], counted from 0, of those that are hidden. As CSV one line
 * for each cell; else as tables to read. What is shown goes through tj_figure_format(). */

#include "config.h"

#include "tj-cli-report.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tj-cli-json.h"

typedef const TjFigureLine *(*GetLine) (const TjFigureTable *table, guint place);

static void
add_lines (JsonBuilder *builder,
           const char *key,
           const TjFigureTable *table,
           GetLine get,
           guint n,
           gboolean labels)
{
  tj_json_begin_list (builder, key);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, labels ? get (table, i)->label : get (table, i)->id);
  json_builder_end_array (builder);
}

static void
add_cell (JsonBuilder *builder, const TjFigure *figure)
{
  if (figure->hidden || figure->kind == TJ_FIGURE_EMPTY)
    json_builder_add_null_value (builder);
  else if (figure->kind == TJ_FIGURE_SHARE)
    json_builder_add_double_value (builder, figure->value / 10.0);
  else
    json_builder_add_int_value (builder, figure->value);
}

static void
add_cells (JsonBuilder *builder, const TjFigureTable *table)
{
  tj_json_begin_list (builder, "cells");
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      json_builder_begin_array (builder);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        add_cell (builder, tj_figure_table_get (table, row, column));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_suppressed (JsonBuilder *builder, const TjFigureTable *table)
{
  tj_json_begin_list (builder, "suppressed");
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
      if (tj_figure_table_get (table, row, column)->hidden)
        {
          json_builder_begin_array (builder);
          json_builder_add_int_value (builder, row);
          json_builder_add_int_value (builder, column);
          json_builder_end_array (builder);
        }
  json_builder_end_array (builder);
}

static void
add_table (JsonBuilder *builder, const TjFigureTable *table, const TjStatistics *statistics)
{
  const guint n_rows = tj_figure_table_n_rows (table),
              n_columns = tj_figure_table_n_columns (table);
  g_autofree char *period = tj_statistics_period_dup_word (tj_statistics_get_period (statistics));

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "table", tj_figure_table_get_id (table));
  tj_json_add_string (builder, "section", tj_figure_table_get_section (table));
  tj_json_add_string (builder, "title", tj_figure_table_get_title (table));
  tj_json_add_string (builder, "note", tj_figure_table_get_note (table));
  tj_json_add_string (builder, "period", period);
  tj_json_add_boolean (builder, "unfinished", tj_statistics_is_unfinished (statistics));
  tj_json_add_int (builder, "threshold", tj_statistics_get_threshold (statistics));
  add_lines (builder, "rows", table, tj_figure_table_row, n_rows, FALSE);
  add_lines (builder, "columns", table, tj_figure_table_column, n_columns, FALSE);
  add_lines (builder, "row_labels", table, tj_figure_table_row, n_rows, TRUE);
  add_lines (builder, "column_labels", table, tj_figure_table_column, n_columns, TRUE);
  add_cells (builder, table);
  add_suppressed (builder, table);
  json_builder_end_object (builder);
}

static void
add_lines_of (JsonBuilder *builder, const TjFigureTable *table)
{
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
      {
        g_autofree char *text = tj_figure_format (tj_figure_table_get (table, row, column));

        json_builder_begin_object (builder);
        tj_json_add_string (builder, "table", tj_figure_table_get_title (table));
        tj_json_add_string (builder, "row", tj_figure_table_row (table, row)->label);
        tj_json_add_string (builder, "column", tj_figure_table_column (table, column)->label);
        tj_json_add_string (builder, "figure", text);
        json_builder_end_object (builder);
      }
}

static void
pad (const char *text, int width, gboolean to_the_right)
{
  const int gap = MAX (0, width - (int)g_utf8_strlen (text, -1));

  printf ("%*s%s%*s", to_the_right ? gap : 0, "", text, to_the_right ? 0 : gap, "");
}

static int
label_width (const TjFigureTable *table)
{
  int width = 0;

  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    width = MAX (width, (int)g_utf8_strlen (tj_figure_table_row (table, row)->label, -1));
  return width;
}

static void
print_table (const TjFigureTable *table)
{
  const int first = label_width (table);

  printf ("%s\n", tj_figure_table_get_title (table));
  pad ("", first, FALSE);
  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    printf ("  %s", tj_figure_table_column (table, column)->label);
  printf ("\n");
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      pad (tj_figure_table_row (table, row)->label, first, FALSE);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        {
          const char *label = tj_figure_table_column (table, column)->label;
          g_autofree char *text = tj_figure_format (tj_figure_table_get (table, row, column));

          printf ("  ");
          pad (text, (int)g_utf8_strlen (label, -1), TRUE);
        }
      printf ("\n");
    }
  printf ("\n");
}

/**
 * tj_cli_print_statistics: prints all tables in the form the user asked for. Returns TJ_EXIT_DONE.
 */
TjExit
tj_cli_print_statistics (TjCli *cli, const TjStatistics *statistics, GError **error)
{
  const GPtrArray *tables = tj_statistics_tables (statistics);
  const gboolean is_json = g_strcmp0 (cli->format, "json") == 0;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!is_json && g_strcmp0 (cli->format, "csv") != 0)
    {
      for (guint i = 0; i < tables->len; i++)
        print_table (tables->pdata[i]);
      return TJ_EXIT_DONE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < tables->len; i++)
    if (is_json)
      add_table (builder, tables->pdata[i], statistics);
    else
      add_lines_of (builder, tables->pdata[i]);
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

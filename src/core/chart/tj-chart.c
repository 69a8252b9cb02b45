/* A chart's contents, and their telling in words. A hidden figure leaves nothing here but that it
 * is hidden: neither drawing nor words can then give it away. */

#include "config.h"

#include "tj-chart-private.h"

#include <glib/gi18n-lib.h>

static void
free_value (gpointer data)
{
  TjChartValue *value = data;

  g_free (value->text);
  g_free (value);
}

/**
 * tj_chart_new:
 * @title: what it shows, translated
 *
 * Returns: (transfer full): a chart without values
 */
TjChart *
tj_chart_new (TjChartKind kind, const char *title)
{
  TjChart *self = g_new0 (TjChart, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->values = g_hash_table_new_full (NULL, NULL, NULL, free_value);
  return self;
}

/* Frees the chart. */
void
tj_chart_free (TjChart *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_hash_table_unref (self->values);
  g_free (self);
}

static gboolean
is_wanted (const TjFigureLine *column, const char *const *column_ids)
{
  return column_ids != NULL ? g_strv_contains (column_ids, column->id) : !column->is_total;
}

/**
 * tj_chart_new_from_table:
 * @title: (nullable): the chart's; NULL for the table's
 * @column_ids: (nullable) (array zero-terminated=1): the columns that are series; NULL for all but
 *   the totals
 *
 * Makes a chart of a table: its rows, but for totals, are the categories.
 *
 * Returns: (transfer full): the chart
 */
TjChart *
tj_chart_new_from_table (TjChartKind kind,
                         const TjFigureTable *table,
                         const char *title,
                         const char *const *column_ids)
{
  TjChart *self = tj_chart_new (kind, title != NULL ? title : tj_figure_table_get_title (table));

  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    if (is_wanted (tj_figure_table_column (table, column), column_ids))
      tj_chart_add_series (self, tj_figure_table_column (table, column)->label);
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      guint category, series = 0;

      if (tj_figure_table_row (table, row)->is_total)
        continue;
      category = tj_chart_add_category (self, tj_figure_table_row (table, row)->label);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        if (is_wanted (tj_figure_table_column (table, column), column_ids))
          tj_chart_set_figure (self, series++, category, tj_figure_table_get (table, row, column));
    }
  return self;
}

/**
 * tj_chart_add_category:
 *
 * Returns: the new category's number
 */
guint
tj_chart_add_category (TjChart *self, const char *label)
{
  g_ptr_array_add (self->categories, g_strdup (label));
  return self->categories->len - 1;
}

/**
 * tj_chart_add_series:
 *
 * Returns: the new series' number
 */
guint
tj_chart_add_series (TjChart *self, const char *label)
{
  g_ptr_array_add (self->series, g_strdup (label));
  return self->series->len - 1;
}

static gpointer
key_of (guint series, guint category)
{
  return GUINT_TO_POINTER (series << 16 | category);
}

/**
 * tj_chart_set_figure:
 *
 * Gives a series' value in a category. Of a hidden figure nothing is kept; an empty one is as none.
 */
void
tj_chart_set_figure (TjChart *self, guint series, guint category, const TjFigure *figure)
{
  TjChartValue *value;

  g_return_if_fail (series < self->series->len && category < self->categories->len);

  if (figure->kind == TJ_FIGURE_EMPTY)
    return;
  value = g_new0 (TjChartValue, 1);
  value->is_shown = !figure->hidden;
  value->value = figure->hidden ? 0 : MAX (figure->value, 0);
  value->text = tj_figure_format (figure);
  g_hash_table_insert (self->values, key_of (series, category), value);
}

/* The value of a series in a category; NULL when there is none. */
const TjChartValue *
tj_chart_get (const TjChart *self, guint series, guint category)
{
  return g_hash_table_lookup (self->values, key_of (series, category));
}

/* The greatest value shown. */
double
tj_chart_get_greatest (const TjChart *self)
{
  GHashTableIter iter;
  gpointer value;
  double greatest = 0;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    greatest = MAX (greatest, ((const TjChartValue *)value)->value);
  return greatest;
}

/**
 * tj_chart_get_kind:
 *
 * Returns: what kind of chart it is
 */
TjChartKind
tj_chart_get_kind (const TjChart *self)
{
  return self->kind;
}

/**
 * tj_chart_get_title:
 *
 * Returns: what it shows
 */
const char *
tj_chart_get_title (const TjChart *self)
{
  return self->title;
}

/**
 * tj_chart_is_empty:
 *
 * Returns: whether nothing but zeros and hidden values would be drawn
 */
gboolean
tj_chart_is_empty (const TjChart *self)
{
  return tj_chart_get_greatest (self) <= 0;
}

static void
append_values (const TjChart *self, guint series, GString *text)
{
  gboolean any = FALSE;

  for (guint category = 0; category < self->categories->len; category++)
    {
      const TjChartValue *value = tj_chart_get (self, series, category);

      if (value == NULL)
        continue;
      g_string_append (text, any ? ", " : " ");
      g_string_append_printf (text, "%s %s", (const char *)self->categories->pdata[category],
                              value->is_shown ? value->text : C_ ("chart", "not shown"));
      any = TRUE;
    }
  g_string_append_c (text, '.');
}

/**
 * tj_chart_dup_alt:
 *
 * Returns: (transfer full): what the chart shows, in words for whoever does not see it; of a hidden
 *   value, that it is not shown
 */
char *
tj_chart_dup_alt (const TjChart *self)
{
  static const char *const kinds[]
      = { NC_ ("chart", "Line chart"), NC_ ("chart", "Stacked bars"), NC_ ("chart", "Bar chart"),
          NC_ ("chart", "Bars in and out") };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s.",
                          g_dpgettext2 (GETTEXT_PACKAGE, "chart", kinds[self->kind]), self->title);
  for (guint series = 0; series < self->series->len; series++)
    {
      g_string_append_printf (text, " %s:", (const char *)self->series->pdata[series]);
      append_values (self, series, text);
    }
  return g_string_free (text, FALSE);
}

/* The report's figures: each table under its number and title, whole on a page where a page can
 * hold it. What is hidden is "..", as everywhere (tj_figure_format()). */

#include "config.h"

#include "tj-report-private.h"

#include <glib/gi18n-lib.h>

/* Millimetres of a column of figures: wide enough for its heading, and all of them leave the
 * names of the rows a third of the page. */
#define WIDEST_COLUMN 26.0
#define NARROWEST_COLUMN 13.0
#define ROOM_FOR_FIGURES 105.0

#define TABLE_GAP TJ_MM (4)
#define NOTE_ROOM TJ_MM (4)
#define ROOM_FOR_SILENCE TJ_MM (16)

/* The room a section's heading and words take above its first table. */
#define ROOM_FOR_WORDS TJ_MM (38)

/* A table ready to be drawn. */
typedef struct
{
  const TjFigureTable *figures;
  TjSheetTable *paper;
  GPtrArray *rows; /* of string arrays */
  double height;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->paper, tj_sheet_table_end);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static guint
count_columns (const TjFigureTable *table)
{
  return MIN (tj_figure_table_n_columns (table), TJ_SHEET_TABLE_MAX_COLUMNS - 1);
}

static TjSheetTable *
new_paper_table (TjReportDrawing *self, const TjFigureTable *table)
{
  TjSheetColumn columns[TJ_SHEET_TABLE_MAX_COLUMNS] = { { .title = "", .names_row = TRUE } };
  guint n = count_columns (table);
  double width = CLAMP (ROOM_FOR_FIGURES / MAX (n, 1), NARROWEST_COLUMN, WIDEST_COLUMN);
  g_autofree char *caption
      = g_strdup_printf (_ ("Table %u. %s"), self->n_tables + 1, tj_figure_table_get_title (table));
  TjSheetTable *paper;

  for (guint i = 0; i < n; i++)
    columns[i + 1] = (TjSheetColumn){ .title = tj_figure_table_column (table, i)->label,
                                      .kind = TJ_COLUMN_NUMBER,
                                      .width = width };
  paper = tj_sheet_table_new (self->sheet, columns, n + 1);
  tj_sheet_table_set_caption (paper, caption);
  return paper;
}

static char **
dup_cells (const TjFigureTable *table, guint row)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, tj_figure_table_row (table, row)->label);
  for (guint i = 0; i < count_columns (table); i++)
    {
      g_autofree char *text = tj_figure_format (tj_figure_table_get (table, row, i));

      g_strv_builder_add (cells, text);
    }
  return g_strv_builder_end (cells);
}

static void
table_init (Table *table, TjReportDrawing *self, const TjFigureTable *figures)
{
  table->figures = figures;
  table->paper = new_paper_table (self, figures);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (guint i = 0; i < tj_figure_table_n_rows (figures); i++)
    g_ptr_array_add (table->rows, dup_cells (figures, i));
  table->height = tj_sheet_table_measure (
      table->paper, (const char *const *const *)table->rows->pdata, table->rows->len);
  if (tj_figure_table_get_note (figures)[0] != '\0')
    table->height += NOTE_ROOM
                     + tj_typesetter_set (self->sheet->typesetter, &self->sheet->look->note,
                                          self->sheet->width, tj_figure_table_get_note (figures))
                           ->height;
}

/* Goes to a next page if what is @above the table and the table do not stand on this one, but
 * would on a whole one. */
static void
keep_together (TjReportDrawing *self, const Table *table, double above)
{
  double height = above + table->height;

  if (height <= tj_sheet_get_full_height (self->sheet))
    tj_sheet_make_room (self->sheet, height);
}

static void
table_draw (Table *table, TjReportDrawing *self)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (tj_figure_table_row (table->figures, i)->is_total)
      tj_sheet_table_add_total (table->paper, table->rows->pdata[i]);
    else
      tj_sheet_table_add_row (table->paper, table->rows->pdata[i]);
  self->n_tables++;
}

/* Whether any cell tells anything. */
static gboolean
tells (const TjFigureTable *table)
{
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
      {
        const TjFigure *figure = tj_figure_table_get (table, row, column);

        if (!figure->hidden && figure->kind != TJ_FIGURE_EMPTY)
          return TRUE;
      }
  return FALSE;
}

/* A table of nothing but stops and dashes is no help to anybody. */
static void
draw_silence (TjReportDrawing *self, const TjFigureTable *figures)
{
  g_autofree char *caption
      = g_strdup_printf (_ ("Table %u. %s"), ++self->n_tables, tj_figure_table_get_title (figures));

  tj_sheet_make_room (self->sheet, ROOM_FOR_SILENCE);
  tj_sheet_flow (self->sheet, "P", &self->sheet->look->caption, 0, caption);
  self->sheet->y += 2;
  tj_sheet_note (self->sheet, _ ("There is nothing to show here: all numbers are hidden or "
                                 "missing."));
}

static void
draw_note (TjReportDrawing *self, const TjFigureTable *figures)
{
  if (tj_figure_table_get_note (figures)[0] != '\0')
    tj_sheet_note (self->sheet, tj_figure_table_get_note (figures));
}

static void
draw_table (TjReportDrawing *self, const TjFigureTable *figures)
{
  TjSheetTable *paper = NULL;
  g_auto (Table) table = { NULL };

  if (!tells (figures))
    {
      draw_silence (self, figures);
      return;
    }
  tj_report_draw_charts (self, figures);
  table_init (&table, self, figures);
  keep_together (self, &table, 0);
  table_draw (&table, self);
  paper = g_steal_pointer (&table.paper);
  tj_sheet_table_end (paper);
  draw_note (self, figures);
}

static gboolean
belongs (const TjFigureTable *table, const char *section)
{
  return g_str_equal (tj_figure_table_get_section (table), section)
         && tj_figure_table_n_rows (table) > 0;
}

/* The heading does not stand at a page's end without the first table. */
static void
begin_section (TjReportDrawing *self, const char *section, const TjFigureTable *first)
{
  double chart = tj_report_measure_charts (self, first);
  g_auto (Table) table = { NULL };

  if (chart > 0)
    tj_sheet_make_room (self->sheet, chart + ROOM_FOR_WORDS);
  table_init (&table, self, first);
  if (chart <= 0)
    keep_together (self, &table, ROOM_FOR_WORDS);
  tj_report_section_begin (self, tj_report_get_section_title (section));
  tj_sheet_paragraph (self->sheet, tj_report_get_section_words (section));
}

/* Draws a section with its tables, if it has any. */
void
tj_report_draw_tables (TjReportDrawing *self, const char *section)
{
  gboolean has_begun = FALSE;

  for (guint i = 0; i < self->report->tables->len; i++)
    {
      const TjFigureTable *table = self->report->tables->pdata[i];

      if (!belongs (table, section))
        continue;
      if (!has_begun)
        begin_section (self, section, table);
      has_begun = TRUE;
      draw_table (self, table);
      self->sheet->y += TABLE_GAP;
    }
}

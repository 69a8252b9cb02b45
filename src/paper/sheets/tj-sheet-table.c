/* Tables as PDF/UA-1 asks (ISO 14289-1, 7.5): THead with TH of Scope Column, TBody, each row as many
 * cells as there are columns, cells that name their row TH of Scope Row. The head that a further
 * page repeats is an artifact, as it would be read twice.
 *
 * Pages break between rows. A row that no page can hold goes on as rows of what is left of it. */

#include "config.h"

#include "tj-sheet-table.h"

#include "tj-sheet-private.h"

#include <string.h>

#define PAD_X TJ_MM (1.6)
#define BOX_SIDE TJ_MM (3.6)
#define WRITE_STEP TJ_MM (7)
#define CAPTION_GAP 3
#define HAIRLINE 0.4
#define RULE 0.9

static const TjColour deep = TJ_SHEET_DEEP;
static const TjColour grey = TJ_SHEET_GREY;
static const TjColour hair = TJ_SHEET_HAIR;
static const TjColour stripe = { 0.955, 0.965, 0.975 };
/* A column as it is drawn. */
typedef struct
{
  char *title;
  TjColumnKind kind;
  gboolean names_row;
  double x;
  double width;
} Column;

struct _TjSheetTable
{
  TjSheet *sheet;
  const TjSheetLook *look;
  char *caption;
  guint n_columns;
  Column columns[TJ_SHEET_TABLE_MAX_COLUMNS];
  double width;
  double head_height;
  double least_height;
  double kept; /* below the next row, for the one it stands with */
  guint n_rows;
  gboolean striped;
  gboolean has_head;
};

static double
inner_width (const Column *column)
{
  return column->width - 2 * PAD_X;
}

/* Numbers are not broken, unless they are wider than their column. */
static const TjSetText *
set_cell (TjSheetTable *self, const Column *column, const TjTextStyle *style, const char *text)
{
  TjTypesetter *typesetter = self->sheet->typesetter;
  const TjSetText *line;

  if (column->kind != TJ_COLUMN_NUMBER)
    return tj_typesetter_set (typesetter, style, inner_width (column), text);
  line = tj_typesetter_set (typesetter, style, 0, text);
  return line->width <= inner_width (column)
             ? line
             : tj_typesetter_set (typesetter, style, inner_width (column), text);
}

static gboolean
is_drawn (const Column *column, const char *text)
{
  return text != NULL && text[0] != '\0' && column->kind != TJ_COLUMN_BOX;
}

static double
text_x (const Column *column, const TjSetText *text)
{
  if (column->kind == TJ_COLUMN_NUMBER)
    return column->x + column->width - PAD_X - text->width;
  if (column->kind == TJ_COLUMN_BOX)
    return column->x + (column->width - text->width) / 2;
  return column->x + PAD_X;
}

static void
layout_columns (TjSheetTable *self, const TjSheetColumn *columns)
{
  double left = self->sheet->width;
  double shares = 0;
  double x = self->sheet->left;

  for (guint i = 0; i < self->n_columns; i++)
    if (columns[i].width > 0)
      left -= TJ_MM (columns[i].width);
    else
      shares += columns[i].share > 0 ? columns[i].share : 1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      double share = columns[i].share > 0 ? columns[i].share : 1;
      Column *column = &self->columns[i];

      column->title = g_strdup (columns[i].title);
      column->kind = columns[i].kind;
      column->names_row = columns[i].names_row;
      column->x = x;
      column->width = columns[i].width > 0 ? TJ_MM (columns[i].width) : left * share / shares;
      x += column->width;
      g_assert (inner_width (column) > 0);
    }
  self->width = x - self->sheet->left;
}

static const TjSetText *
set_title (TjSheetTable *self, const Column *column)
{
  return tj_typesetter_set (self->sheet->typesetter, &self->look->table_head, inner_width (column),
                            column->title);
}

static double
measure_head (TjSheetTable *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title[0] != '\0')
      height = MAX (height, set_title (self, &self->columns[i])->height);
  return height + 2 * self->look->cell_pad;
}

static void
draw_title (TjSheetTable *self, const Column *column)
{
  const TjSetText *title = set_title (self, column);

  tj_paper_text (self->sheet->paper, title, text_x (column, title),
                 self->sheet->y + self->head_height - self->look->cell_pad - title->height);
}

static void
draw_rule (TjSheetTable *self, double y, double thickness, TjColour colour)
{
  const TjSheet *sheet = self->sheet;

  tj_paper_line (sheet->paper, sheet->left, y, sheet->left + self->width, y, thickness, colour);
}

static void
draw_head (TjSheetTable *self)
{
  TjPaper *paper = self->sheet->paper;

  tj_paper_open (paper, "THead", NULL);
  tj_paper_open (paper, "TR", NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      tj_paper_open (paper, "TH", "/A<</O/Table/Scope/Column>>");
      if (self->columns[i].title[0] != '\0')
        {
          tj_paper_begin_content (paper, "TH");
          draw_title (self, &self->columns[i]);
          tj_paper_end_content (paper);
        }
      tj_paper_close (paper);
    }
  tj_paper_close (paper);
  tj_paper_close (paper);
  self->sheet->y += self->head_height;
  tj_paper_begin_artifact (paper, "/Type/Layout");
  draw_rule (self, self->sheet->y, RULE, deep);
  tj_paper_end_content (paper);
}

static void
repeat_head (TjSheetTable *self)
{
  TjPaper *paper = self->sheet->paper;

  tj_paper_begin_shared (paper);
  tj_paper_begin_artifact (paper, "/Type/Pagination/Subtype/Header");
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title[0] != '\0')
      draw_title (self, &self->columns[i]);
  self->sheet->y += self->head_height;
  draw_rule (self, self->sheet->y, RULE, deep);
  tj_paper_end_content (paper);
  tj_paper_end_shared (paper);
}

static double
measure_row (TjSheetTable *self, const TjTextStyle *style, const char *const *cells)
{
  double height = self->least_height;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];

      if (is_drawn (column, cells[i]))
        height = MAX (height,
                      set_cell (self, column, style, cells[i])->height + 2 * self->look->cell_pad);
      else if (column->kind == TJ_COLUMN_BOX)
        height = MAX (height, BOX_SIDE + 2 * self->look->cell_pad);
    }
  return height;
}

static void
draw_box (TjSheetTable *self, const Column *column, double height)
{
  tj_paper_frame (self->sheet->paper, column->x + (column->width - BOX_SIDE) / 2,
                  self->sheet->y + MIN (self->look->cell_pad + 1, (height - BOX_SIDE) / 2),
                  BOX_SIDE, BOX_SIDE, 0.7, 0, grey);
}

static void
draw_write_lines (TjSheetTable *self, const Column *column, double height)
{
  double bottom = self->sheet->y + height;

  for (double y = self->sheet->y + WRITE_STEP; y < bottom - WRITE_STEP / 2; y += WRITE_STEP)
    tj_paper_line (self->sheet->paper, column->x + PAD_X, y, column->x + column->width - PAD_X, y,
                   HAIRLINE, hair);
}

static void
draw_row_marks (TjSheetTable *self, double height, gboolean is_total)
{
  TjSheet *sheet = self->sheet;

  tj_paper_begin_artifact (sheet->paper, "/Type/Layout");
  if (self->striped && !is_total && self->n_rows % 2 == 1)
    tj_paper_area (sheet->paper, sheet->left, sheet->y, self->width, height, stripe);
  if (is_total)
    draw_rule (self, sheet->y, RULE, deep);
  if (!self->striped || is_total)
    draw_rule (self, sheet->y + height, HAIRLINE, hair);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].kind == TJ_COLUMN_BOX && !is_total)
      draw_box (self, &self->columns[i], height);
    else if (self->columns[i].kind == TJ_COLUMN_LINES && !is_total)
      draw_write_lines (self, &self->columns[i], height);
  tj_paper_end_content (sheet->paper);
}

static void
draw_cell (TjSheetTable *self, const Column *column, const TjTextStyle *style, const char *text)
{
  TjPaper *paper = self->sheet->paper;
  const char *type = column->names_row ? "TH" : "TD";

  tj_paper_open (paper, type, column->names_row ? "/A<</O/Table/Scope/Row>>" : NULL);
  if (is_drawn (column, text))
    {
      const TjSetText *cell = set_cell (self, column, style, text);

      tj_paper_begin_content (paper, type);
      tj_paper_text (paper, cell, text_x (column, cell), self->sheet->y + self->look->cell_pad);
      tj_paper_end_content (paper);
    }
  tj_paper_close (paper);
}

static void
draw_row (TjSheetTable *self, const TjTextStyle *style, const char *const *cells, double height)
{
  TjPaper *paper = self->sheet->paper;

  draw_row_marks (self, height, style == &self->look->table_total);
  tj_paper_open (paper, "TR", NULL);
  for (guint i = 0; i < self->n_columns; i++)
    draw_cell (self, &self->columns[i], style, cells[i]);
  tj_paper_close (paper);
  self->sheet->y += height;
}

static double
measure_caption (TjSheetTable *self)
{
  if (self->caption == NULL)
    return 0;
  return tj_typesetter_set (self->sheet->typesetter, &self->look->caption, self->width,
                            self->caption)
             ->height
         + CAPTION_GAP;
}

static void
draw_caption (TjSheetTable *self)
{
  if (self->caption == NULL)
    return;
  tj_sheet_flow (self->sheet, "Caption", &self->look->caption, 0, self->caption);
  self->sheet->y += CAPTION_GAP;
}

/* The head is drawn with the first row, so that it never stands alone at a page's end. */
static void
begin_table (TjSheetTable *self, double first_row)
{
  tj_sheet_make_room (self->sheet, measure_caption (self) + self->head_height + first_row);
  tj_paper_open (self->sheet->paper, "Table", NULL);
  draw_caption (self);
  draw_head (self);
  tj_paper_open (self->sheet->paper, "TBody", NULL);
  self->has_head = TRUE;
}

static double
full_height (const TjSheetTable *self)
{
  return tj_sheet_get_full_height (self->sheet) - self->head_height;
}

static void
next_page (TjSheetTable *self)
{
  tj_sheet_next_page (self->sheet);
  repeat_head (self);
}

/* How many of the cell's bytes stand within @height. */
static gsize
fit_cell (TjSheetTable *self,
          const Column *column,
          const TjTextStyle *style,
          const char *text,
          double height)
{
  int n_lines = (int)((height - 2 * self->look->cell_pad) / style->leading);

  return tj_typesetter_fit (self->sheet->typesetter, style, inner_width (column), text,
                            (guint)MAX (n_lines, 1));
}

/* A row higher than a page: what fits, as a row of its own, page by page. */
static void
draw_tall_row (TjSheetTable *self, const TjTextStyle *style, const char *const *cells)
{
  const char *rest[TJ_SHEET_TABLE_MAX_COLUMNS];
  char *pieces[TJ_SHEET_TABLE_MAX_COLUMNS + 1] = { NULL };
  gboolean more = TRUE;

  memcpy (rest, cells, self->n_columns * sizeof *rest);
  while (more)
    {
      double room = self->sheet->bottom - self->sheet->y;

      more = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          const Column *column = &self->columns[i];
          gsize length
              = is_drawn (column, rest[i]) ? fit_cell (self, column, style, rest[i], room) : 0;

          pieces[i] = length > 0 ? g_strndup (rest[i], length) : g_strdup ("");
          if (length > 0)
            rest[i] += length;
          more = more || is_drawn (column, rest[i]);
        }
      draw_row (self, style, (const char *const *)pieces,
                measure_row (self, style, (const char *const *)pieces));
      for (guint i = 0; i < self->n_columns; i++)
        g_clear_pointer (&pieces[i], g_free);
      if (more)
        next_page (self);
    }
}

static void
add_row (TjSheetTable *self, const TjTextStyle *style, const char *const *cells)
{
  double height = measure_row (self, style, cells);
  gboolean tall = height > full_height (self);

  if (!self->has_head)
    begin_table (self, MIN (height + self->kept, full_height (self)));
  else if (self->sheet->y + height + self->kept > self->sheet->bottom)
    next_page (self);
  self->kept = 0;
  if (tall)
    draw_tall_row (self, style, cells);
  else
    draw_row (self, style, cells, height);
  self->n_rows++;
}

/**
 * tj_sheet_table_new:
 * @columns: at most %TJ_SHEET_TABLE_MAX_COLUMNS, as wide together as the sheet or less; copied
 *
 * Begins a table where the sheet is. Nothing is drawn before its first row, and a table without
 * rows leaves no trace: say in words that there is nothing.
 *
 * Returns: (transfer full): the table; nothing else is drawn on the sheet before it ends
 */
TjSheetTable *
tj_sheet_table_new (TjSheet *sheet, const TjSheetColumn *columns, guint n_columns)
{
  TjSheetTable *self = g_new0 (TjSheetTable, 1);

  g_assert (n_columns > 0 && n_columns <= TJ_SHEET_TABLE_MAX_COLUMNS);
  self->sheet = sheet;
  self->look = sheet->look;
  self->n_columns = n_columns;
  layout_columns (self, columns);
  self->head_height = measure_head (self);
  return self;
}

/* Says above the table, and as a part of it, what it holds; before its first row. */
void
tj_sheet_table_set_caption (TjSheetTable *self, const char *caption)
{
  g_free (self->caption);
  self->caption = g_strdup (caption);
}

/**
 * tj_sheet_table_measure:
 * @rows: the cells of the @n_rows that will come, as for tj_sheet_table_add_row ()
 *
 * Returns: how high the table will be with its caption and all of @rows, in points, where no page
 *   ends in it
 */
double
tj_sheet_table_measure (TjSheetTable *self, const char *const *const *rows, guint n_rows)
{
  double height = measure_caption (self) + self->head_height;

  for (guint i = 0; i < n_rows; i++)
    height += measure_row (self, &self->look->table_total, rows[i]);
  return height;
}

/* Makes rows from here on at least @mm high. */
void
tj_sheet_table_set_row_height (TjSheetTable *self, double mm)
{
  self->least_height = TJ_MM (mm);
}

/* Shades every second row, which helps where rows are wide and cells are figures. */
void
tj_sheet_table_set_striped (TjSheetTable *self, gboolean striped)
{
  self->striped = striped;
}

/* Says that the next row stands on one page with the line after it, as the last does with its sum. */
void
tj_sheet_table_keep_with_next (TjSheetTable *self)
{
  self->kept = self->look->table_total.leading + 2 * self->look->cell_pad;
}

/* Adds a row; @cells has one text a column, NULL or "" for nothing, borrowed for the call. */
void
tj_sheet_table_add_row (TjSheetTable *self, const char *const *cells)
{
  add_row (self, &self->look->table_cell, cells);
}

/* Adds a row of sums, which stands out. */
void
tj_sheet_table_add_total (TjSheetTable *self, const char *const *cells)
{
  add_row (self, &self->look->table_total, cells);
}

/* Ends the table and frees it. */
void
tj_sheet_table_end (TjSheetTable *self)
{
  if (self->has_head)
    {
      tj_paper_close (self->sheet->paper);
      tj_paper_close (self->sheet->paper);
      self->sheet->y += 6;
    }
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].title);
  g_free (self->caption);
  g_free (self);
}

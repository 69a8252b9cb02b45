/* Spreadsheets out, by libxlsxwriter. What it writes is personal data in plain, so the file is made
 * in memory and the parts that the library keeps on the way go to a file system in memory; the
 * caller decides where the bytes end up. */

#define _GNU_SOURCE

#include "config.h"

#include "tj-workbook.h"

#include "tj-exchange-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define ORE_OF_A_KRONA 100.0
#define LONGEST_SHEET_NAME 31
#define LINE_HEIGHT 15 /* points, as the default font has */

/* The hidden sheet that drop-downs take their choices from: in a cell's own rule a comma would part
 * a choice in two, and all together might have 255 letters. */
#define CHOICES_SHEET "Val"

struct _TjWorkbook
{
  int fd;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *header;
  lxw_format *figure_header;
  lxw_format *formats[TJ_WORKBOOK_KEY + 1];
  lxw_format *input;
  lxw_format *share;

  const TjWorkbookColumn *columns;
  guint n_columns;
  lxw_row_t row;
  lxw_col_t column;
  lxw_row_t header_row;
  guint n_lines;      /* that the row's longest text takes */
  GPtrArray *choices; /* const char *const *: each a column of the hidden sheet */
  lxw_error failure;
  gboolean has_room;
};

static gboolean
is_in_memory (const char *folder)
{
  struct statfs state;

  return folder != NULL && statfs (folder, &state) == 0
         && (state.f_type == TMPFS_MAGIC || state.f_type == RAMFS_MAGIC)
         && access (folder, W_OK) == 0;
}

/* A folder that is never on a disk; NULL when the machine has none. */
static const char *
find_memory_folder (void)
{
  const char *folders[] = { g_get_user_runtime_dir (), "/dev/shm" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (folders); i++)
    if (is_in_memory (folders[i]))
      return folders[i];
  return NULL;
}

static lxw_format *
add_format (TjWorkbook *self, const char *number_format)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  return format;
}

static void
add_formats (TjWorkbook *self)
{
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_font_size (self->heading, 14);

  self->header = workbook_add_format (self->book);
  format_set_bold (self->header);
  format_set_text_wrap (self->header);
  format_set_bottom (self->header, LXW_BORDER_THIN);
  format_set_align (self->header, LXW_ALIGN_VERTICAL_TOP);

  self->figure_header = workbook_add_format (self->book);
  format_set_bold (self->figure_header);
  format_set_text_wrap (self->figure_header);
  format_set_bottom (self->figure_header, LXW_BORDER_THIN);
  format_set_align (self->figure_header, LXW_ALIGN_VERTICAL_TOP);
  format_set_align (self->figure_header, LXW_ALIGN_RIGHT);

  self->formats[TJ_WORKBOOK_TEXT] = add_format (self, "@");
  self->formats[TJ_WORKBOOK_LONG_TEXT] = add_format (self, NULL);
  format_set_text_wrap (self->formats[TJ_WORKBOOK_LONG_TEXT]);
  self->formats[TJ_WORKBOOK_NUMBER] = add_format (self, "0");
  format_set_align (self->formats[TJ_WORKBOOK_NUMBER], LXW_ALIGN_RIGHT);
  self->formats[TJ_WORKBOOK_AMOUNT] = add_format (self, "#,##0.00");
  self->formats[TJ_WORKBOOK_DATE] = add_format (self, "yyyy-mm-dd");
  self->formats[TJ_WORKBOOK_KEY] = self->formats[TJ_WORKBOOK_TEXT];

  self->share = add_format (self, "0.0\\ %");
  self->input = add_format (self, "@");
  format_set_text_wrap (self->input);
  format_set_border (self->input, LXW_BORDER_HAIR);
  format_set_bg_color (self->input, 0xFFF8E1);
}

static void
note (TjWorkbook *self, lxw_error result)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = result;
}

/**
 * tj_workbook_new:
 * @title: what the document is called in its properties; no personal data
 *
 * Returns: (transfer full): a workbook without sheets
 */
TjWorkbook *
tj_workbook_new (const char *title)
{
  TjWorkbook *self = g_new0 (TjWorkbook, 1);
  const char *folder = find_memory_folder ();
  g_autofree char *path = NULL;
  lxw_workbook_options options = { .tmpdir = (gpointer)(folder != NULL ? folder : "/nonexistent") };
  lxw_doc_properties properties = { .title = (gpointer)title };

  self->has_room = folder != NULL;
  self->choices = g_ptr_array_new ();
  self->fd = memfd_create ("workbook", MFD_CLOEXEC);
  path = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  self->book = workbook_new_opt (path, &options);
  note (self, workbook_set_properties (self->book, &properties));
  add_formats (self);
  return self;
}

/**
 * tj_workbook_free:
 *
 * Throws an unfinished workbook away.
 */
void
tj_workbook_free (TjWorkbook *self)
{
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  if (self->fd >= 0)
    close (self->fd);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* A spreadsheet refuses longer names and these letters. */
static char *
dup_sheet_name (const char *name)
{
  g_autofree char *legal = g_strdelimit (g_strdup (name), "[]:*?/\\", ' ');

  return g_utf8_substring (legal, 0, MIN (g_utf8_strlen (legal, -1), LONGEST_SHEET_NAME));
}

/**
 * tj_workbook_begin_sheet:
 * @name: what the sheet's tab says; cut to what spreadsheets allow
 *
 * Adds a sheet, landscape on A4, to which everything goes until the next one is begun.
 */
void
tj_workbook_begin_sheet (TjWorkbook *self, const char *name)
{
  g_autofree char *tab = dup_sheet_name (name);

  self->sheet = workbook_add_worksheet (self->book, tab);
  self->row = 0;
  self->column = 0;
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9);
  worksheet_fit_to_pages (self->sheet, 1, 0);
}

/**
 * tj_workbook_add_line:
 *
 * Adds a line of text above or below a table.
 */
void
tj_workbook_add_line (TjWorkbook *self, const char *text, gboolean is_heading)
{
  note (self, worksheet_write_string (self->sheet, self->row++, 0, text,
                                      is_heading ? self->heading : NULL));
}

/**
 * tj_workbook_begin_table:
 * @columns: (array length=n_columns): must live until the table is ended, and their choices
 *   until the workbook is finished
 *
 * Adds the header row, which stays in view when the sheet is scrolled.
 */
void
tj_workbook_begin_table (TjWorkbook *self, const TjWorkbookColumn *columns, guint n_columns)
{
  guint i;

  self->columns = columns;
  self->n_columns = n_columns;
  self->header_row = self->row;
  for (i = 0; i < n_columns; i++)
    {
      lxw_row_col_options options = { .hidden = columns[i].kind == TJ_WORKBOOK_KEY };
      lxw_col_t column = (lxw_col_t)i;

      note (self, worksheet_set_column_opt (self->sheet, column, column, columns[i].width, NULL,
                                            &options));
      note (self, worksheet_write_string (
                      self->sheet, self->row, column, columns[i].title,
                      columns[i].kind == TJ_WORKBOOK_NUMBER ? self->figure_header : self->header));
    }
  self->row++;
  self->column = 0;
  worksheet_freeze_panes (self->sheet, self->row, 0);
  worksheet_repeat_rows (self->sheet, self->header_row, self->header_row);
}

static lxw_format *
cell_format (TjWorkbook *self)
{
  const TjWorkbookColumn *column = &self->columns[self->column];

  return column->choices != NULL ? self->input : self->formats[column->kind];
}

/* Not every program makes a row as high as its text when it opens a file. */
static void
measure (TjWorkbook *self, const char *text)
{
  const TjWorkbookColumn *column = &self->columns[self->column];
  guint width = (guint)MAX (column->width, 1);

  if (column->kind == TJ_WORKBOOK_LONG_TEXT)
    self->n_lines = MAX (self->n_lines, ((guint)g_utf8_strlen (text, -1) + width - 1) / width);
}

/**
 * tj_workbook_add_text:
 * @text: (nullable): never taken as a formula
 */
void
tj_workbook_add_text (TjWorkbook *self, const char *text)
{
  if (text != NULL && *text != '\0')
    {
      measure (self, text);
      note (self, worksheet_write_string (self->sheet, self->row, self->column, text,
                                          cell_format (self)));
    }
  else
    note (self, worksheet_write_blank (self->sheet, self->row, self->column, cell_format (self)));
  self->column++;
}

/**
 * tj_workbook_add_number:
 *
 * Fills the next cell of the row.
 */
void
tj_workbook_add_number (TjWorkbook *self, gint64 number)
{
  note (self, worksheet_write_number (self->sheet, self->row, self->column, (double)number,
                                      cell_format (self)));
  self->column++;
}

/**
 * tj_workbook_add_amount:
 * @ore: an amount in öre, written as kronor
 */
void
tj_workbook_add_amount (TjWorkbook *self, gint64 ore)
{
  note (self, worksheet_write_number (self->sheet, self->row, self->column,
                                      (double)ore / ORE_OF_A_KRONA, cell_format (self)));
  self->column++;
}

/**
 * tj_workbook_add_share:
 * @per_mille: tenths of a percent, shown as percent with a decimal in whatever column
 */
void
tj_workbook_add_share (TjWorkbook *self, int per_mille)
{
  note (self, worksheet_write_number (self->sheet, self->row, self->column, per_mille / 1000.0,
                                      self->share));
  self->column++;
}

/**
 * tj_workbook_add_date:
 * @date: a date, or %TJ_DATE_NONE for an empty cell
 */
void
tj_workbook_add_date (TjWorkbook *self, TjDate date)
{
  lxw_datetime value = { 0 };

  if (date == TJ_DATE_NONE)
    {
      tj_workbook_add_text (self, NULL);
      return;
    }

  tj_date_get (date, &value.year, &value.month, &value.day);
  note (self, worksheet_write_datetime (self->sheet, self->row, self->column, &value,
                                        cell_format (self)));
  self->column++;
}

/**
 * tj_workbook_add_formula:
 * @formula: in English, beginning with "="
 * @value: its result now, for programs that do not reckon
 */
void
tj_workbook_add_formula (TjWorkbook *self, const char *formula, double value)
{
  note (self, worksheet_write_formula_num (self->sheet, self->row, self->column, formula,
                                           cell_format (self), value));
  self->column++;
}

/**
 * tj_workbook_end_row:
 *
 * Goes on to the first cell of the next row.
 */
void
tj_workbook_end_row (TjWorkbook *self)
{
  if (self->n_lines > 1)
    note (self, worksheet_set_row (self->sheet, self->row, LINE_HEIGHT * self->n_lines, NULL));
  self->n_lines = 0;
  self->row++;
  self->column = 0;
}

/**
 * tj_workbook_get_row:
 *
 * Returns: the number of the row being filled, as formulas count
 */
guint
tj_workbook_get_row (TjWorkbook *self)
{
  return self->row + 1;
}

/**
 * tj_workbook_dup_cell:
 * @column: counted from 0
 * @row: as formulas count
 *
 * Returns: (transfer full): what a formula calls a cell of its own sheet
 */
char *
tj_workbook_dup_cell (guint column, guint row)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row - 1, (lxw_col_t)column);
  return g_strdup (cell);
}

/**
 * tj_workbook_dup_range:
 * @sheet: the name it was begun with
 * @column: counted from 0
 * @first_row: as formulas count, as @last_row
 *
 * Returns: (transfer full): what a formula calls a stretch of a column of a sheet
 */
char *
tj_workbook_dup_range (const char *sheet, guint column, guint first_row, guint last_row)
{
  g_autofree char *tab = dup_sheet_name (sheet);
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_auto (GStrv) parts = g_strsplit (tab, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);

  lxw_rowcol_to_range_abs (range, first_row - 1, (lxw_col_t)column, last_row - 1,
                           (lxw_col_t)column);
  return g_strdup_printf ("'%s'!%s", quoted, range);
}

/* The choices as a reference to their column of the hidden sheet; columns may share one. */
static char *
refer_to_choices (TjWorkbook *self, const char *const *choices)
{
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  guint place;

  if (!g_ptr_array_find (self->choices, choices, &place))
    {
      place = self->choices->len;
      g_ptr_array_add (self->choices, (gpointer)choices);
    }
  lxw_rowcol_to_cell_abs (first, 0, (lxw_col_t)place, 1, 1);
  lxw_rowcol_to_cell_abs (last, g_strv_length ((char **)choices) - 1, (lxw_col_t)place, 1, 1);
  return g_strdup_printf ("=%s!%s:%s", CHOICES_SHEET, first, last);
}

static void
offer_choices (TjWorkbook *self, lxw_col_t column)
{
  g_autofree char *formula = refer_to_choices (self, self->columns[column].choices);
  lxw_data_validation validation
      = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
          .value_formula = formula,
          .ignore_blank = LXW_VALIDATION_ON,
          .dropdown = LXW_VALIDATION_ON,
          .error_title = _ ("Not in the list"),
          .error_message = _ ("Choose one of the list, or leave the cell empty.") };

  note (self, worksheet_data_validation_range (self->sheet, self->header_row + 1, column,
                                               self->row - 1, column, &validation));
}

static void
write_choices (TjWorkbook *self)
{
  lxw_worksheet *sheet;

  if (self->choices->len == 0)
    return;
  sheet = workbook_add_worksheet (self->book, CHOICES_SHEET);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *const *choices = self->choices->pdata[i];

      for (guint row = 0; choices[row] != NULL; row++)
        note (self, worksheet_write_string (sheet, row, (lxw_col_t)i, choices[row], NULL));
    }
  worksheet_hide (sheet);
}

/**
 * tj_workbook_end_table:
 *
 * Adds filters to the header and drop-downs to the columns with choices.
 */
void
tj_workbook_end_table (TjWorkbook *self)
{
  guint i;

  if (self->row == self->header_row + 1)
    return;

  for (i = 0; i < self->n_columns; i++)
    if (self->columns[i].choices != NULL)
      offer_choices (self, (lxw_col_t)i);
  note (self, worksheet_autofilter (self->sheet, self->header_row, 0, self->row - 1,
                                    (lxw_col_t)(self->n_columns - 1)));
}

static GBytes *
read_all (int fd, GError **error)
{
  off_t size = lseek (fd, 0, SEEK_END);
  g_autofree guint8 *data = g_malloc ((gsize)MAX (size, 1));
  gsize done = 0;

  while (done < (gsize)size)
    {
      gssize got = pread (fd, data + done, (gsize)size - done, (off_t)done);

      if (got <= 0)
        {
          g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO,
                       _ ("The spreadsheet could not be made: %s"), g_strerror (errno));
          return NULL;
        }
      done += (gsize)got;
    }
  return g_bytes_new_take (g_steal_pointer (&data), (gsize)size);
}

/**
 * tj_workbook_finish:
 * @self: (transfer full): is freed
 *
 * Fails with %TJ_EXCHANGE_ERROR_IO when the machine has no folder in memory: the library's parts
 * would otherwise be written to a disk in plain.
 *
 * Returns: (transfer full): the bytes of the .xlsx file
 */
GBytes *
tj_workbook_finish (TjWorkbook *self, GError **error)
{
  g_autoptr (TjWorkbook) workbook = self;
  lxw_error failure;

  if (!workbook->has_room)
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO,
                           _ ("The spreadsheet could not be made: there is no folder in memory "
                              "(/dev/shm) to make it in."));
      return NULL;
    }

  write_choices (workbook);
  failure = workbook_close (g_steal_pointer (&workbook->book));
  if (workbook->failure != LXW_NO_ERROR)
    failure = workbook->failure;
  if (failure != LXW_NO_ERROR)
    {
      g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO,
                   _ ("The spreadsheet could not be made: %s"), lxw_strerror (failure));
      return NULL;
    }
  return read_all (workbook->fd, error);
}

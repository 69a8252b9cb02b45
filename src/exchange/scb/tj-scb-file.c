/* SCB's file itself, as text or as a spreadsheet. It is made whole in memory: the caller writes it
 * somewhere, or not at all. */

#include "config.h"

#include "tj-scb-file.h"

#include "tj-long-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define COLUMN_WIDTH 16
#define BYTES_OF_A_ROW 160

static gboolean
needs_quotes (const char *text, gsize length, char delimiter)
{
  return memchr (text, delimiter, length) != NULL || memchr (text, '"', length) != NULL
         || memchr (text, '\n', length) != NULL || memchr (text, '\r', length) != NULL;
}

/* Without quotes a cell must not hold what would end it: a blank stands in for it. */
static void
append_cell (GString *file, const TjScbLayout *layout, const char *text)
{
  gsize length = strlen (text);
  gsize start = file->len;

  if (!needs_quotes (text, length, layout->delimiter))
    {
      g_string_append_len (file, text, (gssize)length);
      return;
    }
  if (layout->has_quotes)
    g_string_append_c (file, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"' && layout->has_quotes)
        g_string_append_c (file, '"');
      g_string_append_c (file, text[i]);
    }
  if (layout->has_quotes)
    {
      g_string_append_c (file, '"');
      return;
    }
  for (gsize i = start; i < file->len; i++)
    if (file->str[i] == layout->delimiter || file->str[i] == '\n' || file->str[i] == '\r')
      file->str[i] = ' ';
}

static void
append_header (GString *file, const TjScbLayout *layout)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      if (i > 0)
        g_string_append_c (file, layout->delimiter);
      append_cell (file, layout, column->name);
    }
  g_string_append (file, "\r\n");
}

static void
append_row (GString *file, const TjScbRows *rows, guint row)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (rows);
  char buffer[TJ_SCB_CELL_BUFFER];

  for (guint i = 0; i < layout->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (file, layout->delimiter);
      append_cell (file, layout, tj_scb_rows_get_cell (rows, row, i, buffer));
    }
  g_string_append (file, "\r\n");
}

static gboolean
fits (const char *text, const char *encoding)
{
  g_autofree char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, NULL, NULL);

  return encoded != NULL;
}

static void
refuse_cell (GError **error, const char *encoding, guint row, const char *column)
{
  g_set_error (
      error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_ENCODING,
      _ ("Row %u, column %s has a letter that %s does not have. Change it in the register, "
         "or choose another encoding in the layout."),
      row, column, encoding);
}

/* Which cell it was that would not do. */
static void
find_misfit (const TjScbRows *rows, const char *encoding, GError **error)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (rows);
  char buffer[TJ_SCB_CELL_BUFFER];

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      if (layout->has_header && !fits (column->name, encoding))
        {
          refuse_cell (error, encoding, 1, column->name);
          return;
        }
      for (guint row = 0; row < tj_scb_rows_count (rows); row++)
        if (!fits (tj_scb_rows_get_cell (rows, row, i, buffer), encoding))
          {
            refuse_cell (error, encoding, row + 1 + (layout->has_header ? 1 : 0), column->name);
            return;
          }
    }
  g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_ENCODING,
               _ ("The file could not be written in %s."), encoding);
}

/**
 * tj_scb_file_write_text:
 *
 * Writes text with the layout's delimiter and encoding, lines ended by CR and LF.
 *
 * Returns: (transfer full): the file; NULL with %TJ_EXCHANGE_ERROR_ENCODING, which names row and
 *   column of what the encoding has no letter for
 */
GBytes *
tj_scb_file_write_text (const TjScbRows *rows, GError **error)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (rows);
  GString *file = g_string_sized_new ((gsize)tj_scb_rows_count (rows) * BYTES_OF_A_ROW);
  g_autofree char *text = NULL;
  char *encoded;
  gsize length, n;

  if (g_str_equal (layout->encoding, "utf-8-bom"))
    g_string_append (file, BYTE_ORDER_MARK);
  if (layout->has_header)
    append_header (file, layout);
  for (guint i = 0; i < tj_scb_rows_count (rows); i++)
    append_row (file, rows, i);
  if (g_str_has_prefix (layout->encoding, "utf-8"))
    return g_string_free_to_bytes (file);

  length = file->len;
  text = g_string_free (file, FALSE);
  encoded = g_convert (text, (gssize)length, layout->encoding, "UTF-8", NULL, &n, NULL);
  if (encoded == NULL)
    {
      find_misfit (rows, layout->encoding, error);
      return NULL;
    }
  return g_bytes_new_take (encoded, n);
}

static TjLongSheet *
begin_sheet (const TjScbLayout *layout, const char *name)
{
  g_autofree TjLongSheetColumn *columns = g_new0 (TjLongSheetColumn, layout->columns->len);

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      columns[i].title = column->name;
      columns[i].width = MAX (COLUMN_WIDTH, (int)strlen (column->name) + 2);
    }
  return tj_long_sheet_new (name, columns, layout->columns->len);
}

/**
 * tj_scb_file_write_workbook:
 * @is_draft: the sheet says that it is not for SCB
 *
 * Writes one sheet with the header in its first row. Everything is text, so that no number loses a
 * digit, but dates of the format that says otherwise.
 *
 * Returns: (transfer full): the .xlsx file, or NULL with a #TjExchangeError
 */
GBytes *
tj_scb_file_write_workbook (const TjScbRows *rows, gboolean is_draft, GError **error)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (rows);
  const char *name = layout->sheet != NULL ? layout->sheet : layout->name;
  TjLongSheet *sheet = begin_sheet (layout, is_draft ? _ ("DRAFT, not for SCB") : name);
  g_autofree gboolean *is_date = g_new (gboolean, layout->columns->len);
  char buffer[TJ_SCB_CELL_BUFFER];

  for (guint i = 0; i < layout->columns->len; i++)
    is_date[i] = tj_scb_rows_is_spreadsheet_date (rows, i);
  for (guint row = 0; row < tj_scb_rows_count (rows); row++)
    {
      for (guint i = 0; i < layout->columns->len; i++)
        if (is_date[i])
          tj_long_sheet_add_date (sheet, tj_scb_rows_get_date (rows, row, i));
        else
          tj_long_sheet_add_text (sheet, tj_scb_rows_get_cell (rows, row, i, buffer));
      tj_long_sheet_end_row (sheet);
    }
  return tj_long_sheet_finish (sheet, error);
}

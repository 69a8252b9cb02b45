/* Writes a table that a Swedish spreadsheet opens as it stands: semicolons, CRLF, quotes where they
 * are needed. A cell that a spreadsheet would calculate gets an apostrophe before it, which our own
 * reading takes away again. */

#include "config.h"

#include "tj-csv-writer.h"

#include <string.h>

#define DELIMITER ';'
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _TjCsvWriter
{
  GString *text;
  gboolean in_row;
};

/* What begins a formula in one spreadsheet or another. */
static gboolean
is_formula (const char *text, gsize length)
{
  return length > 0 && memchr ("=+-@\t\r\n", text[0], 7) != NULL;
}

static gboolean
needs_quotes (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (memchr (";,\"\t\r\n", text[i], 6) != NULL)
      return TRUE;
  return length > 0 && (text[0] == ' ' || text[length - 1] == ' ');
}

/**
 * tj_csv_writer_new:
 *
 * Returns: (transfer full): an empty table in UTF-8 with a byte order mark, without which a
 *   spreadsheet takes it for another encoding
 */
TjCsvWriter *
tj_csv_writer_new (void)
{
  TjCsvWriter *self = g_new (TjCsvWriter, 1);

  self->text = g_string_new (BYTE_ORDER_MARK);
  self->in_row = FALSE;
  return self;
}

/**
 * tj_csv_writer_add:
 * @length: of @text in bytes, or -1
 *
 * Adds a cell to the row that is being written.
 */
void
tj_csv_writer_add (TjCsvWriter *self, const char *text, gssize length)
{
  gsize n = length >= 0 ? (gsize)length : strlen (text);
  gboolean quoted = needs_quotes (text, n);

  if (self->in_row)
    g_string_append_c (self->text, DELIMITER);
  self->in_row = TRUE;
  if (quoted)
    g_string_append_c (self->text, '"');
  if (is_formula (text, n))
    g_string_append_c (self->text, '\'');
  for (gsize i = 0; i < n; i++)
    {
      if (text[i] == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, text[i]);
    }
  if (quoted)
    g_string_append_c (self->text, '"');
}

/**
 * tj_csv_writer_end_row:
 *
 * Ends the row that is being written.
 */
void
tj_csv_writer_end_row (TjCsvWriter *self)
{
  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
}

/**
 * tj_csv_writer_free_to_bytes:
 *
 * Ends the table.
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
tj_csv_writer_free_to_bytes (TjCsvWriter *self)
{
  GBytes *bytes = g_string_free_to_bytes (self->text);

  g_free (self);
  return bytes;
}

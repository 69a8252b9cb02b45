/* The text of a cell or of a shared string. It comes in pieces, from one run or many, and has what
 * XML cannot hold written as _x000D_. A text longer than a cell may be is cut while it is gathered,
 * so that one cell cannot fill the memory. */

#include "config.h"

#include "tj-xlsx-text.h"

#include "tj-csv-reader.h"

#include <string.h>

/* "_x000D_" */
#define ESCAPE_LENGTH 7

/* More bytes than the longest cell can have, with all its characters escaped. */
#define MAX_BYTES (TJ_IMPORT_MAX_CELL * ESCAPE_LENGTH)

/**
 * tj_xlsx_text_init:
 *
 * Makes @self ready.
 */
void
tj_xlsx_text_init (TjXlsxText *self)
{
  *self = (TjXlsxText){ .text = g_string_new (NULL) };
}

/**
 * tj_xlsx_text_clear:
 *
 * Frees what @self holds.
 */
void
tj_xlsx_text_clear (TjXlsxText *self)
{
  g_string_free (self->text, TRUE);
}

/**
 * tj_xlsx_text_begin:
 *
 * Begins a new text.
 */
void
tj_xlsx_text_begin (TjXlsxText *self)
{
  g_string_truncate (self->text, 0);
  self->is_too_long = FALSE;
}

/**
 * tj_xlsx_text_add:
 *
 * Adds a piece, valid UTF-8 or a part of it.
 */
void
tj_xlsx_text_add (TjXlsxText *self, const char *text, gsize length)
{
  if (self->text->len + length > MAX_BYTES)
    self->is_too_long = TRUE;
  else
    g_string_append_len (self->text, text, length);
}

/* The code of an escape at `p`, or -1. */
static int
read_escape (const char *p, const char *end)
{
  int code = 0;

  if (end - p < ESCAPE_LENGTH || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code << 4 | g_ascii_xdigit_value (p[i]);
    }
  return code;
}

/* Writes what an escape stands for; controls that no text has are left out. */
static char *
write_code (char *to, gunichar code)
{
  if (code < 0x20 && code != '\t' && code != '\n' && code != '\r')
    return to;
  if (code >= 0xD800 && code <= 0xDFFF)
    code = 0xFFFD;
  return to + g_unichar_to_utf8 (code, to);
}

static void
resolve_escapes (GString *text)
{
  const char *p = text->str, *end = p + text->len;
  char *to = text->str;

  while (p < end)
    {
      int code = *p == '_' ? read_escape (p, end) : -1;

      if (code < 0)
        *to++ = *p++;
      else
        {
          to = write_code (to, code);
          p += ESCAPE_LENGTH;
        }
    }
  g_string_truncate (text, to - text->str);
}

/**
 * tj_xlsx_text_end:
 *
 * Ends the text: escapes become what they stand for, and its length is looked at.
 */
void
tj_xlsx_text_end (TjXlsxText *self)
{
  if (memchr (self->text->str, '_', self->text->len) != NULL)
    resolve_escapes (self->text);
  if (self->text->len > TJ_IMPORT_MAX_CELL
      && g_utf8_strlen (self->text->str, self->text->len) > TJ_IMPORT_MAX_CELL)
    self->is_too_long = TRUE;
}

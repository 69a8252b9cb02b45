/* The shared strings of a workbook. A string may be made of runs with a look of their own, which
 * are joined; how it is pronounced (rPh, in East Asian workbooks) is not its text. */

#include "config.h"

#include "tj-xlsx-strings.h"

#include "tj-exchange-error.h"
#include "tj-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What all texts of a workbook may come to together. */
#define MAX_TEXT ((guint)512 * 1024 * 1024)

/* As many strings as a sheet may have cells. */
#define MAX_STRINGS TJ_IMPORT_MAX_CELLS

/* A length that no string has. */
#define TOO_LONG G_MAXUINT32

struct _TjXlsxStrings
{
  TjImportTable *table; /* borrowed */
  GArray *places;
  TjXlsxText text;
  gboolean in_text;
  guint phonetic;
};

/**
 * tj_xlsx_strings_new:
 * @table: borrowed; keeps the texts
 *
 * Returns: (transfer full): no strings yet
 */
TjXlsxStrings *
tj_xlsx_strings_new (TjImportTable *table)
{
  TjXlsxStrings *self = g_new0 (TjXlsxStrings, 1);

  self->table = table;
  self->places = g_array_new (FALSE, FALSE, sizeof (TjPlace));
  tj_xlsx_text_init (&self->text);
  return self;
}

/**
 * tj_xlsx_strings_free:
 *
 * Frees @self, not the texts.
 */
void
tj_xlsx_strings_free (TjXlsxStrings *self)
{
  g_array_unref (self->places);
  tj_xlsx_text_clear (&self->text);
  g_free (self);
}

static gboolean
start (gpointer data, const char *name, const TjXlsxAttributes *attributes, GError **error)
{
  TjXlsxStrings *self = data;

  if (strcmp (name, "si") == 0)
    tj_xlsx_text_begin (&self->text);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0)
    self->in_text = self->phonetic == 0;
  return TRUE;
}

static gboolean
keep_string (TjXlsxStrings *self, GError **error)
{
  TjPlace place = { 0, TOO_LONG };

  tj_xlsx_text_end (&self->text);
  if (self->table->copies->len + self->text.text->len > MAX_TEXT
      || self->places->len == MAX_STRINGS)
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("The workbook holds more text than a list can have."));
      return FALSE;
    }
  if (!self->text.is_too_long)
    place = tj_import_table_keep (self->table, self->text.text->str, self->text.text->len);
  g_array_append_val (self->places, place);
  return TRUE;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  TjXlsxStrings *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "si") == 0)
    return keep_string (self, error);
  return TRUE;
}

static void
text (gpointer data, const char *piece, gsize length)
{
  TjXlsxStrings *self = data;

  if (self->in_text)
    tj_xlsx_text_add (&self->text, piece, length);
}

const TjXlsxHandler tj_xlsx_strings_handler = { start, end, text };

/**
 * tj_xlsx_strings_get:
 * @place: (out): where the text lies in the table
 *
 * Returns: FALSE when there is no such string
 */
gboolean
tj_xlsx_strings_get (const TjXlsxStrings *self, guint index, TjPlace *place)
{
  if (index >= self->places->len)
    return FALSE;
  *place = g_array_index (self->places, TjPlace, index);
  return TRUE;
}

/**
 * tj_xlsx_strings_is_too_long:
 *
 * Returns: whether @place stands for a text that no cell may have
 */
gboolean
tj_xlsx_strings_is_too_long (TjPlace place)
{
  return place.length == TOO_LONG;
}

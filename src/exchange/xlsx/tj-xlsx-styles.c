/* The styles of a workbook, as far as they tell a date from a number. */

#include "config.h"

#include "tj-xlsx-styles.h"

#include <string.h>

/* More than any spreadsheet writes; styles beyond are plain. */
#define MAX_STYLES 65536

struct _TjXlsxStyles
{
  GHashTable *codes; /* format id → its code */
  GArray *kinds;     /* by style */
  gboolean in_cells; /* among the styles of cells, not of named styles */
};

/**
 * tj_xlsx_styles_new:
 *
 * Returns: (transfer full): no styles: every number is plain
 */
TjXlsxStyles *
tj_xlsx_styles_new (void)
{
  TjXlsxStyles *self = g_new0 (TjXlsxStyles, 1);

  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (TjXlsxNumberKind));
  return self;
}

/**
 * tj_xlsx_styles_free:
 *
 * Frees @self.
 */
void
tj_xlsx_styles_free (TjXlsxStyles *self)
{
  g_hash_table_unref (self->codes);
  g_array_unref (self->kinds);
  g_free (self);
}

/* Differential styles come later and may name the same formats again; the first code stays. */
static void
add_code (TjXlsxStyles *self, guint format, char *code)
{
  if (g_hash_table_contains (self->codes, GUINT_TO_POINTER (format)))
    g_free (code);
  else
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (format), code);
}

/* Formats stand before the styles that use them. */
static void
add_style (TjXlsxStyles *self, guint format)
{
  TjXlsxNumberKind kind
      = tj_xlsx_format_kind (format, g_hash_table_lookup (self->codes, GUINT_TO_POINTER (format)));

  g_array_append_val (self->kinds, kind);
}

static gboolean
start (gpointer data, const char *name, const TjXlsxAttributes *attributes, GError **error)
{
  TjXlsxStyles *self = data;
  guint format = 0;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && self->in_cells && self->kinds->len < MAX_STYLES)
    {
      tj_xlsx_attribute_number (attributes, "numFmtId", &format);
      add_style (self, format);
    }
  else if (strcmp (name, "numFmt") == 0
           && tj_xlsx_attribute_number (attributes, "numFmtId", &format)
           && g_hash_table_size (self->codes) < MAX_STYLES)
    add_code (self, format, tj_xlsx_attribute_dup (attributes, "formatCode"));
  return TRUE;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  TjXlsxStyles *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = FALSE;
  return TRUE;
}

const TjXlsxHandler tj_xlsx_styles_handler = { start, end, NULL };

/**
 * tj_xlsx_styles_get_kind:
 *
 * Returns: what a number of @style is shown as; plain when there is no such style
 */
TjXlsxNumberKind
tj_xlsx_styles_get_kind (const TjXlsxStyles *self, guint style)
{
  return style < self->kinds->len ? g_array_index (self->kinds, TjXlsxNumberKind, style)
                                  : TJ_XLSX_PLAIN;
}

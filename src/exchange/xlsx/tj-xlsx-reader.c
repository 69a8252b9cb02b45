/* From a workbook of Excel's kind to the table that every list becomes: one of its sheets, with the
 * text of each cell as the sheet shows it. */

#include "config.h"

#include "tj-xlsx-reader.h"

#include "tj-xlsx-sheet.h"
#include "tj-xlsx-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A workbook that is being read. */
typedef struct
{
  TjXlsxArchive *archive;
  TjXlsxWorkbook *workbook;
  TjXlsxStyles *styles;
  GCancellable *cancellable;
} Reader;

static const TjXlsxSheetInfo *
get_sheet (const Reader *reader, guint i)
{
  return &g_array_index (reader->workbook->sheets, TjXlsxSheetInfo, i);
}

static char **
dup_names (const Reader *reader)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < reader->workbook->sheets->len; i++)
    g_strv_builder_add (names, get_sheet (reader, i)->name);
  return g_strv_builder_end (names);
}

/* A part that a workbook may do without. */
static gboolean
read_part (Reader *reader,
           const char *part,
           const TjXlsxHandler *handler,
           gpointer data,
           GError **error)
{
  return part == NULL || !tj_xlsx_archive_has (reader->archive, part)
         || tj_xlsx_xml_parse_part (reader->archive, part, handler, data, reader->cancellable,
                                    error);
}

static TjImportTable *
read_sheet (Reader *reader, guint index, GError **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (TjImportTable) table = tj_import_table_new (nothing);
  g_autoptr (TjXlsxStrings) strings = tj_xlsx_strings_new (table);
  TjXlsxContext context = { strings, reader->styles, reader->workbook->is_1904 };
  g_autoptr (TjXlsxSheet) sheet = tj_xlsx_sheet_new (table, &context);

  table->sheets = dup_names (reader);
  table->sheet = index;
  if (!read_part (reader, reader->workbook->strings, &tj_xlsx_strings_handler, strings, error)
      || !tj_xlsx_xml_parse_part (reader->archive, get_sheet (reader, index)->part,
                                  &tj_xlsx_sheet_handler, sheet, reader->cancellable, error))
    return NULL;
  tj_xlsx_sheet_finish (sheet);
  return g_steal_pointer (&table);
}

static TjImportTable *
refuse (GError **error, TjExchangeError code, const char *message)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, code, message);
  return NULL;
}

static TjImportTable *
read_named_sheet (Reader *reader, const char *name, GError **error)
{
  TjImportTable *table;

  for (guint i = 0; i < reader->workbook->sheets->len; i++)
    if (strcmp (get_sheet (reader, i)->name, name) == 0)
      {
        table = read_sheet (reader, i, error);
        if (table == NULL || tj_import_table_get_n_rows (table) > 0)
          return table;
        tj_import_table_unref (table);
        return refuse (error, TJ_EXCHANGE_ERROR_EMPTY, _ ("The sheet is empty."));
      }
  return refuse (error, TJ_EXCHANGE_ERROR_FORMAT,
                 _ ("The workbook has no sheet of that name. Look at the tabs at its lower edge."));
}

/* The first sheet that somebody can see and that has anything in it; of those hidden none, as they
 * hold the lists and sums that the others work with. */
static TjImportTable *
read_first_sheet (Reader *reader, GError **error)
{
  for (guint i = 0; i < reader->workbook->sheets->len; i++)
    {
      TjImportTable *table;

      if (get_sheet (reader, i)->is_hidden)
        continue;
      table = read_sheet (reader, i, error);
      if (table == NULL || tj_import_table_get_n_rows (table) > 0)
        return table;
      tj_import_table_unref (table);
    }
  return refuse (error, TJ_EXCHANGE_ERROR_EMPTY, _ ("The workbook is empty."));
}

/**
 * tj_xlsx_read:
 * @bytes: the whole file
 * @sheet: (nullable): the name of the sheet; the first one with rows when NULL
 * @cancellable: (nullable): stops the reading
 *
 * Reads a sheet of a workbook (ECMA-376, SpreadsheetML, transitional or strict).
 *
 * Returns: (transfer full): the table, or NULL with EMPTY, TOO_LARGE or FORMAT, or CANCELLED of
 *   #GIOErrorEnum
 */
TjImportTable *
tj_xlsx_read (GBytes *bytes, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjXlsxArchive) archive = tj_xlsx_archive_new (bytes, error);
  g_autoptr (TjXlsxWorkbook) workbook
      = archive != NULL ? tj_xlsx_workbook_read (archive, cancellable, error) : NULL;
  g_autoptr (TjXlsxStyles) styles = tj_xlsx_styles_new ();
  Reader reader = { archive, workbook, styles, cancellable };

  if (workbook == NULL
      || !read_part (&reader, workbook->styles, &tj_xlsx_styles_handler, styles, error))
    return NULL;
  return sheet != NULL ? read_named_sheet (&reader, sheet, error)
                       : read_first_sheet (&reader, error);
}

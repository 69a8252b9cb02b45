/* A spreadsheet of one long table, written as it comes: the half-year of a whole country has millions
 * of cells, and the library of tj-workbook.c spends most of its time on each of them. Here a cell is a
 * few bytes of XML, its text the number of a shared string, and the sheet is packed while it grows.
 * All of it is in memory; nothing is written in plain. */

#include "config.h"

#include "tj-long-sheet.h"

#include "tj-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (1 << 18)
#define LONGEST_NAME 31

/* Days from the epoch of spreadsheets, 30 December 1899, as Julian days count. */
#define EPOCH tj_date_new (1899, 12, 30)

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

/* Styles by place: plain, header, text, date. */
enum
{
  STYLE_HEADER = 1,
  STYLE_TEXT,
  STYLE_DATE,
};

static const char types[] = DECLARATION
    "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
    "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPES "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPES "worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPES "styles+xml\"/>"
    "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" TYPES "sharedStrings+xml\"/>"
    "</Types>";

static const char root_relations[] = DECLARATION
    "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

static const char book_relations[] = DECLARATION
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    "</Relationships>";

static const char styles[] = DECLARATION
    "<styleSheet" MAIN "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd"
    "\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name "
    "val=\"Calibri\"/></font><font><b/>"
    "<sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
    "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    "<cellXfs count=\"4\"><xf/><xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"49\" "
    "applyNumberFormat=\"1\"/><xf numFmtId=\"164\" "
    "applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

struct _TjLongSheet
{
  struct archive *archive;
  GByteArray *file;
  GString *xml; /* of the sheet, not yet packed */
  GString *strings;
  GHashTable *places; /* text → place in the strings + 1 */
  GStringChunk *texts;
  char (*letters)[4]; /* of the columns */
  guint n_columns;
  guint column;
  guint row; /* as a spreadsheet counts */
  char row_text[12];
  gsize row_length;
  gboolean failed;
};

static la_ssize_t
take_bytes (struct archive *archive, void *file, const void *bytes, size_t n)
{
  g_byte_array_append (file, bytes, (guint)n);
  return (la_ssize_t)n;
}

/* A part whose size is told behind it. */
static void
begin_part (TjLongSheet *self, const char *name)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  self->failed |= archive_write_header (self->archive, entry) != ARCHIVE_OK;
  archive_entry_free (entry);
}

static void
write_bytes (TjLongSheet *self, const char *text, gsize n)
{
  self->failed |= archive_write_data (self->archive, text, n) != (la_ssize_t)n;
}

static void
write_part (TjLongSheet *self, const char *name, const char *text)
{
  begin_part (self, name);
  write_bytes (self, text, strlen (text));
}

static void
append_escaped (GString *xml, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '&')
      g_string_append (xml, "&amp;");
    else if (*text == '<')
      g_string_append (xml, "&lt;");
    else if (*text == '>')
      g_string_append (xml, "&gt;");
    else if (*text == '"')
      g_string_append (xml, "&quot;");
    else if ((guchar)*text >= ' ' || *text == '\t' || *text == '\n')
      g_string_append_c (xml, *text);
}

/* Each text is in the file once. */
static guint
share (TjLongSheet *self, const char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, text));

  if (place == 0)
    {
      place = g_hash_table_size (self->places) + 1;
      g_hash_table_insert (self->places, g_string_chunk_insert (self->texts, text),
                           GUINT_TO_POINTER (place));
      g_string_append (self->strings, "<si><t xml:space=\"preserve\">");
      append_escaped (self->strings, text);
      g_string_append (self->strings, "</t></si>");
    }
  return place - 1;
}

static void
append_number (GString *xml, guint number)
{
  char digits[12];
  gsize at = sizeof digits;

  do
    {
      digits[--at] = (char)('0' + number % 10);
      number /= 10;
    }
  while (number > 0);
  g_string_append_len (xml, digits + at, (gssize)(sizeof digits - at));
}

/* `<c r="B12" s="2" t="s"><v>7</v></c>` */
static void
append_cell (TjLongSheet *self, guint style, gboolean is_shared, guint value)
{
  g_string_append_len (self->xml, "<c r=\"", 6);
  g_string_append (self->xml, self->letters[self->column]);
  g_string_append_len (self->xml, self->row_text, (gssize)self->row_length);
  g_string_append_len (self->xml, "\" s=\"", 5);
  g_string_append_c (self->xml, (char)('0' + style));
  if (is_shared)
    g_string_append_len (self->xml, "\" t=\"s\"><v>", 11);
  else
    g_string_append_len (self->xml, "\"><v>", 5);
  append_number (self->xml, value);
  g_string_append_len (self->xml, "</v></c>", 8);
}

static void
begin_row (TjLongSheet *self)
{
  self->row++;
  self->column = 0;
  self->row_length = (gsize)g_snprintf (self->row_text, sizeof self->row_text, "%u", self->row);
  g_string_append (self->xml, "<row r=\"");
  g_string_append (self->xml, self->row_text);
  g_string_append (self->xml, "\">");
}

static void
name_columns (TjLongSheet *self)
{
  self->letters = g_malloc0_n (MAX (self->n_columns, 1), sizeof *self->letters);
  for (guint i = 0; i < self->n_columns; i++)
    {
      char *end = self->letters[i];

      if (i >= 26)
        *end++ = (char)('A' + i / 26 - 1);
      *end = (char)('A' + i % 26);
    }
}

static void
begin_sheet (TjLongSheet *self, const TjLongSheetColumn *columns)
{
  begin_part (self, "xl/worksheets/sheet1.xml");
  g_string_append (self->xml, DECLARATION
                   "<worksheet" MAIN "><sheetViews><sheetView workbookViewId=\"0\"><pane "
                   "ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                   "</sheetView></sheetViews><cols>");
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (self->xml,
                            "<col min=\"%u\" max=\"%u\" width=\"%d\" style=\"%d\" "
                            "customWidth=\"1\"/>",
                            i + 1, i + 1, columns[i].width, STYLE_TEXT);
  g_string_append (self->xml, "</cols><sheetData>");
  begin_row (self);
  for (; self->column < self->n_columns; self->column++)
    append_cell (self, STYLE_HEADER, TRUE, share (self, columns[self->column].title));
  tj_long_sheet_end_row (self);
}

static void
write_book (TjLongSheet *self, const char *name)
{
  g_autoptr (GString) xml = g_string_new (DECLARATION "<workbook" MAIN " xmlns:r=\"" RELATIONS
                                                      "\"><sheets><sheet name=\"");
  g_autofree char *legal = g_strdelimit (g_strdup (name), "[]:*?/\\", ' ');
  g_autofree char *tab = g_utf8_substring (legal, 0, MIN (g_utf8_strlen (legal, -1), LONGEST_NAME));

  append_escaped (xml, tab);
  g_string_append (xml, "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  write_part (self, "xl/workbook.xml", xml->str);
}

/**
 * tj_long_sheet_new:
 * @name: what the sheet's tab says; cut to what spreadsheets allow
 * @columns: (array length=n_columns): at most 702 of them
 *
 * Begins a file with its header, which stays in view.
 *
 * Returns: (transfer full): the sheet
 */
TjLongSheet *
tj_long_sheet_new (const char *name, const TjLongSheetColumn *columns, guint n_columns)
{
  TjLongSheet *self;

  g_return_val_if_fail (name != NULL && n_columns <= 702, NULL);

  self = g_new0 (TjLongSheet, 1);
  self->file = g_byte_array_new ();
  self->xml = g_string_sized_new (CHUNK + 4096);
  self->strings = g_string_new (NULL);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (1 << 16);
  self->n_columns = n_columns;
  name_columns (self);

  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  /* Not all readers take 64-bit sizes, and the fastest packing is small enough. */
  archive_write_set_format_option (self->archive, "zip", "zip64", NULL);
  archive_write_set_format_option (self->archive, "zip", "compression-level", "1");
  archive_write_set_bytes_per_block (self->archive, 0);
  self->failed
      = archive_write_open (self->archive, self->file, NULL, take_bytes, NULL) != ARCHIVE_OK;
  write_part (self, "[Content_Types].xml", types);
  write_part (self, "_rels/.rels", root_relations);
  write_part (self, "xl/_rels/workbook.xml.rels", book_relations);
  write_part (self, "xl/styles.xml", styles);
  write_book (self, name);
  begin_sheet (self, columns);
  return self;
}

/**
 * tj_long_sheet_free:
 *
 * Throws an unfinished sheet away.
 */
void
tj_long_sheet_free (TjLongSheet *self)
{
  if (self->archive != NULL)
    archive_write_free (self->archive);
  g_clear_pointer (&self->file, g_byte_array_unref);
  g_string_free (self->xml, TRUE);
  g_string_free (self->strings, TRUE);
  g_hash_table_unref (self->places);
  g_string_chunk_free (self->texts);
  g_free (self->letters);
  g_free (self);
}

/**
 * tj_long_sheet_add_text:
 * @text: "" leaves the cell out; never taken as a number or a formula
 *
 * Fills the next cell of the row.
 */
void
tj_long_sheet_add_text (TjLongSheet *self, const char *text)
{
  if (*text != '\0' && self->column < self->n_columns)
    append_cell (self, STYLE_TEXT, TRUE, share (self, text));
  self->column++;
}

/**
 * tj_long_sheet_add_date:
 * @date: a date, or %TJ_DATE_NONE to leave the cell out
 *
 * Fills the next cell of the row.
 */
void
tj_long_sheet_add_date (TjLongSheet *self, TjDate date)
{
  if (date != TJ_DATE_NONE && self->column < self->n_columns)
    append_cell (self, STYLE_DATE, FALSE, date - EPOCH);
  self->column++;
}

/**
 * tj_long_sheet_end_row:
 *
 * Goes on to the first cell of the next row.
 */
void
tj_long_sheet_end_row (TjLongSheet *self)
{
  g_string_append (self->xml, "</row>");
  if (self->xml->len >= CHUNK)
    {
      write_bytes (self, self->xml->str, self->xml->len);
      g_string_truncate (self->xml, 0);
    }
  begin_row (self);
}

static void
end_sheet (TjLongSheet *self)
{
  /* The row that was begun is empty: it goes, and the filter reaches to the one before. */
  g_string_truncate (
      self->xml,
      (gsize)(g_strrstr_len (self->xml->str, (gssize)self->xml->len, "<row ") - self->xml->str));
  g_string_append (self->xml, "</sheetData>");
  if (self->n_columns > 0)
    g_string_append_printf (self->xml, "<autoFilter ref=\"A1:%s%u\"/>",
                            self->letters[self->n_columns - 1], self->row - 1);
  g_string_append (self->xml, "</worksheet>");
  write_bytes (self, self->xml->str, self->xml->len);
}

static void
write_strings (TjLongSheet *self)
{
  begin_part (self, "xl/sharedStrings.xml");
  write_bytes (self, DECLARATION "<sst" MAIN ">", strlen (DECLARATION "<sst" MAIN ">"));
  write_bytes (self, self->strings->str, self->strings->len);
  write_bytes (self, "</sst>", strlen ("</sst>"));
}

/**
 * tj_long_sheet_finish:
 * @self: (transfer full): is freed
 *
 * Returns: (transfer full): the bytes of the .xlsx file, or NULL with %TJ_EXCHANGE_ERROR_IO
 */
GBytes *
tj_long_sheet_finish (TjLongSheet *self, GError **error)
{
  g_autoptr (TjLongSheet) sheet = self;

  end_sheet (sheet);
  write_strings (sheet);
  sheet->failed |= archive_write_close (sheet->archive) != ARCHIVE_OK;
  if (sheet->failed)
    {
      g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO,
                   _ ("The spreadsheet could not be made: %s"),
                   archive_error_string (sheet->archive));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&sheet->file));
}

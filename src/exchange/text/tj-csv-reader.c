/* Rows and cells out of separated text, as RFC 4180 has it and as real files are. Cells point into
 * the text, so that nothing is copied; only a cell with doubled quotes gets a copy of its own.
 * What surprises: a quotation mark that opens a cell but cannot be its fence (never closed, or
 * closed in the middle of a word rows later) is an ordinary character, so that one stray mark
 * never swallows the rows that follow it. */

#include "config.h"

#include "tj-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that the delimiter is judged by. */
#define DETECT_ROWS 50
#define DETECT_CELLS 64

typedef struct
{
  const char *cursor;
  const char *end;
  char delimiter;
  guint8 ends_cell[256];
  GArray *cells;
  GPtrArray *copies;
  guint row;
} Parser;

static void
parser_init (Parser *parser, const char *text, gsize length, char delimiter)
{
  *parser = (Parser){ .cursor = text, .end = text + length, .delimiter = delimiter };
  parser->ends_cell[(guchar)delimiter] = parser->ends_cell['\r'] = parser->ends_cell['\n'] = 1;
  parser->cells = g_array_new (FALSE, FALSE, sizeof (TjCell));
  parser->copies = g_ptr_array_new_with_free_func (g_free);
}

static void
parser_clear (Parser *parser)
{
  g_array_unref (parser->cells);
  g_ptr_array_unref (parser->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

/* The end of the plain run that begins at `p`: a delimiter, a line end or the text's end. */
static const char *
find_cell_end (const Parser *parser, const char *p)
{
  const guint8 *ends_cell = parser->ends_cell;
  const char *end = parser->end;

  while (end - p >= 4)
    {
      if (ends_cell[(guchar)p[0]])
        return p;
      if (ends_cell[(guchar)p[1]])
        return p + 1;
      if (ends_cell[(guchar)p[2]])
        return p + 2;
      if (ends_cell[(guchar)p[3]])
        return p + 3;
      p += 4;
    }
  while (p < end && !ends_cell[(guchar)*p])
    p++;
  return p;
}

static void
read_plain (Parser *parser, TjCell *cell)
{
  const char *start = parser->cursor;

  parser->cursor = find_cell_end (parser, start);
  *cell = (TjCell){ .text = start, .length = parser->cursor - start };
}

/* The quotation mark that closes what was opened before `p`, or NULL. */
static const char *
find_closing_quote (const Parser *parser, const char *p, gboolean *has_doubled)
{
  *has_doubled = FALSE;
  while ((p = memchr (p, '"', parser->end - p)) != NULL)
    {
      if (p + 1 == parser->end || p[1] != '"')
        return p;
      *has_doubled = TRUE;
      p += 2;
    }
  return NULL;
}

static gboolean
has_line_break (const char *start, const char *end)
{
  return memchr (start, '\n', end - start) != NULL || memchr (start, '\r', end - start) != NULL;
}

/* A copy of the quoted part with its doubled quotes made single, followed by the tail. */
static void
copy_quoted (Parser *parser, TjCell *cell, const char *start, const char *closing, const char *stop)
{
  char *copy = g_malloc (stop - start + 1);
  char *to = copy;

  for (const char *p = start; p < closing; p++)
    {
      *to++ = *p;
      p += *p == '"';
    }
  memcpy (to, closing + 1, stop - closing - 1);
  to += stop - closing - 1;
  g_ptr_array_add (parser->copies, copy);
  *cell = (TjCell){ .text = copy, .length = to - copy, .is_copy = TRUE };
}

/* Reads a quoted cell; FALSE, with nothing read, when the mark at the cursor is no fence. Text
 * between the closing mark and the delimiter is kept as part of the cell. */
static gboolean
read_quoted (Parser *parser, TjCell *cell)
{
  const char *start = parser->cursor + 1;
  gboolean has_doubled;
  const char *closing = find_closing_quote (parser, start, &has_doubled);
  const char *stop;

  if (closing == NULL)
    return FALSE;
  stop = find_cell_end (parser, closing + 1);
  if (stop > closing + 1 && has_line_break (start, closing))
    return FALSE;

  if (has_doubled || stop > closing + 1)
    copy_quoted (parser, cell, start, closing, stop);
  else
    *cell = (TjCell){ .text = start, .length = closing - start };
  parser->cursor = stop;
  return TRUE;
}

static gboolean
is_too_long (const TjCell *cell)
{
  guint n = 0;

  if (G_LIKELY (cell->length <= TJ_IMPORT_MAX_CELL))
    return FALSE;
  for (guint32 i = 0; i < cell->length; i++)
    n += ((guchar)cell->text[i] & 0xC0) != 0x80;
  return n > TJ_IMPORT_MAX_CELL;
}

static gboolean
refuse_cell (guint row, GError **error)
{
  g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
               _ ("Row %u has a cell of more than 32,767 characters. "
                  "Is a quotation mark missing?"),
               row);
  return FALSE;
}

static gboolean
refuse_columns (guint row, GError **error)
{
  g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
               _ ("Row %u has more than 16,384 cells. Is this a list?"), row);
  return FALSE;
}

static gboolean
refuse_rows (GError **error)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The list has more than 1,000,000 rows. Split it and import the parts."));
  return FALSE;
}

static void
skip_line_end (Parser *parser)
{
  if (parser->cursor < parser->end && *parser->cursor == '\r')
    {
      parser->cursor++;
      if (parser->cursor < parser->end && *parser->cursor == '\n')
        parser->cursor++;
    }
  else if (parser->cursor < parser->end && *parser->cursor == '\n')
    parser->cursor++;
}

/* Reads one row into `cells`, and moves past its line end. */
static gboolean
read_row (Parser *parser, GError **error)
{
  g_array_set_size (parser->cells, 0);
  if (parser->copies->len > 0)
    g_ptr_array_set_size (parser->copies, 0);
  parser->row++;

  while (TRUE)
    {
      TjCell cell;

      if (parser->cursor == parser->end || *parser->cursor != '"' || !read_quoted (parser, &cell))
        read_plain (parser, &cell);
      if (is_too_long (&cell))
        return refuse_cell (parser->row, error);
      if (parser->cells->len == TJ_IMPORT_MAX_COLUMNS)
        return refuse_columns (parser->row, error);
      g_array_append_val (parser->cells, cell);
      if (parser->cursor == parser->end || *parser->cursor != parser->delimiter)
        break;
      parser->cursor++;
    }
  skip_line_end (parser);
  return TRUE;
}

/**
 * tj_csv_parse:
 * @text: UTF-8 without NULs
 * @delimiter: what stands between cells
 * @func: called for each row; its cells are valid during the call, those that are no copies as
 *   long as @text
 *
 * Reads @text row by row (RFC 4180; line ends CRLF, LF or CR, also mixed). Blank rows are counted
 * but not passed on.
 *
 * Returns: FALSE with TOO_LARGE, naming the row, when a limit is passed
 */
gboolean
tj_csv_parse (const char *text,
              gsize length,
              char delimiter,
              TjCsvRowFunc func,
              gpointer data,
              GError **error)
{
  g_auto (Parser) parser;
  guint n_rows = 0;

  parser_init (&parser, text, length, delimiter);
  while (parser.cursor < parser.end)
    {
      const char *start = parser.cursor;
      const TjCell *cells;

      if (!read_row (&parser, error))
        return FALSE;
      if (*start == '\r' || *start == '\n')
        continue;
      /* One row more than the limit: the header is none of them. */
      if (++n_rows > TJ_IMPORT_MAX_ROWS + 1)
        return refuse_rows (error);
      cells = (const TjCell *)(gpointer)parser.cells->data;
      if (!func (parser.row, cells, parser.cells->len, data))
        break;
    }
  return TRUE;
}

/* How often each number of cells came up among the rows looked at. */
typedef struct
{
  guint n_rows;
  guint by_cells[DETECT_CELLS];
} Tally;

static gboolean
count_cells (guint row, const TjCell *cells, guint n_cells, gpointer data)
{
  Tally *tally = data;

  (void)row;
  (void)cells;
  tally->by_cells[MIN (n_cells, DETECT_CELLS - 1)]++;
  return ++tally->n_rows < DETECT_ROWS;
}

/* The share of rows (per mille) that have the commonest number of cells, two or more. */
static guint
judge_delimiter (const char *text, gsize length, char delimiter, guint *n_cells)
{
  Tally tally = { 0 };
  guint best = 0;

  *n_cells = 0;
  if (!tj_csv_parse (text, length, delimiter, count_cells, &tally, NULL) || tally.n_rows == 0)
    return 0;
  for (guint n = 2; n < DETECT_CELLS; n++)
    if (tally.by_cells[n] > 0 && tally.by_cells[n] >= best)
      {
        best = tally.by_cells[n];
        *n_cells = n;
      }
  return best * 1000 / tally.n_rows;
}

/**
 * tj_csv_detect_delimiter:
 *
 * Finds the delimiter by which the first rows have most evenly the same number of cells; among
 * equals the one that gives most cells. A first line `sep=X`, as Excel writes it, decides.
 *
 * Returns: `;`, `,`, tab or what `sep=` says; `;` for a list of one column
 */
char
tj_csv_detect_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { ';', '\t', ',' };
  guint best_share = 0, best_cells = 0;
  char best = ';';

  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && strchr (";,\t|", text[4]) != NULL)
    return text[4];

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_cells;
      guint share = judge_delimiter (text, length, candidates[i], &n_cells);

      if (share > best_share || (share == best_share && n_cells > best_cells))
        {
          best = candidates[i];
          best_share = share;
          best_cells = n_cells;
        }
    }
  return best;
}

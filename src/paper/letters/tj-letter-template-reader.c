/* Reads a letter template (its form is described in tj-letter-template.c) line by line into
 * blocks. Anything unknown or unbalanced is an error with its line number: a letter is never
 * printed with a mark left in it. */

#include "config.h"

#include "tj-letter-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The state of reading: the block being filled, the sections open around it, the line. */
typedef struct
{
  TjLetterTemplate *letter;
  TjTemplateBlock *block;
  GArray *conditions;
  guint line;
} Reader;

static const char *const header_keys[TJ_N_WORDS] = {
  [TJ_WORD_KIND] = "kind",       [TJ_WORD_TITLE] = "title", [TJ_WORD_LANGUAGE] = "language",
  [TJ_WORD_VERSION] = "version", [TJ_WORD_DATE] = "date",   [TJ_WORD_REFERENCE] = "reference",
  [TJ_WORD_MONTHS] = "months",
};

static const struct
{
  const char *mark;
  TjLetterBlockKind kind;
} block_marks[] = {
  { "# ", TJ_LETTER_BLOCK_HEADING }, { "## ", TJ_LETTER_BLOCK_SUBHEADING },
  { "- ", TJ_LETTER_BLOCK_ITEM },    { "| ", TJ_LETTER_BLOCK_LINES },
  { "> ", TJ_LETTER_BLOCK_NOTE },
};

static void
clear_piece (gpointer data)
{
  g_free (((TjPiece *)data)->text);
}

static gboolean
is_personal (TjLetterField field)
{
  return field == TJ_LETTER_FIELD_GIVEN_NAME || field == TJ_LETTER_FIELD_REFERENCE;
}

static gboolean
fail (const Reader *reader, GError **error, const char *message)
{
  g_set_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_TEMPLATE, _ ("Line %u of the template: %s"),
               reader->line + 1, message);
  return FALSE;
}

static TjTemplateBlock *
begin_block (Reader *reader, TjLetterBlockKind kind)
{
  TjTemplateBlock *block = g_new0 (TjTemplateBlock, 1);

  block->kind = kind;
  block->pieces = g_array_new (FALSE, FALSE, sizeof (TjPiece));
  g_array_set_clear_func (block->pieces, clear_piece);
  block->conditions = g_array_copy (reader->conditions);
  for (guint i = 0; i < block->conditions->len; i++)
    block->personal
        = block->personal || is_personal (g_array_index (block->conditions, TjCondition, i).field);
  g_ptr_array_add (reader->letter->blocks, block);
  reader->block = block;
  return block;
}

static void
add_piece (TjTemplateBlock *block,
           TjPieceKind kind,
           TjLetterField field,
           const char *text,
           gsize length)
{
  const TjPiece piece = { kind, field, text != NULL ? g_strndup (text, length) : NULL };

  if (kind != TJ_PIECE_TEXT)
    block->personal = block->personal || is_personal (field);
  g_array_append_val (block->pieces, piece);
}

/* Reads the mark between {{ and }}. */
static gboolean
parse_mark (const Reader *reader,
            const char *text,
            gsize length,
            TjPieceKind *kind,
            TjLetterField *field,
            GError **error)
{
  g_autofree char *name = NULL;

  *kind = length == 0      ? TJ_PIECE_FIELD
          : text[0] == '#' ? TJ_PIECE_IF
          : text[0] == '^' ? TJ_PIECE_UNLESS
          : text[0] == '/' ? TJ_PIECE_END
                           : TJ_PIECE_FIELD;
  if (*kind != TJ_PIECE_FIELD)
    {
      text++;
      length--;
    }
  name = g_strstrip (g_strndup (text, length));
  for (guint i = 0; i < TJ_N_LETTER_FIELDS; i++)
    if (g_str_equal (name, tj_letter_field_name (i)))
      {
        *field = i;
        return TRUE;
      }
  return fail (reader, error, _ ("there is no such field"));
}

/* Follows the sections as marks come by, so that each is closed in its place. */
static gboolean
nest (const Reader *reader,
      GArray *conditions,
      guint bottom,
      TjPieceKind kind,
      TjLetterField field,
      GError **error)
{
  if (kind == TJ_PIECE_IF || kind == TJ_PIECE_UNLESS)
    {
      const TjCondition condition = { field, kind == TJ_PIECE_IF };

      g_array_append_val (conditions, condition);
      return TRUE;
    }
  if (conditions->len <= bottom
      || g_array_index (conditions, TjCondition, conditions->len - 1).field != field)
    return fail (reader, error, _ ("a section is closed that was not opened"));
  g_array_set_size (conditions, conditions->len - 1);
  return TRUE;
}

static gboolean
add_inline (Reader *reader, const char *text, GError **error)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (TjCondition));
  const char *mark;

  while ((mark = strstr (text, "{{")) != NULL)
    {
      const char *end = strstr (mark, "}}");
      TjPieceKind kind;
      TjLetterField field;

      if (end == NULL)
        return fail (reader, error, _ ("a field is not closed with }}"));
      if (mark > text)
        add_piece (reader->block, TJ_PIECE_TEXT, 0, text, (gsize)(mark - text));
      if (!parse_mark (reader, mark + 2, (gsize)(end - mark - 2), &kind, &field, error))
        return FALSE;
      if (kind != TJ_PIECE_FIELD && !nest (reader, open, 0, kind, field, error))
        return FALSE;
      add_piece (reader->block, kind, field, NULL, 0);
      text = end + 2;
    }
  if (*text != '\0')
    add_piece (reader->block, TJ_PIECE_TEXT, 0, text, strlen (text));
  return open->len == 0 || fail (reader, error, _ ("a section is not closed on its line"));
}

/* A line that is one section mark and nothing else opens or closes a section of whole blocks. */
static gboolean
is_section_line (const char *line)
{
  return g_str_has_prefix (line, "{{") && line[2] != '\0' && strchr ("#^/", line[2]) != NULL
         && g_str_has_suffix (line, "}}") && strstr (line + 2, "{{") == NULL;
}

static gboolean
read_section_line (Reader *reader, const char *line, GError **error)
{
  TjPieceKind kind;
  TjLetterField field;

  reader->block = NULL;
  return parse_mark (reader, line + 2, strlen (line) - 4, &kind, &field, error)
         && nest (reader, reader->conditions, 0, kind, field, error);
}

static gboolean
continues_lines (const Reader *reader, TjLetterBlockKind kind)
{
  return reader->block != NULL && reader->block->kind == kind && kind == TJ_LETTER_BLOCK_LINES;
}

/* Begins the block that @line asks for, or goes on with the one before. Returns the line's text. */
static const char *
enter_block (Reader *reader, const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_marks); i++)
    if (g_str_has_prefix (line, block_marks[i].mark))
      {
        if (continues_lines (reader, block_marks[i].kind))
          add_piece (reader->block, TJ_PIECE_TEXT, 0, "\n", 1);
        else
          begin_block (reader, block_marks[i].kind);
        return line + strlen (block_marks[i].mark);
      }
  if (reader->block == NULL)
    begin_block (reader, TJ_LETTER_BLOCK_PARAGRAPH);
  else
    add_piece (reader->block, TJ_PIECE_TEXT, 0, " ", 1);
  return line;
}

static gboolean
read_line (Reader *reader, char *line, GError **error)
{
  gsize length = strlen (g_strstrip (line));
  gboolean breaks = length > 0 && line[length - 1] == '\\';
  const char *text;

  if (length == 0)
    {
      reader->block = NULL;
      return TRUE;
    }
  if (is_section_line (line))
    return read_section_line (reader, line, error);
  if (breaks)
    line[length - 1] = '\0';
  text = enter_block (reader, line);
  if (!add_inline (reader, text, error))
    return FALSE;
  if (breaks)
    add_piece (reader->block, TJ_PIECE_TEXT, 0, "\n", 1);
  return TRUE;
}

static gboolean
read_header (Reader *reader, const char *line, GError **error)
{
  const char *colon = strchr (line, ':');
  gsize length = colon != NULL ? (gsize)(colon - line) : 0;

  for (guint i = 0; i < TJ_N_WORDS && colon != NULL; i++)
    if (strlen (header_keys[i]) == length && strncmp (header_keys[i], line, length) == 0)
      {
        g_free (reader->letter->words[i]);
        reader->letter->words[i] = g_strstrip (g_strdup (colon + 1));
        return TRUE;
      }
  return fail (reader, error, _ ("this is no line of a letter’s header"));
}

static gboolean
check_header (Reader *reader, GError **error)
{
  TjLetterTemplate *letter = reader->letter;

  for (guint i = 0; i < TJ_N_WORDS; i++)
    if (letter->words[i] == NULL || letter->words[i][0] == '\0')
      return fail (reader, error, _ ("the header above lacks a line"));
  letter->version = (int)g_ascii_strtoll (letter->words[TJ_WORD_VERSION], NULL, 10);
  letter->months = g_strsplit (letter->words[TJ_WORD_MONTHS], " ", -1);
  if (letter->version < 1 || g_strv_length (letter->months) != 12)
    return fail (reader, error, _ ("the version or the months are not right"));
  return TRUE;
}

static gboolean
read_lines (Reader *reader, char **lines, GError **error)
{
  for (; lines[reader->line] != NULL && lines[reader->line][0] != '\0'; reader->line++)
    if (!read_header (reader, lines[reader->line], error))
      return FALSE;
  if (!check_header (reader, error))
    return FALSE;
  for (; lines[reader->line] != NULL; reader->line++)
    if (!read_line (reader, lines[reader->line], error))
      return FALSE;
  if (reader->conditions->len > 0)
    return fail (reader, error, _ ("a section is not closed"));
  if (reader->letter->blocks->len == 0)
    return fail (reader, error, _ ("the letter is empty"));
  return TRUE;
}

/* Fills @self from @text. On failure @self is half-filled and fit only to be freed. */
gboolean
tj_letter_template_read (TjLetterTemplate *self, const char *text, GError **error)
{
  g_autoptr (GArray) conditions = g_array_new (FALSE, FALSE, sizeof (TjCondition));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = { self, NULL, conditions, 0 };

  return read_lines (&reader, lines, error);
}

/* The text of a letter, written by people: data that a municipality edits and versions.
 *
 * A template opens with header lines `key: value` (kind, title, language, version, the words above
 * date and reference, the months), then an empty line, then blocks. A line that begins with "# " is the heading, "## " a subheading, "- " a point
 * of a list, "| " a line of the contact panel, "> " small print; other lines run together into
 * paragraphs, parted by empty lines, where a "\" at the end breaks the line. {{field}} stands for
 * a value; what is between {{#field}} and {{/field}} is there only when the field has a value,
 * between {{^field}} and {{/field}} only when it has none. Such a section lies within a block, or
 * spans whole blocks with its marks on lines of their own. */

#include "config.h"

#include "tj-letter-template-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define LETTERS_FOLDER "/se/tjugo/Tjugo/letters/"

static const char *const field_names[TJ_N_LETTER_FIELDS] = {
  [TJ_LETTER_FIELD_MUNICIPALITY] = "municipality",
  [TJ_LETTER_FIELD_UNIT] = "unit",
  [TJ_LETTER_FIELD_CONTACT_NAME] = "contact_name",
  [TJ_LETTER_FIELD_CONTACT_TITLE] = "contact_title",
  [TJ_LETTER_FIELD_PHONE] = "phone",
  [TJ_LETTER_FIELD_EMAIL] = "email",
  [TJ_LETTER_FIELD_VISITING_ADDRESS] = "visiting_address",
  [TJ_LETTER_FIELD_WEB] = "web",
  [TJ_LETTER_FIELD_GIVEN_NAME] = "given_name",
  [TJ_LETTER_FIELD_REFERENCE] = "reference",
  [TJ_LETTER_FIELD_DATE] = "date",
};

static void
block_free (gpointer data)
{
  TjTemplateBlock *block = data;

  g_array_unref (block->pieces);
  g_array_unref (block->conditions);
  g_free (block);
}

static gboolean
has_value (const TjLetterFields *fields, TjLetterField field)
{
  return fields->values[field] != NULL && fields->values[field][0] != '\0';
}

static gboolean
holds (const TjCondition *condition, const TjLetterFields *fields)
{
  return has_value (fields, condition->field) == condition->wanted;
}

static void
append_value (GString *out, const char *value)
{
  for (const char *p = value; p != NULL && *p != '\0'; p++)
    g_string_append_c (out, g_ascii_iscntrl (*p) ? ' ' : *p);
}

/* Takes away lines left empty by fields without value, and spaces around line breaks. */
static void
tidy_lines (GString *text)
{
  gsize to = 0;

  for (gsize from = 0; from < text->len; from++)
    {
      char c = text->str[from];

      if (c == ' ' && (to == 0 || text->str[to - 1] == '\n'))
        continue;
      while (c == '\n' && to > 0 && text->str[to - 1] == ' ')
        to--;
      if (c == '\n' && (to == 0 || text->str[to - 1] == '\n'))
        continue;
      text->str[to++] = c;
    }
  while (to > 0 && g_ascii_isspace (text->str[to - 1]))
    to--;
  g_string_truncate (text, to);
}

static char *
fill_block (const TjTemplateBlock *block, const TjLetterFields *fields)
{
  GString *out = g_string_sized_new (256);
  guint hidden = 0;

  for (guint i = 0; i < block->pieces->len; i++)
    {
      const TjPiece *piece = &g_array_index (block->pieces, TjPiece, i);

      if (piece->kind == TJ_PIECE_END)
        hidden -= hidden > 0 ? 1 : 0;
      else if (piece->kind == TJ_PIECE_IF || piece->kind == TJ_PIECE_UNLESS)
        hidden += hidden > 0 || has_value (fields, piece->field) != (piece->kind == TJ_PIECE_IF);
      else if (hidden > 0)
        continue;
      else if (piece->kind == TJ_PIECE_FIELD)
        append_value (out, fields->values[piece->field]);
      else
        g_string_append (out, piece->text);
    }
  tidy_lines (out);
  return g_string_free (out, FALSE);
}

static void
clear_filled (gpointer data)
{
  g_free (((TjLetterBlock *)data)->text);
}

static gboolean
is_wanted (const TjTemplateBlock *block, const TjLetterFields *fields)
{
  for (guint i = 0; i < block->conditions->len; i++)
    if (!holds (&g_array_index (block->conditions, TjCondition, i), fields))
      return FALSE;
  return TRUE;
}

/**
 * tj_letter_template_parse:
 * @text: a template, UTF-8
 * @error: %TJ_PAPER_ERROR_TEMPLATE with the line that is wrong
 *
 * Returns: (transfer full) (nullable): the template
 */
TjLetterTemplate *
tj_letter_template_parse (const char *text, GError **error)
{
  g_autoptr (TjLetterTemplate) self = g_new0 (TjLetterTemplate, 1);

  self->ref_count = 1;
  self->text = g_strdup (text);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return tj_letter_template_read (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_letter_template_load:
 * @kind: a letter kind, such as "brev1"
 * @language: such as "sv"
 *
 * Loads the program's own text for a kind of letter.
 *
 * Returns: (transfer full) (nullable): the template
 */
TjLetterTemplate *
tj_letter_template_load (const char *kind, const char *language, GError **error)
{
  g_autofree char *path = g_strconcat (LETTERS_FOLDER, kind, ".", language, ".txt", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_TEMPLATE,
                   _ ("There is no letter of the kind “%s”"), kind);
      return NULL;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return tj_letter_template_parse (text, error);
}

/* Returns: (transfer full): @self with one more owner; not for two threads at once */
TjLetterTemplate *
tj_letter_template_ref (TjLetterTemplate *self)
{
  self->ref_count++;
  return self;
}

/* Gives up one ownership; the last one frees the template. */
void
tj_letter_template_unref (TjLetterTemplate *self)
{
  if (--self->ref_count > 0)
    return;
  g_ptr_array_unref (self->blocks);
  for (guint i = 0; i < TJ_N_WORDS; i++)
    g_free (self->words[i]);
  g_strfreev (self->months);
  g_free (self->text);
  g_free (self);
}

/* Returns: (transfer none): such as "brev1": stored with each letter sent */
const char *
tj_letter_template_get_kind (const TjLetterTemplate *self)
{
  return self->words[TJ_WORD_KIND];
}

/* Returns: (transfer none): what people call the kind: "Brev 1" */
const char *
tj_letter_template_get_title (const TjLetterTemplate *self)
{
  return self->words[TJ_WORD_TITLE];
}

/* Returns: (transfer none): the language of the text, such as "sv" */
const char *
tj_letter_template_get_language (const TjLetterTemplate *self)
{
  return self->words[TJ_WORD_LANGUAGE];
}

/* Returns: the version of the text, from 1: stored with each letter sent */
int
tj_letter_template_get_version (const TjLetterTemplate *self)
{
  return self->version;
}

/* Returns: (transfer none): what the letter writes above its date or its reference */
const char *
tj_letter_template_get_label (const TjLetterTemplate *self, TjLetterField field)
{
  g_return_val_if_fail (field == TJ_LETTER_FIELD_DATE || field == TJ_LETTER_FIELD_REFERENCE, NULL);

  return self->words[field == TJ_LETTER_FIELD_DATE ? TJ_WORD_DATE : TJ_WORD_REFERENCE];
}

/* Returns: (transfer full): @date in the letter's language, "5 oktober 2026" */
char *
tj_letter_template_format_date (const TjLetterTemplate *self, TjDate date)
{
  int year, month, day;

  tj_date_get (date, &year, &month, &day);
  return g_strdup_printf ("%d %s %d", day, self->months[month - 1], year);
}

/* Returns: (transfer none): the template as it was written */
const char *
tj_letter_template_get_text (const TjLetterTemplate *self)
{
  return self->text;
}

/**
 * tj_letter_template_fill:
 *
 * Returns: (transfer full) (element-type TjLetterBlock): the blocks that have a text with @fields
 */
GArray *
tj_letter_template_fill (const TjLetterTemplate *self, const TjLetterFields *fields)
{
  GArray *filled = g_array_sized_new (FALSE, FALSE, sizeof (TjLetterBlock), self->blocks->len);

  g_array_set_clear_func (filled, clear_filled);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TjTemplateBlock *block = g_ptr_array_index (self->blocks, i);
      TjLetterBlock out = { block->kind, block->personal, NULL };

      if (!is_wanted (block, fields))
        continue;
      out.text = fill_block (block, fields);
      if (out.text[0] != '\0')
        g_array_append_val (filled, out);
      else
        g_free (out.text);
    }
  return filled;
}

/* Returns: (transfer none): the name by which a template calls @field */
const char *
tj_letter_field_name (TjLetterField field)
{
  g_return_val_if_fail (field < TJ_N_LETTER_FIELDS, NULL);

  return field_names[field];
}

/* Returns: (transfer full): the kinds of letter that the program brings in Swedish */
GStrv
tj_letter_template_list_kinds (void)
{
  g_auto (GStrv) names
      = g_resources_enumerate_children (LETTERS_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "brev") && g_str_has_suffix (names[i], ".sv.txt"))
      {
        names[i][strlen (names[i]) - strlen (".sv.txt")] = '\0';
        g_strv_builder_add (kinds, names[i]);
      }
  return g_strv_builder_end (kinds);
}

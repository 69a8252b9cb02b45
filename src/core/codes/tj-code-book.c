/* A list of codes that the municipality may edit, beside the lists of tj-codes.h that rules hang on.
 * It is written as text, a line "word;label" each, with ";retired" behind one that is no longer
 * offered: the form in which it is shipped and kept alike. */

#include "config.h"

#include "tj-code-book.h"

#include <string.h>

#define RETIRED "retired"

struct _TjCodeBook
{
  GPtrArray *items;
};

static void
item_free (gpointer data)
{
  TjCodeBookItem *item = data;

  g_free (item->word);
  g_free (item->label);
  g_free (item);
}

static void
take_item (TjCodeBook *book, char *word, char *label, gboolean is_retired)
{
  TjCodeBookItem *item = g_new0 (TjCodeBookItem, 1);

  item->word = word;
  item->label = label;
  item->is_retired = is_retired;
  g_ptr_array_add (book->items, item);
}

static TjCodeBookItem *
find_item (const TjCodeBook *book, const char *word)
{
  for (guint i = 0; i < book->items->len; i++)
    if (g_strcmp0 (((TjCodeBookItem *)book->items->pdata[i])->word, word) == 0)
      return book->items->pdata[i];
  return NULL;
}

/* What would end a field or a line becomes a space. */
static char *
dup_clean (const char *label)
{
  return g_strstrip (g_strdelimit (g_strdup (label), ";\r\n", ' '));
}

/**
 * tj_code_book_new:
 * @text: the list as written; lines without a word and a label are passed by
 *
 * Returns: (transfer full): the list
 */
TjCodeBook *
tj_code_book_new (const char *text)
{
  TjCodeBook *book = g_new0 (TjCodeBook, 1);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  book->items = g_ptr_array_new_with_free_func (item_free);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (*line), ";", 3);

      if (g_strv_length (fields) >= 2 && *fields[0] != '\0' && *fields[1] != '\0'
          && find_item (book, fields[0]) == NULL)
        take_item (book, g_strdup (fields[0]), g_strdup (fields[1]),
                   g_strcmp0 (fields[2], RETIRED) == 0);
    }
  return book;
}

/**
 * tj_code_book_free:
 * @book: (transfer full): a list
 *
 * Frees it.
 */
void
tj_code_book_free (TjCodeBook *book)
{
  g_ptr_array_unref (book->items);
  g_free (book);
}

/**
 * tj_code_book_dup_text:
 *
 * Returns: (transfer full): the list as tj_code_book_new() reads it
 */
char *
tj_code_book_dup_text (const TjCodeBook *book)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < book->items->len; i++)
    {
      const TjCodeBookItem *item = book->items->pdata[i];

      g_string_append_printf (text, "%s;%s%s\n", item->word, item->label,
                              item->is_retired ? ";" RETIRED : "");
    }
  return g_string_free (text, FALSE);
}

/**
 * tj_code_book_get_length:
 *
 * Returns: how many codes it has, retired ones too
 */
guint
tj_code_book_get_length (const TjCodeBook *book)
{
  return book->items->len;
}

/**
 * tj_code_book_get_item:
 *
 * Returns: (transfer none): the code at @place
 */
const TjCodeBookItem *
tj_code_book_get_item (const TjCodeBook *book, guint place)
{
  g_return_val_if_fail (place < book->items->len, NULL);

  return book->items->pdata[place];
}

/**
 * tj_code_book_find_label:
 * @word: (nullable): a stored word
 *
 * Returns: (transfer none) (nullable): its label, also of a retired code
 */
const char *
tj_code_book_find_label (const TjCodeBook *book, const char *word)
{
  const TjCodeBookItem *item = find_item (book, word);

  return item != NULL ? item->label : NULL;
}

/**
 * tj_code_book_has_label:
 * @but_word: (nullable): a code that is not asked
 *
 * Returns: whether another code is called so, whatever the case of its letters
 */
gboolean
tj_code_book_has_label (const TjCodeBook *book, const char *label, const char *but_word)
{
  g_autofree char *clean = dup_clean (label);
  g_autofree char *folded = g_utf8_casefold (clean, -1);

  for (guint i = 0; i < book->items->len; i++)
    {
      const TjCodeBookItem *item = book->items->pdata[i];
      g_autofree char *other = g_utf8_casefold (item->label, -1);

      if (g_str_equal (other, folded) && g_strcmp0 (item->word, but_word) != 0)
        return TRUE;
    }
  return FALSE;
}

/* As the words of tj-codes.h: lower case, a hyphen for whatever is no letter or digit. */
static char *
make_word (const TjCodeBook *book, const char *label)
{
  g_autofree char *ascii = g_str_to_ascii (label, "C");
  g_autoptr (GString) word = g_string_new (NULL);
  gsize length;

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (word, g_ascii_tolower (*c));
    else if (word->len > 0 && word->str[word->len - 1] != '-')
      g_string_append_c (word, '-');
  while (word->len > 0 && word->str[word->len - 1] == '-')
    g_string_truncate (word, word->len - 1);
  if (word->len == 0)
    g_string_assign (word, "code");
  length = word->len;
  for (guint n = 2; find_item (book, word->str) != NULL; n++)
    {
      g_string_truncate (word, length);
      g_string_append_printf (word, "-%u", n);
    }
  return g_strdup (word->str);
}

/**
 * tj_code_book_add:
 * @label: what people read
 *
 * Adds a code, last, with a word made of its label.
 *
 * Returns: (transfer none) (nullable): its word; NULL when @label is empty or another's
 */
const char *
tj_code_book_add (TjCodeBook *book, const char *label)
{
  g_autofree char *clean = dup_clean (label);
  char *word;

  if (*clean == '\0' || tj_code_book_has_label (book, clean, NULL))
    return NULL;
  word = make_word (book, clean);
  take_item (book, word, g_steal_pointer (&clean), FALSE);
  return word;
}

/**
 * tj_code_book_rename:
 *
 * Returns: whether the code @word is now called @label: there is one, and @label is neither empty
 *   nor another's
 */
gboolean
tj_code_book_rename (TjCodeBook *book, const char *word, const char *label)
{
  g_autofree char *clean = dup_clean (label);
  TjCodeBookItem *item = find_item (book, word);

  if (item == NULL || *clean == '\0' || tj_code_book_has_label (book, clean, word))
    return FALSE;
  g_free (item->label);
  item->label = g_steal_pointer (&clean);
  return TRUE;
}

/**
 * tj_code_book_retire:
 *
 * Returns: whether there is a code @word, which is now retired, or offered again
 */
gboolean
tj_code_book_retire (TjCodeBook *book, const char *word, gboolean is_retired)
{
  TjCodeBookItem *item = find_item (book, word);

  if (item != NULL)
    item->is_retired = is_retired;
  return item != NULL;
}

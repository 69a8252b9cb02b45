#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A code of a list that the municipality may edit: the word is stored and exported and never
 * changes, the label is what people read. A retired one is kept for what it has been used for. */
typedef struct
{
  char *word;
  char *label;
  gboolean is_retired;
} TjCodeBookItem;

typedef struct _TjCodeBook TjCodeBook;

TjCodeBook *tj_code_book_new (const char *text);
void tj_code_book_free (TjCodeBook *book);
char *tj_code_book_dup_text (const TjCodeBook *book);
guint tj_code_book_get_length (const TjCodeBook *book);
const TjCodeBookItem *tj_code_book_get_item (const TjCodeBook *book, guint place);
const char *tj_code_book_find_label (const TjCodeBook *book, const char *word);
gboolean tj_code_book_has_label (const TjCodeBook *book, const char *label, const char *but_word);
const char *tj_code_book_add (TjCodeBook *book, const char *label);
gboolean tj_code_book_rename (TjCodeBook *book, const char *word, const char *label);
gboolean tj_code_book_retire (TjCodeBook *book, const char *word, gboolean is_retired);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjCodeBook, tj_code_book_free)

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The three letters that Swedish keeps apart from a and o stand in folded text as one byte each,
 * after z as in the alphabet. */
#define TJ_SEARCH_AA '{'
#define TJ_SEARCH_AE '|'
#define TJ_SEARCH_OE '}'

char *tj_search_text_fold (const char *text);
char *tj_search_text_number (const char *text);
gboolean tj_search_text_is_number (const char *text);

G_END_DECLS

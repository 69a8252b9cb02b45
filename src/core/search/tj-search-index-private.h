#pragma once

#include "tj-search-index.h"
#include "tj-search-number.h"

G_BEGIN_DECLS

/* Set in a posting when the word is none of the person's name. */
#define TJ_SEARCH_IN_TEXT (1u << 31)

/* A person by place: the place is also the rank in the alphabet. An id of 0 is one who is gone. */
typedef struct
{
  gint64 id;
  guint32 words; /* where theirs begin in `spoken` */
  guint16 n_words;
  guint16 n_name_words; /* the first of them: family name, then given name */
} TjSearchPerson;

/* A word that somebody has, and who: from `first` on in the postings, up to the next word's. */
typedef struct
{
  const char *text;
  guint32 first;
  guint8 shared; /* letters it begins with that the word before it begins with too */
} TjSearchWord;

struct _TjSearchIndex
{
  GArray *people;   /* of TjSearchPerson; from n_sorted on they wait */
  GArray *numbers;  /* of TjSearchNumbers, by place */
  GArray *spoken;   /* of guint32: words by the number they were given */
  GArray *words;    /* of TjSearchWord, in order, and one more that ends the last */
  GArray *postings; /* of guint32: places, for each word in order */
  guint n_sorted;

  GHashTable *known; /* text → number + 1 */
  GPtrArray *texts;  /* number → text */
  GStringChunk *pool;
};

static inline const TjSearchPerson *
tj_search_person_at (const TjSearchIndex *index, guint i)
{
  return &g_array_index (index->people, TjSearchPerson, i);
}

static inline const TjSearchWord *
tj_search_word_at (const TjSearchIndex *index, guint i)
{
  return &g_array_index (index->words, TjSearchWord, i);
}

static inline guint
tj_search_count_words (const TjSearchIndex *index)
{
  return index->words->len - 1;
}

/* Called for a word near the one typed, and for how many slips lie between them. */
typedef void (*TjSearchNearFunc) (guint word, guint slips, gpointer user_data);

typedef struct
{
  guint most_slips;
  gboolean whole;      /* whether the whole word must be near, not only its beginning */
  gboolean any_letter; /* whether any letter may stand for another at the price of one slip */
} TjSearchNearness;

void tj_search_near (const TjSearchIndex *index,
                     const char *typed,
                     const TjSearchNearness *nearness,
                     TjSearchNearFunc func,
                     gpointer user_data);

G_END_DECLS

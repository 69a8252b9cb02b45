#pragma once

#include "tj-search-index.h"

G_BEGIN_DECLS

/* An id of 0 is a person who is gone. */
typedef struct
{
  gint64 id;
  guint32 key; /* in the pool: "family given", folded */
  char number[12];
  char phone[16];
} TjSearchPerson;

typedef struct
{
  guint32 person;
  guint32 word; /* in the pool; ends with a space or NUL */
} TjSearchEntry;

struct _TjSearchIndex
{
  GArray *people;
  GArray *entries;
  GString *pool;
  guint n_sorted_people;
  guint n_sorted_entries;
};

static inline const TjSearchPerson *
tj_search_person_at (const TjSearchIndex *index, guint i)
{
  return &g_array_index (index->people, TjSearchPerson, i);
}

static inline const TjSearchEntry *
tj_search_entry_at (const TjSearchIndex *index, guint i)
{
  return &g_array_index (index->entries, TjSearchEntry, i);
}

G_END_DECLS

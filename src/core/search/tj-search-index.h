#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds people by name, personal number, phone or school while one types. It holds names and numbers in
 * ordinary memory, as the models on screen do. */
typedef struct _TjSearchIndex TjSearchIndex;

TjSearchIndex *tj_search_index_new (void);
void tj_search_index_free (TjSearchIndex *index);

void tj_search_index_add (TjSearchIndex *index,
                          gint64 id,
                          const char *given_name,
                          const char *family_name,
                          const char *personal_number,
                          const char *phone,
                          const char *text);
gboolean tj_search_index_remove (TjSearchIndex *index, gint64 id);
void tj_search_index_prepare (TjSearchIndex *index);

guint tj_search_index_find (TjSearchIndex *index,
                            const char *text,
                            gint64 *ids,
                            guint max_ids,
                            guint *n_matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSearchIndex, tj_search_index_free)

G_END_DECLS

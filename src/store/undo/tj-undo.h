#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* One change that can be undone, or redone when `undone`. */
typedef struct
{
  gint64 id;
  char *at;
  char *action;
  gint64 youth_id;
  gboolean undone;
} TjUndoEntry;

void tj_undo_entry_free (TjUndoEntry *entry);

gboolean tj_undo (TjStore *store, GError **error);
gboolean tj_redo (TjStore *store, GError **error);
GPtrArray *tj_undo_list (TjStore *store, GError **error);
gboolean tj_undo_clear (TjStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjUndoEntry, tj_undo_entry_free)

G_END_DECLS

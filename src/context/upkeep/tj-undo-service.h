#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* A change that can be undone, or redone when `is_undone`; in words. */
typedef struct
{
  gint64 id;
  char *at;     /* an instant, UTC */
  char *action; /* the log's word */
  char *what;   /* "Log a contact: Kim Ek", in the user's language; a protected person's name is not
                   in it */
  gint64 youth_id; /* 0 when none or several */
  gboolean is_undone;
} TjUndoStep;

void tj_undo_step_free (TjUndoStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjUndoStep, tj_undo_step_free)

GPtrArray *tj_undo_service_list (TjContext *context, GError **error);
TjUndoStep *tj_undo_service_get_undo (TjContext *context, GError **error);
TjUndoStep *tj_undo_service_get_redo (TjContext *context, GError **error);
TjUndoStep *tj_undo_service_undo (TjContext *context, GError **error);
TjUndoStep *tj_undo_service_redo (TjContext *context, GError **error);
TjUndoStep *tj_undo_service_undo_import (TjContext *context, gint64 run_id, GError **error);

G_END_DECLS

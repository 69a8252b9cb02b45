#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_UNDO_HISTORY (tj_undo_history_get_type ())
G_DECLARE_FINAL_TYPE (TjUndoHistory, tj_undo_history, TJ, UNDO_HISTORY, AdwWindow)

GtkWidget *tj_undo_history_new (TjContext *context, GtkWindow *parent);

G_END_DECLS

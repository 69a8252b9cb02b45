#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_MERGE_WINDOW (tj_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (TjMergeWindow, tj_merge_window, TJ, MERGE_WINDOW, AdwWindow)

/* Signals: "saved" (const char *text) with what to say of it. */

GtkWidget *tj_merge_window_new (TjContext *context);
void tj_merge_window_compare (TjMergeWindow *self, gint64 first_id, gint64 second_id);

G_END_DECLS

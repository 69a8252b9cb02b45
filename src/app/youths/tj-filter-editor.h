#pragma once

#include <adwaita.h>

#include "tj-people.h"

G_BEGIN_DECLS

#define TJ_TYPE_FILTER_EDITOR (tj_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (TjFilterEditor, tj_filter_editor, TJ, FILTER_EDITOR, AdwWindow)

/* Signals: "saved" (gint64 id), "removed" (const char *name). */

GtkWidget *tj_filter_editor_new (TjPeople *people, gint64 filter_id);

G_END_DECLS

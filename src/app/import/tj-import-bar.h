#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_BAR (tj_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (TjImportBar, tj_import_bar, TJ, IMPORT_BAR, AdwBin)

void tj_import_bar_show_columns (TjImportBar *self);
void tj_import_bar_show_review (TjImportBar *self, TjImportSession *session, gboolean is_applied);
void tj_import_bar_show_nothing (TjImportBar *self);
void tj_import_bar_focus_apply (TjImportBar *self);

void tj_import_bar_begin (TjImportBar *self, const char *doing);
void tj_import_bar_set_fraction (TjImportBar *self, double fraction);
void tj_import_bar_end (TjImportBar *self);

G_END_DECLS

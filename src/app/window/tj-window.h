#pragma once

#include <adwaita.h>

#include "tj-application.h"
#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_WINDOW (tj_window_get_type ())
G_DECLARE_FINAL_TYPE (TjWindow, tj_window, TJ, WINDOW, AdwApplicationWindow)

TjWindow *tj_window_new (TjApplication *application, TjContext *context);
void tj_window_start (TjWindow *self, TjSecret *passphrase, gboolean locked, const char *screen);
void tj_window_start_open (TjWindow *self);
void tj_window_show_screen (TjWindow *self, const char *screen);
const char *tj_window_get_screen (TjWindow *self);

G_END_DECLS

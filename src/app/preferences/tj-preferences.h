#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_PREFERENCES (tj_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TjPreferences, tj_preferences, TJ, PREFERENCES, AdwPreferencesWindow)

GtkWidget *tj_preferences_new (TjContext *context);

G_END_DECLS

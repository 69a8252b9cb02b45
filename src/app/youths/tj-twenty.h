#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_TWENTY (tj_twenty_get_type ())
G_DECLARE_FINAL_TYPE (TjTwenty, tj_twenty, TJ, TWENTY, AdwWindow)

/* Signals: "saved" (const char *text) with what to say of it. */

GtkWidget *tj_twenty_new (TjContext *context);

G_END_DECLS

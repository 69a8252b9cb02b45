#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_NEW_YOUTH (tj_new_youth_get_type ())
G_DECLARE_FINAL_TYPE (TjNewYouth, tj_new_youth, TJ, NEW_YOUTH, AdwWindow)

TjNewYouth *tj_new_youth_new (GtkWindow *parent, TjContext *context);

G_END_DECLS

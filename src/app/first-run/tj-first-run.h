#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN (tj_first_run_get_type ())
G_DECLARE_FINAL_TYPE (TjFirstRun, tj_first_run, TJ, FIRST_RUN, AdwBin)

GtkWidget *tj_first_run_new (TjContext *context);

G_END_DECLS

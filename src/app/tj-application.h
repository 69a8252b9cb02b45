#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_APPLICATION (tj_application_get_type ())
G_DECLARE_FINAL_TYPE (TjApplication, tj_application, TJ, APPLICATION, AdwApplication)

int tj_application_main (int argc, char **argv);

TjApplication *tj_application_new (void);
void tj_application_lock (TjApplication *self, const char *screen);

G_END_DECLS

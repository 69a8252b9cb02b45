#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

#define SAMPLE_CREATED 1791187200

/* One sheet of each kind, filled with made-up people, as a finished PDF. */
extern const char *const sample_names[];

GBytes *sample_draw (const char *name);
TjSheetHead sample_head (void);

G_END_DECLS

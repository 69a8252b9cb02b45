#pragma once

#include "tj-report.h"

G_BEGIN_DECLS

/* A made-up half-year: tables as statistics give them after disclosure control. */
GPtrArray *report_tables_new (void);
TjReport report_sample (const GPtrArray *tables);

G_END_DECLS

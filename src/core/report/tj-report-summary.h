#pragma once

#include "tj-figure-table.h"

G_BEGIN_DECLS

/* A figure to be seen at a glance, as it is printed. */
typedef struct
{
  char *label;
  char *value;
} TjReportKeyFigure;

GPtrArray *tj_report_summary_new (const GPtrArray *tables);
GArray *tj_report_summary_new_key_figures (const GPtrArray *tables);

G_END_DECLS

#pragma once

#include "tj-paper-error.h"
#include "tj-report.h"

G_BEGIN_DECLS

/* The half-year's report to the board on A4, fit for the web: PDF/A-2a and PDF/UA-1. */
GBytes *tj_report_paper_draw (const TjReport *report, gint64 created, GError **error);

G_END_DECLS

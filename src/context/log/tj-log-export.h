#pragma once

#include "tj-log-service.h"

G_BEGIN_DECLS

#define TJ_LOG_EXPORT_MAX_PDF_ROWS 5000

GBytes *tj_log_export_csv (TjContext *context, const TjLogFilter *filter, GError **error);
GBytes *tj_log_export_pdf (TjContext *context, const TjLogFilter *filter, GError **error);

G_END_DECLS

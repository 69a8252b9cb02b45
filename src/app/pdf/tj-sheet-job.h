#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

/* Makes a paper on the worker thread. */
typedef GBytes *(*TjSheetFunc) (TjContext *context, gpointer user_data, GError **error);

void tj_sheet_job_show (TjPage *page,
                        const char *title,
                        const char *file_name,
                        TjSheetFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy);

G_END_DECLS

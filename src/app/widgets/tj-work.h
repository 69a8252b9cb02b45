#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

/* What is done on the worker thread; NULL with `error` set when it fails. */
typedef gpointer (*TjWorkFunc) (TjContext *context, gpointer user_data, GError **error);

/* Told when it is done. `result` is the page's own, or NULL with `error`. */
typedef void (*TjWorkDone) (TjPage *page, gpointer result, const GError *error, gpointer user_data);

void tj_work_run (TjPage *page,
                  TjWorkFunc func,
                  TjWorkDone done,
                  gpointer user_data,
                  GDestroyNotify destroy);

G_END_DECLS

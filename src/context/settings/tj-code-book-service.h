#pragma once

#include "tj-code-book.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* The lists that can be edited, by name. */
#define TJ_CODE_BOOK_MEASURE_END "measure-end"

TjCodeBook *tj_code_book_service_load (TjContext *context, const char *name, GError **error);
gboolean
tj_code_book_service_add (TjContext *context, const char *name, const char *label, GError **error);
gboolean tj_code_book_service_rename (TjContext *context,
                                      const char *name,
                                      const char *word,
                                      const char *label,
                                      GError **error);
gboolean tj_code_book_service_retire (TjContext *context,
                                      const char *name,
                                      const char *word,
                                      gboolean is_retired,
                                      GError **error);

G_END_DECLS

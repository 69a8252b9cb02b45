#pragma once

#include "tj-context.h"
#include "tj-log-sheet.h"

G_BEGIN_DECLS

/* A month of the log as its sheet wants it, with the strings that are borrowed. */
typedef struct _TjLogReview TjLogReview;

TjLogReview *tj_log_review_load (TjContext *context, int year, int month, GError **error);
void tj_log_review_free (TjLogReview *self);
const TjLogSheet *tj_log_review_get_sheet (TjLogReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLogReview, tj_log_review_free)

G_END_DECLS

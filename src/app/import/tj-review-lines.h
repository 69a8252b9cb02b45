#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

/* Which rows to look over: a TjImportResult, or what is to be known about rows and file. */
typedef enum
{
  TJ_REVIEW_NOTES = TJ_N_IMPORT_RESULTS,
  TJ_N_REVIEWS,
} TjReview;

#define TJ_TYPE_REVIEW_LINES (tj_review_lines_get_type ())
G_DECLARE_FINAL_TYPE (TjReviewLines, tj_review_lines, TJ, REVIEW_LINES, GObject)

TjReviewLines *tj_review_lines_new (TjImportSession *session, guint review);
guint tj_review_count (TjImportReport *report, guint review);

G_END_DECLS

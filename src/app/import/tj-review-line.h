#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

/* What a line is about, borrowed from a report; what does not apply is NULL. */
typedef struct
{
  const TjImportOutcome *outcome;
  const TjImportIssue *issue;
  const TjImportDifference *difference;
} TjReviewPlace;

/* What a line can say, a column each. */
typedef enum
{
  TJ_REVIEW_ROW,
  TJ_REVIEW_PERSON,
  TJ_REVIEW_NUMBER,
  TJ_REVIEW_FIELD,
  TJ_REVIEW_OLD,
  TJ_REVIEW_NEW,
  TJ_REVIEW_COLUMN,
  TJ_REVIEW_REASON,
  TJ_N_REVIEW_COLUMNS,
} TjReviewColumn;

#define TJ_TYPE_REVIEW_LINE (tj_review_line_get_type ())
G_DECLARE_FINAL_TYPE (TjReviewLine, tj_review_line, TJ, REVIEW_LINE, GObject)

TjReviewLine *
tj_review_line_new (TjImportSession *session, TjImportReport *report, const TjReviewPlace *place);
char *tj_review_line_dup_words (TjReviewLine *self);
char *tj_review_line_dup_text (TjReviewLine *self, TjReviewColumn column);

G_END_DECLS

#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* An activity of the plan; TJ_DATE_NONE is a day that is not set. */
typedef struct
{
  const char *what;
  const char *responsible;
  TjDate starts_on;
  TjDate stops_on;
} TjPlanSheetActivity;

/* One version of a youth's individual planning. Strings are borrowed; NULL and "" are points that
 * nobody has written yet, which get lines to write on. */
typedef struct
{
  const char *name;
  const char *reference; /* the case number */
  int birth_year;        /* 0: left out */
  guint version;
  TjDate written_on;
  const char *coordinator;
  const char *goal;
  const char *youth_part;
  const char *municipality_part;
  const char *other_part;
  TjDate starts_on;
  TjDate ends_on;
  const char *end_reason;
  const char *follow_up;
  const TjPlanSheetActivity *activities;
  guint n_activities;
} TjPlanSheet;

GBytes *tj_plan_sheet_draw (const TjPlanSheet *plan, const TjSheetHead *head, GError **error);

G_END_DECLS

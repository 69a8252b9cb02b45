#pragma once

#include "tj-scb-record.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_SCB_ERROR,
  TJ_SCB_WARNING,
} TjScbSeverity;

/* What the checks go by; the limits are the layout's. */
typedef struct
{
  TjHalfYear half;
  TjDate today;
  TjDate earliest;     /* no date is before it */
  int youngest_months; /* registered younger than this is odd: 15½ years are 186 */
  int oldest_years;    /* when the responsibility ends: 20 */
} TjScbTerms;

/* A question that a half-year's rows are asked. */
typedef struct _TjScbRule TjScbRule;

typedef struct
{
  const TjScbRule *rule;
  const char *field;           /* the word of what mends it, as in a layout; a literal */
  int record;                  /* -1: somebody who is in no record */
  gint64 youth_id;             /* 0 when the register has no such youth */
  const char *personal_number; /* borrowed from the record */
  gint64 row_id;               /* the contact or measure it is about; 0 for none */
  TjDate date;                 /* of it, TJ_DATE_NONE for none */
} TjScbFinding;

GArray *tj_scb_check (const TjScbRecord *records, guint n_records, const TjScbTerms *terms);
void tj_scb_check_missing (const TjScbReported *reported, guint n_reported, GArray *findings);

const char *tj_scb_rule_word (const TjScbRule *rule);
const char *tj_scb_rule_text (const TjScbRule *rule);
TjScbSeverity tj_scb_rule_severity (const TjScbRule *rule);
guint tj_scb_rules_count (void);
const TjScbRule *tj_scb_rules_get (guint place);

G_END_DECLS

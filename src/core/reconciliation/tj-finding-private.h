#pragma once

#include "tj-finding.h"

G_BEGIN_DECLS

/* A national programme takes three years. */
#define TJ_FIRST_YEAR_PROLONGED 4

/* One pupil being looked at, and what has been found so far. */
typedef struct
{
  const TjIkeRules *rules;
  GHashTable *area_schools;         /* schools of the cooperation area */
  GHashTable *invoicing_organisers; /* who has invoiced anybody for the month */
  GArray *findings;

  const TjIkePupil *pupil;
  guint index;
  const guint *lines; /* the pupil's lines that no other line takes back */
  guint n_lines;
  guint first; /* of @findings: the pupil's */
} TjFindingSearch;

gboolean tj_school_is_same (const char *one, const char *other);

int tj_finding_search_last (const TjFindingSearch *search);
const TjIkeLine *tj_finding_search_line (const TjFindingSearch *search, guint i);
gboolean tj_finding_search_in_area (const TjFindingSearch *search, const char *school);
gboolean tj_finding_search_invoices (const TjFindingSearch *search, const char *organiser);
gboolean tj_finding_search_has (const TjFindingSearch *search, TjFindingKind kind, int line);
void tj_finding_search_add (TjFindingSearch *search,
                            TjFindingKind kind,
                            int enrolment,
                            int line,
                            gint64 amount_ore,
                            TjDecision proposal);

void tj_find_break (TjFindingSearch *search);
void tj_find_change (TjFindingSearch *search);
void tj_find_reduced (TjFindingSearch *search);
void tj_find_prolonged (TjFindingSearch *search);

void tj_find_after_break (TjFindingSearch *search);
void tj_find_twice (TjFindingSearch *search);
void tj_find_elsewhere (TjFindingSearch *search);
void tj_find_wrong_programme (TjFindingSearch *search);
void tj_find_wrong_amount (TjFindingSearch *search);
void tj_find_not_invoiced (TjFindingSearch *search);

void tj_find_outside_area (TjFindingSearch *search);
void tj_find_vux (TjFindingSearch *search);
void tj_find_invoiced_but_listed (TjFindingSearch *search);
void tj_find_nobody_sees (TjFindingSearch *search);

G_END_DECLS

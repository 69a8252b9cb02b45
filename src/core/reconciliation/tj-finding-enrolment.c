/* Findings in what the schools say of a pupil's studies: breaks, changes, reduced and prolonged
 * programmes (WORK.md § 6). */

#include "config.h"

#include "tj-finding-private.h"

/* The latest enrolment when it is paid for in the month; NULL otherwise. */
static const TjIkeEnrolment *
current (const TjFindingSearch *search)
{
  int last = tj_finding_search_last (search);
  const TjIkeEnrolment *enrolment;

  if (last < 0)
    return NULL;

  enrolment = &search->pupil->enrolments[last];
  return tj_ike_enrolment_counts (search->rules, enrolment) ? enrolment : NULL;
}

/* Breaks since the last reconciliation: earlier ones have been decided on. */
void
tj_find_break (TjFindingSearch *search)
{
  int last = tj_finding_search_last (search);
  TjDate month_end = tj_date_add_months (search->rules->month, 1) - 1;
  const TjIkeEnrolment *enrolment;

  if (last < 0)
    return;

  enrolment = &search->pupil->enrolments[last];
  if (enrolment->ends_in_break && enrolment->ends_on >= search->rules->since
      && enrolment->ends_on <= month_end)
    tj_finding_search_add (search, TJ_FINDING_BREAK, last, -1, 0,
                           search->pupil->is_listed ? TJ_DECISION_STAYS : TJ_DECISION_REGISTER);
}

/* From one school or programme to another since the last reconciliation. */
void
tj_find_change (TjFindingSearch *search)
{
  const TjIkeEnrolment *now = current (search);
  const TjIkeEnrolment *before = search->pupil->before;
  int last = tj_finding_search_last (search);

  if (now == NULL || before == NULL)
    return;

  if (!tj_school_is_same (now->school, before->school))
    tj_finding_search_add (search, TJ_FINDING_SCHOOL_CHANGE, last, -1, 0, TJ_DECISION_NOTED);
  if (!tj_programme_is_same (now->programme, before->programme))
    tj_finding_search_add (search, TJ_FINDING_PROGRAMME_CHANGE, last, -1, 0, TJ_DECISION_NOTED);
}

/* A reduced programme costs less to give; the school is asked what was agreed. */
void
tj_find_reduced (TjFindingSearch *search)
{
  const TjIkeEnrolment *now = current (search);

  if (now != NULL && now->is_reduced)
    tj_finding_search_add (search, TJ_FINDING_REDUCED, tj_finding_search_last (search), -1, 0,
                           TJ_DECISION_ASK_SCHOOL);
}

/* A fourth year is paid for after an agreement only. */
void
tj_find_prolonged (TjFindingSearch *search)
{
  const TjIkeEnrolment *now = current (search);
  gint64 due;

  if (now == NULL || !(now->is_prolonged || now->year >= TJ_FIRST_YEAR_PROLONGED))
    return;

  due = MAX (0, tj_ike_enrolment_due (search->rules, now));
  tj_finding_search_add (search, TJ_FINDING_FOURTH_YEAR, tj_finding_search_last (search), -1,
                         now->has_agreement ? 0 : due,
                         now->has_agreement ? TJ_DECISION_NOTED : TJ_DECISION_AGREE_PROLONGED);
}

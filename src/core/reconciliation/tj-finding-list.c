/* Findings in who stands on Åtgärdas and who does not: pupils who attend outside the area, study
 * as adults or are invoiced should leave it, and a youth nobody sees should come onto it
 * (WORK.md § 6). */

#include "config.h"

#include "tj-finding-private.h"

/* An enrolment that goes on outside the area; -1 for none. */
static int
outside_enrolment (const TjFindingSearch *search)
{
  guint i;

  for (i = 0; i < search->pupil->n_enrolments; i++)
    {
      const TjIkeEnrolment *enrolment = &search->pupil->enrolments[i];

      if (!enrolment->in_area && tj_ike_enrolment_counts (search->rules, enrolment))
        return (int)i;
    }
  return -1;
}

/* A line from a school outside the area; -1 for none. */
static int
outside_line (const TjFindingSearch *search)
{
  guint i;

  for (i = 0; i < search->n_lines; i++)
    if (!tj_finding_search_in_area (search, tj_finding_search_line (search, i)->school))
      return (int)i;
  return -1;
}

/* IST does not see schools outside the area: who attends one there is not without school. */
void
tj_find_outside_area (TjFindingSearch *search)
{
  int enrolment = outside_enrolment (search);
  int line = outside_line (search);

  if (search->pupil->is_listed && (enrolment >= 0 || line >= 0))
    tj_finding_search_add (search, TJ_FINDING_OUTSIDE_AREA, enrolment, line, 0,
                           TJ_DECISION_LEAVE_KAA);
}

/* Who studies at upper-secondary level as an adult leaves the list. */
void
tj_find_vux (TjFindingSearch *search)
{
  if (search->pupil->is_listed && search->pupil->is_at_vux)
    tj_finding_search_add (search, TJ_FINDING_VUX, -1, -1, 0, TJ_DECISION_LEAVE_KAA);
}

/* What is invoiced after a break is a finding of its own. */
void
tj_find_invoiced_but_listed (TjFindingSearch *search)
{
  guint i;

  if (!search->pupil->is_listed)
    return;

  for (i = 0; i < search->n_lines; i++)
    if (!tj_finding_search_has (search, TJ_FINDING_INVOICED_AFTER_BREAK, (int)i))
      tj_finding_search_add (search, TJ_FINDING_INVOICED_BUT_LISTED, -1, (int)i,
                             tj_finding_search_line (search, i)->amount_ore, TJ_DECISION_LEAVE_KAA);
}

/* In the target group, and on no list at all. */
void
tj_find_nobody_sees (TjFindingSearch *search)
{
  const TjIkePupil *pupil = search->pupil;

  if (pupil->in_target_group && !pupil->is_listed && !pupil->is_at_vux && search->n_lines == 0)
    tj_finding_search_add (search, TJ_FINDING_NOBODY_SEES, -1, -1, 0, TJ_DECISION_REGISTER);
}

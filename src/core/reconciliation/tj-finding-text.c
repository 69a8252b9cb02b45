/* The evidence of a finding in one sentence: what the lists say, with dates and amounts and no
 * name. Dates are ISO, as on the lists themselves. */

#include "config.h"

#include "tj-finding.h"

#include "tj-amount.h"

#include <glib/gi18n-lib.h>

#define MONTH_LETTERS 7 /* 2026-11 */

static const TjIkeEnrolment *
enrolment_of (const TjFinding *finding, const TjIkePupil *pupil)
{
  return finding->enrolment >= 0 ? &pupil->enrolments[finding->enrolment] : NULL;
}

static char *
month_text (const TjIkeRules *rules)
{
  char date[TJ_DATE_BUFFER];

  return g_strndup (tj_date_write (rules->month, date), MONTH_LETTERS);
}

static char *
describe_studies (const TjFinding *finding, const TjIkePupil *pupil)
{
  const TjIkeEnrolment *enrolment = enrolment_of (finding, pupil);
  char date[TJ_DATE_BUFFER];

  switch (finding->kind)
    {
    case TJ_FINDING_BREAK:
      return g_strdup_printf (_ ("Broke off %s on %s at %s"), enrolment->programme,
                              tj_date_write (enrolment->ends_on, date), enrolment->school);
    case TJ_FINDING_SCHOOL_CHANGE:
      return g_strdup_printf (_ ("From %s to %s"), pupil->before->school, enrolment->school);
    case TJ_FINDING_PROGRAMME_CHANGE:
      return g_strdup_printf (_ ("From %s to %s at %s"), pupil->before->programme,
                              enrolment->programme, enrolment->school);
    case TJ_FINDING_REDUCED:
      return g_strdup_printf (_ ("Reduced programme, %s at %s"), enrolment->programme,
                              enrolment->school);
    default:
      return g_strdup_printf (enrolment->has_agreement
                                  ? _ ("Year %d, %s at %s, with an agreement")
                                  : _ ("Year %d, %s at %s, without an agreement"),
                              enrolment->year, enrolment->programme, enrolment->school);
    }
}

static char *
describe_due (const TjFinding *finding, const TjIkeLine *line, const char *month)
{
  g_autofree char *amount = tj_amount_format (line->amount_ore);
  g_autofree char *due = tj_amount_format (line->amount_ore - finding->amount_ore);

  return g_strdup_printf (_ ("%s invoiced %s kr for %s in %s, the price is %s kr"), line->school,
                          amount, line->programme, month, due);
}

static char *
describe_invoice (const TjFinding *finding, const TjIkePupil *pupil, const TjIkeRules *rules)
{
  const TjIkeEnrolment *enrolment = enrolment_of (finding, pupil);
  const TjIkeLine *line = &pupil->lines[finding->line];
  g_autofree char *month = month_text (rules);
  char date[TJ_DATE_BUFFER];

  switch (finding->kind)
    {
    case TJ_FINDING_INVOICED_AFTER_BREAK:
      return g_strdup_printf (_ ("%s invoiced %s, the studies ended %s"), line->school, month,
                              tj_date_write (enrolment->ends_on, date));
    case TJ_FINDING_INVOICED_ELSEWHERE:
      return g_strdup_printf (_ ("%s invoiced %s, enrolled at %s"), line->school, month,
                              enrolment->school);
    case TJ_FINDING_INVOICED_TWICE:
      return enrolment != NULL ? g_strdup_printf (_ ("%s invoiced %s as well, enrolled at %s"),
                                                  line->school, month, enrolment->school)
                               : g_strdup_printf (_ ("%s invoiced %s as well, enrolled nowhere"),
                                                  line->school, month);
    case TJ_FINDING_WRONG_PROGRAMME:
      return g_strdup_printf (_ ("%s invoiced %s for %s, enrolled in %s"), line->school, month,
                              line->programme, enrolment->programme);
    case TJ_FINDING_WRONG_AMOUNT:
      return describe_due (finding, line, month);
    default:
      return g_strdup_printf (_ ("%s invoiced %s for %s"), line->school, month, line->programme);
    }
}

/**
 * tj_finding_describe:
 * @pupils: those the finding was made among
 *
 * Returns: (transfer full): the evidence in one sentence, without the pupil's name or number
 */
char *
tj_finding_describe (const TjFinding *finding, const TjIkePupil *pupils, const TjIkeRules *rules)
{
  const TjIkePupil *pupil = &pupils[finding->pupil];
  const TjIkeEnrolment *enrolment = enrolment_of (finding, pupil);
  g_autofree char *month = NULL;

  switch (finding->kind)
    {
    case TJ_FINDING_VUX:
      return g_strdup (_ ("Studies at upper-secondary level in adult education"));
    case TJ_FINDING_NOBODY_SEES:
      return g_strdup (_ ("Belongs to the target group; no school, no invoice and no list has her "
                          "or him"));
    case TJ_FINDING_NOT_INVOICED:
      month = month_text (rules);
      return g_strdup_printf (_ ("Enrolled in %s at %s, not invoiced for %s"), enrolment->programme,
                              enrolment->school, month);
    case TJ_FINDING_OUTSIDE_AREA:
      if (finding->line < 0)
        return g_strdup_printf (_ ("Enrolled in %s at %s, outside the cooperation area"),
                                enrolment->programme, enrolment->school);
      return describe_invoice (finding, pupil, rules);
    default:
      return finding->line >= 0 ? describe_invoice (finding, pupil, rules)
                                : describe_studies (finding, pupil);
    }
}

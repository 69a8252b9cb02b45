/* Findings in what is invoiced: after a break, twice, by another school than the pupil's, for
 * another programme or another price, and not at all (WORK.md § 6). */

#include "config.h"

#include "tj-finding-private.h"

/* The enrolment of @search that is to be paid for; -1 for none. */
static int
paid_enrolment (const TjFindingSearch *search)
{
  const TjIkePupil *pupil = search->pupil;
  int i;

  for (i = (int)pupil->n_enrolments - 1; i >= 0; i--)
    if (tj_ike_enrolment_counts (search->rules, &pupil->enrolments[i]))
      return i;
  return -1;
}

/* The enrolment at the school of a line that ended before it was to be paid for; -1 for none. */
static int
ended_enrolment (const TjFindingSearch *search, const TjIkeLine *line)
{
  const TjIkePupil *pupil = search->pupil;
  int i;

  for (i = (int)pupil->n_enrolments - 1; i >= 0; i--)
    {
      const TjIkeEnrolment *enrolment = &pupil->enrolments[i];

      if (enrolment->ends_on != TJ_DATE_NONE && tj_school_is_same (enrolment->school, line->school))
        return i;
    }
  return -1;
}

/* The pupil goes to no school any more, and one that she left still invoices. */
void
tj_find_after_break (TjFindingSearch *search)
{
  guint i;

  if (paid_enrolment (search) >= 0)
    return;

  for (i = 0; i < search->n_lines; i++)
    {
      const TjIkeLine *line = tj_finding_search_line (search, i);
      int ended = ended_enrolment (search, line);

      if (ended >= 0)
        tj_finding_search_add (search, TJ_FINDING_INVOICED_AFTER_BREAK, ended, (int)i,
                               line->amount_ore, TJ_DECISION_CONTEST);
    }
}

/* The first line is the one to pay when the pupil goes to neither school. */
static gboolean
is_line_to_pay (const TjFindingSearch *search, guint i)
{
  int paid = paid_enrolment (search);
  guint first;

  if (paid < 0)
    return i == 0;

  for (first = 0; first < search->n_lines; first++)
    if (tj_school_is_same (tj_finding_search_line (search, first)->school,
                           search->pupil->enrolments[paid].school))
      return i == first;
  return i == 0;
}

/* All lines but the one of the school that the pupil attends. */
void
tj_find_twice (TjFindingSearch *search)
{
  guint i;

  for (i = 0; search->n_lines > 1 && i < search->n_lines; i++)
    if (!is_line_to_pay (search, i))
      tj_finding_search_add (search, TJ_FINDING_INVOICED_TWICE, paid_enrolment (search), (int)i,
                             tj_finding_search_line (search, i)->amount_ore, TJ_DECISION_CONTEST);
}

/* The only line comes from a school that the pupil does not attend. */
void
tj_find_elsewhere (TjFindingSearch *search)
{
  int paid = paid_enrolment (search);

  if (search->n_lines != 1 || paid < 0
      || tj_school_is_same (search->pupil->enrolments[paid].school,
                            tj_finding_search_line (search, 0)->school))
    return;

  tj_finding_search_add (search, TJ_FINDING_INVOICED_ELSEWHERE, paid, 0,
                         tj_finding_search_line (search, 0)->amount_ore, TJ_DECISION_CONTEST);
}

/* The enrolment that a line is for: at its school, and to be paid for; -1 for none. */
static int
enrolment_of_line (const TjFindingSearch *search, const TjIkeLine *line)
{
  int paid = paid_enrolment (search);

  return paid >= 0 && tj_school_is_same (search->pupil->enrolments[paid].school, line->school)
             ? paid
             : -1;
}

static gboolean
is_wrong_programme (const TjFindingSearch *search, const TjIkeLine *line)
{
  int paid = enrolment_of_line (search, line);

  return paid >= 0
         && !tj_programme_is_same (search->pupil->enrolments[paid].programme, line->programme);
}

/* The right school invoices for a programme that the pupil does not follow. */
void
tj_find_wrong_programme (TjFindingSearch *search)
{
  guint i;

  for (i = 0; i < search->n_lines; i++)
    {
      const TjIkeLine *line = tj_finding_search_line (search, i);
      int paid = enrolment_of_line (search, line);
      gint64 due;

      if (!is_wrong_programme (search, line))
        continue;

      due = tj_ike_enrolment_due (search->rules, &search->pupil->enrolments[paid]);
      tj_finding_search_add (search, TJ_FINDING_WRONG_PROGRAMME, paid, (int)i,
                             due < 0 ? line->amount_ore : MAX (0, line->amount_ore - due),
                             TJ_DECISION_CONTEST);
    }
}

/* What the price list says that a line should be; -1 when it does not say. When the pupil began is
 * not known of a school that no list has. */
static gint64
due_of_line (const TjFindingSearch *search, const TjIkeLine *line)
{
  int paid = enrolment_of_line (search, line);
  TjIkeEnrolment billed = { .school = line->school,
                            .organiser = line->organiser,
                            .programme = line->programme,
                            .orientation = line->orientation };

  if (paid >= 0)
    {
      billed = search->pupil->enrolments[paid];
      billed.organiser = line->organiser;
    }
  return tj_ike_enrolment_due (search->rules, &billed);
}

/* The amount is not the price; an unknown price judges nothing. */
void
tj_find_wrong_amount (TjFindingSearch *search)
{
  guint i;

  for (i = 0; i < search->n_lines; i++)
    {
      const TjIkeLine *line = tj_finding_search_line (search, i);
      gint64 due = due_of_line (search, line);

      if (due < 0 || is_wrong_programme (search, line)
          || tj_finding_search_has (search, TJ_FINDING_INVOICED_AFTER_BREAK, (int)i)
          || ABS (line->amount_ore - due) <= search->rules->tolerance_ore)
        continue;

      tj_finding_search_add (search, TJ_FINDING_WRONG_AMOUNT, enrolment_of_line (search, line),
                             (int)i, line->amount_ore - due, TJ_DECISION_CONTEST);
    }
}

static gboolean
ends_in_month (const TjFindingSearch *search, const TjIkeEnrolment *enrolment)
{
  return enrolment->ends_on != TJ_DATE_NONE
         && enrolment->ends_on < tj_date_add_months (search->rules->month, 1);
}

/* An organiser that has invoiced nobody has not sent its invoice yet, or does not invoice at all,
 * as the home municipality's own schools. Whether a month that a pupil left in is invoiced is the
 * school's to say. */
void
tj_find_not_invoiced (TjFindingSearch *search)
{
  int paid = paid_enrolment (search);

  if (paid < 0 || search->n_lines > 0 || ends_in_month (search, &search->pupil->enrolments[paid])
      || !tj_finding_search_invoices (search, search->pupil->enrolments[paid].organiser))
    return;

  tj_finding_search_add (
      search, TJ_FINDING_NOT_INVOICED, paid, -1,
      -MAX (0, tj_ike_enrolment_due (search->rules, &search->pupil->enrolments[paid])),
      TJ_DECISION_ASK_SCHOOL);
}

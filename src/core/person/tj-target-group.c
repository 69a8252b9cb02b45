/* The target group by our own hand. A condition that a list speaks against does not hold; one that
 * none speaks against holds, when there is a list that would have. IST's word that somebody is
 * outside school is believed until another list knows better. */

#include "config.h"

#include "tj-target-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENDS_AT 20

/* Compulsory school ends with the spring term of the year somebody turns 16 (7 kap. 12 § skollagen),
 * so in the middle of June; counted here is from July. */
#define COMPULSORY_UNTIL 16
#define TERM_ENDS_BEFORE 7

/* An invoice says that somebody attends through so many months after the one it is for: the next is
 * not there yet, and in summer there is none. */
#define INVOICE_HOLDS 2

#define DEGREES ((1u << TJ_CERTIFICATE_DEGREE) | (1u << TJ_CERTIFICATE_IB_DIPLOMA))

static const struct
{
  const char *word;
  const char *label;
} findings[TJ_N_TARGET_FINDINGS] = {
  [TJ_TARGET_AGREES] = { NULL, NULL },
  [TJ_TARGET_NOBODY_SEES] = { "nobody-sees", NC_ ("target-group", "On no list: nobody sees them") },
  [TJ_TARGET_ONLY_OURS]
  = { "only-ours", NC_ ("target-group", "Registered, but not on IST's list") },
  [TJ_TARGET_OVER20] = { "over20", NC_ ("target-group", "Has turned 20") },
  [TJ_TARGET_MOVED] = { "moved", NC_ ("target-group", "Does not live in the municipality") },
  [TJ_TARGET_COMPULSORY_SCHOOL]
  = { "compulsory-school", NC_ ("target-group", "Still in compulsory school") },
  [TJ_TARGET_OUTSIDE_AREA]
  = { "outside-area", NC_ ("target-group", "Attends outside the cooperation area") },
  [TJ_TARGET_VUX] = { "vux", NC_ ("target-group", "Studies in adult education") },
  [TJ_TARGET_ENROLLED] = { "enrolled", NC_ ("target-group", "Attends a school in the area") },
  [TJ_TARGET_INVOICED] = { "invoiced", NC_ ("target-group", "A school in the area invoices") },
  [TJ_TARGET_IB] = { "ib", NC_ ("target-group", "Has an IB diploma") },
  [TJ_TARGET_DEGREE] = { "degree", NC_ ("target-group", "Has an upper-secondary degree") },
  [TJ_TARGET_SPECIAL_CERTIFICATE]
  = { "special-certificate",
      NC_ ("target-group", "Has a certificate of adapted upper-secondary school") },
  [TJ_TARGET_EQUIVALENT]
  = { "equivalent", NC_ ("target-group", "Has completed an equivalent education") },
};

/**
 * tj_target_finding_word:
 *
 * Returns: (transfer none) (nullable): the stable word; NULL where the two lists agree
 */
const char *
tj_target_finding_word (TjTargetFinding finding)
{
  g_return_val_if_fail (finding < TJ_N_TARGET_FINDINGS, NULL);
  return findings[finding].word;
}

/**
 * tj_target_finding_label:
 *
 * Returns: (transfer none) (nullable): what people read; NULL where the two lists agree
 */
const char *
tj_target_finding_label (TjTargetFinding finding)
{
  g_return_val_if_fail (finding < TJ_N_TARGET_FINDINGS, NULL);
  if (findings[finding].label == NULL)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "target-group", findings[finding].label);
}

static TjTargetCondition
judge_age (const TjTargetPerson *person, TjDate today)
{
  if (person->birth == TJ_DATE_NONE)
    return (TjTargetCondition){ TJ_ANSWER_UNKNOWN, TJ_BASIS_NONE };
  return (TjTargetCondition){
    tj_date_age (person->birth, today) < ENDS_AT ? TJ_ANSWER_YES : TJ_ANSWER_NO,
    TJ_BASIS_NUMBER,
  };
}

static TjTargetCondition
judge_compulsory_school (const TjTargetPerson *person, TjDate today)
{
  int year;

  if (person->birth == TJ_DATE_NONE)
    return (TjTargetCondition){ TJ_ANSWER_UNKNOWN, TJ_BASIS_NONE };
  tj_date_get (person->birth, &year, NULL, NULL);
  return (TjTargetCondition){
    today >= tj_date_new (year + COMPULSORY_UNTIL, TERM_ENDS_BEFORE, 1) ? TJ_ANSWER_YES
                                                                        : TJ_ANSWER_NO,
    TJ_BASIS_NUMBER,
  };
}

static gboolean
has_ended (const TjTargetEnrolment *enrolment, TjDate today)
{
  return enrolment->ends_on != TJ_DATE_NONE && enrolment->ends_on <= today;
}

static const TjTargetEnrolment *
find_ongoing (const TjTargetPerson *person, TjDate today)
{
  for (guint i = person->n_enrolments; i > 0; i--)
    {
      const TjTargetEnrolment *enrolment = &person->enrolments[i - 1];

      if (!has_ended (enrolment, today) && enrolment->starts_on <= today)
        return enrolment;
    }
  return NULL;
}

/* The school itself says that the pupil has left: what it asks for is another matter. */
static gboolean
is_contradicted (const TjTargetPerson *person, const TjTargetInvoice *invoice, TjDate today)
{
  for (guint i = 0; i < person->n_enrolments; i++)
    {
      const TjTargetEnrolment *enrolment = &person->enrolments[i];

      if (has_ended (enrolment, today)
          && (strcmp (enrolment->school, invoice->school) == 0
              || strcmp (enrolment->organiser, invoice->organiser) == 0))
        return TRUE;
    }
  return FALSE;
}

static const TjTargetInvoice *
find_invoice (const TjTargetPerson *person, TjDate today)
{
  for (guint i = person->n_invoices; i > 0; i--)
    {
      const TjTargetInvoice *invoice = &person->invoices[i - 1];

      if (tj_date_add_months (invoice->month, INVOICE_HOLDS + 1) > today
          && !is_contradicted (person, invoice, today))
        return invoice;
    }
  return NULL;
}

/* Nobody says that the person attends: who would have? */
static TjTargetCondition
judge_absence (const TjTargetPerson *person, const TjTargetSources *sources)
{
  if (sources->has_enrolments || person->n_enrolments > 0)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_ENROLMENTS };
  if (person->in_ist)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_IST };
  if (person->is_registered)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_REGISTER };
  return (TjTargetCondition){ TJ_ANSWER_UNKNOWN, TJ_BASIS_NONE };
}

static gboolean
is_in_area (const TjTargetSources *sources, const char *school, const char *organiser)
{
  return sources->in_area == NULL || g_hash_table_size (sources->in_area) == 0
         || g_hash_table_contains (sources->in_area, school)
         || g_hash_table_contains (sources->in_area, organiser);
}

/* The finding that goes with it, should the person be on the list all the same. */
static TjTargetFinding
judge_attendance (const TjTargetPerson *person,
                  const TjTargetSources *sources,
                  TjTargetResult *result)
{
  TjTargetCondition *condition = &result->conditions[2];
  const TjTargetEnrolment *enrolment = find_ongoing (person, sources->today);
  const TjTargetInvoice *invoice = find_invoice (person, sources->today);

  condition->answer = TJ_ANSWER_NO;
  if (enrolment != NULL)
    {
      condition->source = TJ_BASIS_ENROLMENTS;
      result->school = enrolment->school;
      return enrolment->in_area == TJ_ANSWER_NO ? TJ_TARGET_OUTSIDE_AREA : TJ_TARGET_ENROLLED;
    }
  if (person->studies_at_vux)
    {
      condition->source = TJ_BASIS_VUX;
      return TJ_TARGET_VUX;
    }
  if (invoice != NULL)
    {
      condition->source = TJ_BASIS_INVOICES;
      result->school = invoice->school;
      return is_in_area (sources, invoice->school, invoice->organiser) ? TJ_TARGET_INVOICED
                                                                       : TJ_TARGET_OUTSIDE_AREA;
    }
  *condition = judge_absence (person, sources);
  return TJ_TARGET_AGREES;
}

/* Somebody who came from elsewhere and never attended here may have a degree that no list of ours
 * tells of; of others the list of enrolments would. */
static TjTargetCondition
judge_lack (const TjTargetPerson *person, const TjTargetSources *sources)
{
  if (person->certificates != 0)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_CERTIFICATES };
  if (person->n_enrolments > 0)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_ENROLMENTS };
  if (person->moved_in != TJ_DATE_NONE)
    return (TjTargetCondition){ TJ_ANSWER_UNKNOWN, TJ_BASIS_POPULATION };
  if (sources->has_enrolments)
    return (TjTargetCondition){ TJ_ANSWER_YES, TJ_BASIS_ENROLMENTS };
  return (TjTargetCondition){ TJ_ANSWER_UNKNOWN, TJ_BASIS_NONE };
}

static gboolean
ended_with (const TjTargetPerson *person, TjEnrolmentEnd reason, TjDate today)
{
  for (guint i = 0; i < person->n_enrolments; i++)
    if (person->enrolments[i].end_reason == (int)reason
        && has_ended (&person->enrolments[i], today))
      return TRUE;
  return FALSE;
}

static TjTargetCondition
judge_certificate (const TjTargetPerson *person,
                   const TjTargetSources *sources,
                   guint certificates,
                   int end_reason)
{
  if ((person->certificates & certificates) != 0)
    return (TjTargetCondition){ TJ_ANSWER_NO, TJ_BASIS_CERTIFICATES };
  if (end_reason >= 0 && ended_with (person, (TjEnrolmentEnd)end_reason, sources->today))
    return (TjTargetCondition){ TJ_ANSWER_NO, TJ_BASIS_ENROLMENTS };
  return judge_lack (person, sources);
}

/* Why somebody on the list is not of the target group: the first condition that does not hold. */
static TjTargetFinding
explain (const TjTargetPerson *person, const TjTargetResult *result, TjTargetFinding attendance)
{
  const TjTargetCondition *conditions = result->conditions;

  if (conditions[0].answer == TJ_ANSWER_NO)
    return TJ_TARGET_OVER20;
  if (person->lives_here == TJ_ANSWER_NO)
    return TJ_TARGET_MOVED;
  if (conditions[1].answer == TJ_ANSWER_NO)
    return TJ_TARGET_COMPULSORY_SCHOOL;
  if (conditions[2].answer == TJ_ANSWER_NO)
    return attendance;
  if (conditions[3].answer == TJ_ANSWER_NO)
    return (person->certificates & (1u << TJ_CERTIFICATE_IB_DIPLOMA)) != 0 ? TJ_TARGET_IB
                                                                           : TJ_TARGET_DEGREE;
  if (conditions[4].answer == TJ_ANSWER_NO)
    return TJ_TARGET_SPECIAL_CERTIFICATE;
  return conditions[5].answer == TJ_ANSWER_NO ? TJ_TARGET_EQUIVALENT : TJ_TARGET_AGREES;
}

/* No condition may fail, and that the person attends nothing must be known: a list of the population
 * alone makes nobody a member. */
static gboolean
is_member (const TjTargetPerson *person, const TjTargetCondition *conditions)
{
  for (guint i = 0; i < TJ_TARGET_CONDITIONS; i++)
    if (conditions[i].answer == TJ_ANSWER_NO)
      return FALSE;
  return person->lives_here != TJ_ANSWER_NO && conditions[2].answer == TJ_ANSWER_YES;
}

/**
 * tj_target_group_judge:
 * @result: (out): borrows from @person
 *
 * Answers the six conditions of 29 kap. 9 § skollagen, and compares with the list of IST.
 */
void
tj_target_group_judge (const TjTargetPerson *person,
                       const TjTargetSources *sources,
                       TjTargetResult *result)
{
  TjTargetCondition *conditions = result->conditions;
  TjTargetFinding attendance;

  *result = (TjTargetResult){ 0 };
  conditions[0] = judge_age (person, sources->today);
  conditions[1] = judge_compulsory_school (person, sources->today);
  attendance = judge_attendance (person, sources, result);
  conditions[3] = judge_certificate (person, sources, DEGREES, TJ_ENROLMENT_END_DEGREE);
  conditions[4] = judge_certificate (person, sources, 1u << TJ_CERTIFICATE_SPECIAL,
                                     TJ_ENROLMENT_END_SPECIAL_CERTIFICATE);
  conditions[5] = judge_certificate (person, sources, 1u << TJ_CERTIFICATE_EQUIVALENT, -1);
  result->in_target_group = is_member (person, conditions);
  if (person->in_ist && !result->in_target_group)
    result->finding = explain (person, result, attendance);
  else if (!person->in_ist && result->in_target_group)
    result->finding = person->is_registered ? TJ_TARGET_ONLY_OURS : TJ_TARGET_NOBODY_SEES;
}

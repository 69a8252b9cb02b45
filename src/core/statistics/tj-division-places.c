/* In which row of a table a youth stands. Each function places a youth of the table's population in
 * exactly one row; how is said in words beside the table in tj-division.c. */

#include "config.h"

#include "tj-division-places.h"

#include "tj-population.h"
#include "tj-promise.h"

/* The place of a code, or the row after the list for one that is missing. */
static guint
code_or (guint8 code, guint missing)
{
  return code == TJ_STATISTICS_NO_CODE ? missing : code;
}

/**
 * tj_place_birth_year:
 *
 * Returns: the row of the birth year, seen from the year in which the period ends
 */
guint
tj_place_birth_year (const TjYouthPeriod *youth)
{
  const int birth_year = tj_statistics_input_get_birth_year (youth->input, youth->youth);
  int year;

  if (birth_year == 0)
    return TJ_PLACE_NO_BIRTH_YEAR;
  tj_date_get (youth->options->period.to, &year, NULL, NULL);
  return (guint)(TJ_PLACE_OLDEST_AGE
                 - CLAMP (year - birth_year, TJ_PLACE_YOUNGEST_AGE, TJ_PLACE_OLDEST_AGE));
}

/**
 * tj_place_background:
 *
 * Returns: the row of the latest registration's background
 */
guint
tj_place_background (const TjYouthPeriod *youth)
{
  return youth->latest->background;
}

static gboolean
is_sought (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_contacts; i++)
    if (tj_contact_is_attempt (&youth->contacts[i])
        && tj_youth_period_is_registered (youth, youth->contacts[i].row.date))
      return TRUE;
  return FALSE;
}

/**
 * tj_place_contact:
 *
 * Returns: whether the youth was reached, is known otherwise, was sought, or not even that
 */
guint
tj_place_contact (const TjYouthPeriod *youth)
{
  if (tj_population_has (TJ_POPULATION_REACHED, youth))
    return TJ_PLACE_REACHED;
  if (tj_population_has (TJ_POPULATION_KNOWN, youth))
    return TJ_PLACE_KNOWN;
  return is_sought (youth) ? TJ_PLACE_SOUGHT : TJ_PLACE_NOT_SOUGHT;
}

/**
 * tj_place_knowledge:
 *
 * Returns: through whom the occupation was known
 */
guint
tj_place_knowledge (const TjYouthPeriod *youth)
{
  if (tj_population_has (TJ_POPULATION_REACHED, youth))
    return TJ_PLACE_ALSO_REACHED;
  switch (tj_youth_period_latest_knowledge (youth)->source)
    {
    case TJ_SOURCE_SCHOOL:
    case TJ_SOURCE_ADULT_EDUCATION:
    case TJ_SOURCE_FOLK_HIGH_SCHOOL:
    case TJ_SOURCE_REGISTER:
      return TJ_PLACE_BY_REGISTER;
    default:
      return TJ_PLACE_BY_SOMEBODY;
    }
}

/**
 * tj_place_channel:
 *
 * Returns: how the youth was reached last
 */
guint
tj_place_channel (const TjYouthPeriod *youth)
{
  switch (tj_youth_period_latest_answer (youth, FALSE)->channel)
    {
    case TJ_CHANNEL_PHONE:
    case TJ_CHANNEL_SMS:
    case TJ_CHANNEL_EMAIL:
    case TJ_CHANNEL_SOCIAL_MEDIA:
      return TJ_PLACE_BY_PHONE;
    case TJ_CHANNEL_LETTER:
    case TJ_CHANNEL_POSTCARD:
      return TJ_PLACE_BY_LETTER;
    case TJ_CHANNEL_HOME_VISIT:
      return TJ_PLACE_BY_VISIT;
    case TJ_CHANNEL_MEETING:
      return TJ_PLACE_BY_MEETING;
    default:
      return TJ_PLACE_BY_OTHER;
    }
}

static guint
place_occupation (int occupation)
{
  switch (occupation)
    {
    case TJ_OCCUPATION_NONE:
      return TJ_PLACE_NO_OCCUPATION;
    case TJ_OCCUPATION_WORK:
      return TJ_PLACE_WORK;
    case TJ_OCCUPATION_OTHER_STUDIES:
      return TJ_PLACE_STUDIES;
    case TJ_OCCUPATION_STUDIES_ABROAD:
    case TJ_OCCUPATION_ABROAD:
      return TJ_PLACE_ABROAD;
    case TJ_OCCUPATION_OTHER_ACTOR:
      return TJ_PLACE_OTHER_ACTOR;
    case TJ_OCCUPATION_OTHER:
      return TJ_PLACE_OTHER_OCCUPATION;
    default:
      return TJ_PLACE_UNKNOWN_OCCUPATION;
    }
}

/**
 * tj_place_occupation_at_contact:
 *
 * Returns: the occupation that was told at the latest contact
 */
guint
tj_place_occupation_at_contact (const TjYouthPeriod *youth)
{
  const TjStatisticsContact *answer = tj_youth_period_latest_answer (youth, TRUE);

  return place_occupation (answer != NULL ? answer->occupation : TJ_OCCUPATION_UNKNOWN);
}

/**
 * tj_place_occupation:
 *
 * Of the same day, what the youth said goes before what others did.
 *
 * Returns: the occupation that became known last, by contact or otherwise
 */
guint
tj_place_occupation (const TjYouthPeriod *youth)
{
  const TjStatisticsContact *answer = tj_youth_period_latest_answer (youth, TRUE);
  const TjStatisticsKnowledge *knowledge = tj_youth_period_latest_knowledge (youth);

  if (knowledge != NULL && (answer == NULL || knowledge->row.date > answer->row.date))
    return place_occupation (knowledge->occupation);
  return place_occupation (answer != NULL ? answer->occupation : TJ_OCCUPATION_UNKNOWN);
}

/**
 * tj_place_measures:
 *
 * Returns: whether there was a measure
 */
guint
tj_place_measures (const TjYouthPeriod *youth)
{
  return tj_population_has (TJ_POPULATION_IN_MEASURE, youth) ? 0 : 1;
}

/**
 * tj_place_measure_content:
 *
 * Returns: the content of the measure that began last
 */
guint
tj_place_measure_content (const TjYouthPeriod *youth)
{
  return tj_youth_period_latest_measure (youth)->content;
}

/**
 * tj_place_measure_end:
 *
 * The rows are the list's, then one for what is not on it.
 *
 * Returns: the reason for the end of the measure that ended last
 */
guint
tj_place_measure_end (const TjYouthPeriod *youth)
{
  const TjCodeBook *book = youth->options->measure_ends;
  const guint n_words = book != NULL ? tj_code_book_get_length (book) : 0;
  const char *word = tj_statistics_input_get_word (
      youth->input, tj_youth_period_latest_ended_measure (youth)->reason);

  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (tj_code_book_get_item (book, i)->word, word))
      return i;
  return n_words;
}

/**
 * tj_place_after_measure:
 *
 * Returns: what came after the measure that ended last
 */
guint
tj_place_after_measure (const TjYouthPeriod *youth)
{
  switch (tj_youth_period_latest_ended_measure (youth)->after)
    {
    case TJ_AFTER_MEASURE_NATIONAL_PROGRAMME:
    case TJ_AFTER_MEASURE_INTRODUCTION:
    case TJ_AFTER_MEASURE_ADULT_EDUCATION:
    case TJ_AFTER_MEASURE_FOLK_HIGH_SCHOOL:
      return TJ_PLACE_EDUCATION_AFTER;
    case TJ_AFTER_MEASURE_WORK:
      return TJ_PLACE_WORK_AFTER;
    case TJ_AFTER_MEASURE_OTHER:
      return TJ_PLACE_OTHER_AFTER;
    case TJ_AFTER_MEASURE_NONE:
      return TJ_PLACE_NONE_AFTER;
    default:
      return TJ_PLACE_UNKNOWN_AFTER;
    }
}

/**
 * tj_place_reason:
 *
 * Returns: the reason for deregistration, after the list when there is none
 */
guint
tj_place_reason (const TjYouthPeriod *youth)
{
  return code_or (youth->latest->reason, TJ_N_DEREGISTRATIONS);
}

/**
 * tj_place_back:
 *
 * Returns: whether it was for education
 */
guint
tj_place_back (const TjYouthPeriod *youth)
{
  return tj_population_has (TJ_POPULATION_BACK, youth) ? 0 : 1;
}

/**
 * tj_place_reports:
 *
 * Returns: whether a report had to be made at once
 */
guint
tj_place_reports (const TjYouthPeriod *youth)
{
  return tj_population_has (TJ_POPULATION_MUST, youth) ? 0 : 1;
}

/**
 * tj_place_report_category:
 *
 * The list is in order of weight.
 *
 * Returns: the gravest of what was reported
 */
guint
tj_place_report_category (const TjYouthPeriod *youth)
{
  guint8 gravest = youth->reports[0].category;

  for (guint i = 1; i < youth->n_reports; i++)
    gravest = MIN (gravest, youth->reports[i].category);
  return gravest;
}

/**
 * tj_place_reported_before:
 *
 * Returns: whether the youth was in the register when reported
 */
guint
tj_place_reported_before (const TjYouthPeriod *youth)
{
  return tj_youth_period_is_registered (youth, youth->reports[0].row.date) ? 1 : 0;
}

/**
 * tj_place_attempt:
 *
 * Returns: whether the first attempt was in time
 */
guint
tj_place_attempt (const TjYouthPeriod *youth)
{
  return youth->promises[TJ_PROMISE_ATTEMPT] == TJ_PROMISE_IN_TIME ? 0 : 1;
}

/**
 * tj_place_first_contact:
 *
 * Returns: whether the first contact was in time
 */
guint
tj_place_first_contact (const TjYouthPeriod *youth)
{
  return youth->promises[TJ_PROMISE_CONTACT] == TJ_PROMISE_IN_TIME ? 0 : 1;
}

/* A youth in a period, and the few questions that definitions share: was the youth registered on a
 * day, which was the latest answer, the latest measure. A registration holds from its day to the
 * day of deregistration, both included, as far as events go: what is noted on the day a youth is
 * deregistered belongs to it. */

#include "config.h"

#include "tj-youth-period.h"

/* A row's size differs; its head does not. */
static TjDate
date_at (gconstpointer rows, gsize size, guint place)
{
  return ((const TjStatisticsRow *)(gconstpointer)((const guint8 *)rows + place * size))->date;
}

/* Rows of one youth are few, and looked through from the end: the period is mostly the latest. */
static gconstpointer
slice (gconstpointer rows, gsize size, guint *n_rows, TjStatisticsPeriod period)
{
  guint to = *n_rows, from;

  while (to > 0 && date_at (rows, size, to - 1) > period.to)
    to--;
  from = to;
  while (from > 0 && date_at (rows, size, from - 1) >= period.from)
    from--;
  *n_rows = to - from;
  return (const guint8 *)rows + from * size;
}

static gboolean
touches (const TjStatisticsRegistration *registration, TjStatisticsPeriod period)
{
  return registration->row.date <= period.to
         && (registration->to == TJ_DATE_NONE || registration->to >= period.from
             || registration->row.date >= period.from);
}

/**
 * tj_youth_period_init:
 * @period: not longer than until today
 *
 * Takes up one youth of @input in @period.
 */
void
tj_youth_period_init (TjYouthPeriod *self,
                      const TjStatisticsInput *input,
                      const TjStatisticsOptions *options,
                      TjStatisticsPeriod period,
                      guint youth)
{
  *self = (TjYouthPeriod){ .input = input, .options = options, .period = period, .youth = youth };
  self->registrations = tj_statistics_input_get_rows (input, TJ_STATISTICS_REGISTRATIONS, youth,
                                                      &self->n_registrations);
  for (guint i = 0; i < self->n_registrations; i++)
    if (touches (&self->registrations[i], period))
      self->latest = &self->registrations[i];
  self->reports
      = tj_statistics_input_get_rows (input, TJ_STATISTICS_REPORTS, youth, &self->n_reports);
  self->reports = slice (self->reports, sizeof *self->reports, &self->n_reports, period);
  if (self->latest == NULL)
    return;

  self->contacts
      = tj_statistics_input_get_rows (input, TJ_STATISTICS_CONTACTS, youth, &self->n_contacts);
  self->contacts = slice (self->contacts, sizeof *self->contacts, &self->n_contacts, period);
  self->knowledge
      = tj_statistics_input_get_rows (input, TJ_STATISTICS_KNOWLEDGE, youth, &self->n_knowledge);
  self->knowledge = slice (self->knowledge, sizeof *self->knowledge, &self->n_knowledge, period);
  self->measures
      = tj_statistics_input_get_rows (input, TJ_STATISTICS_MEASURES, youth, &self->n_measures);
}

/**
 * tj_youth_period_is_registered:
 *
 * Returns: whether a registration covers @day, the days of registration and deregistration included
 */
gboolean
tj_youth_period_is_registered (const TjYouthPeriod *self, TjDate day)
{
  for (guint i = 0; i < self->n_registrations; i++)
    if (self->registrations[i].row.date <= day
        && (self->registrations[i].to == TJ_DATE_NONE || self->registrations[i].to >= day))
      return TRUE;
  return FALSE;
}

/**
 * tj_contact_is_attempt:
 *
 * Returns: whether somebody sought the youth, or the youth us; a concern report does neither
 */
gboolean
tj_contact_is_attempt (const TjStatisticsContact *contact)
{
  return contact->channel != TJ_CHANNEL_CONCERN_REPORT;
}

/**
 * tj_contact_is_answer:
 *
 * Returns: whether the youth was reached
 */
gboolean
tj_contact_is_answer (const TjStatisticsContact *contact)
{
  return tj_contact_is_attempt (contact) && tj_outcome_is_reached ((TjOutcome)contact->outcome);
}

/**
 * tj_youth_period_latest_answer:
 * @with_occupation: only answers at which an occupation was noted
 *
 * Returns: (transfer none) (nullable): the latest contact of the period, while registered, that
 *   reached the youth
 */
const TjStatisticsContact *
tj_youth_period_latest_answer (const TjYouthPeriod *self, gboolean with_occupation)
{
  for (guint i = self->n_contacts; i-- > 0;)
    if (tj_contact_is_answer (&self->contacts[i])
        && (!with_occupation || self->contacts[i].occupation != TJ_OCCUPATION_UNKNOWN)
        && tj_youth_period_is_registered (self, self->contacts[i].row.date))
      return &self->contacts[i];
  return NULL;
}

/**
 * tj_youth_period_latest_knowledge:
 *
 * Returns: (transfer none) (nullable): what was last known of the occupation, noted in the period
 *   while registered
 */
const TjStatisticsKnowledge *
tj_youth_period_latest_knowledge (const TjYouthPeriod *self)
{
  for (guint i = self->n_knowledge; i-- > 0;)
    if (self->knowledge[i].occupation != TJ_OCCUPATION_UNKNOWN
        && tj_youth_period_is_registered (self, self->knowledge[i].row.date))
      return &self->knowledge[i];
  return NULL;
}

/* Some day of the period on which both the measure and a registration hold. */
static gboolean
measure_counts (const TjYouthPeriod *self, const TjStatisticsMeasure *measure)
{
  const TjDate from = MAX (measure->row.date, self->period.from);
  const TjDate to
      = measure->to == TJ_DATE_NONE ? self->period.to : MIN (measure->to, self->period.to);

  if (measure->type != TJ_MEASURE_TYPE_MEASURE || from > to)
    return FALSE;
  for (guint i = 0; i < self->n_registrations; i++)
    if (self->registrations[i].row.date <= to
        && (self->registrations[i].to == TJ_DATE_NONE || self->registrations[i].to >= from))
      return TRUE;
  return FALSE;
}

/**
 * tj_youth_period_latest_measure:
 *
 * Returns: (transfer none) (nullable): the measure that began last of those that went on in the
 *   period
 */
const TjStatisticsMeasure *
tj_youth_period_latest_measure (const TjYouthPeriod *self)
{
  for (guint i = self->n_measures; i-- > 0;)
    if (measure_counts (self, &self->measures[i]))
      return &self->measures[i];
  return NULL;
}

/**
 * tj_youth_period_latest_ended_measure:
 *
 * Returns: (transfer none) (nullable): the measure that ended last in the period
 */
const TjStatisticsMeasure *
tj_youth_period_latest_ended_measure (const TjYouthPeriod *self)
{
  const TjStatisticsMeasure *latest = NULL;

  for (guint i = 0; i < self->n_measures; i++)
    {
      const TjStatisticsMeasure *measure = &self->measures[i];

      if (measure->to != TJ_DATE_NONE && measure->to >= self->period.from
          && measure->to <= self->period.to && measure_counts (self, measure)
          && (latest == NULL || measure->to >= latest->to))
        latest = measure;
    }
  return latest;
}

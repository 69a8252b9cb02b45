#pragma once

#include "tj-statistics.h"

G_BEGIN_DECLS

/* A youth in a period: what every definition looks at. Rows are borrowed from the input and in
 * order of days; `contacts` and the rest are those of the period's days on which the youth was
 * registered or not: ask tj_youth_period_is_registered(). */
typedef struct
{
  const TjStatisticsInput *input;
  const TjStatisticsOptions *options;
  TjStatisticsPeriod period; /* cut off at today */
  guint youth;
  const TjStatisticsRegistration *registrations;
  guint n_registrations;
  const TjStatisticsRegistration *latest; /* of those that touch the period; NULL: none */
  const TjStatisticsContact *contacts;    /* of the period */
  guint n_contacts;
  const TjStatisticsKnowledge *knowledge; /* of the period */
  guint n_knowledge;
  const TjStatisticsMeasure *measures; /* all */
  guint n_measures;
  const TjStatisticsReport *reports; /* of the period */
  guint n_reports;
  guint8 promises[2]; /* TjPromiseState of each TjPromise; of the report's own period only */
} TjYouthPeriod;

void tj_youth_period_init (TjYouthPeriod *self,
                           const TjStatisticsInput *input,
                           const TjStatisticsOptions *options,
                           TjStatisticsPeriod period,
                           guint youth);
gboolean tj_youth_period_is_registered (const TjYouthPeriod *self, TjDate day);
const TjStatisticsContact *tj_youth_period_latest_answer (const TjYouthPeriod *self,
                                                          gboolean with_occupation);
const TjStatisticsKnowledge *tj_youth_period_latest_knowledge (const TjYouthPeriod *self);
const TjStatisticsMeasure *tj_youth_period_latest_measure (const TjYouthPeriod *self);
const TjStatisticsMeasure *tj_youth_period_latest_ended_measure (const TjYouthPeriod *self);
gboolean tj_contact_is_attempt (const TjStatisticsContact *contact);
gboolean tj_contact_is_answer (const TjStatisticsContact *contact);

G_END_DECLS

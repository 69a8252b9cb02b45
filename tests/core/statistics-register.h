#pragma once

#include "tj-statistics.h"

#define STATISTICS_REGISTER_EVENTS 12
#define STATISTICS_REGISTER_FIRST (tj_date_new (2025, 1, 1))
#define STATISTICS_REGISTER_DAYS 800

/* An invented youth, with what every single day is worth. */
typedef struct
{
  int sex;
  int birth_year;
  TjStatisticsRegistration registrations[2];
  guint n_registrations;
  TjStatisticsContact contacts[STATISTICS_REGISTER_EVENTS];
  guint n_contacts;
  TjStatisticsKnowledge knowledge[2];
  guint n_knowledge;
  TjStatisticsMeasure measures[2];
  guint n_measures;
  TjStatisticsReport reports[2];
  guint n_reports;
  gboolean evening[STATISTICS_REGISTER_DAYS]; /* in the register when the day ends */
  gboolean touched[STATISTICS_REGISTER_DAYS]; /* registered some time of the day */
} RandomYouth;

RandomYouth *statistics_register_invent (guint n_youths);
TjStatisticsInput *statistics_register_fill (RandomYouth *youths, guint n_youths);

/* Registers that chance makes: every kind of row, some of it out of place, in any order. */

#include "config.h"

#include "statistics-register.h"

#include <string.h>

#include "tj-personal-number.h"

static TjDate
any_day (void)
{
  return STATISTICS_REGISTER_FIRST
         + (TjDate)g_test_rand_int_range (10, STATISTICS_REGISTER_DAYS - 60);
}

static guint8
any (int n)
{
  return (guint8)g_test_rand_int_range (0, n);
}

static void
mark_days (RandomYouth *youth)
{
  for (guint r = 0; r < youth->n_registrations; r++)
    for (guint d = 0; d < STATISTICS_REGISTER_DAYS; d++)
      {
        const TjStatisticsRegistration *one = &youth->registrations[r];
        const TjDate day = STATISTICS_REGISTER_FIRST + d;

        if (day >= one->row.date && (one->to == TJ_DATE_NONE || day < one->to))
          youth->evening[d] = TRUE;
        if (day >= one->row.date && (one->to == TJ_DATE_NONE || day <= one->to))
          youth->touched[d] = TRUE;
      }
}

static void
invent (RandomYouth *youth)
{
  TjDate day = any_day ();

  memset (youth, 0, sizeof *youth);
  youth->sex = g_test_rand_int_range (0, 20) == 0 ? TJ_SEX_UNKNOWN : 1 + any (2);
  youth->birth_year = 2005 + any (6);
  youth->n_registrations = g_test_rand_int_range (0, 3);
  for (guint i = 0; i < youth->n_registrations; i++)
    {
      const gboolean ends = i + 1 < youth->n_registrations || any (3) > 0;

      youth->registrations[i]
          = (TjStatisticsRegistration){ { 0, day },
                                        ends ? day + any (200) : TJ_DATE_NONE,
                                        any (TJ_N_BACKGROUNDS),
                                        ends ? any (TJ_N_DEREGISTRATIONS) : TJ_STATISTICS_NO_CODE };
      day = youth->registrations[i].to + 1 + any (60);
    }
  youth->n_contacts = any (STATISTICS_REGISTER_EVENTS);
  for (guint i = 0; i < youth->n_contacts; i++)
    youth->contacts[i] = (TjStatisticsContact){
      { 0, any_day () }, any (TJ_N_CHANNELS), any (TJ_N_OUTCOMES), any (TJ_N_OCCUPATIONS)
    };
  youth->n_knowledge = any (3);
  for (guint i = 0; i < youth->n_knowledge; i++)
    youth->knowledge[i]
        = (TjStatisticsKnowledge){ { 0, any_day () }, any (TJ_N_SOURCES), any (TJ_N_OCCUPATIONS) };
  youth->n_measures = any (3);
  for (guint i = 0; i < youth->n_measures; i++)
    {
      youth->measures[i] = (TjStatisticsMeasure){ .row = { 0, any_day () },
                                                  .type = any (TJ_N_MEASURE_TYPES),
                                                  .content = any (TJ_N_MEASURE_CONTENTS),
                                                  .reason = TJ_STATISTICS_NO_WORD,
                                                  .after = TJ_STATISTICS_NO_CODE };
      if (any (2) > 0)
        youth->measures[i].to = youth->measures[i].row.date + any (150);
    }
  youth->n_reports = any (3);
  for (guint i = 0; i < youth->n_reports; i++)
    youth->reports[i] = (TjStatisticsReport){ { 0, any_day () }, any (TJ_N_REPORT_CATEGORIES) };
  mark_days (youth);
}

#define ADD_ALL(kind, rows, n)                                                                     \
  for (guint i = 0; i < (n); i++)                                                                  \
  tj_statistics_input_add (input, (kind), id, &(rows)[i])

/* Rows come in any order of youths and days, as a scan of a table gives them. */
TjStatisticsInput *
statistics_register_fill (RandomYouth *youths, guint n_youths)
{
  TjStatisticsInput *input = tj_statistics_input_new ();

  for (guint y = 0; y < n_youths; y++)
    tj_statistics_input_add_youth (input, 100 + y + y / 3 * 2, youths[y].sex, youths[y].birth_year);
  for (guint y = n_youths; y-- > 0;)
    {
      const gint64 id = 100 + y + y / 3 * 2;
      RandomYouth *one = &youths[y];

      ADD_ALL (TJ_STATISTICS_REGISTRATIONS, one->registrations, one->n_registrations);
      ADD_ALL (TJ_STATISTICS_CONTACTS, one->contacts, one->n_contacts);
      ADD_ALL (TJ_STATISTICS_KNOWLEDGE, one->knowledge, one->n_knowledge);
      ADD_ALL (TJ_STATISTICS_MEASURES, one->measures, one->n_measures);
      ADD_ALL (TJ_STATISTICS_REPORTS, one->reports, one->n_reports);
    }
  tj_statistics_input_seal (input);
  return input;
}

RandomYouth *
statistics_register_invent (guint n_youths)
{
  RandomYouth *youths = g_new0 (RandomYouth, n_youths);

  for (guint i = 0; i < n_youths; i++)
    invent (&youths[i]);
  return youths;
}

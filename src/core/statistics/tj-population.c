/* Who counts as what in the half-year report. Each definition stands here once: a question about a
 * youth in a period, and beside it the same definition in words, which the report prints among its
 * definitions. "While registered" includes the days of registration and deregistration. */

#include "config.h"

#include "tj-population.h"

#include "tj-promise.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *words;
  gboolean (*has) (const TjYouthPeriod *youth);
} Population;

static gboolean
is_at_start (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_registrations; i++)
    if (youth->registrations[i].row.date < youth->period.from
        && (youth->registrations[i].to == TJ_DATE_NONE
            || youth->registrations[i].to >= youth->period.from))
      return TRUE;
  return FALSE;
}

static gboolean
is_at_end (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_registrations; i++)
    if (youth->registrations[i].row.date <= youth->period.to
        && (youth->registrations[i].to == TJ_DATE_NONE
            || youth->registrations[i].to > youth->period.to))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_register (const TjYouthPeriod *youth)
{
  return youth->latest != NULL;
}

static gboolean
is_new (const TjYouthPeriod *youth)
{
  return is_in_register (youth) && !is_at_start (youth);
}

static gboolean
is_deregistered (const TjYouthPeriod *youth)
{
  return is_in_register (youth) && !is_at_end (youth);
}

static gboolean
is_reached (const TjYouthPeriod *youth)
{
  return tj_youth_period_latest_answer (youth, FALSE) != NULL;
}

static gboolean
is_known (const TjYouthPeriod *youth)
{
  return tj_youth_period_latest_knowledge (youth) != NULL;
}

static gboolean
is_only_known (const TjYouthPeriod *youth)
{
  return is_known (youth) && !is_reached (youth);
}

static gboolean
is_visited (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_contacts; i++)
    if (youth->contacts[i].channel == TJ_CHANNEL_HOME_VISIT
        && tj_youth_period_is_registered (youth, youth->contacts[i].row.date))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_measure (const TjYouthPeriod *youth)
{
  return tj_youth_period_latest_measure (youth) != NULL;
}

static gboolean
has_ended_measure (const TjYouthPeriod *youth)
{
  return tj_youth_period_latest_ended_measure (youth) != NULL;
}

static gboolean
is_back_in_education (const TjYouthPeriod *youth)
{
  return is_deregistered (youth)
         && (youth->latest->reason == TJ_DEREGISTRATION_NATIONAL_PROGRAMME
             || youth->latest->reason == TJ_DEREGISTRATION_INTRODUCTION);
}

static gboolean
is_reported (const TjYouthPeriod *youth)
{
  return youth->n_reports > 0;
}

static gboolean
is_reported_at_once (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_reports; i++)
    if (tj_report_category_is_must ((TjReportCategory)youth->reports[i].category))
      return TRUE;
  return FALSE;
}

static gboolean
is_reported_otherwise (const TjYouthPeriod *youth)
{
  return is_reported (youth) && !is_reported_at_once (youth);
}

static gboolean
is_counted_for_attempt (const TjYouthPeriod *youth)
{
  return youth->promises[TJ_PROMISE_ATTEMPT] != TJ_PROMISE_NOT_COUNTED;
}

static gboolean
is_counted_for_contact (const TjYouthPeriod *youth)
{
  return youth->promises[TJ_PROMISE_CONTACT] != TJ_PROMISE_NOT_COUNTED;
}

static const Population populations[] = {
  [TJ_POPULATION_START]
  = { "start", NC_ ("report", "At the start"),
      N_ ("Registered before the first day of the period and not deregistered before it."),
      is_at_start },
  [TJ_POPULATION_NEW]
  = { "new", NC_ ("report", "New"),
      N_ ("In the register during the period but not at its start. Who leaves and comes back within"
          " the period is neither new nor deregistered."),
      is_new },
  [TJ_POPULATION_ENDED]
  = { "deregistered", NC_ ("report", "Deregistered"),
      N_ ("In the register during the period but not at its end. Who comes and leaves within the"
          " period, be it on one day, is both new and deregistered."),
      is_deregistered },
  [TJ_POPULATION_END] = { "end", NC_ ("report", "At the end"),
                          N_ ("Registered on the last day of the period or before, and not "
                              "deregistered then. The end of"
                              " one half-year is the start of the next."),
                          is_at_end },
  [TJ_POPULATION_DURING]
  = { "during", NC_ ("report", "During the period"),
      N_ ("At the start or new. A youth counts once, however many registrations."),
      is_in_register },
  [TJ_POPULATION_REACHED]
  = { "reached", NC_ ("report", "Reached"),
      N_ ("Has answered in the period while registered, be it to decline help. A letter that was"
          " sent or a talk with somebody else does not count, nor does a concern report."),
      is_reached },
  [TJ_POPULATION_KNOWN_ONLY]
  = { "known", NC_ ("report", "Not reached, occupation known in another way"),
      N_ ("Not reached, but somebody else or a register told the occupation in the period while the"
          " youth was registered."),
      is_only_known },
  [TJ_POPULATION_KNOWN]
  = { "all-known", NC_ ("report", "Occupation known in another way"),
      N_ ("Somebody else or a register told the occupation in the period while the youth was"
          " registered, reached or not. The national statistics count such knowledge as no"
          " contact."),
      is_known },
  [TJ_POPULATION_VISITED]
  = { "visited", NC_ ("report", "Sought at home"),
      N_ ("At least one home visit in the period while registered, answered or not."), is_visited },
  [TJ_POPULATION_IN_MEASURE]
  = { "in-measure", NC_ ("report", "In a measure"),
      N_ ("At least one measure went on some day of the period on which the youth was registered. A"
          " decision on outreach is no measure."),
      is_in_measure },
  [TJ_POPULATION_MEASURE_ENDED]
  = { "measure-ended", NC_ ("report", "With a measure that ended"),
      N_ ("At least one measure ended in the period. The latest of them says why, and what came"
          " after."),
      has_ended_measure },
  [TJ_POPULATION_BACK]
  = { "back", NC_ ("report", "Back in education"),
      N_ ("Deregistered for a national programme or equivalent, or for an introductory programme."),
      is_back_in_education },
  [TJ_POPULATION_REPORTED]
  = { "reported", NC_ ("report", "Reported by a school"),
      N_ ("A school's report was received in the period, whether or not the youth was in the"
          " register."),
      is_reported },
  [TJ_POPULATION_MUST]
  = { "must", NC_ ("report", "Must be reported at once"),
      N_ ("At least one report of the kinds that a school must make at once: never came, break, "
          "more"
          " than a month's absence, considerable absence (skollagen 15:15, 18:15)."),
      is_reported_at_once },
  [TJ_POPULATION_SHOULD] = { "should", NC_ ("report", "Should be reported"),
                             N_ ("Only reports of other kinds."), is_reported_otherwise },
  [TJ_POPULATION_ATTEMPT]
  = { "attempt", NC_ ("report", "Counted for the first attempt"),
      N_ ("New in the period. In time: somebody tried to reach the youth, in whatever way, by the"
          " day the routine's first step is due. Who has not been sought though the time has passed"
          " is not in time. Not counted: who still has time left, was deregistered before the time"
          " had passed, or whose occupation became known from a reliable source before it had."),
      is_counted_for_attempt },
  [TJ_POPULATION_CONTACT] = { "contact", NC_ ("report", "Counted for the first contact"),
                              N_ ("New in the period. In time: the youth answered by the day the "
                                  "routine's last step is due."
                                  " Who has not answered though the time has passed is not in "
                                  "time; the same are not counted"
                                  " as for the first attempt."),
                              is_counted_for_contact },
};
G_STATIC_ASSERT (G_N_ELEMENTS (populations) == TJ_N_POPULATIONS);

/**
 * tj_population_has:
 *
 * Returns: whether the definition of @population holds
 */
gboolean
tj_population_has (TjPopulation population, const TjYouthPeriod *youth)
{
  return populations[population].has (youth);
}

/**
 * tj_population_is_of_registered:
 *
 * Returns: whether only those who are in the register during the period can belong to it
 */
gboolean
tj_population_is_of_registered (TjPopulation population)
{
  return population != TJ_POPULATION_REPORTED && population != TJ_POPULATION_MUST
         && population != TJ_POPULATION_SHOULD;
}

/**
 * tj_population_id:
 *
 * Returns: (transfer none): its word in files
 */
const char *
tj_population_id (TjPopulation population)
{
  return populations[population].id;
}

/**
 * tj_population_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
tj_population_label (TjPopulation population)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", populations[population].label);
}

/**
 * tj_population_words:
 *
 * Returns: (transfer none): its definition in words
 */
const char *
tj_population_words (TjPopulation population)
{
  return _ (populations[population].words);
}

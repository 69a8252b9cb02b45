/* Whether new registrations were sought and reached in the time that the municipality's own routine
 * gives: sought by the day its first step is due, reached by the day its last one is. The days are
 * those of a youth whose telephone or e-mail is known and who does not answer. Steps that are
 * never due by time alone, or only for some ages, promise nothing. */

#include "config.h"

#include "tj-promise.h"

#include "tj-ladder.h"

/* Neither a minor nor soon twenty, so that no step falls away for age. */
#define ASSUMED_AGE 18

/**
 * tj_promise_due:
 *
 * Returns: until when the routine gives itself; %TJ_DATE_NONE when it has no step that is due
 */
TjDate
tj_promise_due (const TjRoutine *routine,
                TjBackground background,
                TjDate registered_on,
                TjPromise promise)
{
  const TjLadderFacts facts = {
    .birth = tj_date_add_months (registered_on, -12 * ASSUMED_AGE),
    .registered_on = registered_on,
    .background = background,
    .has_details = TRUE,
  };
  TjDate first = TJ_DATE_NONE, last = TJ_DATE_NONE;
  TjLadder ladder;

  if (routine == NULL || facts.birth == TJ_DATE_NONE)
    return TJ_DATE_NONE;
  tj_ladder_plan (&ladder, routine, &facts);
  for (guint i = 0; i < ladder.n_rungs; i++)
    if (ladder.rungs[i].skip == TJ_SKIP_NONE)
      {
        first = first == TJ_DATE_NONE ? ladder.rungs[i].due : MIN (first, ladder.rungs[i].due);
        last = MAX (last, ladder.rungs[i].due);
      }
  return promise == TJ_PROMISE_ATTEMPT ? first : last;
}

/* Rounds by the calendar give each registration a time of its own. */
static gboolean
goes_by_calendar (const TjRoutine *routine)
{
  for (guint t = 0; t < routine->tracks->len; t++)
    {
      const TjRoutineTrack *track = routine->tracks->pdata[t];

      for (guint i = 0; i < track->steps->len; i++)
        if (tj_routine_track_step (track, i)->anchor == TJ_ANCHOR_WINDOW)
          return TRUE;
    }
  return FALSE;
}

/**
 * tj_promise_get_span:
 * @registered_on: a day, as months differ
 * @shortest: (out): the days given to the background with the shortest time
 * @longest: (out): and with the longest
 *
 * Returns: whether the routine promises the same number of days whenever one is registered
 */
gboolean
tj_promise_get_span (const TjRoutine *routine,
                     TjDate registered_on,
                     TjPromise promise,
                     guint *shortest,
                     guint *longest)
{
  *shortest = G_MAXUINT;
  *longest = 0;
  if (routine == NULL || goes_by_calendar (routine))
    return FALSE;
  for (int background = 0; background < TJ_N_BACKGROUNDS; background++)
    {
      const TjDate due = tj_promise_due (routine, (TjBackground)background, registered_on, promise);

      if (due == TJ_DATE_NONE)
        continue;
      *shortest = MIN (*shortest, due - registered_on);
      *longest = MAX (*longest, due - registered_on);
    }
  return *longest >= *shortest && *shortest != G_MAXUINT;
}

/* The registration that made the youth new; of several in the period the first. */
static const TjStatisticsRegistration *
new_registration (const TjYouthPeriod *youth)
{
  for (guint i = 0; i < youth->n_registrations; i++)
    if (youth->registrations[i].row.date >= youth->period.from
        && youth->registrations[i].row.date <= youth->period.to)
      return &youth->registrations[i];
  return NULL;
}

/* The day it was kept, also after the period: a registration of its last day has its time too. */
static TjDate
kept_on (const TjYouthPeriod *youth,
         const TjStatisticsRegistration *registration,
         TjPromise promise)
{
  const TjDate last = registration->to == TJ_DATE_NONE ? youth->options->today : registration->to;
  guint n_contacts;
  const TjStatisticsContact *contacts = tj_statistics_input_get_rows (
      youth->input, TJ_STATISTICS_CONTACTS, youth->youth, &n_contacts);

  for (guint i = 0; i < n_contacts; i++)
    if (contacts[i].row.date >= registration->row.date
        && contacts[i].row.date <= MIN (last, youth->options->today)
        && (promise == TJ_PROMISE_ATTEMPT ? tj_contact_is_attempt (&contacts[i])
                                          : tj_contact_is_answer (&contacts[i])))
      return contacts[i].row.date;
  return TJ_DATE_NONE;
}

/* A reliable source told the occupation in time, so that nobody had to be sought. */
static gboolean
became_known_by (const TjYouthPeriod *youth, TjDate from, TjDate due)
{
  guint n_knowledge;
  const TjStatisticsKnowledge *knowledge = tj_statistics_input_get_rows (
      youth->input, TJ_STATISTICS_KNOWLEDGE, youth->youth, &n_knowledge);

  for (guint i = 0; i < n_knowledge; i++)
    if (knowledge[i].row.date >= from && knowledge[i].row.date <= due
        && knowledge[i].occupation != TJ_OCCUPATION_UNKNOWN
        && tj_routine_source_is_reliable (youth->options->routine, (TjSource)knowledge[i].source))
      return TRUE;
  return FALSE;
}

/**
 * tj_promise_state:
 * @youth: one who is new in the period; the options must have the routine
 *
 * In time: it was done on the last day of the time or before. Late: it was done later, or the time
 * has passed without it. Not counted: there is time left, or the registration ended, or the
 * occupation became known from a reliable source, before the time had passed.
 *
 * Returns: which of them
 */
TjPromiseState
tj_promise_state (const TjYouthPeriod *youth, TjPromise promise)
{
  const TjStatisticsRegistration *registration = new_registration (youth);
  TjDate due, done;

  if (registration == NULL)
    return TJ_PROMISE_NOT_COUNTED;
  due = tj_promise_due (youth->options->routine, (TjBackground)registration->background,
                        registration->row.date, promise);
  if (due == TJ_DATE_NONE)
    return TJ_PROMISE_NOT_COUNTED;
  done = kept_on (youth, registration, promise);
  if (done != TJ_DATE_NONE && done <= due)
    return TJ_PROMISE_IN_TIME;
  if (due >= youth->options->today || (registration->to != TJ_DATE_NONE && registration->to <= due)
      || became_known_by (youth, registration->row.date, due))
    return TJ_PROMISE_NOT_COUNTED;
  return TJ_PROMISE_LATE;
}

/**
 * tj_promise_get_days:
 * @youth: one who is new in the period
 * @days: (out): from the registration until it was done; 0 on the same day
 *
 * Returns: whether it has been done
 */
gboolean
tj_promise_get_days (const TjYouthPeriod *youth, TjPromise promise, guint *days)
{
  const TjStatisticsRegistration *registration = new_registration (youth);
  const TjDate done = registration != NULL ? kept_on (youth, registration, promise) : TJ_DATE_NONE;

  if (done == TJ_DATE_NONE)
    return FALSE;
  *days = done - registration->row.date;
  return TRUE;
}

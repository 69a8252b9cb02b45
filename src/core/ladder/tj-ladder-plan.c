/* Plans the outreach to one youth from what the register knows: until when it rests, and from when
 * it climbs which rungs. Nothing here asks what day it is, so that a plan can be kept beside the
 * register until the next change; tj-ladder.c reads it on a day.
 *
 * An answer, or knowledge from a reliable source, ends a climb. The rest lasts until the open
 * follow-up nearest after it, else as long as the knowledge is valid, else by the routine; then a
 * new climb starts on that day. An open follow-up without any answer is an agreed pause and rests
 * as well. Only the nearest open follow-up holds: when it has passed nobody may be forgotten
 * behind a later one. */

#include "config.h"

#include "tj-ladder.h"

#include <string.h>

/* One climb: rungs from `start`, fulfilled by attempts from index `first` on, none after
 * `ended_on` (TJ_DATE_NONE: it goes on). A climb that goes on has met nobody, so a contact that
 * did belongs to the rest before it. */
typedef struct
{
  const TjLadderFacts *facts;
  const TjRoutineTrack *track;
  TjDate turns_eighteen;
  TjDate turns_twenty;
  TjDate start;
  TjDate ended_on;
  gsize first;
  gsize last_attempt;
} Climb;

/* Something that became known: an answer, or knowledge from a reliable source. */
typedef struct
{
  TjDate date;
  TjDate valid_until;
  TjOccupation occupation;
} Finding;

/* Where the findings have led, one after the other. */
typedef struct
{
  TjDate start; /* of the climb that the latest rest ended */
  TjDate ended_on;
  TjDate known_on;
  TjDate until;
  TjOccupation occupation;
} Course;

static gboolean
fulfils (const TjRoutineStep *step, const TjLadderContact *contact)
{
  gboolean is_ours = contact->letter_kind != NULL && contact->letter_kind[0] != '\0';

  return (step->channels & (1u << contact->channel)) != 0
         && (!is_ours || g_strcmp0 (step->letter, contact->letter_kind) == 0);
}

static gboolean
counts (const Climb *climb, const TjLadderContact *contact)
{
  if (contact->date < climb->start)
    return FALSE;
  if (climb->ended_on != TJ_DATE_NONE)
    return contact->date <= climb->ended_on;
  return !tj_outcome_is_reached (contact->outcome);
}

/* Greedy, in date order: an attempt fulfils the first undone rung that it can. */
static void
match_attempts (Climb *climb, TjRung *rungs)
{
  for (gsize c = climb->first; c < climb->facts->n_contacts; c++)
    {
      const TjLadderContact *contact = &climb->facts->contacts[c];

      for (guint i = 0; i < climb->track->steps->len && counts (climb, contact); i++)
        if (rungs[i].done_on == TJ_DATE_NONE
            && fulfils (tj_routine_track_step (climb->track, i), contact))
          {
            rungs[i].done_on = contact->date;
            climb->last_attempt = c;
            break;
          }
    }
}

/* The month that @start lies in counts when the routine names it: its round is still running. */
static void
place_in_window (TjRung *rung, guint window_months, TjDate start)
{
  int year, month;

  tj_date_get (start, &year, &month, NULL);
  for (int i = 0; i < 12 && !(window_months & (1u << month)); i++)
    {
      year += month == 12;
      month = month % 12 + 1;
    }
  rung->opens = MAX (start, tj_date_new (year, month, 1));
  rung->due = tj_date_add_months (tj_date_new (year, month, 1), 1) - 1;
}

static void
place (TjRung *rung, const TjRoutineStep *step, const TjRung *before, TjDate deadline, TjDate start)
{
  TjDate base = start;

  if (step->anchor == TJ_ANCHOR_WINDOW)
    {
      place_in_window (rung, step->window_months, start);
      return;
    }
  if (step->anchor == TJ_ANCHOR_PREVIOUS_STEP && before != NULL)
    base = before->done_on != TJ_DATE_NONE ? before->done_on : deadline;

  rung->due = tj_period_after (step->offset, base);
  rung->opens = step->has_from                            ? tj_period_after (step->from, base)
                : step->anchor == TJ_ANCHOR_PREVIOUS_STEP ? base
                                                          : deadline;
  /* The day after the rung before was climbed at the earliest: no two letters on one day. */
  if (before != NULL && before->done_on != TJ_DATE_NONE)
    rung->opens = MAX (rung->opens, before->done_on + 1);
  rung->opens = MIN (rung->opens, rung->due);
}

static TjSkip
why_skipped (const Climb *climb, const TjRoutineStep *step, const TjRung *rung)
{
  if (rung->done_on != TJ_DATE_NONE)
    return TJ_SKIP_NONE;
  if (step->conditions & TJ_CONDITION_MANUAL)
    return TJ_SKIP_MANUAL;
  if (step->needs_details && !climb->facts->has_details)
    return TJ_SKIP_NO_DETAILS;
  if ((step->conditions & TJ_CONDITION_MINOR) && rung->opens >= climb->turns_eighteen)
    return TJ_SKIP_NOT_MINOR;
  if (rung->opens >= climb->turns_twenty)
    return TJ_SKIP_TWENTY;
  return TJ_SKIP_NONE;
}

/* Nobody goes back to a text message once a letter has gone out. */
static gboolean
is_passed (const Climb *climb, const TjRung *rungs, guint rung)
{
  if (rungs[rung].done_on != TJ_DATE_NONE)
    return FALSE;
  for (guint i = rung + 1; i < climb->track->steps->len; i++)
    if (rungs[i].done_on != TJ_DATE_NONE
        && !(tj_routine_track_step (climb->track, i)->conditions & TJ_CONDITION_MANUAL))
      return TRUE;
  return FALSE;
}

static void
plan_rungs (Climb *climb, TjRung *rungs)
{
  TjDate deadline = climb->start;
  TjRung *before = NULL;

  memset (rungs, 0, sizeof *rungs * TJ_LADDER_MAX_STEPS);
  match_attempts (climb, rungs);
  for (guint i = 0; i < climb->track->steps->len; i++)
    {
      const TjRoutineStep *step = tj_routine_track_step (climb->track, i);

      if (!(step->conditions & TJ_CONDITION_MANUAL))
        {
          place (&rungs[i], step, before, deadline, climb->start);
          /* The next rung goes by the usual deadline even when this one is due at once. */
          deadline = rungs[i].due;
          before = &rungs[i];
          if (step->at_once_without_details && !climb->facts->has_details)
            rungs[i].opens = rungs[i].due = climb->start;
        }
      rungs[i].skip = why_skipped (climb, step, &rungs[i]);
      if (rungs[i].skip == TJ_SKIP_NONE && is_passed (climb, rungs, i))
        rungs[i].skip = TJ_SKIP_PASSED;
    }
}

/* The last rung that time alone makes due, when it is done; else NULL. */
static const TjRung *
finishing_rung (const Climb *climb, const TjRung *rungs, const TjRoutineStep **step)
{
  for (guint i = climb->track->steps->len; i-- > 0;)
    if (rungs[i].skip == TJ_SKIP_NONE)
      {
        *step = tj_routine_track_step (climb->track, i);
        return rungs[i].done_on != TJ_DATE_NONE ? &rungs[i] : NULL;
      }
  return NULL;
}

/* Climbs from climb->start, over and over where the routine repeats. */
static void
climb_rungs (Climb *climb, TjRung *rungs)
{
  const TjRoutineStep *step;
  const TjRung *last;

  plan_rungs (climb, rungs);
  while (climb->track->repeat && (last = finishing_rung (climb, rungs, &step)) != NULL)
    {
      int year, month;

      /* A round by the calendar is over for the rest of its month. */
      tj_date_get (last->done_on, &year, &month, NULL);
      climb->start = step->anchor == TJ_ANCHOR_WINDOW
                         ? tj_date_add_months (tj_date_new (year, month, 1), 1)
                         : last->done_on;
      climb->first = climb->last_attempt + 1;
      plan_rungs (climb, rungs);
    }
}

static TjDate
nearest_open_follow_up (const TjLadderFacts *facts, TjDate from)
{
  TjDate nearest = TJ_DATE_NONE;

  for (gsize i = 0; i < facts->n_follow_ups; i++)
    {
      const TjLadderFollowUp *follow_up = &facts->follow_ups[i];

      if (follow_up->done_on == TJ_DATE_NONE && follow_up->due >= from
          && (nearest == TJ_DATE_NONE || follow_up->due < nearest))
        nearest = follow_up->due;
    }
  return nearest;
}

/* A follow-up that was done in its time held until then; one done early was called off. */
static TjDate
latest_kept_follow_up (const TjLadderFacts *facts, TjDate from)
{
  TjDate latest = TJ_DATE_NONE;

  for (gsize i = 0; i < facts->n_follow_ups; i++)
    {
      const TjLadderFollowUp *follow_up = &facts->follow_ups[i];

      if (follow_up->done_on >= follow_up->due && follow_up->due >= from)
        latest = MAX (latest, follow_up->due);
    }
  return latest;
}

static void
take_finding (Course *course, const TjRoutine *routine, const Finding *finding)
{
  gboolean resting = course->until != TJ_DATE_NONE && finding->date <= course->until;
  gboolean adds = finding->occupation != TJ_OCCUPATION_UNKNOWN
                  || finding->valid_until != TJ_DATE_NONE || !resting
                  || course->occupation == TJ_OCCUPATION_UNKNOWN;

  if (!resting)
    {
      if (course->until != TJ_DATE_NONE)
        course->start = course->until;
      course->ended_on = finding->date;
    }
  course->known_on = finding->date;
  /* A talk that tells nothing new leaves what was known in force. */
  if (!adds)
    return;

  course->occupation = finding->occupation;
  course->until = finding->valid_until != TJ_DATE_NONE
                      ? MAX (finding->valid_until, finding->date)
                      : tj_routine_follow_up_after (routine, finding->occupation, finding->date);
}

static gboolean
next_answer (const TjLadderFacts *facts, gsize *i, Finding *finding)
{
  for (; *i < facts->n_contacts; (*i)++)
    {
      const TjLadderContact *contact = &facts->contacts[*i];

      if (tj_outcome_is_reached (contact->outcome) && contact->date >= facts->registered_on)
        {
          *finding = (Finding){ .date = contact->date, .occupation = contact->occupation };
          return TRUE;
        }
    }
  return FALSE;
}

/* What was known before the registration counts only while it is expressly still valid. */
static gboolean
next_knowledge (const TjLadderFacts *facts, const TjRoutine *routine, gsize *i, Finding *finding)
{
  for (; *i < facts->n_knowledge; (*i)++)
    {
      const TjLadderKnowledge *known = &facts->knowledge[*i];

      if (known->occupation != TJ_OCCUPATION_UNKNOWN
          && tj_routine_source_is_reliable (routine, known->source)
          && (known->date >= facts->registered_on || known->valid_until >= facts->registered_on))
        {
          *finding = (Finding){ MAX (known->date, facts->registered_on), known->valid_until,
                                known->occupation };
          return TRUE;
        }
    }
  return FALSE;
}

static void
follow_findings (Course *course, const TjRoutine *routine, const TjLadderFacts *facts)
{
  gsize c = 0, k = 0;

  for (;;)
    {
      Finding answer, knowledge;
      gboolean has_answer = next_answer (facts, &c, &answer);
      gboolean has_knowledge = next_knowledge (facts, routine, &k, &knowledge);

      if (!has_answer && !has_knowledge)
        return;
      if (has_answer && (!has_knowledge || answer.date <= knowledge.date))
        {
          take_finding (course, routine, &answer);
          c++;
        }
      else
        {
          take_finding (course, routine, &knowledge);
          k++;
        }
    }
}

/* A follow-up on the very day of an answer was met by it. */
static void
apply_follow_ups (Course *course, const TjLadderFacts *facts)
{
  TjDate from = course->known_on != TJ_DATE_NONE ? course->known_on + 1 : facts->registered_on;
  TjDate agreed = nearest_open_follow_up (facts, from);

  if (agreed != TJ_DATE_NONE)
    course->until = agreed;
  else
    course->until = MAX (course->until, latest_kept_follow_up (facts, from));
}

static TjDate
last_day (const TjLadderMeasure *measure)
{
  return measure->end != TJ_DATE_NONE ? measure->end : G_MAXUINT32 - 1;
}

static gboolean
meet (const TjLadderMeasure *a, const TjLadderMeasure *b)
{
  return a->start <= last_day (b) + 1 && b->start <= last_day (a) + 1;
}

static void
remove_span (TjLadder *ladder, guint place)
{
  ladder->n_measures--;
  memmove (&ladder->measures[place], &ladder->measures[place + 1],
           (ladder->n_measures - place) * sizeof *ladder->measures);
}

/* Spans that meet become one: a short talk in the middle of long practice does not end it. When all
 * places are taken the earliest span, which is history by now, gives way. */
static void
add_measure (TjLadder *ladder, TjLadderMeasure span)
{
  guint place = 0;

  for (guint i = ladder->n_measures; i > 0; i--)
    if (meet (&span, &ladder->measures[i - 1]))
      {
        const TjLadderMeasure *other = &ladder->measures[i - 1];

        span.start = MIN (span.start, other->start);
        if (last_day (other) > last_day (&span))
          span.end = other->end;
        remove_span (ladder, i - 1);
      }
  if (ladder->n_measures == TJ_LADDER_MAX_MEASURES)
    remove_span (ladder, 0);
  while (place < ladder->n_measures && ladder->measures[place].start < span.start)
    place++;
  memmove (&ladder->measures[place + 1], &ladder->measures[place],
           (ladder->n_measures - place) * sizeof *ladder->measures);
  ladder->measures[place] = span;
  ladder->n_measures++;
}

static void
take_measures (TjLadder *ladder, const TjLadderFacts *facts)
{
  for (gsize i = 0; i < facts->n_measures; i++)
    add_measure (ladder, facts->measures[i]);
}

static void
keep_past (TjLadder *ladder, Climb *climb, const Course *course)
{
  climb->start = course->start;
  climb->ended_on = course->ended_on != TJ_DATE_NONE ? course->ended_on : course->until;
  climb->first = 0;
  climb_rungs (climb, ladder->past);
  for (guint i = 0; i < ladder->n_rungs; i++)
    if (ladder->past[i].done_on == TJ_DATE_NONE && ladder->past[i].skip == TJ_SKIP_NONE)
      ladder->past[i].skip = course->known_on != TJ_DATE_NONE ? TJ_SKIP_ANSWERED : TJ_SKIP_PAUSED;
}

static guint
index_of_track (const TjRoutine *routine, const TjRoutineTrack *track)
{
  guint index = 0;

  g_ptr_array_find (routine->tracks, track, &index);
  return index;
}

/**
 * tj_ladder_plan:
 * @ladder: (out caller-allocates): the plan; it points into @routine
 * @facts: what the register knows of an open registration
 *
 * Plans when the youth is to be contacted and how (skollagen 29 kap. 9 §, by the municipality's
 * own routine). The plan holds until something of @facts changes, whatever the day. Deadlines are
 * as the routine computes them and are not moved to working days: they are no statutory ones.
 */
void
tj_ladder_plan (TjLadder *ladder, const TjRoutine *routine, const TjLadderFacts *facts)
{
  Course course = { .start = facts->registered_on };
  Climb climb = { .facts = facts };

  g_return_if_fail (ladder != NULL && routine != NULL);
  g_return_if_fail (facts->registered_on != TJ_DATE_NONE && facts->birth != TJ_DATE_NONE);

  memset (ladder, 0, sizeof *ladder);
  ladder->turns_twenty = tj_date_birthday (facts->birth, 20);
  ladder->track = tj_routine_find_track (routine, facts->background);
  g_return_if_fail (ladder->track != NULL && ladder->track->steps->len <= TJ_LADDER_MAX_STEPS);
  ladder->track_index = index_of_track (routine, ladder->track);
  ladder->n_rungs = ladder->track->steps->len;
  take_measures (ladder, facts);

  follow_findings (&course, routine, facts);
  apply_follow_ups (&course, facts);
  ladder->rests_until = course.until;
  ladder->occupation = course.occupation;
  ladder->answered_on = course.known_on;

  climb.track = ladder->track;
  climb.turns_eighteen = tj_date_birthday (facts->birth, 18);
  climb.turns_twenty = ladder->turns_twenty;
  if (course.until != TJ_DATE_NONE)
    keep_past (ladder, &climb, &course);

  climb.start = course.until != TJ_DATE_NONE ? course.until : facts->registered_on;
  climb.ended_on = TJ_DATE_NONE;
  climb.first = 0;
  climb_rungs (&climb, ladder->rungs);
  ladder->start = climb.start;
}

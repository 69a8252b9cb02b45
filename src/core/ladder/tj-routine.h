#pragma once

#include "tj-codes.h"
#include "tj-period.h"
#include "tj-types.h"

G_BEGIN_DECLS

/* Where a step counts its time from (WORK.md § 2). */
typedef enum
{
  TJ_ANCHOR_REGISTRATION,
  TJ_ANCHOR_PREVIOUS_STEP,
  TJ_ANCHOR_WINDOW,
} TjAnchor;

typedef enum
{
  TJ_RECIPIENT_YOUTH,
  TJ_RECIPIENT_GUARDIAN_IF_MINOR,
} TjRecipient;

/* Conditions a step may carry, as flags; all must hold. */
typedef enum
{
  TJ_CONDITION_NONE = 0,
  TJ_CONDITION_MINOR = 1 << 0,
  TJ_CONDITION_MANUAL = 1 << 1,
} TjCondition;

/* One rung: `from` opens it (none: the rung before's deadline), `offset` is its deadline, both
 * counted from the anchor. `channels` has bit c set for channel c, `letter` is the kind of letter
 * that is sent (NULL: none). `window_months` has bit m set for month m (1 … 12) of a
 * calendar-window step, which opens with the month and is due with its last day.
 * `at_once_without_details` opens it and makes it due at the cycle's start when the youth has
 * neither phone nor e-mail. Manual steps (concern report) are never due by time alone. */
struct _TjRoutineStep
{
  char *id;
  char *label;
  TjAnchor anchor;
  TjPeriod offset;
  gboolean has_from;
  TjPeriod from;
  guint window_months;
  guint channels;
  TjRecipient recipient;
  TjCondition conditions;
  gboolean needs_details;
  gboolean at_once_without_details;
  char *responsible;
  char *letter;
};

/* A track is a ladder for some backgrounds (bit b for background b); the first track that takes a
 * background is used, else the last one. `repeat`: when its last rung is done it starts over. */
typedef struct
{
  char *id;
  guint backgrounds;
  gboolean repeat;
  GPtrArray *steps;
} TjRoutineTrack;

/* A municipality's outreach routine: plain data, read from JSON by src/exchange. */
struct _TjRoutine
{
  char *id;
  char *label;
  guint reliable_sources;
  TjPeriod follow_up[TJ_N_OCCUPATIONS];
  GPtrArray *tracks;
};

TjRoutine *tj_routine_new (const char *id, const char *label);
void tj_routine_free (TjRoutine *routine);
TjRoutineTrack *tj_routine_add_track (TjRoutine *routine, const char *id);
TjRoutineStep *tj_routine_track_add_step (TjRoutineTrack *track, const char *id);
const TjRoutineStep *tj_routine_track_step (const TjRoutineTrack *track, guint i);
const TjRoutineTrack *tj_routine_find_track (const TjRoutine *routine, TjBackground background);
const TjRoutineStep *tj_routine_find_step (const TjRoutine *routine, const char *step_id);
const TjRoutineStep *tj_routine_find_letter_step (const TjRoutine *routine, const char *kind);
TjDate tj_routine_follow_up_after (const TjRoutine *routine, TjOccupation occupation, TjDate day);
gboolean tj_routine_source_is_reliable (const TjRoutine *routine, TjSource source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjRoutine, tj_routine_free)

G_END_DECLS

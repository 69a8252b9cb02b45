#pragma once

#include "tj-routine.h"

G_BEGIN_DECLS

/* What the register knows of one open registration, as far as the ladder cares. Arrays are
 * borrowed, in date order. */
typedef struct
{
  TjDate date;
  TjChannel channel;
  TjOutcome outcome;
  TjOccupation occupation;
  const char *letter_kind; /* NULL or "" when not one of our letters */
} TjLadderContact;

typedef struct
{
  TjDate date;
  TjSource source;
  TjOccupation occupation;
  TjDate valid_until; /* TJ_DATE_NONE: the routine's interval counts */
} TjLadderKnowledge;

typedef struct
{
  TjDate due;
  TjDate done_on; /* TJ_DATE_NONE while open */
} TjLadderFollowUp;

/* A decided measure; `end` is TJ_DATE_NONE while nobody knows it. */
typedef struct
{
  TjDate start;
  TjDate end;
} TjLadderMeasure;

struct _TjLadderFacts
{
  TjDate birth;
  TjDate registered_on;
  TjBackground background;
  gboolean has_details;
  gboolean is_protected;
  const TjLadderContact *contacts;
  gsize n_contacts;
  const TjLadderKnowledge *knowledge;
  gsize n_knowledge;
  const TjLadderFollowUp *follow_ups;
  gsize n_follow_ups;
  const TjLadderMeasure *measures;
  gsize n_measures;
};

typedef enum
{
  TJ_SKIP_NONE,
  TJ_SKIP_NO_DETAILS,
  TJ_SKIP_NOT_MINOR,
  TJ_SKIP_ANSWERED,
  TJ_SKIP_PAUSED,
  TJ_SKIP_TWENTY,
  TJ_SKIP_MANUAL,
  TJ_SKIP_PASSED,
  TJ_N_SKIPS,
} TjSkip;

/* A rung as planned: independent of today, so that it can be kept beside the register. */
typedef struct
{
  TjDate opens;
  TjDate due;
  TjDate done_on;
  TjSkip skip;
} TjRung;

#define TJ_LADDER_MAX_STEPS 16
#define TJ_LADDER_MAX_MEASURES 8

/* What tj_ladder_pack() may need at most. */
#define TJ_LADDER_PACKED_MAX 512

/* The plan for one youth: it rests until `rests_until` (known occupation or agreed follow-up)
 * and then, from `start`, climbs `rungs` of `track`. `past` is the climb that the rest ended;
 * tj_ladder_rung() gives the one that holds on a day. No track: no open registration.
 * `measures` are the days that any measure covers, in order and apart from each other; of very many
 * the latest. Value type, no ownership. */
struct _TjLadder
{
  const TjRoutineTrack *track;
  guint track_index;
  TjDate start;
  TjDate rests_until;
  TjOccupation occupation;
  TjDate answered_on;
  TjDate turns_twenty;
  guint n_measures;
  TjLadderMeasure measures[TJ_LADDER_MAX_MEASURES];
  guint n_rungs;
  TjRung rungs[TJ_LADDER_MAX_STEPS];
  TjRung past[TJ_LADDER_MAX_STEPS];
};

void tj_ladder_plan (TjLadder *ladder, const TjRoutine *routine, const TjLadderFacts *facts);
gboolean tj_ladder_is_resting (const TjLadder *ladder, TjDate today);
const TjRung *tj_ladder_rung (const TjLadder *ladder, guint rung, TjDate today);
TjSkip tj_ladder_skip (const TjLadder *ladder, guint rung, TjDate today);
TjStepState tj_ladder_state (const TjLadder *ladder, guint rung, TjDate today);
int tj_ladder_days_overdue (const TjLadder *ladder, guint rung, TjDate today);
int tj_ladder_next (const TjLadder *ladder, TjDate today);
TjDate tj_ladder_wakes_on (const TjLadder *ladder);
const TjRoutineStep *tj_ladder_step (const TjLadder *ladder, guint rung);
const char *tj_skip_label (TjSkip skip);
const char *tj_skip_word (TjSkip skip);

gsize tj_ladder_pack (const TjLadder *ladder, guint8 *buffer, gsize size);
gboolean
tj_ladder_unpack (TjLadder *ladder, const TjRoutine *routine, const guint8 *bytes, gsize n);

TjStatus tj_status_of (const TjLadder *ladder, TjDate today);

G_END_DECLS

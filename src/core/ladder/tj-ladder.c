/* Reads a planned ladder on a day: which rungs are due, overdue, done or skipped and why. */

#include "config.h"

#include "tj-ladder.h"

#include <glib/gi18n-lib.h>

/**
 * tj_ladder_is_resting:
 *
 * Returns: whether nothing is to be done on @today, because the occupation is known or a
 *   follow-up is agreed; the day of the follow-up itself still rests
 */
gboolean
tj_ladder_is_resting (const TjLadder *ladder, TjDate today)
{
  return ladder->rests_until != TJ_DATE_NONE && today <= ladder->rests_until;
}

/**
 * tj_ladder_rung:
 *
 * Returns: (transfer none): the rung as it stands on @today: while the ladder rests, of the climb
 *   that the rest ended
 */
const TjRung *
tj_ladder_rung (const TjLadder *ladder, guint rung, TjDate today)
{
  g_return_val_if_fail (rung < ladder->n_rungs, NULL);

  return tj_ladder_is_resting (ladder, today) ? &ladder->past[rung] : &ladder->rungs[rung];
}

/**
 * tj_ladder_skip:
 *
 * Returns: why the rung is skipped on @today, or %TJ_SKIP_NONE
 */
TjSkip
tj_ladder_skip (const TjLadder *ladder, guint rung, TjDate today)
{
  const TjRung *planned = tj_ladder_rung (ladder, rung, today);
  const TjRoutineStep *step = tj_ladder_step (ladder, rung);

  if (planned->done_on != TJ_DATE_NONE)
    return TJ_SKIP_NONE;
  if (today >= ladder->turns_twenty)
    return TJ_SKIP_TWENTY;
  if (planned->skip == TJ_SKIP_NONE && (step->conditions & TJ_CONDITION_MINOR)
      && today >= tj_date_add_months (ladder->turns_twenty, -24))
    return TJ_SKIP_NOT_MINOR;
  return planned->skip;
}

/**
 * tj_ladder_state:
 *
 * Returns: the rung's state on @today: due from the day it opens to its deadline, both included,
 *   overdue after it
 */
TjStepState
tj_ladder_state (const TjLadder *ladder, guint rung, TjDate today)
{
  const TjRung *planned = tj_ladder_rung (ladder, rung, today);

  if (planned->done_on != TJ_DATE_NONE)
    return TJ_STEP_DONE;
  if (tj_ladder_skip (ladder, rung, today) != TJ_SKIP_NONE)
    return TJ_STEP_SKIPPED;
  if (today < planned->opens)
    return TJ_STEP_LATER;
  return today <= planned->due ? TJ_STEP_DUE : TJ_STEP_OVERDUE;
}

/**
 * tj_ladder_days_overdue:
 *
 * Returns: how many days after its deadline @today is, 0 unless the rung is overdue
 */
int
tj_ladder_days_overdue (const TjLadder *ladder, guint rung, TjDate today)
{
  if (tj_ladder_state (ladder, rung, today) != TJ_STEP_OVERDUE)
    return 0;
  return (int)(today - tj_ladder_rung (ladder, rung, today)->due);
}

/**
 * tj_ladder_next:
 *
 * Returns: the rung to climb next on @today: the first that is due or overdue, else the one that
 *   opens first; −1 while the ladder rests (the next step is then the follow-up on `rests_until`)
 *   and when no rung is left
 */
int
tj_ladder_next (const TjLadder *ladder, TjDate today)
{
  int next = -1;

  if (tj_ladder_is_resting (ladder, today))
    return -1;

  for (guint i = 0; i < ladder->n_rungs; i++)
    {
      TjStepState state = tj_ladder_state (ladder, i, today);

      if (state == TJ_STEP_DUE || state == TJ_STEP_OVERDUE)
        return (int)i;
      if (state == TJ_STEP_LATER
          && (next < 0 || ladder->rungs[i].opens < ladder->rungs[next].opens))
        next = (int)i;
    }
  return next;
}

/**
 * tj_ladder_wakes_on:
 *
 * Returns: the first day on which anything can be due, a follow-up included; %TJ_DATE_NONE when
 *   nothing ever is
 */
TjDate
tj_ladder_wakes_on (const TjLadder *ladder)
{
  TjDate wakes = TJ_DATE_NONE;
  gboolean begun = FALSE;

  for (guint i = 0; i < ladder->n_rungs; i++)
    {
      const TjRung *rung = &ladder->rungs[i];

      begun |= rung->done_on != TJ_DATE_NONE;
      if (rung->done_on == TJ_DATE_NONE && rung->skip == TJ_SKIP_NONE
          && (wakes == TJ_DATE_NONE || rung->opens < wakes))
        wakes = rung->opens;
    }
  return ladder->rests_until != TJ_DATE_NONE && !begun ? ladder->rests_until : wakes;
}

/**
 * tj_ladder_step:
 *
 * Returns: (transfer none): the routine's step behind the rung
 */
const TjRoutineStep *
tj_ladder_step (const TjLadder *ladder, guint rung)
{
  g_return_val_if_fail (ladder->track != NULL, NULL);

  return tj_routine_track_step (ladder->track, rung);
}

/**
 * tj_skip_word:
 *
 * Returns: (transfer none): the exported word of @skip
 */
const char *
tj_skip_word (TjSkip skip)
{
  static const char *const words[] = {
    [TJ_SKIP_NONE] = "none",           [TJ_SKIP_NO_DETAILS] = "no-details",
    [TJ_SKIP_NOT_MINOR] = "not-minor", [TJ_SKIP_ANSWERED] = "answered",
    [TJ_SKIP_PAUSED] = "paused",       [TJ_SKIP_TWENTY] = "twenty",
    [TJ_SKIP_MANUAL] = "manual",       [TJ_SKIP_PASSED] = "passed",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == TJ_N_SKIPS);

  g_return_val_if_fail ((guint)skip < TJ_N_SKIPS, NULL);
  return words[skip];
}

/**
 * tj_skip_label:
 *
 * Returns: (transfer none): why a rung is skipped, in the reader's language; empty for
 *   %TJ_SKIP_NONE
 */
const char *
tj_skip_label (TjSkip skip)
{
  static const char *const labels[] = {
    [TJ_SKIP_NONE] = NULL,
    [TJ_SKIP_NO_DETAILS] = NC_ ("skip", "No phone or e-mail"),
    [TJ_SKIP_NOT_MINOR] = NC_ ("skip", "Has turned 18"),
    [TJ_SKIP_ANSWERED] = NC_ ("skip", "Occupation known"),
    [TJ_SKIP_PAUSED] = NC_ ("skip", "Follow-up agreed"),
    [TJ_SKIP_TWENTY] = NC_ ("skip", "Has turned 20"),
    [TJ_SKIP_MANUAL] = NC_ ("skip", "When needed"),
    [TJ_SKIP_PASSED] = NC_ ("skip", "A later step is done"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == TJ_N_SKIPS);

  g_return_val_if_fail ((guint)skip < TJ_N_SKIPS, NULL);
  return labels[skip] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "skip", labels[skip]) : "";
}

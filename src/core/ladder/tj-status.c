/* The list a youth stands on (WORK.md § 3): derived on the day, never stored. */

#include "config.h"

#include "tj-ladder.h"

static gboolean
is_in_measure (const TjLadder *ladder, TjDate today)
{
  for (guint i = 0; i < ladder->n_measures; i++)
    if (ladder->measures[i].start <= today
        && (ladder->measures[i].end == TJ_DATE_NONE || today <= ladder->measures[i].end))
      return TRUE;
  return FALSE;
}

static gboolean
has_measure_ahead (const TjLadder *ladder, TjDate today)
{
  return ladder->n_measures > 0 && ladder->measures[ladder->n_measures - 1].start > today;
}

/**
 * tj_status_of:
 * @ladder: the plan of the open registration; one without a track when there is none
 *
 * What is known expires: on the day after `rests_until` the youth is back among those to act on.
 * A measure that goes on today counts before one that is planned for later.
 * A youth who was reached and has nothing to do is to be acted on too, whatever was agreed.
 *
 * Returns: the status on @today
 */
TjStatus
tj_status_of (const TjLadder *ladder, TjDate today)
{
  g_return_val_if_fail (ladder != NULL, TJ_STATUS_CLOSED);

  if (ladder->track == NULL)
    return TJ_STATUS_CLOSED;
  if (is_in_measure (ladder, today))
    return TJ_STATUS_ONGOING;
  if (has_measure_ahead (ladder, today))
    return TJ_STATUS_PLANNED;
  if (!tj_ladder_is_resting (ladder, today))
    return TJ_STATUS_TO_ACT;

  switch (ladder->occupation)
    {
    case TJ_OCCUPATION_UNKNOWN:
    case TJ_OCCUPATION_NONE:
      return TJ_STATUS_TO_ACT;
    case TJ_OCCUPATION_OTHER_STUDIES:
    case TJ_OCCUPATION_STUDIES_ABROAD:
      return TJ_STATUS_OTHER_STUDIES;
    default:
      return TJ_STATUS_WATCHED;
    }
}

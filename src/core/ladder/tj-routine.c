/* A municipality's outreach routine as data: tracks, steps, reliable sources and how long what is
 * known holds. Reading it from JSON is src/exchange's business, climbing it tj-ladder-plan's. */

#include "config.h"

#include "tj-routine.h"

#include <string.h>

/* Unless a routine says otherwise, a youth in occupation is asked again after about three months
 * (Tibro and Lidköping alike). */
#define DEFAULT_FOLLOW_UP_MONTHS 3

static void
step_free (gpointer data)
{
  TjRoutineStep *step = data;

  g_free (step->id);
  g_free (step->label);
  g_free (step->responsible);
  g_free (step->letter);
  g_free (step);
}

static void
track_free (gpointer data)
{
  TjRoutineTrack *track = data;

  g_free (track->id);
  g_ptr_array_unref (track->steps);
  g_free (track);
}

/**
 * tj_routine_new:
 * @id: the word it is stored under
 * @label: what people read
 *
 * Returns: (transfer full): a routine without tracks, in which every source but `other` is
 *   reliable and what is known holds for three months
 */
TjRoutine *
tj_routine_new (const char *id, const char *label)
{
  TjRoutine *routine = g_new0 (TjRoutine, 1);

  routine->id = g_strdup (id);
  routine->label = g_strdup (label);
  routine->reliable_sources = ((1u << TJ_N_SOURCES) - 1) & ~(1u << TJ_SOURCE_OTHER);
  for (int i = 0; i < TJ_N_OCCUPATIONS; i++)
    routine->follow_up[i].months = DEFAULT_FOLLOW_UP_MONTHS;
  routine->tracks = g_ptr_array_new_with_free_func (track_free);
  return routine;
}

/**
 * tj_routine_free:
 *
 * Frees @routine with its tracks and steps. Ladders planned by it must be gone.
 */
void
tj_routine_free (TjRoutine *routine)
{
  if (routine == NULL)
    return;

  g_free (routine->id);
  g_free (routine->label);
  g_ptr_array_unref (routine->tracks);
  g_free (routine);
}

/**
 * tj_routine_add_track:
 *
 * Returns: (transfer none): a new last track that takes every background and has no steps
 */
TjRoutineTrack *
tj_routine_add_track (TjRoutine *routine, const char *id)
{
  TjRoutineTrack *track;

  g_return_val_if_fail (routine != NULL && id != NULL, NULL);

  track = g_new0 (TjRoutineTrack, 1);
  track->id = g_strdup (id);
  track->backgrounds = (1u << TJ_N_BACKGROUNDS) - 1;
  track->steps = g_ptr_array_new_with_free_func (step_free);
  g_ptr_array_add (routine->tracks, track);
  return track;
}

/**
 * tj_routine_track_add_step:
 *
 * Returns: (transfer none): a new last step, anchored in the registration and due on it
 */
TjRoutineStep *
tj_routine_track_add_step (TjRoutineTrack *track, const char *id)
{
  TjRoutineStep *step;

  g_return_val_if_fail (track != NULL && id != NULL, NULL);

  step = g_new0 (TjRoutineStep, 1);
  step->id = g_strdup (id);
  g_ptr_array_add (track->steps, step);
  return step;
}

/**
 * tj_routine_track_step:
 *
 * Returns: (transfer none): step @i, counted from 0
 */
const TjRoutineStep *
tj_routine_track_step (const TjRoutineTrack *track, guint i)
{
  g_return_val_if_fail (track != NULL && i < track->steps->len, NULL);

  return g_ptr_array_index (track->steps, i);
}

/**
 * tj_routine_find_track:
 *
 * Returns: (transfer none): the first track that takes @background, else the last one; NULL when
 *   the routine has no track
 */
const TjRoutineTrack *
tj_routine_find_track (const TjRoutine *routine, TjBackground background)
{
  const TjRoutineTrack *track = NULL;

  g_return_val_if_fail (routine != NULL, NULL);

  for (guint i = 0; i < routine->tracks->len; i++)
    {
      track = g_ptr_array_index (routine->tracks, i);
      if (track->backgrounds & (1u << background))
        break;
    }
  return track;
}

/**
 * tj_routine_find_step:
 *
 * Returns: (transfer none): the first step with that id in any track, or NULL
 */
const TjRoutineStep *
tj_routine_find_step (const TjRoutine *routine, const char *step_id)
{
  g_return_val_if_fail (routine != NULL && step_id != NULL, NULL);

  for (guint t = 0; t < routine->tracks->len; t++)
    {
      const TjRoutineTrack *track = g_ptr_array_index (routine->tracks, t);

      for (guint i = 0; i < track->steps->len; i++)
        if (strcmp (tj_routine_track_step (track, i)->id, step_id) == 0)
          return tj_routine_track_step (track, i);
    }
  return NULL;
}

/**
 * tj_routine_find_letter_step: the first step that sends letters of `kind`; NULL when none does.
 */
const TjRoutineStep *
tj_routine_find_letter_step (const TjRoutine *routine, const char *kind)
{
  for (guint t = 0; t < routine->tracks->len; t++)
    {
      const TjRoutineTrack *track = g_ptr_array_index (routine->tracks, t);

      for (guint i = 0; i < track->steps->len; i++)
        if (g_strcmp0 (tj_routine_track_step (track, i)->letter, kind) == 0)
          return tj_routine_track_step (track, i);
    }
  return NULL;
}

/**
 * tj_routine_follow_up_after:
 *
 * Returns: until when an occupation that became known on @day holds, when nothing was agreed
 */
TjDate
tj_routine_follow_up_after (const TjRoutine *routine, TjOccupation occupation, TjDate day)
{
  g_return_val_if_fail (routine != NULL && occupation < TJ_N_OCCUPATIONS, TJ_DATE_NONE);

  return tj_period_after (routine->follow_up[occupation], day);
}

/**
 * tj_routine_source_is_reliable:
 *
 * Returns: whether knowledge from @source ends the outreach ("annan säker källa")
 */
gboolean
tj_routine_source_is_reliable (const TjRoutine *routine, TjSource source)
{
  g_return_val_if_fail (routine != NULL, FALSE);

  return (routine->reliable_sources & (1u << source)) != 0;
}

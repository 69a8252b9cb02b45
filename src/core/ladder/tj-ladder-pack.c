/* A planned ladder as bytes, to be kept beside the register so that lists need no events. The form
 * is this program's own and versioned: a reader that finds another version, or a routine whose
 * track has other steps, refuses, and the ladder is planned anew. Dates take three bytes. */

#include "config.h"

#include "tj-ladder.h"

#include <string.h>

#define FORMAT_VERSION 2
#define HEAD_SIZE (5 + 4 * 3)
#define MEASURE_SIZE (2 * 3)
#define RUNG_SIZE (3 * 3 + 1)
#define NO_TRACK 0xff

G_STATIC_ASSERT (HEAD_SIZE + TJ_LADDER_MAX_MEASURES * MEASURE_SIZE
                     + 2 * TJ_LADDER_MAX_STEPS * RUNG_SIZE
                 <= TJ_LADDER_PACKED_MAX);

static gsize
packed_size (guint n_measures, guint n_rungs)
{
  return HEAD_SIZE + (gsize)n_measures * MEASURE_SIZE + 2 * (gsize)n_rungs * RUNG_SIZE;
}

static void
put_date (guint8 **cursor, TjDate date)
{
  *(*cursor)++ = (guint8)(date >> 16);
  *(*cursor)++ = (guint8)(date >> 8);
  *(*cursor)++ = (guint8)date;
}

static TjDate
take_date (const guint8 **cursor)
{
  const guint8 *bytes = *cursor;

  *cursor += 3;
  return (TjDate)bytes[0] << 16 | (TjDate)bytes[1] << 8 | bytes[2];
}

static void
put_rungs (guint8 **cursor, const TjRung *rungs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      put_date (cursor, rungs[i].opens);
      put_date (cursor, rungs[i].due);
      put_date (cursor, rungs[i].done_on);
      *(*cursor)++ = (guint8)rungs[i].skip;
    }
}

static gboolean
take_rungs (const guint8 **cursor, TjRung *rungs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      rungs[i].opens = take_date (cursor);
      rungs[i].due = take_date (cursor);
      rungs[i].done_on = take_date (cursor);
      rungs[i].skip = *(*cursor)++;
      if (rungs[i].skip >= TJ_N_SKIPS)
        return FALSE;
    }
  return TRUE;
}

/**
 * tj_ladder_pack:
 * @buffer: takes the bytes; %TJ_LADDER_PACKED_MAX always suffices
 *
 * Returns: how many bytes were written, 0 when @size is too small
 */
gsize
tj_ladder_pack (const TjLadder *ladder, guint8 *buffer, gsize size)
{
  guint8 *cursor = buffer;

  g_return_val_if_fail (ladder != NULL && buffer != NULL, 0);

  if (size < packed_size (ladder->n_measures, ladder->n_rungs))
    return 0;

  *cursor++ = FORMAT_VERSION;
  *cursor++ = ladder->track != NULL ? (guint8)ladder->track_index : NO_TRACK;
  *cursor++ = (guint8)ladder->n_rungs;
  *cursor++ = (guint8)ladder->occupation;
  *cursor++ = (guint8)ladder->n_measures;
  put_date (&cursor, ladder->start);
  put_date (&cursor, ladder->rests_until);
  put_date (&cursor, ladder->answered_on);
  put_date (&cursor, ladder->turns_twenty);
  for (guint i = 0; i < ladder->n_measures; i++)
    {
      put_date (&cursor, ladder->measures[i].start);
      put_date (&cursor, ladder->measures[i].end);
    }
  put_rungs (&cursor, ladder->rungs, ladder->n_rungs);
  put_rungs (&cursor, ladder->past, ladder->n_rungs);
  return (gsize)(cursor - buffer);
}

static gboolean
take_track (TjLadder *ladder, const TjRoutine *routine, guint index, guint n_rungs)
{
  ladder->n_rungs = n_rungs;
  if (index == NO_TRACK)
    return n_rungs == 0;
  if (index >= routine->tracks->len)
    return FALSE;

  ladder->track_index = index;
  ladder->track = g_ptr_array_index (routine->tracks, index);
  return n_rungs == ladder->track->steps->len && n_rungs <= TJ_LADDER_MAX_STEPS;
}

/**
 * tj_ladder_unpack:
 * @ladder: (out caller-allocates): the ladder; it points into @routine. Undefined on failure
 * @routine: the routine it was planned by
 *
 * Returns: whether @bytes are a ladder of this version that fits @routine; if not, plan it anew.
 *   That a routine's step has the same meaning as when it was packed cannot be seen here: plan all
 *   ladders anew when the routine changes
 */
gboolean
tj_ladder_unpack (TjLadder *ladder, const TjRoutine *routine, const guint8 *bytes, gsize n)
{
  const guint8 *cursor = bytes + 5;

  g_return_val_if_fail (ladder != NULL && routine != NULL, FALSE);

  memset (ladder, 0, sizeof *ladder);
  if (bytes == NULL || n < HEAD_SIZE || bytes[0] != FORMAT_VERSION || bytes[3] >= TJ_N_OCCUPATIONS
      || bytes[4] > TJ_LADDER_MAX_MEASURES || !take_track (ladder, routine, bytes[1], bytes[2])
      || n != packed_size (bytes[4], ladder->n_rungs))
    return FALSE;

  ladder->occupation = bytes[3];
  ladder->n_measures = bytes[4];
  ladder->start = take_date (&cursor);
  ladder->rests_until = take_date (&cursor);
  ladder->answered_on = take_date (&cursor);
  ladder->turns_twenty = take_date (&cursor);
  for (guint i = 0; i < ladder->n_measures; i++)
    {
      ladder->measures[i].start = take_date (&cursor);
      ladder->measures[i].end = take_date (&cursor);
    }
  return take_rungs (&cursor, ladder->rungs, ladder->n_rungs)
         && take_rungs (&cursor, ladder->past, ladder->n_rungs);
}

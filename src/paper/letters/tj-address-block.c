/* An address made to fit the window: at most four lines of 4.2 mm at 10.5 points where that is
 * possible. A longer one first joins short lines ("c/o Berg, Storgatan 5"), then wraps, and only
 * then becomes smaller; it never leaves the window and never loses a letter. The millimetres are
 * derived from the Norwegian standard and Swedish typing positions, there being no Swedish one. */

#include "config.h"

#include "tj-address-block.h"

#define MAX_LINES 4

#define FAMILY "Noto Sans"
#define BLACK                                                                                      \
  {                                                                                                \
    0, 0, 0                                                                                        \
  }

/* A size to try, with the most lines of it that the window holds. */
typedef struct
{
  TjTextStyle style;
  guint max_lines;
} Step;

static const Step steps[] = {
  { { FAMILY, FALSE, 10.5, TJ_MM (4.2), BLACK }, MAX_LINES },
  { { FAMILY, FALSE, 10, TJ_MM (4.2), BLACK }, MAX_LINES },
  { { FAMILY, FALSE, 10, TJ_MM (3.7), BLACK }, 5 },
  { { FAMILY, FALSE, 9, TJ_MM (3.1), BLACK }, 6 },
  { { FAMILY, FALSE, 8, TJ_MM (2.8), BLACK }, 6 },
  { { FAMILY, FALSE, 7, TJ_MM (2.5), BLACK }, 7 },
  { { FAMILY, FALSE, 6, TJ_MM (2.15), BLACK }, 8 },
  { { FAMILY, FALSE, 5, TJ_MM (1.8), BLACK }, 10 },
  { { FAMILY, FALSE, 4, TJ_MM (1.45), BLACK }, 13 },
};

/* What is left free to the right, for the unseen space that ends a line (mm). */
#define RIGHT_MARGIN 1.5

/* The size at which joined lines must still fit. */
static const TjTextStyle *const join_style = &steps[1].style;

static double
measure (TjTypesetter *typesetter, const char *text)
{
  return tj_typesetter_set_once (typesetter, join_style, 0, text)->width;
}

static char *
join_pair (const GPtrArray *lines, guint first)
{
  return g_strconcat (g_ptr_array_index (lines, first), ", ", g_ptr_array_index (lines, first + 1),
                      NULL);
}

/* Joins the two neighbours that make the shortest line; the name and the postal line stay alone. */
static gboolean
join_shortest (TjTypesetter *typesetter, GPtrArray *lines, double width)
{
  guint best = 0;
  double best_width = width;

  for (guint i = 1; i + 2 < lines->len; i++)
    {
      g_autofree char *joined = join_pair (lines, i);
      double joined_width = measure (typesetter, joined);

      if (joined_width <= best_width)
        {
          best = i;
          best_width = joined_width;
        }
    }
  if (best == 0)
    return FALSE;
  g_ptr_array_insert (lines, (int)best, join_pair (lines, best));
  g_ptr_array_remove_range (lines, best + 1, 2);
  return TRUE;
}

static char *
join_lines (TjTypesetter *typesetter, const char *const *lines, double width)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (kept, g_strdup (lines[i]));
  while (kept->len > MAX_LINES && join_shortest (typesetter, kept, width))
    continue;
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **)kept->pdata);
}

/**
 * tj_address_block_set:
 * @lines: the address, the name first and the postal line last
 * @dx: how far the block is moved to the right, in millimetres
 *
 * Returns: (transfer none): the address as set, valid until the typesetter is used again
 */
const TjSetText *
tj_address_block_set (TjTypesetter *typesetter, const char *const *lines, double dx)
{
  double width = TJ_MM (TJ_WINDOW_SURE_RIGHT - RIGHT_MARGIN - TJ_ADDRESS_LEFT - MAX (dx, 0));
  g_autofree char *text = join_lines (typesetter, lines, width);
  const TjSetText *set = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      set = tj_typesetter_set_once (typesetter, &steps[i].style, width, text);
      if (set->n_lines <= steps[i].max_lines)
        break;
    }
  return set;
}

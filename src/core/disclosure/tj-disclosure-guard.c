/* The second half of disclosure control: sees that no hidden quantity can be worked out. Every
 * hidden quantity needs witnesses at both ends of an interval that is wide enough. They are sought
 * in rounds: by short walks, which find nearly all; by solving exactly for the others; and for
 * those that are truly narrow, by hiding the smallest shown quantities that give them room, which
 * are then guarded in turn. Hiding more never takes a witness away, so this ends. */

#include "config.h"

#include "tj-disclosure-private.h"

typedef struct
{
  gint down, up; /* values that the quantity must be able to take */
} Goal;

static Goal
find_goal (const TjDisclosure *self, const TjQuantity *quantity)
{
  gint threshold = (gint)self->threshold;
  gint value = (gint)quantity->value;
  gint width = MAX (threshold - 2, 1);

  if (value < threshold)
    return (Goal){ MIN (value, 1), threshold - 1 };
  if ((gint)quantity->low < value)
    return (Goal){ (gint)quantity->low, (gint)quantity->low + width };
  return (Goal){ value, value + width };
}

static gboolean
is_reached (const TjQuantity *quantity, gint value)
{
  return (gint)quantity->low <= value && (gint)quantity->high >= value;
}

/* Walks towards a value through one witness after another, in as long steps as can be had. */
static gboolean
walk_to (TjDisclosure *self, TjWitness *witness, guint index, gint goal, guint limit)
{
  const TjQuantity *quantity = tj_disclosure_quantity (self, index);

  while (!is_reached (quantity, goal))
    {
      gint left = goal - tj_witness_get_value (witness, index);
      gint step = left;

      while (step != 0 && !tj_witness_step (witness, index, step, limit))
        step /= 2;
      if (step == 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether hidden quantities alone have a way: from where the last walk ended, or from the true
 * numbers. */
static gboolean
reach_free (TjDisclosure *self, TjWitness *witness, guint index, gint goal)
{
  if (walk_to (self, witness, index, goal, 0))
    return TRUE;
  tj_witness_reset (witness);
  return walk_to (self, witness, index, goal, 0);
}

/* Hides shown quantities of few youths, and only if that does not do of more and more. */
static gboolean
reach_paid (TjDisclosure *self, TjWitness *witness, guint index, gint goal)
{
  if (reach_free (self, witness, index, goal))
    return TRUE;
  for (guint limit = 2 * self->threshold; limit < G_MAXINT / 4; limit *= 4)
    {
      tj_witness_reset (witness);
      if (walk_to (self, witness, index, goal, limit))
        return TRUE;
    }
  return FALSE;
}

/* The last resort: everything that a quantity is directly related to. Returns whether that hid
 * anything. */
static gboolean
hide_related (TjDisclosure *self, guint index)
{
  gboolean hid = FALSE;

  for (guint i = self->first_use[index]; i < self->first_use[index + 1]; i++)
    {
      const TjRelation *relation = tj_disclosure_relation (self, self->uses[i].quantity);

      for (guint j = 0; j < relation->n; j++)
        {
          guint other = tj_disclosure_member (self, relation, j)->quantity;
          const TjQuantity *quantity = tj_disclosure_quantity (self, other);

          if (quantity->hidden || quantity->internal || quantity->is_public || quantity->value == 0)
            continue;
          tj_disclosure_hide (self, other);
          hid = TRUE;
        }
    }
  return hid;
}

/* Walks for every quantity that waits. Those for which no way was found are left in `doubtful`. */
static void
walk_all (TjDisclosure *self, TjWitness *witness, GArray *doubtful)
{
  while (!g_queue_is_empty (&self->to_guard))
    {
      guint index = GPOINTER_TO_UINT (g_queue_pop_head (&self->to_guard));
      Goal goal = find_goal (self, tj_disclosure_quantity (self, index));

      if (!reach_free (self, witness, index, goal.up)
          || !reach_free (self, witness, index, goal.down))
        g_array_append_val (doubtful, index);
    }
}

static gboolean
is_guarded (TjDisclosure *self, guint index)
{
  const TjQuantity *quantity = tj_disclosure_quantity (self, index);
  Goal goal = find_goal (self, quantity);

  return is_reached (quantity, goal.up) && is_reached (quantity, goal.down);
}

/* Solves exactly for the doubtful ones, component by component; leaves those that are narrow. */
static void
solve_all (TjDisclosure *self, GArray *doubtful)
{
  g_autoptr (GArray) narrow = g_array_new (FALSE, FALSE, sizeof (guint));

  while (doubtful->len > 0)
    {
      g_autoptr (TjTableau) tableau
          = tj_tableau_new (self, g_array_index (doubtful, guint, doubtful->len - 1));

      for (guint i = doubtful->len; i > 0; i--)
        {
          guint index = g_array_index (doubtful, guint, i - 1);
          Goal goal = find_goal (self, tj_disclosure_quantity (self, index));

          if (!tj_tableau_has (tableau, index))
            continue;
          if (!is_guarded (self, index)
              && (!tj_tableau_reach (tableau, index, goal.up)
                  || !tj_tableau_reach (tableau, index, goal.down)))
            g_array_append_val (narrow, index);
          g_array_remove_index (doubtful, i - 1);
        }
    }
  g_array_append_vals (doubtful, narrow->data, narrow->len);
}

/* Whether the interval is no narrower than that of a small number, wherever it lies: some numbers
 * can go no lower than two, because two groups that are somebody are in them. */
static gboolean
is_wide (const TjDisclosure *self, guint index)
{
  const TjQuantity *quantity = tj_disclosure_quantity (self, index);

  return quantity->high + 1 >= self->threshold
         && quantity->high - quantity->low + 2 >= MAX (self->threshold, 3);
}

/* Hides what a narrow quantity needs. Returns whether anything had to be and could be hidden. */
static gboolean
hide_for (TjDisclosure *self, TjWitness *witness, guint index)
{
  Goal goal = find_goal (self, tj_disclosure_quantity (self, index));

  if (reach_paid (self, witness, index, goal.up) && reach_paid (self, witness, index, goal.down))
    return TRUE;
  if (is_wide (self, index))
    return FALSE;
  g_queue_push_tail (&self->to_guard, GUINT_TO_POINTER (index));
  return hide_related (self, index);
}

/* Returns whether another round is worth while: something more was hidden. */
static gboolean
hide_for_all (TjDisclosure *self, TjWitness *witness, const GArray *narrow)
{
  gboolean hid = FALSE;

  for (guint i = 0; i < narrow->len; i++)
    hid |= hide_for (self, witness, g_array_index (narrow, guint, i));
  return hid;
}

static guint
count_narrow (const TjDisclosure *self, const GArray *doubtful)
{
  guint n = 0;

  for (guint i = 0; i < doubtful->len; i++)
    n += !is_wide (self, g_array_index (doubtful, guint, i));
  return n;
}

/* That nobody is in a group which nobody can be in is no secret: anybody can work it out. */
static void
show_empty (TjDisclosure *self, GArray *doubtful)
{
  for (guint i = doubtful->len; i > 0; i--)
    {
      const guint index = g_array_index (doubtful, guint, i - 1);
      TjQuantity *quantity = tj_disclosure_quantity (self, index);

      if (quantity->high > 0 || !quantity->hidden)
        continue;
      quantity->hidden = FALSE;
      g_array_remove_index (doubtful, i - 1);
    }
}

/* Guards every quantity that waits, and those that are hidden meanwhile. */
void
tj_disclosure_guard (TjDisclosure *self)
{
  g_autoptr (TjWitness) witness = tj_witness_new (self);
  g_autoptr (GArray) doubtful = g_array_new (FALSE, FALSE, sizeof (guint));

  do
    {
      g_array_set_size (doubtful, 0);
      walk_all (self, witness, doubtful);
      solve_all (self, doubtful);
    }
  while (hide_for_all (self, witness, doubtful));
  show_empty (self, doubtful);
  self->n_unguarded = count_narrow (self, doubtful);
}

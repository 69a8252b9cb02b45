/* The second half of disclosure control: sees that no hidden quantity can be worked out. Every
 * hidden quantity needs witnesses at both ends of an interval that is wide enough; where hidden
 * quantities alone give none, the smallest shown ones that do are hidden with them, and guarded in
 * turn. Hiding more never takes a witness away, so this ends. */

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

/* Cheaper ways first: none of the shown, from where the last walk ended and then from the true
 * numbers; then shown ones of few youths, then of more and more. */
static gboolean
reach (TjDisclosure *self, TjWitness *witness, guint index, gint goal)
{
  if (walk_to (self, witness, index, goal, 0))
    return TRUE;
  tj_witness_reset (witness);
  for (guint limit = 0; limit < G_MAXINT / 4; limit = MAX (4 * limit, 2 * self->threshold))
    if (walk_to (self, witness, index, goal, limit))
      return TRUE;
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

          if (quantity->hidden || quantity->internal || quantity->value == 0)
            continue;
          tj_disclosure_hide (self, other);
          hid = TRUE;
        }
    }
  return hid;
}

static void
guard_value (TjDisclosure *self, TjWitness *witness, guint index, gint goal)
{
  while (!reach (self, witness, index, goal))
    if (!hide_related (self, index))
      {
        self->n_unguarded++;
        return;
      }
}

static void
guard_quantity (TjDisclosure *self, TjWitness *witness, guint index)
{
  Goal goal = find_goal (self, tj_disclosure_quantity (self, index));

  guard_value (self, witness, index, goal.up);
  guard_value (self, witness, index, goal.down);
}

/* Guards every quantity that waits, and those that are hidden meanwhile. */
void
tj_disclosure_guard (TjDisclosure *self)
{
  g_autoptr (TjWitness) witness = tj_witness_new (self);

  while (!g_queue_is_empty (&self->to_guard))
    guard_quantity (self, witness, GPOINTER_TO_UINT (g_queue_pop_head (&self->to_guard)));
}

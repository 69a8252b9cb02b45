/* Disclosure control: which numbers of a report are too small to be shown, and which others must
 * be hidden with them. This file keeps quantities and relations and hides what is small in
 * itself; tj-disclosure-guard.c hides what would give that away.
 *
 * A report is safe when, for every hidden quantity, numbers other than the true ones would have
 * given exactly the same report: that is what is sought, rather than a count of hidden cells a
 * row, because it holds for tables that share rows, for chains of half-years and for shares. */

#include "config.h"

#include "tj-disclosure-private.h"

static void
init_arrays (TjDisclosure *self)
{
  self->quantities = g_array_new (FALSE, TRUE, sizeof (TjQuantity));
  self->members = g_array_new (FALSE, TRUE, sizeof (TjRelationMember));
  self->relations = g_array_new (FALSE, TRUE, sizeof (TjRelation));
  g_queue_init (&self->to_guard);
}

/**
 * tj_disclosure_new:
 * @threshold: the least number of youths that is shown; 0 or 1 hides nothing
 *
 * Default 5; 10 is Skolverket's own limit for pupils.
 *
 * Returns: (transfer full): a control without quantities
 */
TjDisclosure *
tj_disclosure_new (guint threshold)
{
  TjDisclosure *self = g_new0 (TjDisclosure, 1);

  self->threshold = threshold;
  init_arrays (self);
  return self;
}

/* Frees the control and all it was told. */
void
tj_disclosure_free (TjDisclosure *self)
{
  g_array_unref (self->quantities);
  g_array_unref (self->members);
  g_array_unref (self->relations);
  g_queue_clear (&self->to_guard);
  g_free (self->first_use);
  g_free (self->uses);
  g_free (self);
}

/**
 * tj_disclosure_add:
 * @value: how many youths
 *
 * Returns: the index of a quantity that the report shows
 */
guint
tj_disclosure_add (TjDisclosure *self, guint value)
{
  TjQuantity quantity = { .value = value, .low = value, .high = value };

  g_return_val_if_fail (self != NULL, 0);

  g_array_append_val (self->quantities, quantity);
  return self->quantities->len - 1;
}

static void
add_members (TjDisclosure *self, const guint *quantities, gsize n, gint sign)
{
  for (gsize i = 0; i < n; i++)
    {
      TjRelationMember member = { quantities[i], sign };

      g_array_append_val (self->members, member);
    }
}

static gint64
add_up (const TjDisclosure *self, guint first)
{
  gint64 sum = 0;

  for (guint i = first; i < self->members->len; i++)
    {
      const TjRelationMember *member = &g_array_index (self->members, TjRelationMember, i);

      sum += (gint64)member->sign * tj_disclosure_quantity (self, member->quantity)->value;
    }
  return sum;
}

static void
add_relation (TjDisclosure *self,
              const guint *left,
              gsize n_left,
              const guint *right,
              gsize n_right,
              gboolean has_whole)
{
  guint first = self->members->len;
  TjRelation relation = { first, (guint)(n_left + n_right), has_whole };

  add_members (self, left, n_left, 1);
  add_members (self, right, n_right, -1);
  if (add_up (self, first) != 0)
    {
      g_array_set_size (self->members, first);
      g_critical ("A relation between the numbers of a report does not add up");
      return;
    }
  g_array_append_val (self->relations, relation);
}

/**
 * tj_disclosure_add_sum:
 * @total: a quantity
 * @parts: the quantities it is the sum of
 *
 * Tells that a total is the sum of its parts, no youth in two of them.
 */
void
tj_disclosure_add_sum (TjDisclosure *self, guint total, const guint *parts, gsize n_parts)
{
  g_return_if_fail (self != NULL);

  add_relation (self, &total, 1, parts, n_parts, TRUE);
}

/**
 * tj_disclosure_add_balance:
 *
 * Tells that two sums are equal: those at the start and the new ones are those who ended and
 * those at the end.
 */
void
tj_disclosure_add_balance (TjDisclosure *self,
                           const guint *left,
                           gsize n_left,
                           const guint *right,
                           gsize n_right)
{
  g_return_if_fail (self != NULL);

  add_relation (self, left, n_left, right, n_right, FALSE);
}

/**
 * tj_disclosure_add_subset:
 * @part: a quantity
 * @whole: the quantity that all of @part belong to
 *
 * Tells that @part is never more than @whole. Who is left when @part is taken from @whole is then
 * guarded too, though no table shows it: 58 of 60 says that two are not.
 *
 * Returns: the index of the rest
 */
guint
tj_disclosure_add_subset (TjDisclosure *self, guint part, guint whole)
{
  guint parts[2] = { part, 0 };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (
      tj_disclosure_quantity (self, part)->value <= tj_disclosure_quantity (self, whole)->value, 0);

  parts[1] = tj_disclosure_add (self, tj_disclosure_quantity (self, whole)->value
                                          - tj_disclosure_quantity (self, part)->value);
  tj_disclosure_quantity (self, parts[1])->internal = TRUE;
  tj_disclosure_add_sum (self, whole, parts, 2);
  return parts[1];
}

/**
 * tj_disclosure_hide_again:
 * @quantity: one that an earlier report has hidden
 *
 * Hides it in this one too, as to show it would undo what was hidden then.
 */
void
tj_disclosure_hide_again (TjDisclosure *self, guint quantity)
{
  g_return_if_fail (self != NULL && quantity < self->quantities->len);

  tj_disclosure_quantity (self, quantity)->was_hidden = TRUE;
}

/**
 * tj_disclosure_keep_shown:
 * @quantity: one whose value an earlier report has told
 *
 * Keeps the control from hiding it to protect another: everybody knows it. One below the threshold
 * is hidden all the same.
 */
void
tj_disclosure_keep_shown (TjDisclosure *self, guint quantity)
{
  g_return_if_fail (self != NULL && quantity < self->quantities->len);

  if (tj_disclosure_quantity (self, quantity)->value >= self->threshold)
    tj_disclosure_quantity (self, quantity)->is_public = TRUE;
}

/* Lists for each quantity the relations it is in. */
static void
index_uses (TjDisclosure *self)
{
  guint n = self->quantities->len;
  g_autofree guint *next = g_new0 (guint, n + 1);

  g_free (self->first_use);
  g_free (self->uses);
  self->first_use = g_new0 (guint, n + 1);
  self->uses = g_new0 (TjRelationMember, self->members->len);
  for (guint i = 0; i < self->members->len; i++)
    self->first_use[g_array_index (self->members, TjRelationMember, i).quantity + 1]++;
  for (guint i = 0; i < n; i++)
    next[i + 1] = self->first_use[i + 1] += self->first_use[i];
  for (guint r = 0; r < self->relations->len; r++)
    for (guint i = 0; i < tj_disclosure_relation (self, r)->n; i++)
      {
        const TjRelationMember *member
            = tj_disclosure_member (self, tj_disclosure_relation (self, r), i);

        self->uses[next[member->quantity]++] = (TjRelationMember){ r, member->sign };
      }
}

/* Puts a quantity among the hidden (or, when no table shows it, among the guarded). */
void
tj_disclosure_hide (TjDisclosure *self, guint index)
{
  TjQuantity *quantity = tj_disclosure_quantity (self, index);

  if (quantity->internal && (quantity->value == 0 || quantity->value >= self->threshold))
    return;
  quantity->hidden = !quantity->internal;
  if (quantity->queued)
    return;
  quantity->queued = TRUE;
  g_queue_push_tail (&self->to_guard, GUINT_TO_POINTER (index));
}

/* The least value a reader must reckon with. A zero is hidden only in a group that is itself
 * hidden, so outside such a group a hidden quantity is known to be somebody. */
guint
tj_disclosure_get_least (const TjDisclosure *self, guint index)
{
  const TjQuantity *quantity = tj_disclosure_quantity (self, index);

  if (quantity->internal || quantity->value == 0)
    return 0;
  for (guint i = self->first_use[index]; i < self->first_use[index + 1]; i++)
    {
      const TjRelation *relation = tj_disclosure_relation (self, self->uses[i].quantity);
      guint whole = tj_disclosure_member (self, relation, 0)->quantity;

      if (relation->has_whole && whole != index && tj_disclosure_quantity (self, whole)->hidden)
        return 0;
    }
  return 1;
}

static void
hide_small (TjDisclosure *self)
{
  for (guint i = 0; i < self->quantities->len; i++)
    {
      guint value = tj_disclosure_quantity (self, i)->value;

      if ((value > 0 && value < self->threshold) || tj_disclosure_quantity (self, i)->was_hidden)
        tj_disclosure_hide (self, i);
    }
}

/* Whether a zero follows from another zero that is shown: nobody at all is there. */
static gboolean
is_in_shown_zero (const TjDisclosure *self, guint index)
{
  for (guint i = self->first_use[index]; i < self->first_use[index + 1]; i++)
    {
      const TjRelation *relation = tj_disclosure_relation (self, self->uses[i].quantity);
      guint whole = tj_disclosure_member (self, relation, 0)->quantity;
      const TjQuantity *quantity = tj_disclosure_quantity (self, whole);

      if (relation->has_whole && whole != index && quantity->value == 0 && !quantity->hidden)
        return TRUE;
    }
  return FALSE;
}

static gboolean
hide_parts (TjDisclosure *self, const TjRelation *relation)
{
  gboolean hid = FALSE;

  for (guint i = 1; i < relation->n; i++)
    {
      guint part = tj_disclosure_member (self, relation, i)->quantity;
      const TjQuantity *quantity = tj_disclosure_quantity (self, part);

      if (quantity->hidden || quantity->internal || is_in_shown_zero (self, part))
        continue;
      tj_disclosure_hide (self, part);
      hid = TRUE;
    }
  return hid;
}

/* Of a group too small to be shown nothing is shown: zeros in all cells but one would tell where
 * everyone in it is. */
static void
hide_parts_of_small (TjDisclosure *self)
{
  gboolean hid;

  do
    {
      hid = FALSE;
      for (guint i = 0; i < self->relations->len; i++)
        {
          const TjRelation *relation = tj_disclosure_relation (self, i);
          const TjQuantity *whole
              = tj_disclosure_quantity (self, tj_disclosure_member (self, relation, 0)->quantity);

          if (relation->has_whole && whole->hidden && whole->value < self->threshold)
            hid |= hide_parts (self, relation);
        }
    }
  while (hid);
}

/**
 * tj_disclosure_control:
 *
 * Decides what is hidden: quantities from 1 to the threshold less one; all parts of such a group;
 * and the smallest others without which one of these could be worked out to an interval narrower
 * than from 1 to the threshold less one.
 */
void
tj_disclosure_control (TjDisclosure *self)
{
  g_return_if_fail (self != NULL);

  if (self->threshold < 2)
    return;
  index_uses (self);
  hide_small (self);
  hide_parts_of_small (self);
  tj_disclosure_guard (self);
}

/**
 * tj_disclosure_is_hidden:
 *
 * Returns: whether the report shows ".." in the quantity's place; FALSE before the control
 */
gboolean
tj_disclosure_is_hidden (const TjDisclosure *self, guint quantity)
{
  g_return_val_if_fail (self != NULL && quantity < self->quantities->len, TRUE);

  return tj_disclosure_quantity (self, quantity)->hidden;
}

/**
 * tj_disclosure_get_n_hidden:
 *
 * Returns: how many of the quantities that the report shows are hidden
 */
guint
tj_disclosure_get_n_hidden (const TjDisclosure *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->quantities->len; i++)
    n += tj_disclosure_quantity (self, i)->hidden;
  return n;
}

/**
 * tj_disclosure_get_n_unguarded:
 *
 * Returns: how many hidden quantities follow from what is known even when everything related to
 * them is hidden; 0 in every report whose relations let its numbers vary at all
 */
guint
tj_disclosure_get_n_unguarded (const TjDisclosure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_unguarded;
}

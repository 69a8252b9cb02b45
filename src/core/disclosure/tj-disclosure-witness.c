/* Looks for a witness: another set of numbers that fits everything a reader knows and in which one
 * hidden quantity has changed by a given amount. It moves that quantity and then mends, relation
 * by relation, what no longer adds up, by moving other hidden quantities; when told so it may also
 * move shown ones, which then have to be hidden. A witness proves what is possible in whole
 * numbers, so nothing is rounded and nothing assumed of how the tables are linked. Not finding one
 * proves nothing: the search gives up after a number of steps. */

#include "config.h"

#include "tj-disclosure-private.h"

/* How many ways are tried to mend a relation, and how many relations in one search. */
#define MOST_WAYS 8
#define FREE_STEPS 100
#define PAID_STEPS 400
#define FURTHER_STEPS 60

typedef struct
{
  guint quantity;
  gint change;
  guint cost;
  gint rank;
} Way;

struct _TjWitness
{
  TjDisclosure *disclosure;
  gint *value;     /* per quantity: what it is in the witness that the search stands in */
  gboolean *moved; /* per quantity: whether the search has moved it */
  gint *residue;   /* per relation: what its sum is, when it should be 0 */
  GArray *open;    /* relations whose residue is not 0 */
  GArray *trail;   /* of Way: the moves made */
  GArray *best;    /* of Way: the cheapest witness found */
  guint cost, best_cost, limit, steps;
};

static void
set_residue (TjWitness *self, guint relation, gint residue)
{
  if (self->residue[relation] == 0)
    g_array_append_val (self->open, relation);
  self->residue[relation] = residue;
  if (residue != 0)
    return;
  for (guint i = 0; i < self->open->len; i++)
    if (g_array_index (self->open, guint, i) == relation)
      {
        g_array_remove_index_fast (self->open, i);
        return;
      }
}

static void
move (TjWitness *self, guint quantity, gint change)
{
  const TjDisclosure *disclosure = self->disclosure;

  self->value[quantity] += change;
  for (guint i = disclosure->first_use[quantity]; i < disclosure->first_use[quantity + 1]; i++)
    {
      guint relation = disclosure->uses[i].quantity;

      set_residue (self, relation, self->residue[relation] + disclosure->uses[i].sign * change);
    }
}

/* How many more relations are open after a move. */
static gint
count_opened (const TjWitness *self, guint quantity, gint change)
{
  const TjDisclosure *disclosure = self->disclosure;
  gint opened = 0;

  for (guint i = disclosure->first_use[quantity]; i < disclosure->first_use[quantity + 1]; i++)
    {
      gint before = self->residue[disclosure->uses[i].quantity];
      gint after = before + disclosure->uses[i].sign * change;

      opened += (after != 0) - (before != 0);
    }
  return opened;
}

/* How far a quantity can go towards `wanted`; 0 when it cannot be moved. */
static gint
find_room (const TjWitness *self, guint index, gint wanted)
{
  gint least;

  if (wanted > 0)
    return wanted;
  least = (gint)tj_disclosure_get_least (self->disclosure, index);
  return MAX (wanted, MIN (least - self->value[index], 0));
}

static gboolean
consider (const TjWitness *self, guint index, gint wanted, Way *way)
{
  const TjQuantity *quantity = tj_disclosure_quantity (self->disclosure, index);
  gboolean is_free = quantity->hidden || quantity->internal;

  if (self->moved[index])
    return FALSE;
  if (!is_free && (quantity->is_public || quantity->value == 0 || quantity->value > self->limit))
    return FALSE;
  way->quantity = index;
  way->change = find_room (self, index, wanted);
  way->cost = is_free ? 0 : quantity->value;
  if (way->change == 0 || self->cost + way->cost >= self->best_cost)
    return FALSE;
  way->rank = count_opened (self, index, way->change) * (gint)self->disclosure->threshold
              + (gint)MIN (way->cost, G_MAXINT / 2);
  return TRUE;
}

static void
insert_way (Way *ways, guint *n, const Way *way)
{
  guint place = *n;

  while (place > 0 && ways[place - 1].rank > way->rank)
    place--;
  if (place == MOST_WAYS)
    return;
  for (guint i = MIN (*n, MOST_WAYS - 1); i > place; i--)
    ways[i] = ways[i - 1];
  ways[place] = *way;
  *n = MIN (*n + 1, MOST_WAYS);
}

static guint
gather_ways (const TjWitness *self, guint index, Way *ways)
{
  const TjRelation *relation = tj_disclosure_relation (self->disclosure, index);
  guint n = 0;

  for (guint i = 0; i < relation->n; i++)
    {
      const TjRelationMember *member = tj_disclosure_member (self->disclosure, relation, i);
      Way way;

      if (consider (self, member->quantity, -self->residue[index] * member->sign, &way))
        insert_way (ways, &n, &way);
    }
  return n;
}

/* The open relation with the fewest members: where there is least to choose, one errs least. */
static guint
choose_open (const TjWitness *self)
{
  guint best = g_array_index (self->open, guint, 0);

  for (guint i = 1; i < self->open->len; i++)
    {
      guint relation = g_array_index (self->open, guint, i);

      if (tj_disclosure_relation (self->disclosure, relation)->n
          < tj_disclosure_relation (self->disclosure, best)->n)
        best = relation;
    }
  return best;
}

static void
keep_best (TjWitness *self)
{
  self->best_cost = self->cost;
  self->steps = MIN (self->steps, FURTHER_STEPS);
  g_array_set_size (self->best, 0);
  g_array_append_vals (self->best, self->trail->data, self->trail->len);
}

static void mend (TjWitness *self);

static void
try_way (TjWitness *self, const Way *way)
{
  move (self, way->quantity, way->change);
  self->moved[way->quantity] = TRUE;
  self->cost += way->cost;
  g_array_append_vals (self->trail, way, 1);
  mend (self);
  g_array_set_size (self->trail, self->trail->len - 1);
  self->cost -= way->cost;
  self->moved[way->quantity] = FALSE;
  move (self, way->quantity, -way->change);
}

static void
mend (TjWitness *self)
{
  Way ways[MOST_WAYS];
  guint n;

  if (self->open->len == 0)
    {
      keep_best (self);
      return;
    }
  if (self->steps == 0)
    return;
  self->steps--;
  n = gather_ways (self, choose_open (self), ways);
  for (guint i = 0; i < n && self->cost + ways[i].cost < self->best_cost; i++)
    try_way (self, &ways[i]);
}

/* A search that stands in the true numbers. */
TjWitness *
tj_witness_new (TjDisclosure *disclosure)
{
  TjWitness *self = g_new0 (TjWitness, 1);

  self->disclosure = disclosure;
  self->value = g_new0 (gint, disclosure->quantities->len);
  self->moved = g_new0 (gboolean, disclosure->quantities->len);
  self->residue = g_new0 (gint, disclosure->relations->len);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->trail = g_array_new (FALSE, FALSE, sizeof (Way));
  self->best = g_array_new (FALSE, FALSE, sizeof (Way));
  tj_witness_reset (self);
  return self;
}

/* Frees the search, not what it searched. */
void
tj_witness_free (TjWitness *self)
{
  g_free (self->value);
  g_free (self->moved);
  g_free (self->residue);
  g_array_unref (self->open);
  g_array_unref (self->trail);
  g_array_unref (self->best);
  g_free (self);
}

/* Stands in the true numbers again. */
void
tj_witness_reset (TjWitness *self)
{
  for (guint i = 0; i < self->disclosure->quantities->len; i++)
    self->value[i] = (gint)tj_disclosure_quantity (self->disclosure, i)->value;
}

/* What a quantity is in the witness that the search stands in. */
gint
tj_witness_get_value (const TjWitness *self, guint quantity)
{
  return self->value[quantity];
}

/* Takes the moves found: hides what they move, and widens the intervals they prove. */
static void
take_best (TjWitness *self)
{
  for (guint i = 0; i < self->best->len; i++)
    {
      const Way *way = &g_array_index (self->best, Way, i);
      TjQuantity *quantity = tj_disclosure_quantity (self->disclosure, way->quantity);

      move (self, way->quantity, way->change);
      quantity->low = MIN (quantity->low, (guint)self->value[way->quantity]);
      quantity->high = MAX (quantity->high, (guint)self->value[way->quantity]);
      tj_disclosure_hide (self->disclosure, way->quantity);
    }
}

/* Moves `quantity` by `change` from where the witness stands, moving with it shown quantities of
 * at most `limit` (0: none), which are then hidden; of several ways the one that hides the fewest
 * youths. Returns whether there is one; if not, nothing has moved. */
gboolean
tj_witness_step (TjWitness *self, guint quantity, gint change, guint limit)
{
  Way first = { quantity, change, 0, 0 };

  self->limit = limit;
  self->steps = limit == 0 ? FREE_STEPS : PAID_STEPS;
  self->cost = 0;
  self->best_cost = G_MAXUINT;
  try_way (self, &first);
  if (self->best_cost == G_MAXUINT)
    return FALSE;
  take_best (self);
  return TRUE;
}

/* The exact answer to how far a hidden quantity can go, for hidden quantities that hang together:
 * the relations between them solved for some (the basic ones) in terms of the others, as in the
 * simplex method, starting in the true numbers. Quantities may be fractions here, so a reader who
 * also thinks of whole numbers could in rare tables say more; the walk through witnesses, which
 * comes first, does think of them. */

#include "config.h"

#include "tj-disclosure-private.h"

#include <math.h>
#include <string.h>

#define NOWHERE G_MAXUINT
#define NEGLIGIBLE 1e-9
#define MOST_PIVOTS 400

/* Everything gets a little more room than it has, each its own, so that no two limits are met at
 * once and no step is of nothing: that is how the method would go in circles. */
#define SLACK 1e-6

struct _TjTableau
{
  TjDisclosure *disclosure;
  guint n_rows, n_columns;
  double *cells;  /* how a row's basic quantity changes when a column's grows by one */
  guint *basic;   /* per row */
  guint *other;   /* per column */
  guint *place;   /* per quantity: its row, or n_rows + its column, or nowhere */
  double *value;  /* per quantity */
  double *least;  /* per quantity */
  guint *touched; /* columns that are not 0 in the row being looked at */
  double *reach;  /* per touched column: how far it can be moved */
};

static double *
cell_at (const TjTableau *self, guint row, guint column)
{
  return &self->cells[(gsize)row * self->n_columns + column];
}

/* The hidden quantities and relations that hang together with one; quantities get their place in
 * the order they are found. */
static void
find_component (TjTableau *self, guint quantity, GArray *quantities, GArray *relations)
{
  const TjDisclosure *disclosure = self->disclosure;
  g_autofree gboolean *seen = g_new0 (gboolean, disclosure->relations->len + 1);

  g_array_append_val (quantities, quantity);
  self->place[quantity] = 0;
  for (guint i = 0; i < quantities->len; i++)
    {
      guint index = g_array_index (quantities, guint, i);

      for (guint j = disclosure->first_use[index]; j < disclosure->first_use[index + 1]; j++)
        {
          guint r = disclosure->uses[j].quantity;
          const TjRelation *relation = tj_disclosure_relation (disclosure, r);

          if (seen[r])
            continue;
          seen[r] = TRUE;
          g_array_append_val (relations, r);
          for (guint k = 0; k < relation->n; k++)
            {
              guint member = tj_disclosure_member (disclosure, relation, k)->quantity;

              if (self->place[member] != NOWHERE || !tj_disclosure_is_unknown (disclosure, member))
                continue;
              self->place[member] = quantities->len;
              g_array_append_val (quantities, member);
            }
        }
    }
}

static void
fill_cells (TjTableau *self, const GArray *relations)
{
  self->cells = g_new0 (double, (gsize)self->n_rows * self->n_columns);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const TjRelation *relation
          = tj_disclosure_relation (self->disclosure, g_array_index (relations, guint, i));

      for (guint k = 0; k < relation->n; k++)
        {
          const TjRelationMember *member = tj_disclosure_member (self->disclosure, relation, k);

          if (self->place[member->quantity] != NOWHERE)
            *cell_at (self, i, self->place[member->quantity]) += member->sign;
        }
    }
}

/* Takes `times` rows of one from another, of which only the touched columns are not 0. */
static void
add_row (TjTableau *self, guint to, guint from, guint n_touched, double times)
{
  double *target = cell_at (self, to, 0);
  const double *source = cell_at (self, from, 0);

  for (guint i = 0; i < n_touched; i++)
    {
      guint column = self->touched[i];

      target[column] += times * source[column];
      if (fabs (target[column]) < NEGLIGIBLE)
        target[column] = 0;
    }
}

static guint
touch_row (TjTableau *self, guint row)
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (*cell_at (self, row, i) != 0)
      self->touched[n++] = i;
  return n;
}

/* Solves the relations: each row gets a quantity that stands in no other row. A row that follows
 * from others gets none. */
static void
eliminate (TjTableau *self, guint *pivots)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint n = touch_row (self, row);
      double pivot;

      pivots[row] = NOWHERE;
      if (n == 0)
        continue;
      pivots[row] = self->touched[n - 1];
      pivot = *cell_at (self, row, pivots[row]);
      for (guint i = 0; i < n; i++)
        *cell_at (self, row, self->touched[i]) /= pivot;
      for (guint i = 0; i < self->n_rows; i++)
        if (i != row && *cell_at (self, i, pivots[row]) != 0)
          add_row (self, i, row, n, -*cell_at (self, i, pivots[row]));
    }
}

/* Keeps the solved rows, and the columns that were not solved for. */
static void
settle (TjTableau *self, const guint *pivots, const GArray *quantities)
{
  g_autofree double *old = g_steal_pointer (&self->cells);
  guint old_columns = self->n_columns, n = 0;

  self->basic = g_new (guint, self->n_rows + 1);
  self->other = g_new (guint, old_columns);
  for (guint i = 0; i < self->n_rows; i++)
    if (pivots[i] != NOWHERE)
      self->place[g_array_index (quantities, guint, pivots[i])] = NOWHERE;
  self->n_columns = 0;
  for (guint i = 0; i < old_columns; i++)
    if (self->place[g_array_index (quantities, guint, i)] != NOWHERE)
      self->other[self->n_columns++] = i;
  self->cells = g_new (double, (gsize)self->n_rows * self->n_columns + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (pivots[i] == NOWHERE)
        continue;
      for (guint j = 0; j < self->n_columns; j++)
        *cell_at (self, n, j) = -old[(gsize)i * old_columns + self->other[j]];
      self->basic[n++] = g_array_index (quantities, guint, pivots[i]);
    }
  self->n_rows = n;
}

static void
find_places (TjTableau *self, const GArray *quantities)
{
  for (guint i = 0; i < self->n_rows; i++)
    self->place[self->basic[i]] = i;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->other[i] = g_array_index (quantities, guint, self->other[i]);
      self->place[self->other[i]] = self->n_rows + i;
    }
  for (guint i = 0; i < quantities->len; i++)
    {
      guint quantity = g_array_index (quantities, guint, i);

      self->value[quantity] = tj_disclosure_quantity (self->disclosure, quantity)->value;
      self->least[quantity]
          = tj_disclosure_get_least (self->disclosure, quantity) - SLACK * (1 + i % 97 / 97.);
    }
}

/* Everything hidden that hangs together with `quantity`, solved. */
TjTableau *
tj_tableau_new (TjDisclosure *disclosure, guint quantity)
{
  TjTableau *self = g_new0 (TjTableau, 1);
  guint n = disclosure->quantities->len;
  g_autoptr (GArray) quantities = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *pivots = NULL;

  self->disclosure = disclosure;
  self->place = g_new (guint, n);
  memset (self->place, 0xff, n * sizeof (guint));
  self->value = g_new0 (double, n);
  self->least = g_new0 (double, n);
  find_component (self, quantity, quantities, relations);
  self->n_rows = relations->len;
  self->n_columns = quantities->len;
  self->touched = g_new (guint, quantities->len);
  self->reach = g_new (double, quantities->len);
  pivots = g_new (guint, self->n_rows + 1);
  fill_cells (self, relations);
  eliminate (self, pivots);
  settle (self, pivots, quantities);
  find_places (self, quantities);
  return self;
}

/* Frees the tableau. */
void
tj_tableau_free (TjTableau *self)
{
  g_free (self->cells);
  g_free (self->basic);
  g_free (self->other);
  g_free (self->place);
  g_free (self->value);
  g_free (self->least);
  g_free (self->touched);
  g_free (self->reach);
  g_free (self);
}

/* Whether a quantity was hidden and hung together with the others when the tableau was made. */
gboolean
tj_tableau_has (const TjTableau *self, guint quantity)
{
  return self->place[quantity] != NOWHERE;
}

/* Lets a basic quantity and another change places. */
static void
swap (TjTableau *self, guint row, guint column)
{
  double pivot = *cell_at (self, row, column);
  guint basic = self->basic[row], n;

  for (guint i = 0; i < self->n_columns; i++)
    if (i != column)
      *cell_at (self, row, i) /= -pivot;
  *cell_at (self, row, column) = 1 / pivot;
  n = touch_row (self, row);
  for (guint i = 0; i < self->n_rows; i++)
    {
      double times = *cell_at (self, i, column);

      if (i == row || times == 0)
        continue;
      *cell_at (self, i, column) = 0;
      add_row (self, i, row, n, times);
    }
  self->basic[row] = self->other[column];
  self->other[column] = basic;
  self->place[self->basic[row]] = row;
  self->place[basic] = self->n_rows + column;
}

static void
widen (TjTableau *self, guint index, double change)
{
  TjQuantity *quantity = tj_disclosure_quantity (self->disclosure, index);
  double value = self->value[index] + change;

  self->value[index] = value;
  if (value + NEGLIGIBLE < quantity->low)
    quantity->low = (guint)MAX (ceil (value - 1e-4), 0);
  if (value - NEGLIGIBLE > quantity->high)
    quantity->high = (guint)floor (value + 1e-4);
}

/* Moves a column's quantity in a direction, at most `most`, until a basic one is at its least.
 * Returns the row of that one, or nowhere. */
static guint
slide (TjTableau *self, guint column, double direction, double most)
{
  guint blocking = NOWHERE;
  double step = most, size = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      double change = *cell_at (self, i, column) * direction;
      double room = MAX (self->value[self->basic[i]] - self->least[self->basic[i]], 0);

      if (change > -NEGLIGIBLE || room / -change > step + NEGLIGIBLE)
        continue;
      if (blocking != NOWHERE && room / -change > step - NEGLIGIBLE && -change < size)
        continue;
      if (blocking == NOWHERE && room / -change > step - NEGLIGIBLE)
        continue;
      step = room / -change;
      size = -change;
      blocking = i;
    }
  if (step <= 0)
    return blocking;
  widen (self, self->other[column], direction * step);
  for (guint i = 0; i < self->n_rows; i++)
    if (*cell_at (self, i, column) != 0)
      widen (self, self->basic[i], *cell_at (self, i, column) * direction * step);
  return blocking;
}

/* How far each column that matters to a row can move it in a direction, in `reach`. */
static guint
measure_columns (TjTableau *self, guint row, double direction)
{
  guint n = touch_row (self, row);

  for (guint k = 0; k < n; k++)
    {
      guint quantity = self->other[self->touched[k]];

      self->reach[k] = *cell_at (self, row, self->touched[k]) * direction > 0
                           ? G_MAXDOUBLE
                           : self->value[quantity] - self->least[quantity];
    }
  for (guint i = 0; i < self->n_rows; i++)
    {
      double room = MAX (self->value[self->basic[i]] - self->least[self->basic[i]], 0);
      const double *cells = cell_at (self, i, 0), *gains = cell_at (self, row, 0);

      for (guint k = 0; k < n; k++)
        {
          double change = cells[self->touched[k]];

          if (gains[self->touched[k]] * direction < 0)
            change = -change;
          if (change < -NEGLIGIBLE && i != row && room < self->reach[k] * -change)
            self->reach[k] = room / -change;
        }
    }
  return n;
}

/* The column that brings a row's quantity furthest in a direction. */
static guint
choose_column (TjTableau *self, guint row, double direction)
{
  guint best = NOWHERE, n = measure_columns (self, row, direction);
  double furthest = 0;

  for (guint k = 0; k < n; k++)
    {
      double gain = fabs (*cell_at (self, row, self->touched[k])) * self->reach[k];

      if (gain <= furthest)
        continue;
      best = self->touched[k];
      furthest = gain;
    }
  return best;
}

/* One step of a basic quantity towards a goal. Returns whether there was a way to go. */
static gboolean
step_basic (TjTableau *self, guint row, double left)
{
  guint column = choose_column (self, row, left > 0 ? 1 : -1);
  double gain, most, direction;
  guint quantity, blocking;

  if (column == NOWHERE)
    return FALSE;
  gain = *cell_at (self, row, column);
  quantity = self->other[column];
  direction = gain * left > 0 ? 1 : -1;
  most = fabs (left / gain);
  if (direction < 0)
    most = MIN (most, self->value[quantity] - self->least[quantity]);
  blocking = slide (self, column, direction, most);
  if (blocking != NOWHERE)
    swap (self, blocking, column);
  return TRUE;
}

/* Stands in the true numbers again, whichever quantities are basic: from whole numbers the steps
 * are mostly whole. */
static void
start_over (TjTableau *self)
{
  for (guint i = 0; i < self->n_rows + self->n_columns; i++)
    {
      guint quantity = i < self->n_rows ? self->basic[i] : self->other[i - self->n_rows];

      self->value[quantity] = tj_disclosure_quantity (self->disclosure, quantity)->value;
    }
}

/* Moves a quantity to a goal through numbers that fit all relations. Returns whether it can be
 * reached; on the way, the intervals of all quantities widen. */
gboolean
tj_tableau_reach (TjTableau *self, guint quantity, gint goal)
{
  start_over (self);
  for (guint i = 0; i < MOST_PIVOTS; i++)
    {
      double left = goal - self->value[quantity];
      guint place = self->place[quantity];

      if (fabs (left) < 1e-5)
        return TRUE;
      if (place >= self->n_rows)
        {
          guint blocking = slide (self, place - self->n_rows, left > 0 ? 1 : -1, fabs (left));

          if (blocking != NOWHERE)
            swap (self, blocking, place - self->n_rows);
        }
      else if (!step_basic (self, place, left))
        return FALSE;
    }
  return FALSE;
}

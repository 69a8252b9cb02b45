/* A reader with time on his hands: he has the printed tables of random registers and nothing else,
 * knows which numbers must add up to which, and narrows every hidden cell as far as it goes. What he
 * knows is written down here apart from what disclosure control is told, so that a relation that
 * was forgotten there is found. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "statistics-history.h"
#include "statistics-register.h"

#define N_REGISTERS 500
#define MOST 100000 /* more than there are people */

typedef struct
{
  gint64 low, high;
  gboolean hidden;
} Cell;

/* Σ sign × cell = 0. */
typedef struct
{
  guint cells[64];
  int signs[64];
  guint n;
} Equation;

typedef struct
{
  TjStatistics *statistics;
  GHashTable *places; /* "table.row.column" → index + 1 */
  GArray *cells;
  GArray *equations;
} Attack;

static guint
new_cell (Attack *attack, gint64 low, gint64 high, gboolean hidden)
{
  const Cell cell = { low, high, hidden };

  g_array_append_val (attack->cells, cell);
  return attack->cells->len - 1;
}

/* A cell that is not printed, as the column of unknown sex, is 0 to its reader. */
static guint
at (Attack *attack, const char *table, const char *row, const char *column)
{
  g_autofree char *path = g_strjoin (".", table, row, column, NULL);
  gpointer known = g_hash_table_lookup (attack->places, path);
  const TjFigure *figure
      = tj_figure_table_find (tj_statistics_table (attack->statistics, table), row, column);
  guint index;

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  if (figure == NULL)
    index = new_cell (attack, 0, 0, FALSE);
  else if (figure->hidden)
    index = new_cell (attack, 0, MOST, TRUE);
  else
    index = new_cell (attack, figure->value, figure->value, FALSE);
  g_hash_table_insert (attack->places, g_steal_pointer (&path), GUINT_TO_POINTER (index + 1));
  return index;
}

static void
put (Equation *equation, guint cell, int sign)
{
  g_assert_cmpuint (equation->n, <, G_N_ELEMENTS (equation->cells));
  equation->cells[equation->n] = cell;
  equation->signs[equation->n++] = sign;
}

/* `text`: "numbers.start + numbers.new - numbers.during", each of the given column. "< >" adds what
 * may be between a part and its whole. */
static void
knows (Attack *attack, const char *column, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  Equation equation = { .n = 0 };
  int sign = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) path = NULL;

      if (strchr ("+-<", words[i][0]) != NULL && words[i][1] == '\0')
        {
          sign = words[i][0] == '+' ? 1 : -1;
          if (words[i][0] == '<')
            put (&equation, new_cell (attack, 0, MOST, FALSE), 1);
          continue;
        }
      path = g_strsplit (words[i], ".", 2);
      put (&equation, at (attack, path[0], path[1], column), sign);
    }
  g_array_append_val (attack->equations, equation);
}

static const char *const sexes[] = { "women", "men", "unknown", "total" };

static const char *const about_everybody[] = {
  "numbers.start + numbers.new - numbers.during",
  "numbers.deregistered + numbers.end - numbers.during",
  "contact.total - numbers.during",
  "occupation.total - numbers.during",
  "measures.total - numbers.during",
  "contact-by-channel.total - contact.reached",
  "occupation-at-contact.total - contact.reached",
  "knowledge.register + knowledge.somebody - contact.known",
  "knowledge.total < numbers.during",
  "outreach.visited < numbers.during",
  "measures-by-content.total - measures.in-measure",
  "measures-ended.total - after-measures.total",
  "measures-ended.total < measures.in-measure",
  "deregistration-reasons.total - numbers.deregistered",
  "back-in-education.total - numbers.deregistered",
  "deregistration-reasons.national-programme + deregistration-reasons.introduction -"
  " back-in-education.back",
  "youths-at-risk.total - school-reports.total",
  "time-to-attempt.total < numbers.new",
  "time-to-contact.total < numbers.new",
};

static const char *const about_totals[] = {
  "school-reports-by-category.never-came + school-reports-by-category.break +"
  " school-reports-by-category.month-absent + school-reports-by-category.absence -"
  " school-reports.must",
  "school-reports-by-category.total - school-reports.total",
};

static gboolean
is_count (const TjFigureTable *table, guint column)
{
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    if (tj_figure_table_get (table, row, column)->kind == TJ_FIGURE_COUNT)
      return TRUE;
  return FALSE;
}

/* Rows make the total, and the sexes everybody. */
static void
know_table (Attack *attack, const TjFigureTable *table)
{
  const char *id = tj_figure_table_get_id (table);
  const guint n_rows = tj_figure_table_n_rows (table);

  for (guint c = 0; c < tj_figure_table_n_columns (table); c++)
    {
      Equation equation = { .n = 0 };

      if (!is_count (table, c) || !tj_figure_table_row (table, n_rows - 1)->is_total
          || !g_str_equal (tj_figure_table_row (table, n_rows - 1)->id, "total"))
        continue;
      for (guint r = 0; r < n_rows; r++)
        put (&equation,
             at (attack, id, tj_figure_table_row (table, r)->id,
                 tj_figure_table_column (table, c)->id),
             r + 1 < n_rows ? 1 : -1);
      g_array_append_val (attack->equations, equation);
    }
  for (guint r = 0; r < n_rows; r++)
    {
      const char *row = tj_figure_table_row (table, r)->id;
      const TjFigure *women = tj_figure_table_find (table, row, "women");
      Equation equation = { .n = 0 };

      if (women == NULL || women->kind != TJ_FIGURE_COUNT)
        continue;
      for (guint s = 0; s < G_N_ELEMENTS (sexes); s++)
        put (&equation, at (attack, id, row, sexes[s]), s < 3 ? 1 : -1);
      g_array_append_val (attack->equations, equation);
    }
}

static void
know_flow (Attack *attack, const char *id)
{
  static const char *const flows[] = { "start", "new", "deregistered", "end" };
  const TjFigureTable *table = tj_statistics_table (attack->statistics, id);

  for (guint r = 0; r < tj_figure_table_n_rows (table); r++)
    {
      Equation equation = { .n = 0 };

      for (guint f = 0; f < 4; f++)
        put (&equation, at (attack, id, tj_figure_table_row (table, r)->id, flows[f]),
             f < 2 ? 1 : -1);
      g_array_append_val (attack->equations, equation);
    }
}

static void
know_same (Attack *attack, guint a, guint b)
{
  Equation equation = { .n = 0 };

  put (&equation, a, 1);
  put (&equation, b, -1);
  g_array_append_val (attack->equations, equation);
}

static void
know_halves (Attack *attack)
{
  const TjFigureTable *table = tj_statistics_table (attack->statistics, "comparison-numbers");
  static const char *const flows[] = { "start", "new", "deregistered", "end" };
  const guint n_rows = tj_figure_table_n_rows (table);

  know_flow (attack, "comparison-numbers");
  for (guint r = 0; r < n_rows; r++)
    {
      const char *row = tj_figure_table_row (table, r)->id;

      know_same (attack, at (attack, "comparison-sex", row, "total"),
                 at (attack, "comparison-numbers", row, "end"));
      if (r > 0)
        know_same (
            attack, at (attack, "comparison-numbers", row, "start"),
            at (attack, "comparison-numbers", tj_figure_table_row (table, r - 1)->id, "end"));
    }
  for (guint f = 0; f < 4; f++)
    {
      const char *last = tj_figure_table_row (table, n_rows - 1)->id;

      know_same (attack, at (attack, "comparison-numbers", last, flows[f]),
                 at (attack, "numbers", flows[f], "total"));
      know_same (attack, at (attack, "numbers-by-birth-year", "total", flows[f]),
                 at (attack, "numbers", flows[f], "total"));
      know_same (attack, at (attack, "numbers-by-background", "total", flows[f]),
                 at (attack, "numbers", flows[f], "total"));
    }
  for (guint s = 0; s < G_N_ELEMENTS (sexes); s++)
    {
      know_same (
          attack,
          at (attack, "comparison-sex", tj_figure_table_row (table, n_rows - 1)->id, sexes[s]),
          at (attack, "numbers", "end", sexes[s]));
      if (n_rows > 1)
        know_same (
            attack,
            at (attack, "comparison-sex", tj_figure_table_row (table, n_rows - 2)->id, sexes[s]),
            at (attack, "numbers", "start", sexes[s]));
    }
}

/* A share tells its part when the whole is known, to the rounding. */
static void
know_share (Attack *attack, const TjFigureTable *table, const char *row)
{
  const char *id = tj_figure_table_get_id (table);
  const TjFigure *share = tj_figure_table_find (table, row, "share");
  const TjFigure *whole = tj_figure_table_find (table, "total", "total");
  Cell *part;

  if (share == NULL || share->kind != TJ_FIGURE_SHARE || share->hidden)
    return;
  g_assert_false (whole->hidden);
  part = &g_array_index (attack->cells, Cell, at (attack, id, row, "total"));
  part->low = MAX (part->low, ((gint64)share->value * 2 - 1) * whole->value / 2000);
  part->high = MIN (part->high, ((gint64)share->value * 2 + 1) * whole->value / 2000 + 1);
}

static void
prepare (Attack *attack, TjStatistics *statistics)
{
  const GPtrArray *tables = tj_statistics_tables (statistics);

  attack->statistics = statistics;
  attack->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  attack->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  attack->equations = g_array_new (FALSE, FALSE, sizeof (Equation));
  for (guint i = 0; i < tables->len; i++)
    know_table (attack, tables->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (about_everybody); i++)
    for (guint s = 0; s < G_N_ELEMENTS (sexes); s++)
      knows (attack, sexes[s], about_everybody[i]);
  for (guint i = 0; i < G_N_ELEMENTS (about_totals); i++)
    knows (attack, "total", about_totals[i]);
  know_flow (attack, "numbers-by-birth-year");
  know_flow (attack, "numbers-by-background");
  know_halves (attack);
  for (guint i = 0; i < tables->len; i++)
    for (guint r = 0; r < tj_figure_table_n_rows (tables->pdata[i]); r++)
      know_share (attack, tables->pdata[i], tj_figure_table_row (tables->pdata[i], r)->id);
}

/* What the others of an equation leave for one of its cells. Returns whether it was narrowed. */
static gboolean
narrow (Attack *attack, const Equation *equation, guint place)
{
  Cell *cell = &g_array_index (attack->cells, Cell, equation->cells[place]);
  gint64 least = 0, most = 0, low, high;

  for (guint i = 0; i < equation->n; i++)
    {
      const Cell *other = &g_array_index (attack->cells, Cell, equation->cells[i]);

      if (i == place)
        continue;
      least += equation->signs[i] > 0 ? other->low : -other->high;
      most += equation->signs[i] > 0 ? other->high : -other->low;
    }
  low = equation->signs[place] > 0 ? -most : least;
  high = equation->signs[place] > 0 ? -least : most;
  if (low <= cell->low && high >= cell->high)
    return FALSE;
  cell->low = MAX (low, cell->low);
  cell->high = MIN (high, cell->high);
  g_assert_cmpint (cell->low, <=, cell->high);
  return TRUE;
}

static void
narrow_all (Attack *attack)
{
  gboolean narrowed = TRUE;

  for (guint round = 0; narrowed && round < 1000; round++)
    {
      narrowed = FALSE;
      for (guint e = 0; e < attack->equations->len; e++)
        {
          const Equation *equation = &g_array_index (attack->equations, Equation, e);

          for (guint place = 0; place < equation->n; place++)
            narrowed |= narrow (attack, equation, place);
        }
    }
}

/* The least that must stay open: as many numbers as there are from 1 to the threshold. */
static guint
assert_nothing_found (Attack *attack, guint threshold)
{
  GHashTableIter iter;
  gpointer path, index;
  guint hidden = 0;

  g_hash_table_iter_init (&iter, attack->places);
  while (g_hash_table_iter_next (&iter, &path, &index))
    {
      const Cell *cell = &g_array_index (attack->cells, Cell, GPOINTER_TO_UINT (index) - 1);

      if (!cell->hidden)
        continue;
      hidden++;
      if (cell->high - cell->low < (gint64)threshold - 2)
        g_error ("%s lies between %d and %d", (const char *)path, (int)cell->low, (int)cell->high);
    }
  return hidden;
}

static guint
attack_register (guint n_youths, guint threshold)
{
  g_autofree RandomYouth *youths = statistics_register_invent (n_youths);
  g_autoptr (TjStatisticsInput) input = statistics_register_fill (youths, n_youths);
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatistics) statistics = NULL;
  Attack attack;
  guint hidden;

  options.n_earlier = 2;
  options.threshold = threshold;
  statistics = tj_statistics_new (input, &options);
  prepare (&attack, statistics);
  narrow_all (&attack);
  hidden = assert_nothing_found (&attack, threshold);
  g_hash_table_unref (attack.places);
  g_array_unref (attack.cells);
  g_array_unref (attack.equations);
  return hidden;
}

static void
test_attack (gconstpointer threshold)
{
  guint hidden = 0;

  for (guint i = 0; i < N_REGISTERS; i++)
    hidden += attack_register ((guint)g_test_rand_int_range (1, i % 10 == 0 ? 600 : 120),
                               GPOINTER_TO_UINT (threshold));
  g_assert_cmpuint (hidden, >, N_REGISTERS * 10);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/statistics/attack/five", GUINT_TO_POINTER (5), test_attack);
  g_test_add_data_func ("/statistics/attack/skolverkets-ten", GUINT_TO_POINTER (10), test_attack);
  return g_test_run ();
}

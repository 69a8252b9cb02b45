/* The month-20 reconciliation: looks at each pupil with every question of WORK.md § 6 and gathers
 * the findings, kind by kind. Values in, values out. */

#include "config.h"

#include "tj-finding-private.h"

typedef void (*Question) (TjFindingSearch *search);

/* What is found first may keep a later question silent. */
static const Question questions[] = {
  tj_find_break,
  tj_find_change,
  tj_find_reduced,
  tj_find_prolonged,
  tj_find_after_break,
  tj_find_twice,
  tj_find_elsewhere,
  tj_find_wrong_programme,
  tj_find_wrong_amount,
  tj_find_not_invoiced,
  tj_find_outside_area,
  tj_find_vux,
  tj_find_invoiced_but_listed,
  tj_find_nobody_sees,
};

static char *
fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);

  return g_strdup (g_strstrip (folded));
}

/* Whether two lists name one school; how it is capitalised does not matter. */
gboolean
tj_school_is_same (const char *one, const char *other)
{
  g_autofree char *folded = NULL;
  g_autofree char *other_folded = NULL;

  if (g_strcmp0 (one, other) == 0)
    return TRUE;

  folded = fold (one);
  other_folded = fold (other);
  return g_str_equal (folded, other_folded);
}

/* The latest enrolment, as an index; -1 for none. */
int
tj_finding_search_last (const TjFindingSearch *search)
{
  return (int)search->pupil->n_enrolments - 1;
}

/* The line that counts as number @i among those to pay. */
const TjIkeLine *
tj_finding_search_line (const TjFindingSearch *search, guint i)
{
  return &search->pupil->lines[search->lines[i]];
}

static gboolean
contains (GHashTable *names, const char *name)
{
  g_autofree char *folded = fold (name);

  return g_hash_table_contains (names, folded);
}

/* Whether any list has the school within the cooperation area. */
gboolean
tj_finding_search_in_area (const TjFindingSearch *search, const char *school)
{
  return contains (search->area_schools, school);
}

/* Whether the organiser has invoiced anybody for the month. */
gboolean
tj_finding_search_invoices (const TjFindingSearch *search, const char *organiser)
{
  return contains (search->invoicing_organisers, organiser);
}

/* Whether the pupil's line, counted among the lines to pay, already has a finding of the kind. */
gboolean
tj_finding_search_has (const TjFindingSearch *search, TjFindingKind kind, int line)
{
  guint i;

  for (i = search->first; i < search->findings->len; i++)
    {
      const TjFinding *finding = &g_array_index (search->findings, TjFinding, i);

      if (finding->kind == kind && finding->line == (int)search->lines[line])
        return TRUE;
    }
  return FALSE;
}

/* @line counts the lines to pay; -1 for none. */
void
tj_finding_search_add (TjFindingSearch *search,
                       TjFindingKind kind,
                       int enrolment,
                       int line,
                       gint64 amount_ore,
                       TjDecision proposal)
{
  TjFinding finding = { .kind = kind,
                        .pupil = search->index,
                        .enrolment = enrolment,
                        .line = line >= 0 ? (int)search->lines[line] : -1,
                        .amount_ore = amount_ore,
                        .proposal = proposal };

  g_array_append_val (search->findings, finding);
}

/* A credit line takes back the one it answers to; what is left is to be paid. */
static gboolean
is_taken_back (const TjIkePupil *pupil, guint line)
{
  const TjIkeLine *own = &pupil->lines[line];
  guint n_same = 0;
  guint n_opposite = 0;
  guint i;

  for (i = 0; i < pupil->n_lines; i++)
    {
      const TjIkeLine *other = &pupil->lines[i];

      if (!tj_school_is_same (own->school, other->school))
        continue;
      if (other->amount_ore == -own->amount_ore)
        n_opposite++;
      else if (other->amount_ore == own->amount_ore && i < line)
        n_same++;
    }
  return n_same < n_opposite;
}

static void
take_lines (TjFindingSearch *search, GArray *lines)
{
  guint i;

  g_array_set_size (lines, 0);
  for (i = 0; i < search->pupil->n_lines; i++)
    if (search->pupil->lines[i].amount_ore > 0 && !is_taken_back (search->pupil, i))
      g_array_append_val (lines, i);

  search->lines = (const guint *)lines->data;
  search->n_lines = lines->len;
}

static void
learn_names (TjFindingSearch *search, const TjIkePupil *pupil)
{
  guint i;

  for (i = 0; i < pupil->n_enrolments; i++)
    if (pupil->enrolments[i].in_area)
      g_hash_table_add (search->area_schools, fold (pupil->enrolments[i].school));
  for (i = 0; i < pupil->n_lines; i++)
    g_hash_table_add (search->invoicing_organisers, fold (pupil->lines[i].organiser));
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const TjFinding *one = a;
  const TjFinding *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->pupil != other->pupil)
    return one->pupil < other->pupil ? -1 : 1;
  return one->line < other->line ? -1 : one->line > other->line;
}

/**
 * tj_reconcile:
 * @pupils: everyone that any of the month's lists names
 * @rules: the month, how it is counted, and the prices
 *
 * Returns: (transfer full) (element-type TjFinding): the findings, kind by kind and in the order
 *   of @pupils, to which they refer
 */
GArray *
tj_reconcile (const TjIkePupil *pupils, guint n_pupils, const TjIkeRules *rules)
{
  g_autoptr (GHashTable) area_schools
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) organisers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  TjFindingSearch search = { .rules = rules,
                             .area_schools = area_schools,
                             .invoicing_organisers = organisers,
                             .findings = g_array_new (FALSE, FALSE, sizeof (TjFinding)) };
  guint i;
  gsize question;

  for (i = 0; i < n_pupils; i++)
    learn_names (&search, &pupils[i]);

  for (i = 0; i < n_pupils; i++)
    {
      search.pupil = &pupils[i];
      search.index = i;
      search.first = search.findings->len;
      take_lines (&search, lines);
      for (question = 0; question < G_N_ELEMENTS (questions); question++)
        questions[question](&search);
    }

  g_array_sort (search.findings, compare_findings);
  return search.findings;
}

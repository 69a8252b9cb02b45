/* What would become of the rows of a list, one kind of outcome at a time: a lazy GListModel over the
 * report. A changed row has a line for each field that changes, a rejected one its reason. */

#include "config.h"

#include "tj-review-lines.h"

#include "tj-review-line.h"

struct _TjReviewLines
{
  GObject parent_instance;

  TjImportSession *session;
  TjImportReport *report;
  guint review;
  GArray *places; /* of TjReviewPlace */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjReviewLines,
                               tj_review_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
add_place (TjReviewLines *self, const TjReviewPlace *place)
{
  g_array_append_val (self->places, *place);
}

/* A line for each difference of the row, from `next` on; one without any when it has none. */
static guint
add_differences (TjReviewLines *self, TjReviewPlace place, guint next)
{
  guint n;
  const TjImportDifference *differences = tj_import_report_get_differences (self->report, &n);
  guint first;

  while (next < n && differences[next].row < place.outcome->row)
    next++;
  first = next;
  for (; next < n && differences[next].row == place.outcome->row; next++)
    {
      place.difference = &differences[next];
      add_place (self, &place);
    }
  if (next == first)
    add_place (self, &place);
  return next;
}

/* The issue of the row, if it has one; both lists are in the order of the file. */
static guint
add_with_issue (TjReviewLines *self,
                TjReviewPlace place,
                const TjImportIssue *issues,
                guint n,
                guint next)
{
  while (next < n && issues[next].row < place.outcome->row)
    next++;
  if (next < n && issues[next].row == place.outcome->row)
    place.issue = &issues[next];
  add_place (self, &place);
  return next;
}

static void
add_outcomes (TjReviewLines *self)
{
  guint n_outcomes, n_issues, next = 0;
  const TjImportOutcome *outcomes = tj_import_report_get_outcomes (self->report, &n_outcomes);
  gboolean is_left_out = self->review == TJ_IMPORT_REJECTED || self->review == TJ_IMPORT_CONFLICT;
  const TjImportIssue *issues = is_left_out
                                    ? tj_import_report_get_rejected (self->report, &n_issues)
                                    : tj_import_report_get_warnings (self->report, &n_issues);

  for (guint i = 0; i < n_outcomes; i++)
    {
      TjReviewPlace place = { .outcome = &outcomes[i] };

      if (outcomes[i].result != self->review)
        continue;
      if (self->review == TJ_IMPORT_CHANGED)
        next = add_differences (self, place, next);
      else if (self->review == TJ_IMPORT_GONE)
        add_place (self, &place);
      else
        next = add_with_issue (self, place, issues, n_issues, next);
    }
}

static int
compare_row (gconstpointer row, gconstpointer outcome)
{
  guint a = *(const guint *)row, b = ((const TjImportOutcome *)outcome)->row;

  return a < b ? -1 : a > b;
}

/* Those gone stand last and have no row. */
static const TjImportOutcome *
find_outcome (TjReviewLines *self, guint row)
{
  guint n;
  const TjImportOutcome *outcomes = tj_import_report_get_outcomes (self->report, &n);

  if (row == 0)
    return NULL;
  n = tj_import_report_get_n_rows (self->report);
  return bsearch (&row, outcomes, n, sizeof *outcomes, compare_row);
}

static void
add_notes (TjReviewLines *self)
{
  guint n;
  const TjImportIssue *notes = tj_import_report_get_warnings (self->report, &n);

  for (guint i = 0; i < n; i++)
    {
      TjReviewPlace place = { .outcome = find_outcome (self, notes[i].row), .issue = &notes[i] };

      add_place (self, &place);
    }
}

static GType
get_item_type (GListModel *model)
{
  return TJ_TYPE_REVIEW_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return TJ_REVIEW_LINES (model)->places->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TjReviewLines *self = TJ_REVIEW_LINES (model);

  if (position >= self->places->len)
    return NULL;
  return tj_review_line_new (self->session, self->report,
                             &g_array_index (self->places, TjReviewPlace, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tj_review_lines_finalize (GObject *object)
{
  TjReviewLines *self = TJ_REVIEW_LINES (object);

  g_array_unref (self->places);
  g_clear_pointer (&self->report, tj_import_report_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tj_review_lines_parent_class)->finalize (object);
}

static void
tj_review_lines_class_init (TjReviewLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_review_lines_finalize;
}

static void
tj_review_lines_init (TjReviewLines *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (TjReviewPlace));
}

/* The session's list must have been tried or taken in. */
TjReviewLines *
tj_review_lines_new (TjImportSession *session, guint review)
{
  TjReviewLines *self = g_object_new (TJ_TYPE_REVIEW_LINES, NULL);

  self->session = g_object_ref (session);
  self->report = tj_import_report_ref (tj_import_session_get_report (session));
  self->review = review;
  if (review == TJ_REVIEW_NOTES)
    add_notes (self);
  else
    add_outcomes (self);
  return self;
}

/* How many rows (youths, notes) came out so. */
guint
tj_review_count (TjImportReport *report, guint review)
{
  guint n;

  if (review < TJ_N_IMPORT_RESULTS)
    return tj_import_report_get_count (report, (TjImportResult)review);
  tj_import_report_get_warnings (report, &n);
  return n;
}

/* The log of a month, counted: by day and kind, by action, by user, and each unlocking of a
 * protected person. Days are those of this place, as the reviewer remembers them; the log itself is
 * kept in UTC. */

#include "config.h"

#include "tj-log-review.h"

#include <string.h>

#include "tj-action.h"
#include "tj-audit.h"
#include "tj-case-number.h"

#define FAILED_OPENINGS "failed-openings="

struct _TjLogReview
{
  TjLogSheet sheet;
  TjDate first;
  TjDate last;
  GStringChunk *strings;
  GArray *days;
  GArray *unlocks;
  GArray *actions;
  GArray *actors;
};

static TjLogSheetKind
kind_of (const char *action)
{
  static const struct
  {
    const char *prefix;
    TjLogSheetKind kind;
  } kinds[] = {
    { "open-failed", TJ_LOG_SHEET_FAILED }, { "open", TJ_LOG_SHEET_OPENED },
    { "read", TJ_LOG_SHEET_READ },          { "unlock-protected", TJ_LOG_SHEET_UNLOCKED },
    { "list", TJ_LOG_SHEET_LISTED },        { "due", TJ_LOG_SHEET_LISTED },
    { "search", TJ_LOG_SHEET_LISTED },      { "log-review", TJ_LOG_SHEET_PRINTED },
    { "print-", TJ_LOG_SHEET_PRINTED },     { "preview-", TJ_LOG_SHEET_PRINTED },
    { "save-", TJ_LOG_SHEET_PRINTED },      { "export", TJ_LOG_SHEET_PRINTED },
    { "extract", TJ_LOG_SHEET_PRINTED },    { "backup", TJ_LOG_SHEET_PRINTED },
  };

  if (g_str_equal (action, "log"))
    return TJ_LOG_SHEET_LISTED;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (action, kinds[i].prefix))
      return kinds[i].kind;
  return TJ_LOG_SHEET_CHANGED;
}

static const char *
keep (TjLogReview *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static void
count (TjLogReview *self, GArray *counts, const char *label)
{
  TjLogSheetCount fresh = { keep (self, label), 1 };

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, TjLogSheetCount, i).label == fresh.label)
      {
        g_array_index (counts, TjLogSheetCount, i).count++;
        return;
      }
  g_array_append_val (counts, fresh);
}

/* Rows come in the order of time, so a day is the last one or a new one. */
static TjLogSheetDay *
get_day (TjLogReview *self, TjDate date)
{
  TjLogSheetDay fresh = { .date = date };

  if (self->days->len == 0
      || g_array_index (self->days, TjLogSheetDay, self->days->len - 1).date != date)
    g_array_append_val (self->days, fresh);
  return &g_array_index (self->days, TjLogSheetDay, self->days->len - 1);
}

static guint
count_failed (const char *details)
{
  const char *place = strstr (details, FAILED_OPENINGS);

  return place != NULL ? (guint)g_ascii_strtoull (place + strlen (FAILED_OPENINGS), NULL, 10) : 0;
}

static void
note_unlock (TjLogReview *self, const TjAuditEntry *entry, TjDate date, const char *time)
{
  g_autofree char *reference = tj_case_number_format (entry->youth_id);
  TjLogSheetUnlock unlock = { .date = date,
                              .time = keep (self, time),
                              .actor = keep (self, entry->actor),
                              .reference = keep (self, reference),
                              .reason = keep (self, entry->details) };

  g_array_append_val (self->unlocks, unlock);
}

/* Whether the instant may be of the month, wherever on earth its days are counted. */
static gboolean
is_near (TjLogReview *self, const char *at)
{
  char from[TJ_DATE_BUFFER], to[TJ_DATE_BUFFER];

  return strncmp (at, tj_date_write (self->first - 1, from), TJ_DATE_BUFFER - 1) >= 0
         && strncmp (at, tj_date_write (self->last + 1, to), TJ_DATE_BUFFER - 1) <= 0;
}

static gboolean
take_row (const TjAuditEntry *entry, gpointer user_data)
{
  TjLogReview *self = user_data;
  g_autoptr (GDateTime) utc
      = is_near (self, entry->at) ? g_date_time_new_from_iso8601 (entry->at, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = NULL;
  TjLogSheetDay *day;
  TjLogSheetKind kind;
  TjDate date;

  if (local == NULL)
    return TRUE;
  date = tj_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                      g_date_time_get_day_of_month (local));
  if (date < self->first || date > self->last)
    return TRUE;
  kind = kind_of (entry->action);
  day = get_day (self, date);
  day->counts[kind]++;
  day->counts[TJ_LOG_SHEET_FAILED] += count_failed (entry->details);
  count (self, self->actions, tj_action_label (entry->action));
  count (self, self->actors, entry->actor);
  time = g_date_time_format (local, "%H:%M");
  if (kind == TJ_LOG_SHEET_UNLOCKED)
    note_unlock (self, entry, date, time);
  return TRUE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TjLogSheetCount *one = a, *other = b;

  return one->count != other->count ? (one->count < other->count ? 1 : -1)
                                    : strcmp (one->label, other->label);
}

/* A broken chain is what a review is for: it goes on the sheet rather than in its way. */
static gboolean
check_chain (TjLogReview *self, TjStore *store, GError **error)
{
  g_autoptr (GError) problem = NULL;

  self->sheet.is_intact = tj_audit_verify (store, NULL, 0, &problem);
  if (problem == NULL || g_error_matches (problem, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
fill_sheet (TjLogReview *self, int year, int month)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d", year, month);

  g_array_sort (self->actions, compare_counts);
  g_array_sort (self->actors, compare_counts);
  self->sheet.month = keep (self, text);
  self->sheet.days = (const TjLogSheetDay *)self->days->data;
  self->sheet.n_days = self->days->len;
  self->sheet.actions = (const TjLogSheetCount *)self->actions->data;
  self->sheet.n_actions = self->actions->len;
  self->sheet.actors = (const TjLogSheetCount *)self->actors->data;
  self->sheet.n_actors = self->actors->len;
  self->sheet.unlocks = (const TjLogSheetUnlock *)self->unlocks->data;
  self->sheet.n_unlocks = self->unlocks->len;
}

/**
 * tj_log_review_load: reads the log of a month and checks the chain of all of it. Returns a new
 * review, or NULL with `error` set.
 */
TjLogReview *
tj_log_review_load (TjContext *context, int year, int month, GError **error)
{
  g_autoptr (TjLogReview) self = g_new0 (TjLogReview, 1);
  TjStore *store = tj_context_get_store (context);

  self->first = tj_date_new (year, month, 1);
  self->last = tj_date_add_months (self->first, 1) - 1;
  self->strings = g_string_chunk_new (1024);
  self->days = g_array_new (FALSE, FALSE, sizeof (TjLogSheetDay));
  self->unlocks = g_array_new (FALSE, FALSE, sizeof (TjLogSheetUnlock));
  self->actions = g_array_new (FALSE, FALSE, sizeof (TjLogSheetCount));
  self->actors = g_array_new (FALSE, FALSE, sizeof (TjLogSheetCount));
  if (!check_chain (self, store, error) || !tj_audit_foreach (store, take_row, self, error))
    return NULL;
  fill_sheet (self, year, month);
  return g_steal_pointer (&self);
}

/**
 * tj_log_review_free: frees the review and what its sheet borrows.
 */
void
tj_log_review_free (TjLogReview *self)
{
  g_string_chunk_free (self->strings);
  g_array_unref (self->days);
  g_array_unref (self->unlocks);
  g_array_unref (self->actions);
  g_array_unref (self->actors);
  g_free (self);
}

/**
 * tj_log_review_get_sheet: the month's values, owned by the review.
 */
const TjLogSheet *
tj_log_review_get_sheet (TjLogReview *self)
{
  return &self->sheet;
}

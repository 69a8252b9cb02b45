/* Looking things up in the log. Reading it is itself an access, and logged. */

#include "config.h"

#include "tj-log-service.h"

#include <string.h>

#include "tj-search-text.h"
#include "tj-youth-repository.h"

#define CASE_PREFIX "KAA-"

typedef struct
{
  const TjLogFilter *filter;
  char *from; /* instants of UTC, or NULL */
  char *before;
  TjAuditFunc func;
  gpointer user_data;
} Search;

static void
search_clear (Search *search)
{
  g_free (search->from);
  g_free (search->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* The instant at which a day begins in this place, as the log writes it. */
static char *
dup_midnight (TjDate date)
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;
  int year, month, day;

  tj_date_get (date, &year, &month, &day);
  local = g_date_time_new_local (year, month, day, 0, 0, 0);
  utc = g_date_time_to_utc (local);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
is_about (const TjLogFilter *filter, gint64 youth_id)
{
  if (filter->youth_id != 0 && youth_id != filter->youth_id)
    return FALSE;
  return filter->youths == NULL
         || g_hash_table_contains (filter->youths, GSIZE_TO_POINTER ((gsize)youth_id));
}

/* Instants of one form order as text. */
static gboolean
fits (const Search *search, const TjAuditEntry *entry)
{
  const TjLogFilter *filter = search->filter;

  if (!is_about (filter, entry->youth_id))
    return FALSE;
  if (filter->action != NULL && !g_str_equal (entry->action, filter->action))
    return FALSE;
  if (search->from != NULL && strcmp (entry->at, search->from) < 0)
    return FALSE;
  return search->before == NULL || strcmp (entry->at, search->before) < 0;
}

static gboolean
pass_on (const TjAuditEntry *entry, gpointer user_data)
{
  Search *search = user_data;

  return !fits (search, entry) || search->func (entry, search->user_data);
}

/**
 * tj_log_service_foreach: calls `func` for each row of the log that `filter` lets through, latest
 * first, until it returns FALSE. Whoever shows the rows to somebody calls tj_log_service_read().
 */
gboolean
tj_log_service_foreach (TjContext *context,
                        const TjLogFilter *filter,
                        TjAuditFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_auto (Search) search = { .filter = filter, .func = func, .user_data = user_data };

  if (filter->from != TJ_DATE_NONE)
    search.from = dup_midnight (filter->from);
  if (filter->to != TJ_DATE_NONE)
    search.before = dup_midnight (filter->to + 1);
  return tj_audit_foreach (tj_context_get_store (context), pass_on, &search, error);
}

/**
 * tj_log_service_read: as tj_log_service_foreach(), and notes in the log that it was read.
 */
gboolean
tj_log_service_read (TjContext *context,
                     const TjLogFilter *filter,
                     TjAuditFunc func,
                     gpointer user_data,
                     GError **error)
{
  return tj_log_service_foreach (context, filter, func, user_data, error)
         && tj_audit_log (tj_context_get_store (context), "log", filter->youth_id, filter->action,
                          error);
}

static gboolean
collect_number (const TjAuditEntry *entry, gpointer user_data)
{
  const gint64 number = entry->number;

  g_array_append_val ((GArray *)user_data, number);
  return TRUE;
}

static gboolean
is_empty (const TjLogFilter *filter)
{
  return filter->action == NULL && filter->youth_id == 0 && filter->youths == NULL
         && filter->from == TJ_DATE_NONE && filter->to == TJ_DATE_NONE;
}

/* All rows: their numbers run from 1 without a gap, or the chain is broken. */
static gboolean
count_down (TjContext *context, GArray *numbers, GError **error)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  if (!tj_audit_head (tj_context_get_store (context), head, &count, error))
    return FALSE;
  g_array_set_size (numbers, (guint)count);
  for (guint i = 0; i < numbers->len; i++)
    g_array_index (numbers, gint64, i) = (gint64)count - i;
  return TRUE;
}

/**
 * tj_log_service_find: the numbers of the rows that `filter` lets through, latest first; a row is
 * read by tj_audit_load(). Returns a new array of gint64, or NULL with `error` set.
 */
GArray *
tj_log_service_find (TjContext *context, const TjLogFilter *filter, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gboolean found
      = is_empty (filter)
            ? count_down (context, numbers, error)
            : tj_log_service_foreach (context, filter, collect_number, numbers, error);

  return found ? g_steal_pointer (&numbers) : NULL;
}

typedef struct
{
  char *folded;
  char *digits;
  GHashTable *ids;
} Match;

/* Whether a word of the name begins what was typed. */
static gboolean
has_word (const char *name, const char *typed)
{
  g_autofree char *folded = tj_search_text_fold (name);

  for (const char *place = strstr (folded, typed); place != NULL; place = strstr (place + 1, typed))
    if (place == folded || place[-1] == ' ')
      return TRUE;
  return FALSE;
}

/* A protected person is left out: a hit would tell who is meant. */
static gboolean
match_youth (TjYouth *youth, gpointer user_data)
{
  Match *match = user_data;
  g_autofree char *name = NULL;

  if (tj_youth_is_protected (youth))
    return TRUE;
  name = tj_youth_dup_name (youth);
  if (match->digits != NULL ? strstr (tj_youth_get_personal_number (youth), match->digits) != NULL
                            : has_word (name, match->folded))
    g_hash_table_add (match->ids, GSIZE_TO_POINTER ((gsize)tj_entity_get_id (youth)));
  return TRUE;
}

/* "KAA-0042", or 0. */
static gint64
parse_case_number (const char *text)
{
  char *end;
  guint64 id;

  if (g_ascii_strncasecmp (text, CASE_PREFIX, strlen (CASE_PREFIX)) != 0)
    return 0;
  id = g_ascii_strtoull (text + strlen (CASE_PREFIX), &end, 10);
  return *end == '\0' && id <= G_MAXINT64 ? (gint64)id : 0;
}

/**
 * tj_log_service_find_youths: whom `text` may mean: a case number (protected persons by nothing
 * else, nor those who are purged), the beginning of a name or a part of a personal number. Returns a
 * new set of ids, which may be empty; NULL with `error` set.
 */
GHashTable *
tj_log_service_find_youths (TjContext *context, const char *text, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = tj_search_text_fold (stripped);
  g_autofree char *digits
      = tj_search_text_is_number (stripped) ? tj_search_text_number (stripped) : NULL;
  const gint64 id = parse_case_number (stripped);
  Match match = { folded, digits, ids };

  if (id != 0)
    g_hash_table_add (ids, GSIZE_TO_POINTER ((gsize)id));
  else if (!tj_youths_foreach (tj_context_get_store (context), match_youth, &match, error))
    return NULL;
  return g_steal_pointer (&ids);
}

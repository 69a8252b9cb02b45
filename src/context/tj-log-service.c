/* Looking things up in the log. Reading it is itself an access, and logged. */

#include "config.h"

#include "tj-log-service.h"

#include <string.h>

typedef struct
{
  const TjLogFilter *filter;
  char from[TJ_DATE_BUFFER];
  char to[TJ_DATE_BUFFER];
  TjAuditFunc func;
  gpointer user_data;
} Search;

/* ISO instants order as text, and begin with their day. */
static gboolean
fits (const Search *search, const TjAuditEntry *entry)
{
  const TjLogFilter *filter = search->filter;

  if (filter->action != NULL && !g_str_equal (entry->action, filter->action))
    return FALSE;
  if (filter->youth_id != 0 && entry->youth_id != filter->youth_id)
    return FALSE;
  if (filter->from != TJ_DATE_NONE && strncmp (entry->at, search->from, TJ_DATE_BUFFER - 1) < 0)
    return FALSE;
  return filter->to == TJ_DATE_NONE || strncmp (entry->at, search->to, TJ_DATE_BUFFER - 1) <= 0;
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
  Search search = { .filter = filter, .func = func, .user_data = user_data };

  if (filter->from != TJ_DATE_NONE)
    tj_date_write (filter->from, search.from);
  if (filter->to != TJ_DATE_NONE)
    tj_date_write (filter->to, search.to);
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

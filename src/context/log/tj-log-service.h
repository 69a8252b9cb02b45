#pragma once

#include "tj-audit.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* Which rows of the log: all fields that are not 0 or NULL must fit. Days are those of this place,
 * both included. `youths` holds ids as tj_log_service_find_youths() gives them. */
typedef struct
{
  const char *action;
  gint64 youth_id;
  GHashTable *youths;
  TjDate from;
  TjDate to;
} TjLogFilter;

gboolean tj_log_service_foreach (TjContext *context,
                                 const TjLogFilter *filter,
                                 TjAuditFunc func,
                                 gpointer user_data,
                                 GError **error);
gboolean tj_log_service_read (TjContext *context,
                              const TjLogFilter *filter,
                              TjAuditFunc func,
                              gpointer user_data,
                              GError **error);
GArray *tj_log_service_find (TjContext *context, const TjLogFilter *filter, GError **error);
GHashTable *tj_log_service_find_youths (TjContext *context, const char *text, GError **error);

G_END_DECLS

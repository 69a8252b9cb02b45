#pragma once

#include "tj-audit.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* Which rows of the log: all fields that are not 0 or NULL must fit. Days are those of UTC, both
 * included. */
typedef struct
{
  const char *action;
  gint64 youth_id;
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

G_END_DECLS

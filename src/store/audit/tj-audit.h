#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

#define TJ_AUDIT_HEAD_BYTES 32

/* One row of the log. Strings are borrowed for the call. */
typedef struct
{
  gint64 number;
  const char *at;
  const char *actor;
  const char *action;
  gint64 youth_id;
  const char *details;
} TjAuditEntry;

typedef gboolean (*TjAuditFunc) (const TjAuditEntry *entry, gpointer user_data);

gboolean tj_audit_log (TjStore *store,
                       const char *action,
                       gint64 youth_id,
                       const char *details,
                       GError **error);
gboolean
tj_audit_head (TjStore *store, guint8 head[TJ_AUDIT_HEAD_BYTES], guint64 *count, GError **error);
gboolean tj_audit_check_head (TjStore *store,
                              const guint8 head[TJ_AUDIT_HEAD_BYTES],
                              guint64 count,
                              GError **error);
gboolean tj_audit_verify (TjStore *store,
                          const guint8 head[TJ_AUDIT_HEAD_BYTES],
                          guint64 count,
                          GError **error);
gboolean
tj_audit_load (TjStore *store, gint64 number, TjAuditFunc func, gpointer user_data, GError **error);
gboolean tj_audit_foreach (TjStore *store, TjAuditFunc func, gpointer user_data, GError **error);

G_END_DECLS

#pragma once

#include "tj-audit.h"
#include "tj-statement.h"

G_BEGIN_DECLS

/* What the wiping needs of the chain. A row is read with TJ_AUDIT_COLUMNS, and its mac after them. */
#define TJ_AUDIT_COLUMNS "number, at, actor, action, youth_id, details"
#define TJ_AUDIT_MAC_COLUMN 6

gboolean tj_audit_append (TjStore *store,
                          const char *action,
                          gint64 youth_id,
                          const char *details,
                          GError **error);

void tj_audit_read_entry (TjStatement *row, TjAuditEntry *entry);
gboolean tj_audit_read_mac (TjStatement *row, int column, guint8 mac[TJ_AUDIT_HEAD_BYTES]);
void tj_audit_authenticate (TjStore *store,
                            const char *purpose,
                            const guint8 before[TJ_AUDIT_HEAD_BYTES],
                            const TjAuditEntry *entry,
                            guint8 mac[TJ_AUDIT_HEAD_BYTES]);

gboolean tj_audit_is_wiped (TjStore *store,
                            const guint8 before[TJ_AUDIT_HEAD_BYTES],
                            const TjAuditEntry *entry,
                            const guint8 mac[TJ_AUDIT_HEAD_BYTES]);
gboolean tj_audit_wipe (TjStore *store, const gint64 *youth_ids, gsize n_youths, GError **error);

G_END_DECLS

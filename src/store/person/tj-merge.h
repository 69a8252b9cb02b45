#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* Before the id of the row that went, in the log's details of "merge-into". */
#define TJ_AUDIT_MERGED "merged="

gboolean tj_youths_merge (TjChange *change, gint64 kept_id, gint64 other_id, GError **error);

G_END_DECLS

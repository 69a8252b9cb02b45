#pragma once

#include "tj-audit.h"

G_BEGIN_DECLS

gboolean tj_audit_append (TjStore *store,
                          const char *action,
                          gint64 youth_id,
                          const char *details,
                          GError **error);

G_END_DECLS

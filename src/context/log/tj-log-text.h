#pragma once

#include "tj-audit.h"
#include "tj-context.h"

G_BEGIN_DECLS

char *tj_log_text_details (const TjAuditEntry *entry);
char *tj_log_text_person (TjContext *context, gint64 youth_id);
char *tj_log_text_time (const char *at);

G_END_DECLS

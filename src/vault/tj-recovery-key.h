#pragma once

#include "tj-secret.h"

G_BEGIN_DECLS

#define TJ_RECOVERY_KEY_BYTES 20
#define TJ_RECOVERY_KEY_GROUPS 8
#define TJ_RECOVERY_KEY_GROUP_CHARS 5

TjSecret *tj_recovery_key_format (const TjSecret *key);
TjSecret *tj_recovery_key_parse (const TjSecret *text, GError **error);
gboolean tj_recovery_key_check_group (guint index, const char *group);
gboolean tj_recovery_key_group_matches (const TjSecret *text, guint index, const char *typed);

G_END_DECLS

#pragma once

#include "tj-follow-up.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_follow_ups_insert (TjChange *change, TjFollowUp *follow_up, GError **error);
gboolean tj_follow_ups_update (TjChange *change, TjFollowUp *follow_up, GError **error);
gboolean tj_follow_ups_delete (TjChange *change, gint64 id, GError **error);
TjFollowUp *tj_follow_ups_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_follow_ups_list (TjStore *store, gint64 youth_id, GError **error);

G_END_DECLS

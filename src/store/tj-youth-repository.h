#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_youths_insert (TjChange *change, TjYouth *youth, GError **error);
gboolean tj_youths_update (TjChange *change, TjYouth *youth, GError **error);
TjYouth *tj_youths_load (TjStore *store, gint64 id, GError **error);
gint64 tj_youths_find (TjStore *store, const char *personal_number, GError **error);

gint64 tj_registrations_insert (TjChange *change, TjRegistration *registration, GError **error);
gboolean tj_registrations_update (TjChange *change, TjRegistration *registration, GError **error);
GPtrArray *tj_registrations_list (TjStore *store, gint64 youth_id, GError **error);

gint64 tj_contacts_insert (TjChange *change, TjContact *contact, GError **error);
gboolean tj_contacts_update (TjChange *change, TjContact *contact, GError **error);
gboolean tj_contacts_delete (TjChange *change, gint64 id, GError **error);
GPtrArray *tj_contacts_list (TjStore *store, gint64 youth_id, GError **error);

gint64 tj_knowledge_insert (TjChange *change, TjKnowledge *knowledge, GError **error);
GPtrArray *tj_knowledge_list (TjStore *store, gint64 youth_id, GError **error);

gint64 tj_follow_ups_insert (TjChange *change, TjFollowUp *follow_up, GError **error);
gboolean tj_follow_ups_update (TjChange *change, TjFollowUp *follow_up, GError **error);
GPtrArray *tj_follow_ups_list (TjStore *store, gint64 youth_id, GError **error);

G_END_DECLS

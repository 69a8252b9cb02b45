#pragma once

#include "tj-contact.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_contacts_insert (TjChange *change, TjContact *contact, GError **error);
gboolean tj_contacts_update (TjChange *change, TjContact *contact, GError **error);
gboolean tj_contacts_delete (TjChange *change, gint64 id, GError **error);
TjContact *tj_contacts_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_contacts_list (TjStore *store, gint64 youth_id, GError **error);

G_END_DECLS

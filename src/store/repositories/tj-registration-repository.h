#pragma once

#include "tj-registration.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_registrations_insert (TjChange *change, TjRegistration *registration, GError **error);
gboolean tj_registrations_update (TjChange *change, TjRegistration *registration, GError **error);
TjRegistration *tj_registrations_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_registrations_list (TjStore *store, gint64 youth_id, GError **error);
TjRegistration *tj_registrations_load_open (TjStore *store, gint64 youth_id, GError **error);

/* Every open registration: what an import compares with. */
typedef gboolean (*TjRegistrationFunc) (TjRegistration *registration, gpointer user_data);
gboolean tj_registrations_foreach_open (TjStore *store,
                                        TjRegistrationFunc func,
                                        gpointer user_data,
                                        GError **error);

G_END_DECLS

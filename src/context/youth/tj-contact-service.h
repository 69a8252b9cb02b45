#pragma once

#include "tj-contact.h"
#include "tj-context.h"

G_BEGIN_DECLS

TjDate tj_contact_service_propose_follow_up (TjContext *context, TjContact *contact);
gboolean tj_contact_service_check (TjContext *context, TjContact *contact, GError **error);
gboolean tj_contact_service_check_change (TjContext *context, TjContact *contact, GError **error);
gboolean tj_contact_service_change (TjContext *context, TjContact *contact, GError **error);
gboolean tj_contact_service_remove (TjContext *context, gint64 id, GError **error);
gboolean
tj_contact_service_log (TjContext *context, TjContact *contact, TjDate follow_up, GError **error);
gboolean tj_contact_service_log_for (TjContext *context,
                                     TjContact *contact,
                                     const gint64 *youth_ids,
                                     gsize n_youths,
                                     TjDate follow_up,
                                     GError **error);

G_END_DECLS

#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

gboolean
tj_key_service_change_passphrase (TjContext *context, const TjSecret *passphrase, GError **error);
TjSecret *tj_key_service_add_recovery_key (TjContext *context, GError **error);
gboolean tj_key_service_has_keyring (TjContext *context);
gboolean tj_key_service_set_keyring (TjContext *context, gboolean on, GError **error);
gboolean tj_key_service_remove (TjContext *context, guint slot, GError **error);

G_END_DECLS

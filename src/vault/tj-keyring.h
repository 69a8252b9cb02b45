#pragma once

#include <gio/gio.h>

#include "tj-secret.h"

G_BEGIN_DECLS

gboolean tj_keyring_is_available (GCancellable *cancellable);
TjSecret *tj_keyring_lookup (const char *register_id, GCancellable *cancellable, GError **error);
gboolean tj_keyring_store (const char *register_id,
                           const TjSecret *key,
                           GCancellable *cancellable,
                           GError **error);
gboolean tj_keyring_clear (const char *register_id, GCancellable *cancellable, GError **error);

G_END_DECLS

#pragma once

#include <glib-object.h>

#include "tj-context-error.h"
#include "tj-date.h"
#include "tj-secret.h"
#include "tj-store.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONTEXT (tj_context_get_type ())
G_DECLARE_FINAL_TYPE (TjContext, tj_context, TJ, CONTEXT, GObject)

/* Everything the program needs from the world, handed in: the register's folder, its key, its
 * store, its settings, the outreach routine and the day's clock.
 * Properties: "today" (guint, a TjDate), "unlocked" (boolean). */

TjContext *tj_context_new (const char *register_dir, TjDate today);
const char *tj_context_get_register_dir (TjContext *self);
gboolean tj_context_has_register (TjContext *self);

gboolean tj_context_create (TjContext *self,
                            const char *municipality_code,
                            const char *routine_id,
                            TjSecret *passphrase,
                            gboolean with_keyring,
                            char **recovery_key,
                            GError **error);
gboolean tj_context_unlock_with_passphrase (TjContext *self, TjSecret *passphrase, GError **error);
gboolean tj_context_unlock_with_keyring (TjContext *self, GError **error);
gboolean tj_context_unlock_with_recovery_key (TjContext *self, TjSecret *text, GError **error);
gboolean tj_context_is_unlocked (TjContext *self);
void tj_context_lock (TjContext *self);

TjStore *tj_context_get_store (TjContext *self);
const TjRoutine *tj_context_get_routine (TjContext *self);
gboolean tj_context_set_routine (TjContext *self, const char *json, GError **error);
TjDate tj_context_get_today (TjContext *self);
gboolean tj_context_is_demo (TjContext *self);

char *tj_context_dup_setting (TjContext *self, const char *key);
gboolean tj_context_set_setting (TjContext *self, const char *key, const char *value, GError **error);

G_END_DECLS

#pragma once

#include <gio/gio.h>

#include "tj-context-error.h"
#include "tj-date.h"
#include "tj-key-file.h"
#include "tj-secret.h"
#include "tj-store.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONTEXT (tj_context_get_type ())
G_DECLARE_FINAL_TYPE (TjContext, tj_context, TJ, CONTEXT, GObject)

/* Everything the program needs from the world, handed in: the register's folder, its key, its
 * store, its settings, the outreach routine and the day's clock.
 * Signals: "settings-changed". */

TjContext *tj_context_new (const char *register_dir, TjDate today);
const char *tj_context_get_register_dir (TjContext *self);
void tj_context_set_register_dir (TjContext *self, const char *register_dir);
gboolean tj_context_has_register (TjContext *self);
TjDate tj_context_get_today (TjContext *self);

TjSecret *
tj_context_prepare (TjContext *self, const TjSecret *passphrase, gboolean demo, GError **error);
gboolean tj_context_create (TjContext *self,
                            const char *municipality_code,
                            const char *routine_id,
                            gboolean with_keyring,
                            GError **error);
gboolean tj_context_unlock_with_passphrase (TjContext *self,
                                            const TjSecret *passphrase,
                                            GError **error);
gboolean tj_context_unlock_with_keyring (TjContext *self, GError **error);
gboolean tj_context_unlock_with_recovery_key (TjContext *self,
                                              const TjSecret *text,
                                              GError **error);
gboolean tj_context_is_unlocked (TjContext *self);
gboolean tj_context_close (TjContext *self, GError **error);
gboolean tj_context_verify (TjContext *self, GError **error);
gboolean tj_context_verify_log (TjContext *self, GError **error);
gboolean tj_context_reload_settings (TjContext *self, GError **error);

void tj_context_begin_work (TjContext *self, GCancellable *cancellable);
void tj_context_end_work (TjContext *self);
gboolean tj_context_is_working (TjContext *self);

TjKeyFile *tj_context_get_key_file (TjContext *self);
TjSecret *tj_context_get_data_key (TjContext *self);
gboolean tj_context_save_key_file (TjContext *self, GError **error);

TjStore *tj_context_get_store (TjContext *self);
const TjRoutine *tj_context_get_routine (TjContext *self);
gboolean tj_context_set_routine (TjContext *self, const char *json, GError **error);
gboolean
tj_context_set_preset_routine (TjContext *self, const char *routine_id, GError **error);
gboolean tj_context_is_demo (TjContext *self);

char *tj_context_dup_setting (TjContext *self, const char *key, GError **error);
gboolean
tj_context_set_setting (TjContext *self, const char *key, const char *value, GError **error);

G_END_DECLS

#pragma once

#include <gio/gio.h>

#include "tj-data-key.h"
#include "tj-key-slot.h"
#include "tj-secret.h"
#include "tj-vault-error.h"

G_BEGIN_DECLS

#define TJ_KEY_FILE_NAME "register.keys"
#define TJ_KEY_FILE_CIPHER_FORMAT "sqlcipher-3"
#define TJ_AUDIT_HEAD_BYTES 32

#define TJ_TYPE_KEY_FILE (tj_key_file_get_type ())
G_DECLARE_FINAL_TYPE (TjKeyFile, tj_key_file, TJ, KEY_FILE, GObject)

/* The file that holds a register's data key, wrapped once for each way to open it. Everything
 * happens in memory; only tj_key_file_save() writes. Not to be used from two threads at once. */

TjKeyFile *tj_key_file_new (gboolean demo, TjSecret **data_key);
TjKeyFile *tj_key_file_load (const char *path, GError **error);
TjKeyFile *tj_key_file_parse (GBytes *bytes, GError **error);
GBytes *tj_key_file_serialize (TjKeyFile *self);
gboolean tj_key_file_save (TjKeyFile *self, const char *path, GError **error);

const char *tj_key_file_get_register_id (TjKeyFile *self);
const char *tj_key_file_get_cipher_format (TjKeyFile *self);
gint64 tj_key_file_get_created_at (TjKeyFile *self);
gboolean tj_key_file_is_demo (TjKeyFile *self);

TjSecret *
tj_key_file_open_with_passphrase (TjKeyFile *self, const TjSecret *passphrase, GError **error);
TjSecret *
tj_key_file_open_with_keyring (TjKeyFile *self, GCancellable *cancellable, GError **error);
TjSecret *
tj_key_file_open_with_recovery_key (TjKeyFile *self, const TjSecret *text, GError **error);
TjSecret *
tj_key_file_open_with_escrow_key (TjKeyFile *self, const TjSecret *secret_key, GError **error);

guint tj_key_file_add_passphrase (TjKeyFile *self,
                                  const TjSecret *data_key,
                                  const TjSecret *passphrase,
                                  const char *label,
                                  const TjPassphraseCost *cost,
                                  GError **error);
guint tj_key_file_add_keyring (TjKeyFile *self,
                               const TjSecret *data_key,
                               const char *label,
                               GCancellable *cancellable,
                               GError **error);
TjSecret *tj_key_file_add_recovery_key (TjKeyFile *self,
                                        const TjSecret *data_key,
                                        const char *label,
                                        GError **error);
guint tj_key_file_add_escrow (TjKeyFile *self,
                              const TjSecret *data_key,
                              const guint8 public_key[TJ_ESCROW_PUBLIC_KEY_BYTES],
                              const char *label,
                              GError **error);
gboolean
tj_key_file_remove_slot (TjKeyFile *self, const TjSecret *data_key, guint id, GError **error);
guint tj_key_file_get_n_slots (TjKeyFile *self);
const TjKeySlot *tj_key_file_get_slot (TjKeyFile *self, guint index);
gboolean tj_key_file_has_enough_slots (TjKeyFile *self);

gboolean tj_key_file_set_audit_head (TjKeyFile *self,
                                     const TjSecret *data_key,
                                     const guint8 head[TJ_AUDIT_HEAD_BYTES],
                                     guint64 count,
                                     GError **error);
guint64 tj_key_file_get_audit_head (TjKeyFile *self, guint8 head[TJ_AUDIT_HEAD_BYTES]);

G_END_DECLS

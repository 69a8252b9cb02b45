#pragma once

#include "tj-key-slot.h"
#include "tj-secret.h"

G_BEGIN_DECLS

#define TJ_KEY_SLOT_SALT_BYTES 16
#define TJ_KEY_SLOT_NONCE_BYTES 24
#define TJ_KEY_SLOT_WRAPPED_BYTES (32 + 16)
#define TJ_KEY_SLOT_SEALED_BYTES (32 + 48)
#define TJ_KEY_SLOT_MAX_LABEL 64

struct _TjKeySlot
{
  guint16 id;
  TjKeySlotKind kind;
  gint64 created_at;
  TjPassphraseCost cost;                         /* passphrase only, else zeros */
  guint8 salt[TJ_KEY_SLOT_SALT_BYTES];           /* passphrase only, else zeros */
  guint8 public_key[TJ_ESCROW_PUBLIC_KEY_BYTES]; /* escrow only, else not stored */
  guint8 sealed_kek[TJ_KEY_SLOT_SEALED_BYTES];   /* escrow only, else not stored */
  char *label;
  guint8 nonce[TJ_KEY_SLOT_NONCE_BYTES];
  guint8 wrapped[TJ_KEY_SLOT_WRAPPED_BYTES];
};

TjKeySlot *tj_key_slot_new (TjKeySlotKind kind, guint16 id, const char *label, GError **error);
void tj_key_slot_free (TjKeySlot *self);
void
tj_key_slot_wrap (TjKeySlot *self, GBytes *header, const TjSecret *kek, const TjSecret *data_key);
TjSecret *tj_key_slot_unwrap (const TjKeySlot *self, GBytes *header, const TjSecret *kek);

TjSecret *tj_key_slot_stretch (const TjKeySlot *self, const TjSecret *passphrase, GError **error);
TjSecret *tj_key_slot_digest_recovery_key (const TjSecret *key);
TjSecret *tj_key_slot_seal_kek (TjKeySlot *self, const guint8 *public_key);
TjSecret *tj_key_slot_unseal_kek (const TjKeySlot *self, const TjSecret *secret_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjKeySlot, tj_key_slot_free)

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_ESCROW_PUBLIC_KEY_BYTES 32

/* How a slot is opened. The numbers are part of the file format. */
typedef enum
{
  TJ_KEY_SLOT_PASSPHRASE = 1,
  TJ_KEY_SLOT_KEYRING = 2,
  TJ_KEY_SLOT_RECOVERY = 3,
  TJ_KEY_SLOT_ESCROW = 4,
} TjKeySlotKind;

/* What one guess at a passphrase costs: Argon2id passes and memory. */
typedef struct
{
  guint32 passes;
  guint32 memory_kib;
} TjPassphraseCost;

/* One way to open a register, without anything that opens it. */
typedef struct _TjKeySlot TjKeySlot;

guint tj_key_slot_get_id (const TjKeySlot *self);
TjKeySlotKind tj_key_slot_get_kind (const TjKeySlot *self);
const char *tj_key_slot_get_label (const TjKeySlot *self);
gint64 tj_key_slot_get_created_at (const TjKeySlot *self);
const char *tj_key_slot_kind_to_word (TjKeySlotKind kind);
const char *tj_key_slot_kind_get_label (TjKeySlotKind kind);

G_END_DECLS

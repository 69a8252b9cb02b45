#pragma once

#include "tj-key-file.h"
#include "tj-key-slot-private.h"

G_BEGIN_DECLS

#define TJ_KEY_FILE_VERSION 1
#define TJ_KEY_FILE_ID_BYTES 16
#define TJ_KEY_FILE_CIPHER_CHARS 16
#define TJ_KEY_FILE_MAC_BYTES 32
#define TJ_KEY_FILE_CHECKSUM_BYTES 32
#define TJ_KEY_FILE_MAX_SLOTS 32

struct _TjKeyFile
{
  GObject parent_instance;

  guint8 id[TJ_KEY_FILE_ID_BYTES];
  char id_text[TJ_KEY_FILE_ID_BYTES * 2 + 1];
  char cipher_format[TJ_KEY_FILE_CIPHER_CHARS + 1];
  gint64 created_at;
  gboolean demo;
  guint64 audit_count;
  guint8 audit_head[TJ_AUDIT_HEAD_BYTES];
  guint16 next_slot_id;
  GPtrArray *slots; /* of TjKeySlot */
  guint8 mac[TJ_KEY_FILE_MAC_BYTES];

  GBytes *on_disk; /* the bytes last read or written; NULL for a file that was never saved */
};

GBytes *tj_key_file_dup_header (TjKeyFile *self);
void tj_key_file_seal (TjKeyFile *self, const TjSecret *data_key);
gboolean tj_key_file_verify_seal (TjKeyFile *self, const TjSecret *data_key);
gboolean tj_key_file_check_seal (TjKeyFile *self, const TjSecret *data_key, GError **error);

G_END_DECLS

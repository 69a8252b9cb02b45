#pragma once

#include "tj-key-slot-private.h"

G_BEGIN_DECLS

/* Little-endian reading of bytes that may be anything: after a failure every read gives zeros. */
typedef struct
{
  const guint8 *at;
  gsize left;
  gboolean failed;
} TjByteReader;

void tj_byte_reader_take (TjByteReader *self, guint8 *out, gsize n);
guint64 tj_byte_reader_take_uint (TjByteReader *self, gsize n_bytes);
void tj_byte_writer_put_uint (GByteArray *out, guint64 value, gsize n_bytes);

gboolean tj_key_label_is_sound (const char *label, gsize length);
void tj_key_slot_write (const TjKeySlot *self, GByteArray *out);
void tj_key_slot_write_head (const TjKeySlot *self, GByteArray *out);
TjKeySlot *tj_key_slot_read (TjByteReader *reader);

G_END_DECLS

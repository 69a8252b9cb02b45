/* Feeds anything to the key file's reader, as it is and with its checksum put right, which no
 * fuzzer would find. What is read must be written back as the same bytes: the seal is computed over
 * what is written. */

#include "config.h"

#include "tj-key-file.h"

#include <sodium.h>
#include <stdint.h>
#include <string.h>

#define CHECKSUM_BYTES 32

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_and_write_back (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (TjKeyFile) file = tj_key_file_parse (bytes, NULL);
  g_autoptr (GBytes) back = NULL;

  if (file == NULL)
    return;
  back = tj_key_file_serialize (file);
  g_assert_true (g_bytes_equal (bytes, back));
  tj_key_file_has_enough_slots (file);
  for (guint i = 0; i < tj_key_file_get_n_slots (file); i++)
    g_assert_true (
        g_utf8_validate (tj_key_slot_get_label (tj_key_file_get_slot (file, i)), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *copy = g_malloc (size + CHECKSUM_BYTES);

  read_and_write_back (data, size);
  memcpy (copy, data, size);
  crypto_generichash (copy + size, CHECKSUM_BYTES, copy, size, NULL, 0);
  read_and_write_back (copy, size + CHECKSUM_BYTES);
  return 0;
}

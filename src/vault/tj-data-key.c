/* The data key never encrypts anything itself: each use has a subkey of its own, so that a key that
 * leaks from one place (SQLCipher, the log) opens nothing else. */

#include "config.h"

#include "tj-data-key.h"

#include <sodium.h>

G_STATIC_ASSERT (TJ_DATA_KEY_BYTES == crypto_kdf_KEYBYTES);

/* libsodium's BLAKE2b leaves its output on the stack. */
#define STACK_BYTES 4096

static const char CONTEXT[crypto_kdf_CONTEXTBYTES] = { 't', 'j', 'u', 'g', 'o', 'k', 'e', 'y' };

/**
 * tj_data_key_derive:
 * @data_key: the register's key, %TJ_DATA_KEY_BYTES long
 * @which: what the subkey is for
 *
 * The same key and use always give the same subkey (BLAKE2b, libsodium's crypto_kdf).
 *
 * Returns: (transfer full): 32 bytes
 */
TjSecret *
tj_data_key_derive (const TjSecret *data_key, TjSubkey which)
{
  TjSecret *subkey;

  g_return_val_if_fail (data_key != NULL, NULL);
  g_return_val_if_fail (tj_secret_get_size (data_key) == TJ_DATA_KEY_BYTES, NULL);

  subkey = tj_secret_new (TJ_DATA_KEY_BYTES);
  crypto_kdf_derive_from_key (tj_secret_get_writable (subkey), TJ_DATA_KEY_BYTES, which, CONTEXT,
                              tj_secret_get (data_key, NULL));
  sodium_stackzero (STACK_BYTES);
  return subkey;
}

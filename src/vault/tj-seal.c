/* Small pieces of text that lie beside the register, each under a name: XChaCha20-Poly1305 with the
 * name bound in, so that one cannot be put in another's place. Keys are subkeys (tj-data-key.h). */

#include "config.h"

#include "tj-seal.h"

#include <sodium.h>
#include <string.h>

#define NAME_BYTES 16
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES

/**
 * tj_seal_dup_name:
 * @key: 32 bytes
 * @text: what the name stands for
 *
 * Returns: (transfer full): a name of 32 hexadecimal digits that tells nothing of @text without
 *   the key (BLAKE2b)
 */
char *
tj_seal_dup_name (const TjSecret *key, const char *text)
{
  guint8 hash[NAME_BYTES];
  char *name = g_malloc (2 * NAME_BYTES + 1);

  crypto_generichash (hash, sizeof hash, (const guint8 *)text, strlen (text),
                      tj_secret_get (key, NULL), tj_secret_get_size (key));
  return sodium_bin2hex (name, 2 * NAME_BYTES + 1, hash, sizeof hash);
}

/**
 * tj_seal:
 * @key: 32 bytes
 * @name: what the piece is kept under
 * @plain: what is kept
 *
 * Returns: (transfer full): @plain encrypted, with its nonce before it
 */
GBytes *
tj_seal (const TjSecret *key, const char *name, const TjSecret *plain)
{
  gsize n = NONCE_BYTES + tj_secret_get_size (plain) + TAG_BYTES;
  guint8 *sealed = g_malloc (n);

  randombytes_buf (sealed, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (
      sealed + NONCE_BYTES, NULL, tj_secret_get (plain, NULL), tj_secret_get_size (plain),
      (const guint8 *)name, strlen (name), NULL, sealed, tj_secret_get (key, NULL));
  return g_bytes_new_take (sealed, n);
}

/**
 * tj_unseal:
 * @key: 32 bytes
 * @name: what the piece was kept under
 * @sealed: what tj_seal() gave
 *
 * Returns: (transfer full) (nullable): what was kept; NULL when @sealed is damaged, cut off, or
 *   under another key or name
 */
TjSecret *
tj_unseal (const TjSecret *key, const char *name, GBytes *sealed)
{
  gsize n;
  const guint8 *bytes = g_bytes_get_data (sealed, &n);
  g_autoptr (TjSecret) plain = NULL;

  if (n <= NONCE_BYTES + TAG_BYTES)
    return NULL;
  plain = tj_secret_new (n - NONCE_BYTES - TAG_BYTES);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (
          tj_secret_get_writable (plain), NULL, NULL, bytes + NONCE_BYTES, n - NONCE_BYTES,
          (const guint8 *)name, strlen (name), bytes, tj_secret_get (key, NULL))
      != 0)
    return NULL;
  return g_steal_pointer (&plain);
}

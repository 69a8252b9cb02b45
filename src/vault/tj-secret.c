/* Bytes that must not reach the disk. libsodium gives memory that is locked, kept out of core
 * dumps, fenced by guard pages and wiped when freed; this adds a reference count and a NUL behind
 * the bytes, and the reading of a passphrase from a file descriptor without a copy elsewhere. */

#include "config.h"

#include "tj-secret.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "tj-vault-error.h"

#define MAX_LINE 4096

struct _TjSecret
{
  gatomicrefcount refs;
  gsize size;
  guint8 *bytes; /* size + 1, from sodium_malloc() */
};

G_DEFINE_BOXED_TYPE (TjSecret, tj_secret, tj_secret_ref, tj_secret_unref)

/* Reads up to a newline or the end, a byte at a time so that the next line stays in the pipe.
 * Returns the length, MAX_LINE when there is more, or -1 with errno set. */
static gssize
read_line (int fd, char *line)
{
  gsize n = 0;

  while (n < MAX_LINE)
    {
      gssize got = read (fd, line + n, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0 || line[n] == '\n')
        break;
      n++;
    }
  return n;
}

/**
 * tj_secret_new:
 * @size: bytes, may be 0
 *
 * Returns: (transfer full): a secret of zeros, to be filled through tj_secret_get_writable().
 */
TjSecret *
tj_secret_new (gsize size)
{
  TjSecret *self = g_new0 (TjSecret, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot start");
  g_atomic_ref_count_init (&self->refs);
  self->size = size;
  self->bytes = sodium_malloc (size + 1);
  if (self->bytes == NULL)
    g_error ("no memory for a secret of %" G_GSIZE_FORMAT " bytes", size);
  sodium_memzero (self->bytes, size + 1);
  return self;
}

/**
 * tj_secret_new_random:
 * @size: bytes
 *
 * Returns: (transfer full): @size bytes from the system's generator.
 */
TjSecret *
tj_secret_new_random (gsize size)
{
  TjSecret *self = tj_secret_new (size);

  randombytes_buf (self->bytes, size);
  return self;
}

/**
 * tj_secret_new_from_bytes:
 * @bytes: what to copy; wiping the original is the caller's
 * @size: bytes
 *
 * Returns: (transfer full): a copy.
 */
TjSecret *
tj_secret_new_from_bytes (gconstpointer bytes, gsize size)
{
  TjSecret *self;

  g_return_val_if_fail (bytes != NULL || size == 0, NULL);

  self = tj_secret_new (size);
  if (size > 0)
    memcpy (self->bytes, bytes, size);
  return self;
}

/**
 * tj_secret_new_from_string:
 * @text: what to copy, up to its NUL; wiping the original is the caller's
 *
 * Returns: (transfer full): a copy.
 */
TjSecret *
tj_secret_new_from_string (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return tj_secret_new_from_bytes (text, strlen (text));
}

/**
 * tj_secret_new_from_fd:
 * @fd: an open file descriptor; it is not closed
 * @error: %TJ_VAULT_ERROR_BAD_INPUT when the line is empty, holds a NUL or passes 4,095 bytes,
 *   %TJ_VAULT_ERROR_IO when @fd cannot be read
 *
 * Reads one line, without its newline. What follows stays unread, so that a second call gives
 * the second line (the old passphrase, then the new one).
 *
 * Returns: (transfer full): the line, or %NULL
 */
TjSecret *
tj_secret_new_from_fd (int fd, GError **error)
{
  g_autoptr (TjSecret) line = tj_secret_new (MAX_LINE);
  gssize n = read_line (fd, (char *)line->bytes);

  if (n < 0)
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO,
                   _ ("The passphrase could not be read: %s"), g_strerror (errno));
      return NULL;
    }
  if (n == MAX_LINE || memchr (line->bytes, '\0', n) != NULL)
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                           _ ("The passphrase is too long or is not text"));
      return NULL;
    }
  if (n > 0 && line->bytes[n - 1] == '\r')
    n--;
  if (n == 0)
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                           _ ("The passphrase is empty"));
      return NULL;
    }
  return tj_secret_new_from_bytes (line->bytes, n);
}

/**
 * tj_secret_ref:
 * @self: a secret
 *
 * Returns: (transfer full): @self
 */
TjSecret *
tj_secret_ref (TjSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * tj_secret_unref:
 * @self: a secret
 *
 * Drops a reference; the last one wipes and unmaps the bytes.
 */
void
tj_secret_unref (TjSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  sodium_free (self->bytes);
  g_free (self);
}

/**
 * tj_secret_get:
 * @self: a secret
 * @size: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the bytes, followed by a NUL that is not counted
 */
const guint8 *
tj_secret_get (const TjSecret *self, gsize *size)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (size != NULL)
    *size = self->size;
  return self->bytes;
}

/**
 * tj_secret_get_size:
 * @self: a secret
 *
 * Returns: its length in bytes
 */
gsize
tj_secret_get_size (const TjSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * tj_secret_get_text:
 * @self: a secret that is text
 *
 * Returns: (transfer none): the bytes as a C string
 */
const char *
tj_secret_get_text (const TjSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *)self->bytes;
}

/**
 * tj_secret_get_writable:
 * @self: a secret that nobody else reads yet
 *
 * Returns: (transfer none): the bytes, to be filled
 */
guint8 *
tj_secret_get_writable (TjSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * tj_secret_equal:
 * @a: a secret
 * @b: another
 *
 * Compares in a time that depends on the lengths only.
 *
 * Returns: whether both hold the same bytes
 */
gboolean
tj_secret_equal (const TjSecret *a, const TjSecret *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->size == b->size && sodium_memcmp (a->bytes, b->bytes, a->size) == 0;
}

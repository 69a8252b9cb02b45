/* Reads pages of a SQLCipher-3 file without SQLite, for two ends: to learn whether the key fits
 * and how new the file is before anything may be written (SQLite writes as soon as it meets a
 * write-ahead log), and to verify every page, which cipher_integrity_check of 3.4.1 does not do.
 *
 * A page is content, 16 bytes of IV, 20 of HMAC-SHA1 over content, IV and page number, 12 unused.
 * Page 1 begins with 16 bytes of salt in plain. The HMAC's key is PBKDF2-HMAC-SHA1 of the key,
 * two rounds, over the salt with each byte XORed 0x3a. */

#include "config.h"

#include "tj-pages.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE TJ_CONNECTION_PAGE_BYTES
#define SALT 16
#define IV 16
#define HMAC_SHA1 20
#define RESERVE 48

/* Where SQLite's header keeps the number of pages and user_version. */
#define HEADER_PAGES 28
#define HEADER_USER_VERSION 60

#define WAL_HEADER 32
#define WAL_FRAME_HEADER 24

/* How many pages tell a wrong key from a damaged first page. */
#define SAMPLES 64

typedef struct
{
  int file;
  guint8 *keys; /* locked: the key, then the HMAC's key */
  guint8 page[PAGE];
} Reader;

static void
reader_clear (Reader *reader)
{
  if (reader->file >= 0)
    close (reader->file);
  if (reader->keys != NULL)
    sodium_free (reader->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
fail (GError **error, int number)
{
  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO, _ ("The register could not be read: %s"),
               g_strerror (number));
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The register is damaged"));
  return FALSE;
}

/* Whole reads only: anything shorter counts as the end of the file. */
static gboolean
read_at (int file, gpointer bytes, gsize n, goffset offset)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = pread (file, (guint8 *)bytes + done, n - done, offset + (goffset)done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      done += (gsize)got;
    }
  return TRUE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
reader_open (Reader *reader,
             const char *path,
             const guint8 key[TJ_CONNECTION_KEY_BYTES],
             GError **error)
{
  guint8 salt[SALT];

  reader->file = open (path, O_RDONLY | O_CLOEXEC);
  if (reader->file < 0)
    return fail (error, errno);
  if (!read_at (reader->file, salt, sizeof salt, 0))
    return fail_damaged (error);

  reader->keys = sodium_malloc (2 * TJ_CONNECTION_KEY_BYTES);
  if (reader->keys == NULL)
    return fail (error, ENOMEM);

  for (gsize i = 0; i < SALT; i++)
    salt[i] ^= 0x3a;
  memcpy (reader->keys, key, TJ_CONNECTION_KEY_BYTES);
  if (PKCS5_PBKDF2_HMAC_SHA1 ((const char *)key, TJ_CONNECTION_KEY_BYTES, salt, SALT, 2,
                              TJ_CONNECTION_KEY_BYTES, reader->keys + TJ_CONNECTION_KEY_BYTES)
      != 1)
    return fail (error, ENOMEM);
  return TRUE;
}

/* Whether the page in the buffer is authentic as page @number. A page of zeros is a hole that
 * SQLite left in the file and never reads. */
static gboolean
page_is_authentic (Reader *reader, guint32 number)
{
  gsize start = number == 1 ? SALT : 0;
  gsize n = PAGE - RESERVE + IV - start;
  guint8 signed_part[PAGE];
  guint32 little_endian = GUINT32_TO_LE (number);
  guint8 mac[EVP_MAX_MD_SIZE];
  guint n_mac = 0;

  if (number > 1 && sodium_is_zero (reader->page, PAGE))
    return TRUE;

  memcpy (signed_part, reader->page + start, n);
  memcpy (signed_part + n, &little_endian, sizeof little_endian);
  HMAC (EVP_sha1 (), reader->keys + TJ_CONNECTION_KEY_BYTES, TJ_CONNECTION_KEY_BYTES, signed_part,
        n + sizeof little_endian, mac, &n_mac);
  return n_mac == HMAC_SHA1
         && sodium_memcmp (mac, reader->page + PAGE - RESERVE + IV, HMAC_SHA1) == 0;
}

/* Deciphers the first block or two of page 1 to read a number of SQLite's header. */
static guint32
read_header_number (Reader *reader, gsize offset)
{
  guint8 header[PAGE];
  int n = 0;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  guint32 number;

  EVP_DecryptInit_ex (context, EVP_aes_256_cbc (), NULL, reader->keys,
                      reader->page + PAGE - RESERVE);
  EVP_CIPHER_CTX_set_padding (context, 0);
  EVP_DecryptUpdate (context, header, &n, reader->page + SALT, PAGE - RESERVE - SALT);
  EVP_CIPHER_CTX_free (context);

  number = read_big_endian (header + offset - SALT);
  sodium_memzero (header, sizeof header);
  return number;
}

/* The newest committed page 1 in the write-ahead log, if there is one, into the buffer. Frames
 * that an earlier use of the log left behind carry other salts. */
static gboolean
read_first_page_of_log (Reader *reader, const char *path)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  guint8 header[WAL_HEADER], frame[WAL_FRAME_HEADER];
  goffset offset = WAL_HEADER, candidate = 0, newest = 0;
  gboolean found;
  int log = open (log_path, O_RDONLY | O_CLOEXEC);

  if (log < 0)
    return FALSE;

  if (read_at (log, header, sizeof header, 0))
    for (; read_at (log, frame, sizeof frame, offset); offset += WAL_FRAME_HEADER + PAGE)
      {
        if (memcmp (frame + 8, header + 16, 8) != 0)
          break;
        if (read_big_endian (frame) == 1)
          candidate = offset + WAL_FRAME_HEADER;
        if (read_big_endian (frame + 4) != 0)
          newest = candidate;
      }

  found = newest != 0 && read_at (log, reader->page, PAGE, newest);
  if (found)
    {
      /* The log keeps page 1 as the file does, but the salt is the file's. */
      found = page_is_authentic (reader, 1);
    }
  close (log);
  return found;
}

/* Whether any of some pages spread over the file is authentic: then the key is right. */
static gboolean
some_page_is_authentic (Reader *reader)
{
  struct stat status;
  guint32 n_pages, stride;

  if (fstat (reader->file, &status) != 0)
    return FALSE;

  n_pages = (guint32)(status.st_size / PAGE);
  stride = MAX (1, n_pages / SAMPLES);
  for (guint32 number = 2; number <= n_pages; number += stride)
    if (read_at (reader->file, reader->page, PAGE, (goffset)(number - 1) * PAGE)
        && !sodium_is_zero (reader->page, PAGE) && page_is_authentic (reader, number))
      return TRUE;
  return FALSE;
}

/**
 * tj_pages_check_key:
 * @path: the database file
 * @key: the raw key
 * @user_version: (out): the schema's version
 *
 * Reads the first page, or its newer copy in the write-ahead log, and writes nothing.
 *
 * Returns: whether the key fits; else %TJ_STORE_ERROR_WRONG_KEY, or %TJ_STORE_ERROR_DAMAGED when
 *   the key fits other pages or the file is too short
 */
gboolean
tj_pages_check_key (const char *path,
                    const guint8 key[TJ_CONNECTION_KEY_BYTES],
                    guint *user_version,
                    GError **error)
{
  g_auto (Reader) reader = { .file = -1 };

  if (!reader_open (&reader, path, key, error))
    return FALSE;

  if (!read_first_page_of_log (&reader, path))
    {
      if (!read_at (reader.file, reader.page, PAGE, 0))
        return fail_damaged (error);
      if (!page_is_authentic (&reader, 1))
        {
          if (some_page_is_authentic (&reader))
            return fail_damaged (error);
          g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_WRONG_KEY,
                               _ ("The key does not open the register"));
          return FALSE;
        }
    }
  *user_version = read_header_number (&reader, HEADER_USER_VERSION);
  return TRUE;
}

static gboolean
fail_at_page (GError **error, guint32 number)
{
  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
               _ ("Page %u of the register is damaged"), number);
  return FALSE;
}

/**
 * tj_pages_verify:
 * @path: the database file, with nothing left in its write-ahead log
 * @key: the raw key
 *
 * Reads every page and compares its HMAC.
 *
 * Returns: whether all agree; else %TJ_STORE_ERROR_DAMAGED with the first page that does not
 */
gboolean
tj_pages_verify (const char *path, const guint8 key[TJ_CONNECTION_KEY_BYTES], GError **error)
{
  g_auto (Reader) reader = { .file = -1 };
  guint32 n_pages = 1;

  if (!reader_open (&reader, path, key, error))
    return FALSE;

  for (guint32 number = 1; number <= n_pages; number++)
    {
      if (!read_at (reader.file, reader.page, PAGE, (goffset)(number - 1) * PAGE)
          || !page_is_authentic (&reader, number))
        return fail_at_page (error, number);
      if (number == 1)
        n_pages = read_header_number (&reader, HEADER_PAGES);
    }
  return TRUE;
}

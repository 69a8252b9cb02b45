#pragma once

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "tj-key-file.h"

#define PASSPHRASE "korrekt häst batteri häftklammer"

/* Real Argon2id, at the least it can cost. */
static const TjPassphraseCost CHEAP = { .passes = 1, .memory_kib = 8 };

/* A key file with a passphrase and a recovery key, as most registers have. */
static inline TjKeyFile *
new_key_file (TjSecret **data_key, TjSecret **recovery_key)
{
  TjKeyFile *file = tj_key_file_new (FALSE, data_key);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (TjSecret) recovery = NULL;
  g_autoptr (GError) error = NULL;

  tj_key_file_add_passphrase (file, *data_key, passphrase, "Kansliet", &CHEAP, &error);
  g_assert_no_error (error);
  recovery = tj_key_file_add_recovery_key (file, *data_key, "Kassaskåpet", &error);
  g_assert_no_error (error);
  if (recovery_key != NULL)
    *recovery_key = g_steal_pointer (&recovery);
  return file;
}

static inline TjSecret *
open_with (TjKeyFile *file, const char *passphrase, GError **error)
{
  g_autoptr (TjSecret) secret = tj_secret_new_from_string (passphrase);

  return tj_key_file_open_with_passphrase (file, secret, error);
}

/* Writes the closing checksum anew: what somebody who tampers on purpose would do. */
static inline GBytes *
with_right_checksum (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);

  crypto_generichash (copy + size - 32, 32, copy, size - 32, NULL, 0);
  return g_bytes_new_take (g_steal_pointer (&copy), size);
}

typedef struct
{
  char *folder;
  char *path;
} Folder;

static inline void
folder_set_up (Folder *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("tjugo-vault-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, TJ_KEY_FILE_NAME, NULL);
}

static inline guint
folder_count (Folder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
folder_tear_down (Folder *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

#define TJ_BACKUP_MAC_BYTES 32

/* What a register holds, by which a copy is known to be whole. */
typedef struct
{
  guint64 youths;
  guint64 contacts;
  guint64 log_rows;
  guint64 rows; /* of all tables */
} TjBackupCounts;

gboolean tj_backup_write (TjStore *store,
                          const char *path,
                          GBytes *keys,
                          const guint8 mac_key[TJ_STORE_KEY_BYTES],
                          TjBackupCounts *counts,
                          GError **error);
GBytes *tj_backup_read_keys (const char *path, GError **error);
gboolean tj_backup_check (const char *path,
                          const guint8 key[TJ_STORE_KEY_BYTES],
                          const guint8 mac_key[TJ_STORE_KEY_BYTES],
                          TjBackupCounts *counts,
                          GError **error);
gboolean tj_backup_extract (const char *path, const char *database_path, GError **error);

G_END_DECLS

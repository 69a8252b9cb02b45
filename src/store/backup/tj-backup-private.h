#pragma once

#include "tj-backup.h"

G_BEGIN_DECLS

/* Where the parts of a backup file lie. */
typedef struct
{
  guint64 database_bytes;
  guint64 keys_bytes;
  guint8 mac[TJ_BACKUP_MAC_BYTES];
} TjBackupLayout;

gboolean tj_backup_file_write (const char *database_path,
                               const char *path,
                               GBytes *keys,
                               const guint8 mac_key[TJ_STORE_KEY_BYTES],
                               GError **error);
gboolean tj_backup_file_read_layout (int file, TjBackupLayout *layout, GError **error);
gboolean tj_backup_file_check_mac (const char *path,
                                   const guint8 mac_key[TJ_STORE_KEY_BYTES],
                                   GError **error);

G_END_DECLS

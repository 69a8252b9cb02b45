#pragma once

#include "tj-backup.h"
#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_BACKUP_SUFFIX ".tjugobackup"

/* A backup in the chosen folder. */
typedef struct
{
  char *path;
  TjDate date;
  char *time; /* "140503", of this place */
  guint64 bytes;
} TjBackupFile;

void tj_backup_file_free (TjBackupFile *file);

gboolean tj_backup_service_write (TjContext *context,
                                  const char *path,
                                  TjBackupCounts *counts,
                                  GError **error);
gboolean tj_backup_service_rehearse (TjContext *context,
                                     const char *path,
                                     TjBackupCounts *counts,
                                     GError **error);

char *tj_backup_service_dup_folder (TjContext *context);
GPtrArray *tj_backup_service_list (TjContext *context, GError **error);
gboolean tj_backup_service_is_due (TjContext *context);
gboolean tj_backup_service_write_in (TjContext *context,
                                     const char *folder,
                                     TjBackupCounts *counts,
                                     GError **error);
gboolean tj_backup_service_run (TjContext *context, TjBackupCounts *counts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjBackupFile, tj_backup_file_free)

G_END_DECLS

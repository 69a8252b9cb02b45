#pragma once

#include "tj-backup.h"
#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_backup_restore (TjContext *context,
                            const char *path,
                            const TjSecret *passphrase,
                            const TjSecret *recovery_key,
                            TjBackupCounts *counts,
                            GError **error);

G_END_DECLS

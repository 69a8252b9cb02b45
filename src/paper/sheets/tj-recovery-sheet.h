#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* A register's recovery key, to be printed and locked away. `groups` ends with NULL. Borrowed for
 * the call; the finished PDF holds the key, so it is printed or saved and then let go. */
typedef struct
{
  const char *register_name;
  const char *const *groups;
} TjRecoverySheet;

GBytes *
tj_recovery_sheet_draw (const TjRecoverySheet *recovery, const TjSheetHead *head, GError **error);

G_END_DECLS

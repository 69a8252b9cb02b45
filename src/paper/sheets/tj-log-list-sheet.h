#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* A row of the log as it is read. Strings are borrowed. */
typedef struct
{
  const char *time;
  const char *actor;
  const char *action;
  const char *person; /* "" for none; of a protected person the case number alone */
} TjLogListRow;

GBytes *tj_log_list_sheet_draw (const TjLogListRow *rows,
                                guint n_rows,
                                const TjSheetHead *head,
                                GError **error);

G_END_DECLS

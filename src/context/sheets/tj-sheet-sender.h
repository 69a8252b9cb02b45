#pragma once

#include "tj-context.h"
#include "tj-sheet.h"

G_BEGIN_DECLS

/* What a register's sheets have in common. `head` borrows from the rest; its title is the sheet's
 * own. */
typedef struct
{
  TjSheetHead head;
  char *sender;
  char *coordinator;
  char *contact; /* whom to ask, and how to reach them */
} TjSheetSender;

TjSheetSender *tj_sheet_sender_load (TjContext *context, GError **error);
void tj_sheet_sender_free (TjSheetSender *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSheetSender, tj_sheet_sender_free)

G_END_DECLS

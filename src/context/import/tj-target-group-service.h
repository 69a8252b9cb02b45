#pragma once

#include "tj-context.h"
#include "tj-target-group.h"

G_BEGIN_DECLS

/* One person and whether the responsibility concerns them. */
typedef struct
{
  gint64 youth_id;       /* 0 for one who is not in the register */
  char *personal_number; /* "" for a protected person */
  char *name;            /* "Skyddad person" for a protected one; "" when no list says it */
  char *school;          /* that the answer to condition 3 rests on; "" for none */
  gboolean is_protected;
  gboolean in_ist;
  TjTargetResult result;
} TjTargetRow;

void tj_target_row_free (TjTargetRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTargetRow, tj_target_row_free)

GPtrArray *tj_target_group_service_list (TjContext *context, GError **error);
gboolean tj_target_group_service_count_unseen (TjContext *context, guint *n, GError **error);
gint64 tj_target_group_service_register (TjContext *context,
                                         const char *personal_number,
                                         TjDate date,
                                         GError **error);

G_END_DECLS

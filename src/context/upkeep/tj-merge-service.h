#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* Two rows that may be of one person. `by_number`: one has a number that the other had; else both
 * are born on one day and have similar names. */
typedef struct
{
  gint64 first_id;
  gint64 second_id;
  gboolean by_number;
} TjDuplicate;

GArray *tj_merge_service_propose (TjContext *context, GError **error);
gboolean
tj_merge_service_merge (TjContext *context, gint64 kept_id, gint64 other_id, GError **error);

G_END_DECLS

#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* A youth with an open registration who turns 20, or has turned. */
typedef struct
{
  gint64 youth_id;
  char *personal_number;
  char *name; /* "Skyddad person" for a protected one */
  gboolean is_protected;
  TjDate turns_twenty;
  gboolean has_turned; /* on the context's day */
} TjTurningTwenty;

void tj_turning_twenty_free (TjTurningTwenty *twenty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTurningTwenty, tj_turning_twenty_free)

GPtrArray *tj_twenty_service_list (TjContext *context, guint days, GError **error);
gboolean
tj_twenty_service_preview (TjContext *context, gint64 youth_id, TjDate *date, GError **error);
gboolean tj_twenty_service_deregister (TjContext *context,
                                       const gint64 *youth_ids,
                                       gsize n_youths,
                                       GError **error);

G_END_DECLS

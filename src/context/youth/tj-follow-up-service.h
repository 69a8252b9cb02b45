#pragma once

#include "tj-context.h"
#include "tj-follow-up.h"

G_BEGIN_DECLS

TjDate tj_follow_up_service_propose (TjContext *context, TjOccupation occupation, TjDate day);
gboolean tj_follow_up_service_check (TjContext *context, TjFollowUp *follow_up, GError **error);
gboolean tj_follow_up_service_set (TjContext *context,
                                   const gint64 *youth_ids,
                                   gsize n_youths,
                                   TjDate due,
                                   const char *reason,
                                   GError **error);
gboolean
tj_follow_up_service_move (TjContext *context, TjFollowUp *follow_up, TjDate due, GError **error);
gboolean tj_follow_up_service_change (TjContext *context, TjFollowUp *follow_up, GError **error);
gboolean tj_follow_up_service_remove (TjContext *context, gint64 id, GError **error);
gboolean tj_follow_up_service_done (TjContext *context,
                                    TjFollowUp *follow_up,
                                    TjDate done_on,
                                    GError **error);

G_END_DECLS

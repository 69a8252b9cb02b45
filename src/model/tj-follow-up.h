#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_FOLLOW_UP (tj_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (TjFollowUp, tj_follow_up, TJ, FOLLOW_UP, TjEntity)

/* A day on which a youth is to be heard of again, as agreed; done-on is TJ_DATE_NONE until
 * it has been. */

TjFollowUp *tj_follow_up_new (gint64 youth_id);

gint64 tj_follow_up_get_youth_id (TjFollowUp *self);
TjDate tj_follow_up_get_due (TjFollowUp *self);
const char *tj_follow_up_get_reason (TjFollowUp *self);
TjDate tj_follow_up_get_done_on (TjFollowUp *self);

void tj_follow_up_set_youth_id (TjFollowUp *self, gint64 youth_id);
void tj_follow_up_set_due (TjFollowUp *self, TjDate due);
void tj_follow_up_set_reason (TjFollowUp *self, const char *reason);
void tj_follow_up_set_done_on (TjFollowUp *self, TjDate done_on);

G_END_DECLS

#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_ACTIVITY (tj_activity_get_type ())
G_DECLARE_FINAL_TYPE (TjActivity, tj_activity, TJ, ACTIVITY, TjEntity)

/* What is done is an item of the municipality's catalogue (tj-catalogue.h). result is what came of
 * it, in words. */

TjActivity *tj_activity_new (gint64 youth_id);

gint64 tj_activity_get_youth_id (TjActivity *self);
gint64 tj_activity_get_measure_id (TjActivity *self);
gint64 tj_activity_get_catalogue_id (TjActivity *self);
TjDate tj_activity_get_started_on (TjActivity *self);
TjDate tj_activity_get_stopped_on (TjActivity *self);
const char *tj_activity_get_goal (TjActivity *self);
const char *tj_activity_get_how (TjActivity *self);
int tj_activity_get_responsible (TjActivity *self);
const char *tj_activity_get_result (TjActivity *self);

void tj_activity_set_youth_id (TjActivity *self, gint64 youth_id);
void tj_activity_set_measure_id (TjActivity *self, gint64 measure_id);
void tj_activity_set_catalogue_id (TjActivity *self, gint64 catalogue_id);
void tj_activity_set_started_on (TjActivity *self, TjDate started_on);
void tj_activity_set_stopped_on (TjActivity *self, TjDate stopped_on);
void tj_activity_set_goal (TjActivity *self, const char *goal);
void tj_activity_set_how (TjActivity *self, const char *how);
void tj_activity_set_responsible (TjActivity *self, int responsible);
void tj_activity_set_result (TjActivity *self, const char *result);

G_END_DECLS

#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_PLAN (tj_plan_get_type ())
G_DECLARE_FINAL_TYPE (TjPlan, tj_plan, TJ, PLAN, TjEntity)

/* Never changed once kept: a revision is a new version. The seven points: goal; what the youth,
 * the municipality and another actor are responsible for; the days it starts and ends; the reason
 * for ending; the times of follow-up and evaluation. version counts from 1, written-on is its
 * day. */

TjPlan *tj_plan_new (gint64 youth_id);

gint64 tj_plan_get_youth_id (TjPlan *self);
gint64 tj_plan_get_version (TjPlan *self);
TjDate tj_plan_get_written_on (TjPlan *self);
const char *tj_plan_get_goal (TjPlan *self);
const char *tj_plan_get_youth_part (TjPlan *self);
const char *tj_plan_get_municipality_part (TjPlan *self);
const char *tj_plan_get_other_part (TjPlan *self);
TjDate tj_plan_get_starts_on (TjPlan *self);
TjDate tj_plan_get_ends_on (TjPlan *self);
const char *tj_plan_get_end_reason (TjPlan *self);
const char *tj_plan_get_follow_up (TjPlan *self);

void tj_plan_set_youth_id (TjPlan *self, gint64 youth_id);
void tj_plan_set_version (TjPlan *self, gint64 version);
void tj_plan_set_written_on (TjPlan *self, TjDate written_on);
void tj_plan_set_goal (TjPlan *self, const char *goal);
void tj_plan_set_youth_part (TjPlan *self, const char *youth_part);
void tj_plan_set_municipality_part (TjPlan *self, const char *municipality_part);
void tj_plan_set_other_part (TjPlan *self, const char *other_part);
void tj_plan_set_starts_on (TjPlan *self, TjDate starts_on);
void tj_plan_set_ends_on (TjPlan *self, TjDate ends_on);
void tj_plan_set_end_reason (TjPlan *self, const char *end_reason);
void tj_plan_set_follow_up (TjPlan *self, const char *follow_up);

G_END_DECLS

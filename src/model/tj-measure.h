#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_MEASURE (tj_measure_get_type ())
G_DECLARE_FINAL_TYPE (TjMeasure, tj_measure, TJ, MEASURE, TjEntity)

/* A decision and what followed: decided-on is TJ_DATE_NONE while nothing is decided, started-on is
 * the planned day until it has come. Open while ended-on is TJ_DATE_NONE or ahead; reason, a
 * word of the code book "measure-end", is "" and after -1 until it has ended. Its activities are TjActivity. */

/* Reasons that the program gives by itself; they are in every list. */
#define TJ_MEASURE_END_DEREGISTERED "deregistered"

TjMeasure *tj_measure_new (gint64 youth_id);

gint64 tj_measure_get_youth_id (TjMeasure *self);
int tj_measure_get_decision (TjMeasure *self);
int tj_measure_get_content (TjMeasure *self);
TjDate tj_measure_get_decided_on (TjMeasure *self);
TjDate tj_measure_get_started_on (TjMeasure *self);
TjDate tj_measure_get_ended_on (TjMeasure *self);
const char *tj_measure_get_reason (TjMeasure *self);
int tj_measure_get_after (TjMeasure *self);

void tj_measure_set_youth_id (TjMeasure *self, gint64 youth_id);
void tj_measure_set_decision (TjMeasure *self, int decision);
void tj_measure_set_content (TjMeasure *self, int content);
void tj_measure_set_decided_on (TjMeasure *self, TjDate decided_on);
void tj_measure_set_started_on (TjMeasure *self, TjDate started_on);
void tj_measure_set_ended_on (TjMeasure *self, TjDate ended_on);
void tj_measure_set_reason (TjMeasure *self, const char *reason);
void tj_measure_set_after (TjMeasure *self, int after);

gboolean tj_measure_is_open (TjMeasure *self, TjDate today);

G_END_DECLS

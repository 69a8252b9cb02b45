#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT_STEP (tj_school_report_step_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportStep, tj_school_report_step, TJ, SCHOOL_REPORT_STEP, TjEntity)

/* What was done with a report, and when. */

TjSchoolReportStep *tj_school_report_step_new (gint64 youth_id);

gint64 tj_school_report_step_get_youth_id (TjSchoolReportStep *self);
gint64 tj_school_report_step_get_report_id (TjSchoolReportStep *self);
TjDate tj_school_report_step_get_date (TjSchoolReportStep *self);
int tj_school_report_step_get_state (TjSchoolReportStep *self);
const char *tj_school_report_step_get_note (TjSchoolReportStep *self);

void tj_school_report_step_set_youth_id (TjSchoolReportStep *self, gint64 youth_id);
void tj_school_report_step_set_report_id (TjSchoolReportStep *self, gint64 report_id);
void tj_school_report_step_set_date (TjSchoolReportStep *self, TjDate date);
void tj_school_report_step_set_state (TjSchoolReportStep *self, int state);
void tj_school_report_step_set_note (TjSchoolReportStep *self, const char *note);

G_END_DECLS

#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT (tj_school_report_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReport, tj_school_report, TJ, SCHOOL_REPORT, TjEntity)

/* The youth may be one who is not registered: one at risk, for preventive work. state is that of
 * the latest of its steps (TjSchoolReportStep). */

TjSchoolReport *tj_school_report_new (gint64 youth_id);

gint64 tj_school_report_get_youth_id (TjSchoolReport *self);
TjDate tj_school_report_get_received_on (TjSchoolReport *self);
int tj_school_report_get_category (TjSchoolReport *self);
const char *tj_school_report_get_diary_number (TjSchoolReport *self);
const char *tj_school_report_get_school (TjSchoolReport *self);
const char *tj_school_report_get_organiser (TjSchoolReport *self);
int tj_school_report_get_state (TjSchoolReport *self);

void tj_school_report_set_youth_id (TjSchoolReport *self, gint64 youth_id);
void tj_school_report_set_received_on (TjSchoolReport *self, TjDate received_on);
void tj_school_report_set_category (TjSchoolReport *self, int category);
void tj_school_report_set_diary_number (TjSchoolReport *self, const char *diary_number);
void tj_school_report_set_school (TjSchoolReport *self, const char *school);
void tj_school_report_set_organiser (TjSchoolReport *self, const char *organiser);
void tj_school_report_set_state (TjSchoolReport *self, int state);

G_END_DECLS

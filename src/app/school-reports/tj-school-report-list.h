#pragma once

#include <adwaita.h>

#include "tj-date.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT_LIST (tj_school_report_list_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportList, tj_school_report_list, TJ, SCHOOL_REPORT_LIST, AdwBin)

void tj_school_report_list_fill (TjSchoolReportList *self, GPtrArray *entries, TjDate today);
void tj_school_report_list_set_narrow (TjSchoolReportList *self, gboolean is_narrow);

G_END_DECLS

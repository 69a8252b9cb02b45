#pragma once

#include "tj-school-report-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT_ITEM (tj_school_report_item_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportItem, tj_school_report_item, TJ, SCHOOL_REPORT_ITEM, GObject)

TjSchoolReportItem *tj_school_report_item_new (const TjSchoolReportEntry *entry, TjDate today);
gint64 tj_school_report_item_get_id (TjSchoolReportItem *self);

G_END_DECLS

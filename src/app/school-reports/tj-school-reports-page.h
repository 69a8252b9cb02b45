#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORTS_PAGE (tj_school_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportsPage, tj_school_reports_page, TJ, SCHOOL_REPORTS_PAGE, TjPage)

GtkWidget *tj_school_reports_page_new (TjContext *context);

G_END_DECLS

#pragma once

#include "tj-school-report.h"
#include "tj-school-report-step.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* A report with whose it is. The youth `is_registered` while a registration is open. */
typedef struct
{
  TjSchoolReport *report;
  char *given_name;
  char *family_name;
  TjProtection protection;
  gboolean is_registered;
} TjSchoolReportEntry;

void tj_school_report_entry_free (TjSchoolReportEntry *entry);
GPtrArray *tj_school_reports_list_all (TjStore *store, GError **error);

gint64 tj_school_reports_insert (TjChange *change, TjSchoolReport *report, GError **error);
gboolean tj_school_reports_update (TjChange *change, TjSchoolReport *report, GError **error);
TjSchoolReport *tj_school_reports_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_school_reports_list (TjStore *store, gint64 youth_id, GError **error);
GPtrArray *tj_school_reports_list_by_state (TjStore *store, int state, GError **error);
gboolean tj_school_reports_delete (TjChange *change, gint64 id, GError **error);

gint64 tj_school_report_steps_insert (TjChange *change, TjSchoolReportStep *step, GError **error);
GPtrArray *tj_school_report_steps_list (TjStore *store, gint64 youth_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSchoolReportEntry, tj_school_report_entry_free)

G_END_DECLS

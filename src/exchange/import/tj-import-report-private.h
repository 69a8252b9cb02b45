#pragma once

#include "tj-import-report.h"

G_BEGIN_DECLS

TjImportReport *tj_import_report_new (void);
void tj_import_report_set_run_id (TjImportReport *self, gint64 run_id);
void
tj_import_report_reject (TjImportReport *self, guint row, const char *column, const char *reason);
void
tj_import_report_warn (TjImportReport *self, guint row, const char *column, const char *reason);
void tj_import_report_add_outcome (TjImportReport *self, const TjImportOutcome *outcome);
void tj_import_report_add_difference (TjImportReport *self,
                                      guint row,
                                      const char *field,
                                      const char *old_text,
                                      const char *new_text);
gboolean tj_import_report_has_equal_counts (TjImportReport *self, TjImportReport *other);

G_END_DECLS

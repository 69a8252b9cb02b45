#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What became of a row. A conflict is a row that contradicts the register and was left out; it
 * is also among the rejected. Gone: in the register, expected on the list, not on it. */
typedef enum
{
  TJ_IMPORT_NEW,
  TJ_IMPORT_CHANGED,
  TJ_IMPORT_UNCHANGED,
  TJ_IMPORT_REJECTED,
  TJ_IMPORT_CONFLICT,
  TJ_IMPORT_GONE,
  TJ_N_IMPORT_RESULTS,
} TjImportResult;

/* Something to tell about a place in the file. `row` is numbered as a spreadsheet does (the
 * header included); 0 is the file as a whole. `column` is the file's own heading, or "". Neither
 * holds a cell's text. Both strings live as long as the report. */
typedef struct
{
  guint row;
  const char *column;
  const char *reason;
} TjImportIssue;

/* One line of the preview. `index` is the row of the table; a gone youth has none (row 0). */
typedef struct
{
  guint row;
  guint index;
  TjImportResult result;
  gint64 youth_id; /* 0 for a rejected row, and for a new one in a dry run */
} TjImportOutcome;

/* What a changed row changes: a field's translated name, its old text and its new one. */
typedef struct
{
  guint row;
  const char *field;
  const char *old_text;
  const char *new_text;
} TjImportDifference;

/* What an import did, or in a dry run would do. */
typedef struct _TjImportReport TjImportReport;

TjImportReport *tj_import_report_ref (TjImportReport *self);
void tj_import_report_unref (TjImportReport *self);

gint64 tj_import_report_get_run_id (TjImportReport *self);
guint tj_import_report_get_n_rows (TjImportReport *self);
guint tj_import_report_get_count (TjImportReport *self, TjImportResult result);
const TjImportIssue *tj_import_report_get_rejected (TjImportReport *self, guint *n_issues);
const TjImportIssue *tj_import_report_get_warnings (TjImportReport *self, guint *n_issues);
const TjImportOutcome *tj_import_report_get_outcomes (TjImportReport *self, guint *n_outcomes);
const TjImportDifference *tj_import_report_get_differences (TjImportReport *self, guint *n);
const char *tj_import_result_word (TjImportResult result);
const char *tj_import_result_label (TjImportResult result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjImportReport, tj_import_report_unref)

G_END_DECLS

#pragma once

#include "tj-half-year.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* A half-year's report: a draft, or as it was approved. */
typedef struct
{
  gint64 id; /* 0: not in the register yet */
  TjHalfYear half;
  guint version;
  char *organisation;
  char *analysis;
  char *decision;
  guint threshold;
  TjDate approved_on; /* TJ_DATE_NONE: a draft */
  char *digest;       /* of the PDF; "" of a draft */
} TjBoardReport;

/* What an approved report consists of. Borrowed for the call. */
typedef struct
{
  const char *tables;
  GBytes *pdf;
  GBytes *workbook;
} TjBoardReportFiles;

TjBoardReport *tj_board_report_new (TjHalfYear half);
TjBoardReport *tj_board_report_copy (const TjBoardReport *self);
void tj_board_report_free (TjBoardReport *self);

GPtrArray *tj_board_reports_list (TjStore *store, GError **error);
gboolean tj_board_reports_save (TjChange *change, TjBoardReport *report, GError **error);
gboolean tj_board_reports_approve (TjChange *change,
                                   TjBoardReport *report,
                                   TjDate day,
                                   const TjBoardReportFiles *files,
                                   GError **error);
GBytes *tj_board_reports_dup_pdf (TjStore *store, gint64 id, GError **error);
GBytes *tj_board_reports_dup_workbook (TjStore *store, gint64 id, GError **error);
char *tj_board_reports_dup_tables (TjStore *store, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjBoardReport, tj_board_report_free)

G_END_DECLS

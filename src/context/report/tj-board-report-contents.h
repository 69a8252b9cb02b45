#pragma once

#include "tj-board-report-repository.h"
#include "tj-context.h"
#include "tj-report.h"
#include "tj-statistics.h"

G_BEGIN_DECLS

/* A half-year's report as it is set, with what its parts are borrowed from. */
typedef struct
{
  TjReport report;
  GStringChunk *texts;
  TjStatistics *statistics;
  GArray *definitions; /* TjReportDefinition */
} TjBoardReportContents;

TjBoardReportContents *tj_board_report_contents_load (TjContext *context,
                                                      const TjBoardReport *report,
                                                      TjDate approved_on,
                                                      GError **error);
void tj_board_report_contents_free (TjBoardReportContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjBoardReportContents, tj_board_report_contents_free)

G_END_DECLS

#pragma once

#include "tj-board-report-contents.h"

G_BEGIN_DECLS

/* The half-year's report to the board: a draft that is counted anew each time, then a document
 * that no longer changes. */

GPtrArray *tj_board_report_service_list (TjContext *context, GError **error);
TjBoardReport *tj_board_report_service_find (TjContext *context, TjHalfYear half, GError **error);
TjBoardReport *tj_board_report_service_open (TjContext *context, TjHalfYear half, GError **error);
gboolean tj_board_report_service_save (TjContext *context, TjBoardReport *report, GError **error);
GBytes *
tj_board_report_service_draw (TjContext *context, const TjBoardReport *report, GError **error);
GBytes *tj_board_report_service_write_workbook (TjContext *context,
                                                const TjBoardReport *report,
                                                GError **error);
gboolean tj_board_report_service_note_saved (TjContext *context,
                                             const TjBoardReport *report,
                                             gboolean is_workbook,
                                             GError **error);
gboolean
tj_board_report_service_approve (TjContext *context, TjBoardReport *report, GError **error);

G_END_DECLS

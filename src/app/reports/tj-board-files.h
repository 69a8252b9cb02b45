#pragma once

#include "tj-board-report-service.h"
#include "tj-page.h"

G_BEGIN_DECLS

void tj_board_files_save (TjPage *page, const TjBoardReport *report, gboolean is_workbook);
void tj_board_files_show (TjPage *page, const TjBoardReport *report);

G_END_DECLS

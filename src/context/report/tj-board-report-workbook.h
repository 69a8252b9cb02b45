#pragma once

#include <glib.h>

#include "tj-report.h"

G_BEGIN_DECLS

GBytes *tj_board_report_workbook_write (const TjReport *report, GError **error);

G_END_DECLS

#pragma once

#include "tj-figure-table.h"

G_BEGIN_DECLS

char *tj_board_report_tables_to_json (const GPtrArray *tables);

G_END_DECLS

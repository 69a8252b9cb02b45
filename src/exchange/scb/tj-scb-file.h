#pragma once

#include "tj-scb-rows.h"

G_BEGIN_DECLS

GBytes *tj_scb_file_write_text (const TjScbRows *rows, GError **error);
GBytes *tj_scb_file_write_workbook (const TjScbRows *rows, gboolean is_draft, GError **error);

G_END_DECLS

#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

GHashTable *tj_board_report_published_load (TjContext *context, GError **error);

G_END_DECLS

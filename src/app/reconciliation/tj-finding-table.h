#pragma once

#include <adwaita.h>

#include "tj-finding-list.h"

G_BEGIN_DECLS

#define TJ_TYPE_FINDING_TABLE (tj_finding_table_get_type ())
G_DECLARE_FINAL_TYPE (TjFindingTable, tj_finding_table, TJ, FINDING_TABLE, AdwBin)

/* Signals: "chosen", when other findings are chosen or what they say has changed, and
 * "section-changed". */
void tj_finding_table_fill (TjFindingTable *self, TjContext *context, TjReconciliationView *view);
GPtrArray *tj_finding_table_list_chosen (TjFindingTable *self);
TjFindingSums tj_finding_table_sum (TjFindingTable *self);
void tj_finding_table_go_on (TjFindingTable *self);
gboolean tj_finding_table_take_focus (TjFindingTable *self);

G_END_DECLS

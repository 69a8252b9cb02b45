#pragma once

#include "tj-reconciliation-paper.h"

G_BEGIN_DECLS

#define TJ_TYPE_FINDING_ITEM (tj_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (TjFindingItem, tj_finding_item, TJ, FINDING_ITEM, GObject)

TjFindingItem *
tj_finding_item_new (TjContext *context, TjReconciliationItem *finding, gboolean is_carried_over);
void tj_finding_item_set_finding (TjFindingItem *self, TjReconciliationItem *finding);
TjReconciliationItem *tj_finding_item_get_finding (TjFindingItem *self);
const char *tj_finding_item_get_name (TjFindingItem *self);
gboolean tj_finding_item_is_carried_over (TjFindingItem *self);

char *tj_amount_text (gint64 ore);

G_END_DECLS

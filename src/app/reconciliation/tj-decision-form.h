#pragma once

#include "tj-form.h"
#include "tj-reconciliation-item.h"

G_BEGIN_DECLS

#define TJ_TYPE_DECISION_FORM (tj_decision_form_get_type ())
G_DECLARE_FINAL_TYPE (TjDecisionForm, tj_decision_form, TJ, DECISION_FORM, TjForm)

void tj_decision_form_show (TjDecisionForm *self, TjContext *context, TjReconciliationItem *item);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-codes.h"

G_BEGIN_DECLS

#define TJ_TYPE_DECISION_KEYS (tj_decision_keys_get_type ())
G_DECLARE_FINAL_TYPE (TjDecisionKeys, tj_decision_keys, TJ, DECISION_KEYS, AdwBin)

void tj_decision_keys_set_proposal (TjDecisionKeys *self, int proposal);
void tj_decision_keys_set_waiting (TjDecisionKeys *self, gboolean is_waiting);
void tj_decision_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS

#pragma once

#include "tj-context.h"
#include "tj-ike.h"

G_BEGIN_DECLS

/* How the municipality counts a month, with its price lists; texts belong to it. */
typedef struct _TjIkeRulesSetting TjIkeRulesSetting;

TjIkeRulesSetting *tj_ike_rules_setting_load (TjContext *context, TjDate month, GError **error);
void tj_ike_rules_setting_free (TjIkeRulesSetting *self);
const TjIkeRules *tj_ike_rules_setting_get (TjIkeRulesSetting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjIkeRulesSetting, tj_ike_rules_setting_free)

G_END_DECLS

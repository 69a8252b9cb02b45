#pragma once

#include <adwaita.h>

#include "tj-finding-item.h"

G_BEGIN_DECLS

#define TJ_TYPE_FINDING_PANE (tj_finding_pane_get_type ())
G_DECLARE_FINAL_TYPE (TjFindingPane, tj_finding_pane, TJ, FINDING_PANE, AdwBin)

/* Shows what is chosen, nothing, one or several (TjFindingItem). Signal: "decided". */
void tj_finding_pane_show (TjFindingPane *self,
                           TjContext *context,
                           GPtrArray *chosen,
                           gboolean is_closed);

G_END_DECLS

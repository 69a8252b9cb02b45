#pragma once

#include <adwaita.h>

#include "tj-scb-service.h"

G_BEGIN_DECLS

GtkWidget *
tj_scb_finding_row (TjContext *context, const TjScbReport *report, const TjScbFinding *finding);
GtkWidget *tj_scb_difference_row (TjContext *context,
                                  const TjScbReport *report,
                                  const TjScbDifference *difference);
char *tj_scb_finding_dup_address (const TjScbReport *report, const TjScbFinding *finding);

G_END_DECLS

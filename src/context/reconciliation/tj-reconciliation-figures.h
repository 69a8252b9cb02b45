#pragma once

#include "tj-finding.h"

G_BEGIN_DECLS

/* How a month stands: what the next one is held against. Amounts in öre. */
typedef struct
{
  gint64 listed;
  gint64 enrolled;
  gint64 invoiced;
  gint64 invoiced_ore;
  gint64 findings;
  gint64 at_stake_ore;
} TjReconciliationFigures;

TjReconciliationFigures tj_reconciliation_figures_count (const TjIkePupil *pupils,
                                                         guint n_pupils,
                                                         const TjIkeRules *rules,
                                                         const GArray *findings);
char *tj_reconciliation_figures_write (const TjReconciliationFigures *self);
gboolean tj_reconciliation_figures_read (TjReconciliationFigures *self, const char *json);

G_END_DECLS

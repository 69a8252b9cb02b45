#pragma once

#include "tj-reconciliation-reading.h"

G_BEGIN_DECLS

/* The rows of a spreadsheet, held against each other as they come. */
typedef struct _TjReconciliationConflicts TjReconciliationConflicts;

TjReconciliationConflicts *tj_reconciliation_conflicts_new (void);
void tj_reconciliation_conflicts_free (TjReconciliationConflicts *self);
void tj_reconciliation_conflicts_take (TjReconciliationConflicts *self,
                                       const char *key,
                                       TjReconciliationRead *read);

void tj_reconciliation_read_refuse (TjReconciliationRead *read, const char *problem);

G_END_DECLS

#pragma once

#include "tj-context.h"
#include "tj-ike.h"
#include "tj-reconciliation-item.h"

G_BEGIN_DECLS

/* What earlier months have left for one: where everyone went to school when the last one was closed,
 * which agreements on prolonged study have been made, and what is still open. */
typedef struct _TjReconciliationMemory TjReconciliationMemory;

TjReconciliationMemory *
tj_reconciliation_memory_load (TjContext *context, TjDate month, GError **error);
void tj_reconciliation_memory_free (TjReconciliationMemory *self);

const TjIkeEnrolment *tj_reconciliation_memory_get_before (TjReconciliationMemory *self,
                                                           const char *number);
gboolean tj_reconciliation_memory_has_agreement (TjReconciliationMemory *self,
                                                 const char *number,
                                                 const char *school);
gboolean tj_reconciliation_memory_is_open (TjReconciliationMemory *self,
                                           TjFindingKind kind,
                                           const char *number,
                                           const char *school);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjReconciliationMemory, tj_reconciliation_memory_free)

G_END_DECLS

#pragma once

#include "tj-ike.h"
#include "tj-reconciliation-memory.h"
#include "tj-reconciliation-people.h"

G_BEGIN_DECLS

/* Everyone whom a list or the register names in a month, with what they say; texts belong to it. */
typedef struct _TjReconciliationInput TjReconciliationInput;

TjReconciliationInput *
tj_reconciliation_input_load (TjContext *context, TjDate month, GError **error);
void tj_reconciliation_input_free (TjReconciliationInput *self);

const TjIkePupil *tj_reconciliation_input_get_pupils (TjReconciliationInput *self, guint *n);
TjPupilName tj_reconciliation_input_get_name (TjReconciliationInput *self, guint pupil);
const char *
tj_reconciliation_input_get_invoice_number (TjReconciliationInput *self, guint pupil, int line);
TjReconciliationMemory *tj_reconciliation_input_get_memory (TjReconciliationInput *self);
const TjIkeRules *tj_reconciliation_input_get_rules (TjReconciliationInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjReconciliationInput, tj_reconciliation_input_free)

G_END_DECLS

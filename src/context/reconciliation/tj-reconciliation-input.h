#pragma once

#include "tj-context.h"
#include "tj-codes.h"
#include "tj-ike.h"

G_BEGIN_DECLS

/* Who somebody is on the sheet. A protected person has no name. */
typedef struct
{
  const char *given_name;
  const char *family_name;
  TjProtection protection;
} TjPupilName;

/* Everyone whom a list or the register names in a month, with what they say; texts belong to it. */
typedef struct _TjReconciliationInput TjReconciliationInput;

TjReconciliationInput *
tj_reconciliation_input_load (TjContext *context, TjDate month, GError **error);
void tj_reconciliation_input_free (TjReconciliationInput *self);

const TjIkePupil *tj_reconciliation_input_get_pupils (TjReconciliationInput *self, guint *n);
TjPupilName tj_reconciliation_input_get_name (TjReconciliationInput *self, guint pupil);
const char *
tj_reconciliation_input_get_invoice_number (TjReconciliationInput *self, guint pupil, int line);
const TjIkeRules *tj_reconciliation_input_get_rules (TjReconciliationInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjReconciliationInput, tj_reconciliation_input_free)

G_END_DECLS

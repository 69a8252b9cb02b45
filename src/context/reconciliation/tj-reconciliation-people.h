#pragma once

#include "tj-codes.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* Who somebody is on the sheet. A protected person has no name. */
typedef struct
{
  const char *given_name;
  const char *family_name;
  TjProtection protection;
} TjPupilName;

/* Everyone whom a list or the register names, by personal number, and what is known of them apart
 * from schools and invoices; texts belong to it. */
typedef struct _TjReconciliationPeople TjReconciliationPeople;

TjReconciliationPeople *tj_reconciliation_people_load (TjContext *context, GError **error);
void tj_reconciliation_people_free (TjReconciliationPeople *self);

void tj_reconciliation_people_meet (TjReconciliationPeople *self,
                                    const char *number,
                                    const char *given_name,
                                    const char *family_name,
                                    TjProtection protection);

GPtrArray *tj_reconciliation_people_sort_numbers (TjReconciliationPeople *self);
const TjPupilName *tj_reconciliation_people_get_name (TjReconciliationPeople *self,
                                                      const char *number);
gboolean tj_reconciliation_people_is_listed (TjReconciliationPeople *self, const char *number);
gboolean tj_reconciliation_people_is_adult (TjReconciliationPeople *self, const char *number);
gboolean tj_reconciliation_people_is_targeted (TjReconciliationPeople *self, const char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjReconciliationPeople, tj_reconciliation_people_free)

G_END_DECLS

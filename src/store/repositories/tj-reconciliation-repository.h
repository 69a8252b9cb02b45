#pragma once

#include "tj-codes.h"
#include "tj-reconciliation-item.h"
#include "tj-reconciliation.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* Where somebody went to school when a month was closed. */
typedef void (*TjEnrolmentBeforeFunc) (const char *personal_number,
                                       const char *school,
                                       const char *programme,
                                       gpointer user_data);

gint64
tj_reconciliations_insert (TjChange *change, TjReconciliation *reconciliation, GError **error);
gboolean
tj_reconciliations_update (TjChange *change, TjReconciliation *reconciliation, GError **error);
GPtrArray *tj_reconciliations_list (TjStore *store, GError **error);

gint64
tj_reconciliation_items_insert (TjChange *change, TjReconciliationItem *item, GError **error);
gboolean
tj_reconciliation_items_update (TjChange *change, TjReconciliationItem *item, GError **error);
gboolean tj_reconciliation_items_delete (TjChange *change, gint64 id, GError **error);
GPtrArray *tj_reconciliation_items_list (TjStore *store, gint64 reconciliation_id, GError **error);
GPtrArray *tj_reconciliation_items_list_open (TjStore *store, TjDate before, GError **error);
GPtrArray *tj_reconciliation_items_list_done (TjStore *store,
                                              TjDecision decision,
                                              TjDate since,
                                              TjDate before,
                                              GError **error);

gboolean tj_enrolments_before_keep (TjChange *change, TjDate month, TjDate day, GError **error);
gboolean tj_enrolments_before_foreach (TjStore *store,
                                       TjDate month,
                                       TjEnrolmentBeforeFunc func,
                                       gpointer user_data,
                                       GError **error);

G_END_DECLS

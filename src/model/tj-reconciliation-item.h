#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_RECONCILIATION_ITEM (tj_reconciliation_item_get_type ())
G_DECLARE_FINAL_TYPE (TjReconciliationItem,
                      tj_reconciliation_item,
                      TJ,
                      RECONCILIATION_ITEM,
                      TjEntity)

/* decision is -1 until the meeting has decided, and done-on TJ_DATE_NONE until it is carried out: such items
 * go on to the next month. A protected person has no names here. */

TjReconciliationItem *tj_reconciliation_item_new (const char *personal_number);

gint64 tj_reconciliation_item_get_reconciliation_id (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_personal_number (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_given_name (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_family_name (TjReconciliationItem *self);
int tj_reconciliation_item_get_protection (TjReconciliationItem *self);
int tj_reconciliation_item_get_kind (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_evidence (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_organiser (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_school (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_programme (TjReconciliationItem *self);
const char *tj_reconciliation_item_get_invoice_number (TjReconciliationItem *self);
gint64 tj_reconciliation_item_get_amount_ore (TjReconciliationItem *self);
int tj_reconciliation_item_get_proposal (TjReconciliationItem *self);
int tj_reconciliation_item_get_decision (TjReconciliationItem *self);
TjDate tj_reconciliation_item_get_decided_on (TjReconciliationItem *self);
int tj_reconciliation_item_get_reason (TjReconciliationItem *self);
TjDate tj_reconciliation_item_get_ike_from (TjReconciliationItem *self);
TjDate tj_reconciliation_item_get_follow_up_on (TjReconciliationItem *self);
TjDate tj_reconciliation_item_get_done_on (TjReconciliationItem *self);

void tj_reconciliation_item_set_reconciliation_id (TjReconciliationItem *self,
                                                   gint64 reconciliation_id);
void tj_reconciliation_item_set_personal_number (TjReconciliationItem *self,
                                                 const char *personal_number);
void tj_reconciliation_item_set_given_name (TjReconciliationItem *self, const char *given_name);
void tj_reconciliation_item_set_family_name (TjReconciliationItem *self, const char *family_name);
void tj_reconciliation_item_set_protection (TjReconciliationItem *self, int protection);
void tj_reconciliation_item_set_kind (TjReconciliationItem *self, int kind);
void tj_reconciliation_item_set_evidence (TjReconciliationItem *self, const char *evidence);
void tj_reconciliation_item_set_organiser (TjReconciliationItem *self, const char *organiser);
void tj_reconciliation_item_set_school (TjReconciliationItem *self, const char *school);
void tj_reconciliation_item_set_programme (TjReconciliationItem *self, const char *programme);
void tj_reconciliation_item_set_invoice_number (TjReconciliationItem *self,
                                                const char *invoice_number);
void tj_reconciliation_item_set_amount_ore (TjReconciliationItem *self, gint64 amount_ore);
void tj_reconciliation_item_set_proposal (TjReconciliationItem *self, int proposal);
void tj_reconciliation_item_set_decision (TjReconciliationItem *self, int decision);
void tj_reconciliation_item_set_decided_on (TjReconciliationItem *self, TjDate decided_on);
void tj_reconciliation_item_set_reason (TjReconciliationItem *self, int reason);
void tj_reconciliation_item_set_ike_from (TjReconciliationItem *self, TjDate ike_from);
void tj_reconciliation_item_set_follow_up_on (TjReconciliationItem *self, TjDate follow_up_on);
void tj_reconciliation_item_set_done_on (TjReconciliationItem *self, TjDate done_on);

G_END_DECLS

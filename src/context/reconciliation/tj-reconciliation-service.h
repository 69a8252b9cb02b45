#pragma once

#include "tj-context.h"
#include "tj-reconciliation-figures.h"
#include "tj-reconciliation-item.h"
#include "tj-reconciliation.h"

G_BEGIN_DECLS

/* A month's reconciliation as it lies in the register. */
typedef struct
{
  TjReconciliation *month;
  GPtrArray *items;        /* TjReconciliationItem, in the order of the sheet */
  GPtrArray *carried_over; /* the same, of earlier months and not yet carried out */
  TjReconciliationFigures now;
  TjReconciliationFigures before; /* all -1 when last month was not reconciled */
} TjReconciliationView;

/* What the meeting decides. Dates that do not apply are TJ_DATE_NONE, `reason` -1. */
typedef struct
{
  TjDecision decision;
  TjDate decided_on;
  int reason; /* a TjDeregistration, for leaving KAA */
  TjDate ike_from;
  TjDate follow_up_on;
  TjDate register_on; /* TJ_DATE_NONE: as the schools' lists say */
} TjReconciliationDecision;

void tj_reconciliation_view_free (TjReconciliationView *self);

TjDate tj_reconciliation_service_meeting_date (TjDate month);
gboolean tj_reconciliation_service_parse_month (const char *text, TjDate *month);

TjReconciliationView *
tj_reconciliation_service_make (TjContext *context, TjDate month, GError **error);
TjReconciliationView *
tj_reconciliation_service_load (TjContext *context, TjDate month, GError **error);
GPtrArray *tj_reconciliation_service_list (TjContext *context, GError **error);
gboolean tj_reconciliation_service_close (TjContext *context, TjDate month, GError **error);
gboolean tj_reconciliation_service_reopen (TjContext *context, TjDate month, GError **error);

/* A month in the history: what was found, contested and thereby not paid. Amounts in öre. */
typedef struct
{
  TjDate month;
  TjDate closed_on;
  guint n_items;
  guint n_decided;
  guint n_contested;
  gint64 at_stake_ore;
  gint64 saved_ore; /* contested and carried out */
} TjReconciliationPast;

/* The month that is to be reconciled next: this one, or the one after it when this one is closed. */
typedef struct
{
  TjDate month;
  TjDate meeting_on;
  gboolean is_made;
  guint n_undecided;
  guint n_waiting; /* of this month and earlier ones */
} TjReconciliationNext;

gboolean tj_reconciliation_service_load_next (TjContext *context,
                                              TjReconciliationNext *next,
                                              GError **error);
GArray *tj_reconciliation_service_list_history (TjContext *context, GError **error);

void tj_reconciliation_service_suggest (TjContext *context,
                                        TjReconciliationItem *item,
                                        TjDecision wanted,
                                        TjReconciliationDecision *decision);
void tj_reconciliation_service_propose (TjContext *context,
                                        TjReconciliationItem *item,
                                        TjReconciliationDecision *decision);
gboolean tj_reconciliation_service_check (TjContext *context,
                                          TjReconciliationItem *item,
                                          const TjReconciliationDecision *decision,
                                          GError **error);
gboolean tj_reconciliation_service_decide (TjContext *context,
                                           GPtrArray *items,
                                           const TjReconciliationDecision *decisions,
                                           GError **error);
gboolean tj_reconciliation_service_is_waiting (TjReconciliationItem *item);
gboolean tj_reconciliation_service_carry_out (TjContext *context, GPtrArray *items, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjReconciliationView, tj_reconciliation_view_free)

G_END_DECLS

#pragma once

#include "tj-reconciliation-paper.h"

G_BEGIN_DECLS

/* The columns of the sheet of findings, the same when it is written and when it is read back. */
typedef enum
{
  TJ_RECONCILIATION_COLUMN_SECTION,
  TJ_RECONCILIATION_COLUMN_NUMBER,
  TJ_RECONCILIATION_COLUMN_NAME,
  TJ_RECONCILIATION_COLUMN_SCHOOL,
  TJ_RECONCILIATION_COLUMN_PROGRAMME,
  TJ_RECONCILIATION_COLUMN_EVIDENCE,
  TJ_RECONCILIATION_COLUMN_AMOUNT,
  TJ_RECONCILIATION_COLUMN_PROPOSAL,
  TJ_RECONCILIATION_COLUMN_DECISION,
  TJ_RECONCILIATION_COLUMN_REASON,
  TJ_RECONCILIATION_COLUMN_IKE_FROM,
  TJ_RECONCILIATION_COLUMN_FOLLOW_UP,
  TJ_RECONCILIATION_COLUMN_KEY,
  TJ_N_RECONCILIATION_COLUMNS,
} TjReconciliationColumn;

const char *tj_reconciliation_column_title (TjReconciliationColumn column);
char *tj_reconciliation_item_dup_key (TjReconciliationItem *item);

G_END_DECLS

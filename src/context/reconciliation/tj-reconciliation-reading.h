#pragma once

#include "tj-reconciliation-service.h"

G_BEGIN_DECLS

/* A row of a spreadsheet that was filled in. With a `problem` the row is not taken. */
typedef struct
{
  guint row;                  /* as the spreadsheet numbers it */
  TjReconciliationItem *item; /* NULL when the row is unknown */
  TjReconciliationDecision decision;
  char *problem; /* NULL: it can be applied */
} TjReconciliationRead;

GPtrArray *
tj_reconciliation_reading_load (TjContext *context, TjDate month, GBytes *bytes, GError **error);
guint tj_reconciliation_reading_count_problems (GPtrArray *reading);
gboolean tj_reconciliation_reading_apply (TjContext *context, GPtrArray *reading, GError **error);

G_END_DECLS

#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* A finding as the meeting reads it. Strings are borrowed; NULL and "" leave one out. Of a
 * protected person only the reference, the amount and the proposal are drawn. */
typedef struct
{
  gboolean is_protected;
  const char *name;
  const char *personal_number; /* as people write it */
  const char *reference;       /* the case number */
  const char *evidence;
  gint64 amount_ore;
  const char *proposal;
  const char *decision; /* what was decided, for an item carried over */
} TjReconciliationRow;

/* The findings of one kind. */
typedef struct
{
  const char *title;
  const TjReconciliationRow *rows;
  guint n_rows;
} TjReconciliationSection;

/* A list that the findings were made from, and its day. */
typedef struct
{
  const char *name;
  TjDate date; /* TJ_DATE_NONE: not read in for this month */
  gint64 n_rows;
} TjReconciliationSource;

/* A figure of the month beside that of the month before; negative when it is not known. */
typedef struct
{
  const char *label;
  gint64 now;
  gint64 before;
  gboolean is_amount; /* in öre */
} TjReconciliationFigure;

typedef struct
{
  const char *month; /* in words: "november 2026" */
  TjDate meeting;
  const char *participants;
  const TjReconciliationSource *sources;
  guint n_sources;
  const TjReconciliationFigure *figures;
  guint n_figures;
  const TjReconciliationSection *sections;
  guint n_sections;
  const TjReconciliationRow *carried_over;
  guint n_carried_over;
} TjReconciliationSheet;

GBytes *tj_reconciliation_sheet_draw (const TjReconciliationSheet *self,
                                      const TjSheetHead *head,
                                      GError **error);

G_END_DECLS

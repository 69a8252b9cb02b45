#pragma once

#include "tj-date.h"
#include "tj-paper-error.h"

G_BEGIN_DECLS

/* How a sheet looks: a paper to work with, dense, or a report to be read by many. */
typedef enum
{
  TJ_SHEET_WORK,
  TJ_SHEET_REPORT,
} TjSheetKind;

/* What every page of a sheet has around its contents. Strings are borrowed for the call; NULL and
 * "" both leave one out. The title and the headings go into bookmarks and metadata: no names. A
 * report's first page is left to a cover. */
typedef struct
{
  const char *title;
  const char *sender;   /* the municipality and its unit */
  const char *handling; /* at the foot: how the paper is to be kept */
  TjDate date;
  gboolean landscape;
  gboolean demo;
  gboolean draft;
  TjSheetKind kind;
  gint64 created; /* seconds of UTC since 1970 */
} TjSheetHead;

/* A value under its label. */
typedef struct
{
  const char *label;
  const char *value;
} TjSheetFact;

/* A paper that flows over as many A4 pages as it takes: headings, text, facts, lines to write on
 * and tables (tj-sheet-table.h), drawn in reading order. */
typedef struct _TjSheet TjSheet;

TjSheet *tj_sheet_new (const TjSheetHead *head);
void tj_sheet_free (TjSheet *self);

void tj_sheet_heading (TjSheet *self, guint level, const char *text);
void tj_sheet_paragraph (TjSheet *self, const char *text);
void tj_sheet_note (TjSheet *self, const char *text);
void tj_sheet_points (TjSheet *self, const char *const *points);
void tj_sheet_facts (TjSheet *self, const TjSheetFact *facts, guint n_facts, guint per_row);
void tj_sheet_groups (TjSheet *self, const char *const *groups, guint per_row);
void tj_sheet_rules (TjSheet *self, guint n_lines);
void tj_sheet_signatures (TjSheet *self, const char *const *labels);
void tj_sheet_gap (TjSheet *self, double mm);
GBytes *tj_sheet_finish (TjSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSheet, tj_sheet_free)

G_END_DECLS

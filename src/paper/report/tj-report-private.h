#pragma once

#include "tj-report-paper.h"
#include "tj-sheet-private.h"
#include "tj-sheet-table.h"

G_BEGIN_DECLS

/* A heading of the report: what the contents say, and where it stands once the report has been
 * drawn. */
typedef struct
{
  char *title;
  guint page; /* from 1; 0: not drawn yet */
  guint link;
} TjReportEntry;

/* A drawing of the report. It is drawn twice, as the contents come first and tell the pages that
 * come after: `entries` are those of the drawing before, or NULL. */
typedef struct
{
  const TjReport *report;
  TjSheet *sheet;
  const GArray *before; /* of TjReportEntry */
  GArray *entries;      /* of TjReportEntry */
  guint n_tables;
  guint n_charts;
} TjReportDrawing;

void tj_report_cover_draw (TjReportDrawing *self);
void tj_report_contents_draw (TjReportDrawing *self);
void tj_report_section_begin (TjReportDrawing *self, const char *title);
void tj_report_draw_text (TjReportDrawing *self, const char *text);
double tj_report_measure_charts (TjReportDrawing *self, const TjFigureTable *table);
void tj_report_draw_charts (TjReportDrawing *self, const TjFigureTable *table);
void tj_report_draw_tables (TjReportDrawing *self, const char *section);
void tj_report_draw_summary (TjReportDrawing *self);
void tj_report_draw_method (TjReportDrawing *self);

G_END_DECLS

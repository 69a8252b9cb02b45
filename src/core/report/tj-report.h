#pragma once

#include "tj-date-words.h"
#include "tj-figure-table.h"

G_BEGIN_DECLS

/* A word of the report and what is meant by it. */
typedef struct
{
  const char *term;
  const char *text;
} TjReportDefinition;

/* A half-year's report, ready to be set: what was counted, what was written, and what is told of
 * how it was made. Strings are borrowed; none is NULL, and "" leaves its part out. */
typedef struct
{
  const char *municipality;
  const char *board; /* whom the report is for */
  const char *coordinator;
  const char *contact;
  const char *period; /* "second half of 2026" */
  TjDate from;
  TjDate to;
  TjDate date;        /* when the report was made */
  TjDate approved_on; /* TJ_DATE_NONE: a draft */
  TjDate
      replaces_from; /* when the report was approved that this one replaces; TJ_DATE_NONE: none */
  guint threshold;   /* below it numbers are hidden; 0 or 1: none are */
  gboolean demo;
  gboolean is_unfinished; /* the half-year goes on: its end is `date` */
  const char *organisation;
  const char *analysis;
  const char *decision;
  const char *log_head;
  const GPtrArray *tables; /* of TjFigureTable */
  const TjReportDefinition *definitions;
  guint n_definitions;
} TjReport;

/* The sections that tables belong to, in the report's order; NULL ends them. */
extern const char *const tj_report_sections[];

const char *tj_report_get_section_title (const char *section);
const char *tj_report_get_section_words (const char *section);
gboolean tj_report_hides_figures (const TjReport *self);
char *tj_report_dup_title (const TjReport *self);
char *tj_report_dup_within (const char *label);

G_END_DECLS

#pragma once

#include "tj-population.h"

G_BEGIN_DECLS

/* What a table has for columns. */
typedef enum
{
  TJ_DIVISION_BY_SEX,  /* women, men, total, and the share of the total */
  TJ_DIVISION_BY_FLOW, /* start, new, deregistered, end */
  TJ_DIVISION_TOTAL,   /* the number, and the share of the total */
} TjDivisionShape;

/* A row that is a population of its own takes its place, so that the same number is one quantity. */
typedef struct
{
  const char *id;
  const char *label; /* with the context "report"; NULL: the population's */
  TjPopulation population;
} TjDivisionRow;

/* A population divided without overlap: one table. Its rows are those of a code list or of the list
 * of reasons for the end of measures, and then `rows`. */
typedef struct
{
  const char *id;
  const char *section;
  const char *title;
  const char *words; /* how one is placed, for the definitions; NULL: goes without saying */
  TjDivisionShape shape;
  TjPopulation base;
  const TjCodeList *codes;
  gboolean has_measure_ends;
  const TjDivisionRow *rows;
  guint n_rows;
  guint (*place) (const TjYouthPeriod *youth);
} TjDivision;

typedef enum
{
  TJ_DIVISION_BIRTH_YEAR,
  TJ_DIVISION_BACKGROUND,
  TJ_DIVISION_CONTACT,
  TJ_DIVISION_KNOWLEDGE,
  TJ_DIVISION_CHANNEL,
  TJ_DIVISION_OCCUPATION_AT_CONTACT,
  TJ_DIVISION_OCCUPATION,
  TJ_DIVISION_MEASURES,
  TJ_DIVISION_MEASURE_CONTENT,
  TJ_DIVISION_MEASURE_END,
  TJ_DIVISION_AFTER_MEASURE,
  TJ_DIVISION_REASON,
  TJ_DIVISION_BACK,
  TJ_DIVISION_REPORTS,
  TJ_DIVISION_REPORT_CATEGORY,
  TJ_DIVISION_REPORTED_BEFORE,
  TJ_DIVISION_ATTEMPT,
  TJ_DIVISION_FIRST_CONTACT,
  TJ_N_DIVISIONS,
} TjDivisionId;

const TjDivision *tj_division_get (TjDivisionId id);
guint tj_division_n_rows (const TjDivision *self, const TjStatisticsOptions *options);
TjPopulation
tj_division_population (const TjDivision *self, const TjStatisticsOptions *options, guint row);
void tj_division_describe_row (const TjDivision *self,
                               const TjStatisticsOptions *options,
                               guint row,
                               char **id,
                               char **label);

G_END_DECLS

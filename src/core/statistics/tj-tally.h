#pragma once

#include "tj-division.h"
#include "tj-personal-number.h"
#include "tj-promise.h"

G_BEGIN_DECLS

/* The columns of a table by sex: TjSex, and everybody. */
#define TJ_EVERYBODY (TJ_SEX_MAN + 1)
#define TJ_N_SEX_COLUMNS (TJ_EVERYBODY + 1)

/* The columns of a table by flow. */
enum
{
  TJ_FLOW_START,
  TJ_FLOW_NEW,
  TJ_FLOW_ENDED,
  TJ_FLOW_END,
  TJ_N_FLOWS,
};

/* What is counted of earlier periods too, for the comparison: of everybody only. */
#define TJ_N_COMPARED 6
extern const TjPopulation tj_compared_populations[TJ_N_COMPARED];

typedef guint TjPopulationQuantities[TJ_N_POPULATIONS][TJ_N_SEX_COLUMNS];

/* Everything that a report counts, each number once: a quantity. Period 0 is the report's, the
 * others go back from it. TJ_NO_QUANTITY stands for what is not counted of an earlier period. */
typedef struct
{
  TjStatisticsInput *input;
  TjStatisticsOptions options; /* without the routine once counted */
  TjCodeBook *measure_ends;
  TjStatisticsPeriod *periods; /* cut off at today */
  guint n_periods;
  guint first_kept; /* from this one on they were kept before a purge; n_periods: none */
  TjPopulationQuantities *populations;
  guint divisions[TJ_N_DIVISIONS]; /* the first quantity of each */
  guint attempted[TJ_N_PROMISES][TJ_N_SEX_COLUMNS];
  guint visits;
  guint concern_reports;
  gboolean has_unknown_sex; /* of anybody in any table */
  guint n_quantities;
  guint *values;
  GArray *days[TJ_N_PROMISES][TJ_N_SEX_COLUMNS]; /* guint, sorted */
  guint8 (*promises)[TJ_N_PROMISES];             /* of each youth */
} TjTally;

TjTally *tj_tally_new (TjStatisticsInput *input, const TjStatisticsOptions *options);
void tj_tally_free (TjTally *self);
GArray *tj_tally_list_kept (const TjTally *self);
guint tj_tally_division (const TjTally *self, TjDivisionId division, guint row, guint column);
TjPopulation tj_flow_population (guint flow);
gboolean tj_tally_median (const TjTally *self, TjPromise promise, guint sex, int *days);
GArray *tj_tally_dup_members (const TjTally *self, guint quantity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTally, tj_tally_free)

G_END_DECLS

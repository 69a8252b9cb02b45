#pragma once

#include "tj-code-book.h"
#include "tj-figure-table.h"
#include "tj-routine.h"
#include "tj-statistics-input.h"

G_BEGIN_DECLS

/* From the morning of its first day to the evening of its last. */
typedef struct
{
  TjDate from;
  TjDate to;
} TjStatisticsPeriod;

/* A figure of the country to be compared with: of which measure, reached, in-measure or
 * of-population. */
typedef struct
{
  char *id; /* of its row */
  char *measure;
  char *period; /* which, in words */
  char *source;
  int per_mille;
} TjCountryFigure;

/* What to count. `today` ends a period that has not ended; a threshold of 0 or 1 hides nothing.
 * All is borrowed for the call. */
typedef struct
{
  TjStatisticsPeriod period;
  TjDate today;
  guint threshold;
  guint n_earlier;                /* how many periods before it to compare with, at most */
  const TjRoutine *routine;       /* what the municipality has promised; NULL: no times */
  const TjCodeBook *measure_ends; /* why measures end; NULL: all are "not stated" */
  const GPtrArray *country;       /* of TjCountryFigure; NULL: none */
  guint population;               /* of 16 to 20 years in the municipality; 0: not known */
  GHashTable
      *published; /* what approved reports have told, "2026H1/end/women" → as printed, ".." for
                            hidden; NULL: nothing */
} TjStatisticsOptions;

/* One definition of the report: what is counted, and how. Strings are borrowed and translated. */
typedef struct
{
  const char *id;
  const char *term;
  const char *words;
} TjStatisticsDefinition;

/* A figure of a half-year to be kept before people of it are purged. */
typedef struct
{
  char *half;
  char *name;
  guint value;
} TjKeptFigure;

typedef struct _TjStatistics TjStatistics;

TjStatistics *tj_statistics_new (TjStatisticsInput *input, const TjStatisticsOptions *options);
TjStatistics *tj_statistics_ref (TjStatistics *self);
void tj_statistics_unref (TjStatistics *self);

const GPtrArray *tj_statistics_tables (const TjStatistics *self);
TjFigureTable *tj_statistics_table (const TjStatistics *self, const char *id);
TjStatisticsPeriod tj_statistics_get_period (const TjStatistics *self);
gboolean tj_statistics_is_unfinished (const TjStatistics *self);
guint tj_statistics_get_threshold (const TjStatistics *self);
GArray *tj_statistics_dup_members (const TjStatistics *self, guint quantity);
GArray *tj_statistics_list_definitions (void);
GArray *tj_statistics_list_kept (const TjStatistics *self);

TjStatisticsPeriod tj_statistics_period_before (TjStatisticsPeriod period);
char *tj_statistics_period_dup_word (TjStatisticsPeriod period);
char *tj_statistics_period_dup_label (TjStatisticsPeriod period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjStatistics, tj_statistics_unref)

G_END_DECLS

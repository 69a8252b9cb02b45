#pragma once

#include "tj-tally-relations.h"

G_BEGIN_DECLS

struct _TjStatistics
{
  gatomicrefcount references;
  TjTally *tally;
  TjDisclosure *disclosure;
  GPtrArray *tables;
  guint threshold;
  gboolean is_unfinished;
};

void tj_statistics_make_tables (TjStatistics *self, const TjStatisticsOptions *options);
TjFigureTable *tj_statistics_add_table (TjStatistics *self,
                                        const char *id,
                                        const char *section,
                                        const char *title);
void tj_statistics_set_count (TjStatistics *self,
                              TjFigureTable *table,
                              guint row,
                              guint column,
                              guint quantity);
void tj_statistics_set_share (TjStatistics *self,
                              TjFigureTable *table,
                              guint row,
                              guint column,
                              guint part,
                              guint whole);

/* tj-statistics-comparison.c */
void tj_statistics_make_comparison (TjStatistics *self, const TjStatisticsOptions *options);

void tj_statistics_take_published (TjStatistics *self, GHashTable *published);

G_END_DECLS

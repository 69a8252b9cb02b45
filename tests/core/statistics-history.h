#pragma once

#include "tj-statistics.h"

/* Histories in words, one youth a line, parts apart by semicolons; "-" is what is not there:
 *   woman 2008                                            (woman, man or unknown; birth year or -)
 *   registered 2026-02-01 2026-08-15 break national-programme     (from, to, background, reason)
 *   contact 2026-07-03 phone answered work
 *   known 2026-07-05 register work
 *   measure 2026-07-01 2026-09-01 practice completed work  (start, end, content, reason, after)
 *   outreach 2026-07-01                                    (a decision that is no measure)
 *   report 2026-09-02 break */
TjStatisticsInput *statistics_history_new (const char *const *lines);
TjRoutine *statistics_history_routine (void);
TjStatisticsOptions statistics_history_options (const TjRoutine *routine);
void statistics_history_assert (TjStatistics *statistics, const char *expected);

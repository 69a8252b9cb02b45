#pragma once

#include "tj-ladder.h"

/* A youth and what happened, from a text of events with ";" between them:
 *   CHANNEL DATE OUTCOME [OCCUPATION|LETTER]      sms 2026-01-12 no-answer
 *   knows DATE SOURCE OCCUPATION [VALID-UNTIL]    knows 2026-01-20 school work
 *   follow-up DUE [DONE-ON]
 *   measure START [END]
 *   background WORD
 *   no-details
 */
typedef struct
{
  TjLadderFacts facts;
  GArray *contacts;
  GArray *knowledge;
  GArray *follow_ups;
  GArray *measures;
  GPtrArray *texts;
} Scenario;

Scenario *scenario_new (const char *birth, const char *registered_on, const char *events);
void scenario_free (Scenario *scenario);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scenario, scenario_free)

/* The states of all rungs on a day: x done, - skipped, . later, d due, O overdue. */
char *scenario_states (const TjLadder *ladder, TjDate today);

/* From the day after the row before (or `from`) to `last` the rungs are in `states`. */
typedef struct
{
  const char *last;
  const char *states;
} ScenarioDays;

void scenario_assert_days (const TjRoutine *routine,
                           const Scenario *scenario,
                           const char *from,
                           const ScenarioDays *days);

#pragma once

#include "tj-youth-period.h"

G_BEGIN_DECLS

/* The groups of youths that a report counts. Each is one definition. */
typedef enum
{
  TJ_POPULATION_START,
  TJ_POPULATION_NEW,
  TJ_POPULATION_ENDED,
  TJ_POPULATION_END,
  TJ_POPULATION_DURING,
  TJ_POPULATION_REACHED,
  TJ_POPULATION_KNOWN_ONLY,
  TJ_POPULATION_KNOWN,
  TJ_POPULATION_VISITED,
  TJ_POPULATION_IN_MEASURE,
  TJ_POPULATION_MEASURE_ENDED,
  TJ_POPULATION_BACK,
  TJ_POPULATION_REPORTED,
  TJ_POPULATION_MUST,
  TJ_POPULATION_SHOULD,
  TJ_POPULATION_ATTEMPT,
  TJ_POPULATION_CONTACT,
  TJ_N_POPULATIONS,
  TJ_POPULATION_NONE = TJ_N_POPULATIONS,
} TjPopulation;

gboolean tj_population_has (TjPopulation population, const TjYouthPeriod *youth);
gboolean tj_population_is_of_registered (TjPopulation population);
const char *tj_population_id (TjPopulation population);
const char *tj_population_label (TjPopulation population);
const char *tj_population_words (TjPopulation population);

G_END_DECLS

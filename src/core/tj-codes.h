#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The enumerations that register, commands and window share. Each has one stable lower-case
 * English word (the stored and exported form) and one translated label (shown, never stored). */

typedef enum
{
  TJ_CHANNEL_PHONE,
  TJ_CHANNEL_SMS,
  TJ_CHANNEL_EMAIL,
  TJ_CHANNEL_SOCIAL_MEDIA,
  TJ_CHANNEL_LETTER,
  TJ_CHANNEL_POSTCARD,
  TJ_CHANNEL_HOME_VISIT,
  TJ_CHANNEL_MEETING,
  TJ_CHANNEL_CONCERN_REPORT,
  TJ_CHANNEL_OTHER,
  TJ_N_CHANNELS,
} TjChannel;

typedef enum
{
  TJ_OUTCOME_ANSWERED,
  TJ_OUTCOME_DECLINED,
  TJ_OUTCOME_NO_ANSWER,
  TJ_OUTCOME_SENT,
  TJ_OUTCOME_RETURNED,
  TJ_OUTCOME_WRONG_DETAILS,
  TJ_N_OUTCOMES,
} TjOutcome;

typedef enum
{
  TJ_OCCUPATION_UNKNOWN,
  TJ_OCCUPATION_NONE,
  TJ_OCCUPATION_WORK,
  TJ_OCCUPATION_OTHER_STUDIES,
  TJ_OCCUPATION_STUDIES_ABROAD,
  TJ_OCCUPATION_ABROAD,
  TJ_OCCUPATION_OTHER_ACTOR,
  TJ_OCCUPATION_OTHER,
  TJ_N_OCCUPATIONS,
} TjOccupation;

typedef enum
{
  TJ_SOURCE_YOUTH,
  TJ_SOURCE_GUARDIAN,
  TJ_SOURCE_SCHOOL,
  TJ_SOURCE_ADULT_EDUCATION,
  TJ_SOURCE_FOLK_HIGH_SCHOOL,
  TJ_SOURCE_REGISTER,
  TJ_SOURCE_FIELD_ASSISTANT,
  TJ_SOURCE_OTHER,
  TJ_N_SOURCES,
} TjSource;

typedef enum
{
  TJ_BACKGROUND_UNKNOWN,
  TJ_BACKGROUND_INTRODUCTION,
  TJ_BACKGROUND_BREAK,
  TJ_BACKGROUND_STUDIEBEVIS,
  TJ_BACKGROUND_NEVER,
  TJ_N_BACKGROUNDS,
} TjBackground;

typedef enum
{
  TJ_DIRECTION_OUT,
  TJ_DIRECTION_IN,
  TJ_N_DIRECTIONS,
} TjDirection;

typedef enum
{
  TJ_PROTECTION_NONE,
  TJ_PROTECTION_MARKED,
  TJ_PROTECTION_POPULATION,
  TJ_N_PROTECTIONS,
} TjProtection;

typedef enum
{
  TJ_STATUS_TO_ACT,
  TJ_STATUS_PLANNED,
  TJ_STATUS_ONGOING,
  TJ_STATUS_OTHER_STUDIES,
  TJ_STATUS_WATCHED,
  TJ_STATUS_CLOSED,
  TJ_N_STATUSES,
} TjStatus;

typedef enum
{
  TJ_STEP_LATER,
  TJ_STEP_DUE,
  TJ_STEP_OVERDUE,
  TJ_STEP_DONE,
  TJ_STEP_SKIPPED,
  TJ_N_STEP_STATES,
} TjStepState;

typedef enum
{
  TJ_DEREGISTRATION_TWENTY,
  TJ_DEREGISTRATION_NATIONAL_PROGRAMME,
  TJ_DEREGISTRATION_INTRODUCTION,
  TJ_DEREGISTRATION_COMPLETED,
  TJ_DEREGISTRATION_MOVED,
  TJ_N_DEREGISTRATIONS,
} TjDeregistration;

/* One code list: its words and labels, in the order of its enumeration. */
typedef struct _TjCodeList TjCodeList;

extern const TjCodeList tj_channels, tj_outcomes, tj_occupations, tj_sources, tj_backgrounds,
    tj_directions, tj_protections, tj_statuses, tj_step_states, tj_deregistrations, tj_number_kinds;

int tj_code_count (const TjCodeList *list);
const char *tj_code_word (const TjCodeList *list, int value);
const char *tj_code_label (const TjCodeList *list, int value);
gboolean tj_code_parse (const TjCodeList *list, const char *word, int *value);
char *tj_code_join_words (const TjCodeList *list);

gboolean tj_outcome_is_reached (TjOutcome outcome);

G_END_DECLS

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

/* What a decision says: that the youth is still being sought, or is in a measure. */
typedef enum
{
  TJ_MEASURE_TYPE_MEASURE,
  TJ_MEASURE_TYPE_OUTREACH,
  TJ_N_MEASURE_TYPES,
} TjMeasureType;

typedef enum
{
  TJ_MEASURE_CONTENT_GUIDANCE,
  TJ_MEASURE_CONTENT_SINGLE_TALK,
  TJ_MEASURE_CONTENT_REGULAR_TALKS,
  TJ_MEASURE_CONTENT_PRACTICE,
  TJ_MEASURE_CONTENT_OTHER_ACTOR,
  TJ_MEASURE_CONTENT_OTHER,
  TJ_N_MEASURE_CONTENTS,
} TjMeasureContent;

typedef enum
{
  TJ_AFTER_MEASURE_UNKNOWN,
  TJ_AFTER_MEASURE_NATIONAL_PROGRAMME,
  TJ_AFTER_MEASURE_INTRODUCTION,
  TJ_AFTER_MEASURE_ADULT_EDUCATION,
  TJ_AFTER_MEASURE_FOLK_HIGH_SCHOOL,
  TJ_AFTER_MEASURE_WORK,
  TJ_AFTER_MEASURE_NONE,
  TJ_AFTER_MEASURE_OTHER,
  TJ_N_AFTER_MEASURES,
} TjAfterMeasure;

typedef enum
{
  TJ_RESPONSIBLE_YOUTH,
  TJ_RESPONSIBLE_MUNICIPALITY,
  TJ_RESPONSIBLE_OTHER_ACTOR,
  TJ_N_RESPONSIBLES,
} TjResponsible;

/* Why an organiser reports a pupil: the first four must be reported at once (15:15 and 18:15
 * skollagen), the others should be. */
typedef enum
{
  TJ_REPORT_NEVER_CAME,
  TJ_REPORT_BREAK,
  TJ_REPORT_MONTH_ABSENT,
  TJ_REPORT_ABSENCE,
  TJ_REPORT_CHANGE,
  TJ_REPORT_REDUCED,
  TJ_REPORT_DEGREE_AT_RISK,
  TJ_REPORT_PROLONGED,
  TJ_N_REPORT_CATEGORIES,
} TjReportCategory;

typedef enum
{
  TJ_REPORT_STATE_RECEIVED,
  TJ_REPORT_STATE_SCHOOL_CONTACTED,
  TJ_REPORT_STATE_YOUTH_CONTACTED,
  TJ_REPORT_STATE_FOLLOWED,
  TJ_REPORT_STATE_DONE,
  TJ_N_REPORT_STATES,
} TjReportState;

/* What a reconciliation finds, in the order of its sheet (WORK.md § 6). */
typedef enum
{
  TJ_FINDING_BREAK,
  TJ_FINDING_SCHOOL_CHANGE,
  TJ_FINDING_PROGRAMME_CHANGE,
  TJ_FINDING_REDUCED,
  TJ_FINDING_FOURTH_YEAR,
  TJ_FINDING_OUTSIDE_AREA,
  TJ_FINDING_VUX,
  TJ_FINDING_INVOICED_BUT_LISTED,
  TJ_FINDING_INVOICED_AFTER_BREAK,
  TJ_FINDING_INVOICED_ELSEWHERE,
  TJ_FINDING_INVOICED_TWICE,
  TJ_FINDING_WRONG_PROGRAMME,
  TJ_FINDING_WRONG_AMOUNT,
  TJ_FINDING_NOT_INVOICED,
  TJ_FINDING_NOBODY_SEES,
  TJ_N_FINDING_KINDS,
} TjFindingKind;

/* What the reconciliation meeting decides on a finding. */
typedef enum
{
  TJ_DECISION_LEAVE_KAA,
  TJ_DECISION_STAYS,
  TJ_DECISION_REGISTER,
  TJ_DECISION_ASK_SCHOOL,
  TJ_DECISION_CONTEST,
  TJ_DECISION_AGREE_PROLONGED,
  TJ_DECISION_NOTED,
  TJ_N_DECISIONS,
} TjDecision;

/* An answer that may be missing: what a list says of reduced or prolonged studies, and what is known
 * of a condition of 29 kap. 9 § skollagen. */
typedef enum
{
  TJ_ANSWER_UNKNOWN,
  TJ_ANSWER_YES,
  TJ_ANSWER_NO,
  TJ_N_ANSWERS,
} TjAnswer;

typedef enum
{
  TJ_ORGANISER_UNKNOWN,
  TJ_ORGANISER_MUNICIPAL,
  TJ_ORGANISER_REGION,
  TJ_ORGANISER_INDEPENDENT,
  TJ_ORGANISER_STATE,
  TJ_N_ORGANISER_KINDS,
} TjOrganiserKind;

/* Why an enrolment ended. Unlisted: the next list no longer had it and did not say why. */
typedef enum
{
  TJ_ENROLMENT_END_OTHER,
  TJ_ENROLMENT_END_DEGREE,
  TJ_ENROLMENT_END_STUDIEBEVIS,
  TJ_ENROLMENT_END_SPECIAL_CERTIFICATE,
  TJ_ENROLMENT_END_BREAK,
  TJ_ENROLMENT_END_CHANGE,
  TJ_ENROLMENT_END_MOVED,
  TJ_ENROLMENT_END_UNLISTED,
  TJ_N_ENROLMENT_ENDS,
} TjEnrolmentEnd;

/* What somebody left school with. The first four end the responsibility, the others do not. */
typedef enum
{
  TJ_CERTIFICATE_DEGREE,
  TJ_CERTIFICATE_IB_DIPLOMA,
  TJ_CERTIFICATE_SPECIAL,
  TJ_CERTIFICATE_EQUIVALENT,
  TJ_CERTIFICATE_STUDIEBEVIS,
  TJ_CERTIFICATE_INTYG,
  TJ_CERTIFICATE_IB_WITHOUT_DIPLOMA,
  TJ_N_CERTIFICATES,
} TjCertificateKind;

typedef enum
{
  TJ_STUDY_LEVEL_UNKNOWN,
  TJ_STUDY_LEVEL_UPPER_SECONDARY,
  TJ_STUDY_LEVEL_BASIC,
  TJ_STUDY_LEVEL_SFI,
  TJ_N_STUDY_LEVELS,
} TjStudyLevel;

typedef enum
{
  TJ_STUDY_STATE_ONGOING,
  TJ_STUDY_STATE_PLANNED,
  TJ_STUDY_STATE_FINISHED,
  TJ_STUDY_STATE_BROKEN,
  TJ_N_STUDY_STATES,
} TjStudyState;

typedef enum
{
  TJ_ADMISSION_NO_CHOICE,
  TJ_ADMISSION_NO_PLACE,
  TJ_ADMISSION_DECLINED,
  TJ_ADMISSION_RESERVE,
  TJ_ADMISSION_ADMITTED,
  TJ_N_ADMISSIONS,
} TjAdmissionState;

typedef enum
{
  TJ_PROPOSAL_DEREGISTER,
  TJ_PROPOSAL_REGISTER,
  TJ_N_PROPOSAL_KINDS,
} TjProposalKind;

/* Lapsed: a later list took the ground for it away before anybody answered. */
typedef enum
{
  TJ_PROPOSAL_OPEN,
  TJ_PROPOSAL_ACCEPTED,
  TJ_PROPOSAL_DECLINED,
  TJ_PROPOSAL_LAPSED,
  TJ_N_PROPOSAL_STATES,
} TjProposalState;

/* What a proposal or an answer rests on. Absence: no more than that the list no longer names the
 * youth. */
typedef enum
{
  TJ_BASIS_NONE,
  TJ_BASIS_NUMBER,
  TJ_BASIS_POPULATION,
  TJ_BASIS_ENROLMENTS,
  TJ_BASIS_INVOICES,
  TJ_BASIS_CERTIFICATES,
  TJ_BASIS_VUX,
  TJ_BASIS_ADMISSION,
  TJ_BASIS_IST,
  TJ_BASIS_REGISTER,
  TJ_BASIS_ABSENCE,
  TJ_N_BASES,
} TjBasis;

/* One code list: its words and labels, in the order of its enumeration. */
typedef struct _TjCodeList TjCodeList;

extern const TjCodeList tj_channels, tj_outcomes, tj_occupations, tj_sources, tj_backgrounds,
    tj_directions, tj_protections, tj_statuses, tj_step_states, tj_deregistrations, tj_number_kinds,
    tj_measure_types, tj_measure_contents, tj_after_measures, tj_responsibles, tj_report_categories,
    tj_report_states, tj_finding_kinds, tj_decisions, tj_answers, tj_organiser_kinds,
    tj_enrolment_ends, tj_certificate_kinds, tj_study_levels, tj_study_states, tj_admission_states,
    tj_proposal_kinds, tj_proposal_states, tj_bases;

int tj_code_count (const TjCodeList *list);
const char *tj_code_word (const TjCodeList *list, int value);
const char *tj_code_label (const TjCodeList *list, int value);
gboolean tj_code_parse (const TjCodeList *list, const char *word, int *value);
char *tj_code_join_words (const TjCodeList *list);

gboolean tj_outcome_is_reached (TjOutcome outcome);
gboolean tj_report_category_is_must (TjReportCategory category);

G_END_DECLS

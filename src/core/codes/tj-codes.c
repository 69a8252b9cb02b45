/* The code lists of the register: one word and one label for each value of the enumerations in
 * tj-codes.h. Words are what is stored, imported and exported, so they never change; labels are
 * shown only and follow the language. Each list has a gettext context of its own, because
 * "Other" is not the same Swedish word for a channel and for an occupation. */

#include "config.h"

#include "tj-codes.h"

#include "tj-personal-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *word;
  const char *label;
} Code;

struct _TjCodeList
{
  const char *context;
  const Code *codes;
  int n_codes;
};

#define CODE_LIST(name, text_context, table, n)                                                    \
  G_STATIC_ASSERT (G_N_ELEMENTS (table) == (n));                                                   \
  const TjCodeList name = { .context = text_context, .codes = table, .n_codes = (n) }

static const Code channel_codes[] = {
  [TJ_CHANNEL_PHONE] = { "phone", NC_ ("channel", "Phone") },
  [TJ_CHANNEL_SMS] = { "sms", NC_ ("channel", "Text message") },
  [TJ_CHANNEL_EMAIL] = { "email", NC_ ("channel", "E-mail") },
  [TJ_CHANNEL_SOCIAL_MEDIA] = { "social-media", NC_ ("channel", "Social media") },
  [TJ_CHANNEL_LETTER] = { "letter", NC_ ("channel", "Letter") },
  [TJ_CHANNEL_POSTCARD] = { "postcard", NC_ ("channel", "Postcard") },
  [TJ_CHANNEL_HOME_VISIT] = { "home-visit", NC_ ("channel", "Home visit") },
  [TJ_CHANNEL_MEETING] = { "meeting", NC_ ("channel", "Meeting") },
  [TJ_CHANNEL_CONCERN_REPORT] = { "concern-report", NC_ ("channel", "Concern report") },
  [TJ_CHANNEL_OTHER] = { "other", NC_ ("channel", "Other") },
};
CODE_LIST (tj_channels, "channel", channel_codes, TJ_N_CHANNELS);

static const Code outcome_codes[] = {
  [TJ_OUTCOME_ANSWERED] = { "answered", NC_ ("outcome", "Answered") },
  [TJ_OUTCOME_DECLINED] = { "declined", NC_ ("outcome", "Declined help") },
  [TJ_OUTCOME_NO_ANSWER] = { "no-answer", NC_ ("outcome", "No answer") },
  [TJ_OUTCOME_SENT] = { "sent", NC_ ("outcome", "Sent") },
  [TJ_OUTCOME_RETURNED] = { "returned", NC_ ("outcome", "Returned to sender") },
  [TJ_OUTCOME_WRONG_DETAILS] = { "wrong-details", NC_ ("outcome", "Wrong number or address") },
};
CODE_LIST (tj_outcomes, "outcome", outcome_codes, TJ_N_OUTCOMES);

static const Code occupation_codes[] = {
  [TJ_OCCUPATION_UNKNOWN] = { "unknown", NC_ ("occupation", "Unknown") },
  [TJ_OCCUPATION_NONE] = { "none", NC_ ("occupation", "No occupation") },
  [TJ_OCCUPATION_WORK] = { "work", NC_ ("occupation", "Work") },
  [TJ_OCCUPATION_OTHER_STUDIES] = { "other-studies", NC_ ("occupation", "Other studies") },
  [TJ_OCCUPATION_STUDIES_ABROAD] = { "studies-abroad", NC_ ("occupation", "Studies abroad") },
  [TJ_OCCUPATION_ABROAD] = { "abroad", NC_ ("occupation", "Abroad, not studying") },
  [TJ_OCCUPATION_OTHER_ACTOR] = { "other-actor", NC_ ("occupation", "Measure by another actor") },
  [TJ_OCCUPATION_OTHER] = { "other", NC_ ("occupation", "Other occupation") },
};
CODE_LIST (tj_occupations, "occupation", occupation_codes, TJ_N_OCCUPATIONS);

static const Code source_codes[] = {
  [TJ_SOURCE_YOUTH] = { "youth", NC_ ("source", "The youth") },
  [TJ_SOURCE_GUARDIAN] = { "guardian", NC_ ("source", "Guardian") },
  [TJ_SOURCE_SCHOOL] = { "school", NC_ ("source", "Upper-secondary school") },
  [TJ_SOURCE_ADULT_EDUCATION] = { "adult-education", NC_ ("source", "Adult education") },
  [TJ_SOURCE_FOLK_HIGH_SCHOOL] = { "folk-high-school", NC_ ("source", "Folk high school") },
  [TJ_SOURCE_REGISTER] = { "register", NC_ ("source", "Register") },
  [TJ_SOURCE_FIELD_ASSISTANT] = { "field-assistant", NC_ ("source", "Field assistant") },
  [TJ_SOURCE_OTHER] = { "other", NC_ ("source", "Other source") },
};
CODE_LIST (tj_sources, "source", source_codes, TJ_N_SOURCES);

static const Code background_codes[] = {
  [TJ_BACKGROUND_UNKNOWN] = { "unknown", NC_ ("background", "No information") },
  [TJ_BACKGROUND_INTRODUCTION] = { "introduction", NC_ ("background", "Introductory programme") },
  [TJ_BACKGROUND_BREAK] = { "break", NC_ ("background", "Left a national programme") },
  [TJ_BACKGROUND_STUDIEBEVIS] = { "studiebevis", NC_ ("background", "Study certificate") },
  [TJ_BACKGROUND_NEVER] = { "never", NC_ ("background", "Never in upper-secondary school") },
};
CODE_LIST (tj_backgrounds, "background", background_codes, TJ_N_BACKGROUNDS);

static const Code direction_codes[] = {
  [TJ_DIRECTION_OUT] = { "out", NC_ ("direction", "From us") },
  [TJ_DIRECTION_IN] = { "in", NC_ ("direction", "To us") },
};
CODE_LIST (tj_directions, "direction", direction_codes, TJ_N_DIRECTIONS);

static const Code protection_codes[] = {
  [TJ_PROTECTION_NONE] = { "none", NC_ ("protection", "Not protected") },
  [TJ_PROTECTION_MARKED] = { "marked", NC_ ("protection", "Confidentiality marking") },
  [TJ_PROTECTION_POPULATION]
  = { "population", NC_ ("protection", "Protected population registration") },
};
CODE_LIST (tj_protections, "protection", protection_codes, TJ_N_PROTECTIONS);

static const Code status_codes[] = {
  [TJ_STATUS_TO_ACT] = { "to-act", NC_ ("status", "To act on") },
  [TJ_STATUS_PLANNED] = { "planned", NC_ ("status", "Planned measure") },
  [TJ_STATUS_ONGOING] = { "ongoing", NC_ ("status", "Ongoing measure") },
  [TJ_STATUS_OTHER_STUDIES] = { "other-studies", NC_ ("status", "Studies elsewhere") },
  [TJ_STATUS_WATCHED] = { "watched", NC_ ("status", "Watched") },
  [TJ_STATUS_CLOSED] = { "closed", NC_ ("status", "Closed") },
};
CODE_LIST (tj_statuses, "status", status_codes, TJ_N_STATUSES);

static const Code step_state_codes[] = {
  [TJ_STEP_LATER] = { "later", NC_ ("step", "Later") },
  [TJ_STEP_DUE] = { "due", NC_ ("step", "Due") },
  [TJ_STEP_OVERDUE] = { "overdue", NC_ ("step", "Overdue") },
  [TJ_STEP_DONE] = { "done", NC_ ("step", "Done") },
  [TJ_STEP_SKIPPED] = { "skipped", NC_ ("step", "Skipped") },
};
CODE_LIST (tj_step_states, "step", step_state_codes, TJ_N_STEP_STATES);

static const Code deregistration_codes[] = {
  [TJ_DEREGISTRATION_TWENTY] = { "twenty", NC_ ("deregistration", "Turned 20") },
  [TJ_DEREGISTRATION_NATIONAL_PROGRAMME]
  = { "national-programme", NC_ ("deregistration", "National programme or equivalent") },
  [TJ_DEREGISTRATION_INTRODUCTION]
  = { "introduction", NC_ ("deregistration", "Introductory programme") },
  [TJ_DEREGISTRATION_COMPLETED] = { "completed", NC_ ("deregistration", "Completed education") },
  [TJ_DEREGISTRATION_MOVED]
  = { "moved", NC_ ("deregistration", "No longer registered in the municipality") },
};
CODE_LIST (tj_deregistrations, "deregistration", deregistration_codes, TJ_N_DEREGISTRATIONS);

static const Code number_kind_codes[] = {
  [TJ_NUMBER_PERSONAL] = { "personal", NC_ ("number", "Personal number") },
  [TJ_NUMBER_COORDINATION] = { "coordination", NC_ ("number", "Coordination number") },
  [TJ_NUMBER_TEMPORARY] = { "temporary", NC_ ("number", "Temporary number") },
};
CODE_LIST (tj_number_kinds, "number", number_kind_codes, TJ_NUMBER_TEMPORARY + 1);

static const Code measure_type_codes[] = {
  [TJ_MEASURE_TYPE_MEASURE] = { "measure", NC_ ("measure-type", "In a measure") },
  [TJ_MEASURE_TYPE_OUTREACH] = { "outreach", NC_ ("measure-type", "Outreach") },
};
CODE_LIST (tj_measure_types, "measure-type", measure_type_codes, TJ_N_MEASURE_TYPES);

static const Code measure_content_codes[] = {
  [TJ_MEASURE_CONTENT_GUIDANCE] = { "guidance", NC_ ("measure", "Study and career guidance") },
  [TJ_MEASURE_CONTENT_SINGLE_TALK] = { "single-talk", NC_ ("measure", "Single talk") },
  [TJ_MEASURE_CONTENT_REGULAR_TALKS] = { "regular-talks", NC_ ("measure", "Regular talks") },
  [TJ_MEASURE_CONTENT_PRACTICE] = { "practice", NC_ ("measure", "Practice") },
  [TJ_MEASURE_CONTENT_OTHER_ACTOR] = { "other-actor", NC_ ("measure", "Measure by another actor") },
  [TJ_MEASURE_CONTENT_OTHER] = { "other", NC_ ("measure", "Other measure") },
};
CODE_LIST (tj_measure_contents, "measure", measure_content_codes, TJ_N_MEASURE_CONTENTS);

static const Code after_measure_codes[] = {
  [TJ_AFTER_MEASURE_UNKNOWN] = { "unknown", NC_ ("after-measure", "Unknown") },
  [TJ_AFTER_MEASURE_NATIONAL_PROGRAMME]
  = { "national-programme", NC_ ("after-measure", "National programme") },
  [TJ_AFTER_MEASURE_INTRODUCTION]
  = { "introduction", NC_ ("after-measure", "Introductory programme") },
  [TJ_AFTER_MEASURE_ADULT_EDUCATION]
  = { "adult-education", NC_ ("after-measure", "Municipal adult education") },
  [TJ_AFTER_MEASURE_FOLK_HIGH_SCHOOL]
  = { "folk-high-school", NC_ ("after-measure", "Folk high school") },
  [TJ_AFTER_MEASURE_WORK] = { "work", NC_ ("after-measure", "Work") },
  [TJ_AFTER_MEASURE_NONE] = { "none", NC_ ("after-measure", "No occupation") },
  [TJ_AFTER_MEASURE_OTHER] = { "other", NC_ ("after-measure", "Other occupation") },
};
CODE_LIST (tj_after_measures, "after-measure", after_measure_codes, TJ_N_AFTER_MEASURES);

static const Code responsible_codes[] = {
  [TJ_RESPONSIBLE_YOUTH] = { "youth", NC_ ("responsible", "The youth") },
  [TJ_RESPONSIBLE_MUNICIPALITY] = { "municipality", NC_ ("responsible", "The municipality") },
  [TJ_RESPONSIBLE_OTHER_ACTOR] = { "other-actor", NC_ ("responsible", "Another actor") },
};
CODE_LIST (tj_responsibles, "responsible", responsible_codes, TJ_N_RESPONSIBLES);

static const Code report_category_codes[] = {
  [TJ_REPORT_NEVER_CAME]
  = { "never-came", NC_ ("school-report", "Never came, within three days of the start of term") },
  [TJ_REPORT_BREAK] = { "break", NC_ ("school-report", "Announces a break") },
  [TJ_REPORT_MONTH_ABSENT]
  = { "month-absent", NC_ ("school-report", "Absent more than a month running") },
  [TJ_REPORT_ABSENCE]
  = { "absence", NC_ ("school-report", "Considerable absence, investigation begun") },
  [TJ_REPORT_CHANGE] = { "change", NC_ ("school-report", "Changes education") },
  [TJ_REPORT_REDUCED] = { "reduced", NC_ ("school-report", "Revised study plan, degree at risk") },
  [TJ_REPORT_DEGREE_AT_RISK]
  = { "degree-at-risk", NC_ ("school-report", "Feared not to reach the degree") },
  [TJ_REPORT_PROLONGED]
  = { "prolonged", NC_ ("school-report", "Feared not to finish within three years") },
};
CODE_LIST (tj_report_categories, "school-report", report_category_codes, TJ_N_REPORT_CATEGORIES);

static const Code report_state_codes[] = {
  [TJ_REPORT_STATE_RECEIVED] = { "received", NC_ ("report-state", "Received") },
  [TJ_REPORT_STATE_SCHOOL_CONTACTED]
  = { "school-contacted", NC_ ("report-state", "School contacted") },
  [TJ_REPORT_STATE_YOUTH_CONTACTED]
  = { "youth-contacted", NC_ ("report-state", "Youth contacted") },
  [TJ_REPORT_STATE_FOLLOWED] = { "followed", NC_ ("report-state", "Being followed") },
  [TJ_REPORT_STATE_DONE] = { "done", NC_ ("report-state", "Done") },
};
CODE_LIST (tj_report_states, "report-state", report_state_codes, TJ_N_REPORT_STATES);

static const Code finding_codes[] = {
  [TJ_FINDING_BREAK] = { "break", NC_ ("finding", "Breaks") },
  [TJ_FINDING_SCHOOL_CHANGE] = { "school-change", NC_ ("finding", "Changes of school") },
  [TJ_FINDING_PROGRAMME_CHANGE] = { "programme-change", NC_ ("finding", "Changes of programme") },
  [TJ_FINDING_REDUCED] = { "reduced", NC_ ("finding", "Reduced programmes") },
  [TJ_FINDING_FOURTH_YEAR]
  = { "fourth-year", NC_ ("finding", "Prolonged studies or a fourth year") },
  [TJ_FINDING_OUTSIDE_AREA]
  = { "outside-area", NC_ ("finding", "On Åtgärdas, attends outside the cooperation area") },
  [TJ_FINDING_VUX] = { "vux", NC_ ("finding", "On Åtgärdas, studies in adult education") },
  [TJ_FINDING_INVOICED_BUT_LISTED]
  = { "invoiced-but-listed", NC_ ("finding", "On Åtgärdas but invoiced") },
  [TJ_FINDING_INVOICED_AFTER_BREAK]
  = { "invoiced-after-break", NC_ ("finding", "Invoiced after the studies ended") },
  [TJ_FINDING_INVOICED_ELSEWHERE]
  = { "invoiced-elsewhere", NC_ ("finding", "Invoiced by another school than the pupil's") },
  [TJ_FINDING_INVOICED_TWICE] = { "invoiced-twice", NC_ ("finding", "Invoiced twice") },
  [TJ_FINDING_WRONG_PROGRAMME]
  = { "wrong-programme", NC_ ("finding", "Another programme on the invoice") },
  [TJ_FINDING_WRONG_AMOUNT] = { "wrong-amount", NC_ ("finding", "Another amount than the price") },
  [TJ_FINDING_NOT_INVOICED] = { "not-invoiced", NC_ ("finding", "Enrolled but not invoiced") },
  [TJ_FINDING_NOBODY_SEES]
  = { "nobody-sees", NC_ ("finding", "Neither at school, invoiced nor on Åtgärdas") },
};
CODE_LIST (tj_finding_kinds, "finding", finding_codes, TJ_N_FINDING_KINDS);

static const Code decision_codes[] = {
  [TJ_DECISION_LEAVE_KAA] = { "leave-kaa", NC_ ("decision", "Leaves KAA") },
  [TJ_DECISION_STAYS] = { "stays", NC_ ("decision", "Stays in KAA") },
  [TJ_DECISION_REGISTER] = { "register", NC_ ("decision", "Is registered in KAA") },
  [TJ_DECISION_ASK_SCHOOL] = { "ask-school", NC_ ("decision", "Ask the school") },
  [TJ_DECISION_CONTEST] = { "contest-invoice", NC_ ("decision", "Contest the invoice") },
  [TJ_DECISION_AGREE_PROLONGED]
  = { "agree-prolonged", NC_ ("decision", "Agreement on prolonged studies") },
  [TJ_DECISION_NOTED] = { "noted", NC_ ("decision", "Noted") },
};
CODE_LIST (tj_decisions, "decision", decision_codes, TJ_N_DECISIONS);

static const Code answer_codes[] = {
  [TJ_ANSWER_UNKNOWN] = { "unknown", NC_ ("answer", "Unknown") },
  [TJ_ANSWER_YES] = { "yes", NC_ ("answer", "Yes") },
  [TJ_ANSWER_NO] = { "no", NC_ ("answer", "No") },
};
CODE_LIST (tj_answers, "answer", answer_codes, TJ_N_ANSWERS);

static const Code organiser_kind_codes[] = {
  [TJ_ORGANISER_UNKNOWN] = { "unknown", NC_ ("organiser", "Unknown") },
  [TJ_ORGANISER_MUNICIPAL] = { "municipal", NC_ ("organiser", "Municipal") },
  [TJ_ORGANISER_REGION] = { "region", NC_ ("organiser", "Region") },
  [TJ_ORGANISER_INDEPENDENT] = { "independent", NC_ ("organiser", "Independent") },
  [TJ_ORGANISER_STATE] = { "state", NC_ ("organiser", "State") },
};
CODE_LIST (tj_organiser_kinds, "organiser", organiser_kind_codes, TJ_N_ORGANISER_KINDS);

static const Code enrolment_end_codes[] = {
  [TJ_ENROLMENT_END_OTHER] = { "other", NC_ ("enrolment-end", "Other reason") },
  [TJ_ENROLMENT_END_DEGREE] = { "degree", NC_ ("enrolment-end", "Upper-secondary degree") },
  [TJ_ENROLMENT_END_STUDIEBEVIS] = { "studiebevis", NC_ ("enrolment-end", "Study certificate") },
  [TJ_ENROLMENT_END_SPECIAL_CERTIFICATE]
  = { "special-certificate",
      NC_ ("enrolment-end", "Certificate of adapted upper-secondary school") },
  [TJ_ENROLMENT_END_BREAK] = { "break", NC_ ("enrolment-end", "Break") },
  [TJ_ENROLMENT_END_CHANGE] = { "change", NC_ ("enrolment-end", "Change of school or programme") },
  [TJ_ENROLMENT_END_MOVED] = { "moved", NC_ ("enrolment-end", "Moved") },
  [TJ_ENROLMENT_END_UNLISTED] = { "unlisted", NC_ ("enrolment-end", "No longer on the list") },
};
CODE_LIST (tj_enrolment_ends, "enrolment-end", enrolment_end_codes, TJ_N_ENROLMENT_ENDS);

static const Code certificate_kind_codes[] = {
  [TJ_CERTIFICATE_DEGREE] = { "degree", NC_ ("certificate", "Upper-secondary degree") },
  [TJ_CERTIFICATE_IB_DIPLOMA] = { "ib-diploma", NC_ ("certificate", "IB diploma") },
  [TJ_CERTIFICATE_SPECIAL]
  = { "special", NC_ ("certificate", "Certificate of adapted upper-secondary school") },
  [TJ_CERTIFICATE_EQUIVALENT]
  = { "equivalent", NC_ ("certificate", "Equivalent education, passed") },
  [TJ_CERTIFICATE_STUDIEBEVIS] = { "studiebevis", NC_ ("certificate", "Study certificate") },
  [TJ_CERTIFICATE_INTYG]
  = { "intyg", NC_ ("certificate", "Certificate of introductory programme") },
  [TJ_CERTIFICATE_IB_WITHOUT_DIPLOMA]
  = { "ib-without-diploma", NC_ ("certificate", "IB without diploma") },
};
CODE_LIST (tj_certificate_kinds, "certificate", certificate_kind_codes, TJ_N_CERTIFICATES);

static const Code study_level_codes[] = {
  [TJ_STUDY_LEVEL_UNKNOWN] = { "unknown", NC_ ("study-level", "Unknown") },
  [TJ_STUDY_LEVEL_UPPER_SECONDARY]
  = { "upper-secondary", NC_ ("study-level", "Upper-secondary level") },
  [TJ_STUDY_LEVEL_BASIC] = { "basic", NC_ ("study-level", "Basic level") },
  [TJ_STUDY_LEVEL_SFI] = { "sfi", NC_ ("study-level", "Swedish for immigrants") },
};
CODE_LIST (tj_study_levels, "study-level", study_level_codes, TJ_N_STUDY_LEVELS);

static const Code study_state_codes[] = {
  [TJ_STUDY_STATE_ONGOING] = { "ongoing", NC_ ("study-state", "Ongoing") },
  [TJ_STUDY_STATE_PLANNED] = { "planned", NC_ ("study-state", "Not begun") },
  [TJ_STUDY_STATE_FINISHED] = { "finished", NC_ ("study-state", "Finished") },
  [TJ_STUDY_STATE_BROKEN] = { "broken", NC_ ("study-state", "Broken off") },
};
CODE_LIST (tj_study_states, "study-state", study_state_codes, TJ_N_STUDY_STATES);

static const Code admission_state_codes[] = {
  [TJ_ADMISSION_NO_CHOICE] = { "no-choice", NC_ ("admission", "Made no choice") },
  [TJ_ADMISSION_NO_PLACE] = { "no-place", NC_ ("admission", "Got no place") },
  [TJ_ADMISSION_DECLINED] = { "declined", NC_ ("admission", "Declined the place") },
  [TJ_ADMISSION_RESERVE] = { "reserve", NC_ ("admission", "Waits for a place") },
  [TJ_ADMISSION_ADMITTED] = { "admitted", NC_ ("admission", "Admitted") },
};
CODE_LIST (tj_admission_states, "admission", admission_state_codes, TJ_N_ADMISSIONS);

static const Code proposal_kind_codes[] = {
  [TJ_PROPOSAL_DEREGISTER] = { "deregister", NC_ ("proposal", "Deregister") },
  [TJ_PROPOSAL_REGISTER] = { "register", NC_ ("proposal", "Register") },
};
CODE_LIST (tj_proposal_kinds, "proposal", proposal_kind_codes, TJ_N_PROPOSAL_KINDS);

static const Code proposal_state_codes[] = {
  [TJ_PROPOSAL_OPEN] = { "open", NC_ ("proposal-state", "Open") },
  [TJ_PROPOSAL_ACCEPTED] = { "accepted", NC_ ("proposal-state", "Accepted") },
  [TJ_PROPOSAL_DECLINED] = { "declined", NC_ ("proposal-state", "Declined") },
  [TJ_PROPOSAL_LAPSED] = { "lapsed", NC_ ("proposal-state", "No longer holds") },
};
CODE_LIST (tj_proposal_states, "proposal-state", proposal_state_codes, TJ_N_PROPOSAL_STATES);

static const Code basis_codes[] = {
  [TJ_BASIS_NONE] = { "none", NC_ ("basis", "Nothing known") },
  [TJ_BASIS_NUMBER] = { "personal-number", NC_ ("basis", "Personal number") },
  [TJ_BASIS_POPULATION] = { "population", NC_ ("basis", "Population register") },
  [TJ_BASIS_ENROLMENTS] = { "enrolments", NC_ ("basis", "Enrolments") },
  [TJ_BASIS_INVOICES] = { "invoices", NC_ ("basis", "Invoices") },
  [TJ_BASIS_CERTIFICATES] = { "certificates", NC_ ("basis", "Degrees and certificates") },
  [TJ_BASIS_VUX] = { "vux", NC_ ("basis", "Report of adult education") },
  [TJ_BASIS_ADMISSION] = { "admission", NC_ ("basis", "Admission") },
  [TJ_BASIS_IST] = { "ist", NC_ ("basis", "List of IST") },
  [TJ_BASIS_REGISTER] = { "register", NC_ ("basis", "Our own register") },
  [TJ_BASIS_ABSENCE] = { "absence", NC_ ("basis", "Only that the list no longer has the youth") },
};
CODE_LIST (tj_bases, "basis", basis_codes, TJ_N_BASES);

/**
 * tj_code_count:
 *
 * Returns: how many values @list has; they are 0 … count − 1.
 */
int
tj_code_count (const TjCodeList *list)
{
  g_return_val_if_fail (list != NULL, 0);

  return list->n_codes;
}

/**
 * tj_code_word:
 *
 * Returns: (transfer none): the stored word of @value, as `no-answer`; NULL for no such value.
 */
const char *
tj_code_word (const TjCodeList *list, int value)
{
  g_return_val_if_fail (list != NULL, NULL);

  return value >= 0 && value < list->n_codes ? list->codes[value].word : NULL;
}

/**
 * tj_code_label:
 *
 * Returns: (transfer none): what people read for @value, in their language; NULL for no such
 *   value.
 */
const char *
tj_code_label (const TjCodeList *list, int value)
{
  g_return_val_if_fail (list != NULL, NULL);

  if (value < 0 || value >= list->n_codes)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, list->context, list->codes[value].label);
}

/**
 * tj_code_parse:
 * @word: (nullable): a stored word, in lower case
 * @value: (out): the value; untouched when there is no such word
 *
 * Returns: whether @word is one of @list
 */
gboolean
tj_code_parse (const TjCodeList *list, const char *word, int *value)
{
  g_return_val_if_fail (list != NULL && value != NULL, FALSE);

  for (int i = 0; word != NULL && i < list->n_codes; i++)
    if (strcmp (list->codes[i].word, word) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tj_code_join_words:
 *
 * Returns: (transfer full): all words with ", " between them, for a message that says what could
 *   have been written
 */
char *
tj_code_join_words (const TjCodeList *list)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_val_if_fail (list != NULL, NULL);

  for (int i = 0; i < list->n_codes; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", list->codes[i].word);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * tj_outcome_is_reached:
 *
 * Returns: whether the youth was reached: has answered, be it to decline
 */
gboolean
tj_outcome_is_reached (TjOutcome outcome)
{
  return outcome == TJ_OUTCOME_ANSWERED || outcome == TJ_OUTCOME_DECLINED;
}

/**
 * tj_report_category_is_must:
 *
 * Returns: whether an organiser must report this at once (skollagen 15:15, 18:15), and not only
 *   should
 */
gboolean
tj_report_category_is_must (TjReportCategory category)
{
  return category <= TJ_REPORT_ABSENCE;
}

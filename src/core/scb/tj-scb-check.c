/* What is asked of a half-year before it goes to SCB (WORK.md § 5): each question is a row of one
 * table, with a word that stays, whether it stops the file or only warns, the words that people
 * read, and a function over one record. Questions over all records stand last in the table and have
 * functions of their own. */

#include "config.h"

#include "tj-scb-check-private.h"

#include <glib/gi18n-lib.h>

static void
check_number (TjScbLook *look)
{
  TjPersonalNumber number;

  if (tj_personal_number_parse (look->record->personal_number, look->terms->today, &number)
      != TJ_NUMBER_OK)
    tj_scb_look_find (look, TJ_SCB_PERSONAL_NUMBER);
}

static void
check_temporary (TjScbLook *look)
{
  if (look->record->number_kind == TJ_NUMBER_TEMPORARY)
    tj_scb_look_find (look, TJ_SCB_PERSONAL_NUMBER);
}

/* An education in words does for a background that is not known. */
static void
check_block_1 (TjScbLook *look)
{
  if (look->record->registered_on == TJ_DATE_NONE)
    tj_scb_look_find (look, TJ_SCB_REGISTERED_ON);
  else if (look->record->background == TJ_BACKGROUND_UNKNOWN
           && *look->record->latest_education == '\0')
    tj_scb_look_find (look, TJ_SCB_BACKGROUND);
}

typedef gboolean (*DateTest) (TjDate date, const TjScbTerms *terms);

static gboolean
is_ahead (TjDate date, const TjScbTerms *terms)
{
  return date > terms->today;
}

static gboolean
is_too_early (TjDate date, const TjScbTerms *terms)
{
  return date < terms->earliest;
}

static void
test_date (TjScbLook *look, DateTest test, TjDate date, TjScbField field)
{
  if (date != TJ_DATE_NONE && test (date, look->terms))
    tj_scb_look_find_row (look, field, 0, date);
}

static void
test_dates (TjScbLook *look, DateTest test)
{
  const TjScbRecord *record = look->record;

  test_date (look, test, record->registered_on, TJ_SCB_REGISTERED_ON);
  test_date (look, test, record->deregistered_on, TJ_SCB_DEREGISTERED_ON);
  test_date (look, test, record->knowledge.date, TJ_SCB_KNOWLEDGE_ON);
  for (guint i = 0; i < record->n_contacts; i++)
    if (record->contacts[i].date != TJ_DATE_NONE && test (record->contacts[i].date, look->terms))
      tj_scb_look_find_contact (look, TJ_SCB_CONTACT_ON, &record->contacts[i]);
  for (guint i = 0; i < record->n_measures; i++)
    {
      const TjScbMeasure *measure = &record->measures[i];

      if (measure->started_on != TJ_DATE_NONE && test (measure->started_on, look->terms))
        tj_scb_look_find_row (look, TJ_SCB_MEASURE_STARTED_ON, measure->id, measure->started_on);
      if (measure->ended_on != TJ_DATE_NONE && test (measure->ended_on, look->terms))
        tj_scb_look_find_row (look, TJ_SCB_MEASURE_ENDED_ON, measure->id, measure->ended_on);
    }
}

static void
check_ahead (TjScbLook *look)
{
  test_dates (look, is_ahead);
}

static void
check_early (TjScbLook *look)
{
  test_dates (look, is_too_early);
}

static void
check_after_period (TjScbLook *look)
{
  if (look->record->registered_on != TJ_DATE_NONE
      && look->record->registered_on > tj_half_year_last_day (look->terms->half))
    tj_scb_look_find (look, TJ_SCB_REGISTERED_ON);
}

static gboolean
is_open (const TjScbRecord *record)
{
  return record->deregistered_on == TJ_DATE_NONE;
}

static void
check_order (TjScbLook *look)
{
  if (!is_open (look->record) && look->record->deregistered_on < look->record->registered_on)
    tj_scb_look_find (look, TJ_SCB_DEREGISTERED_ON);
}

static void
check_reason (TjScbLook *look)
{
  if (!is_open (look->record) && look->record->reason < 0)
    tj_scb_look_find (look, TJ_SCB_DEREGISTRATION_REASON);
}

static void
check_reason_alone (TjScbLook *look)
{
  if (is_open (look->record) && look->record->reason >= 0)
    tj_scb_look_find (look, TJ_SCB_DEREGISTERED_ON);
}

/* The day the responsibility ends; TJ_DATE_NONE for a number that tells no birthday. */
static TjDate
find_last_birthday (const TjScbLook *look)
{
  return look->record->birth != TJ_DATE_NONE
             ? tj_date_birthday (look->record->birth, look->terms->oldest_years)
             : TJ_DATE_NONE;
}

/* The first day of the half-year is too late a birthday to be “before” it. */
static void
check_twenty_open (TjScbLook *look)
{
  TjDate birthday = find_last_birthday (look);

  if (is_open (look->record) && birthday != TJ_DATE_NONE
      && birthday < tj_half_year_first_day (look->terms->half))
    tj_scb_look_find (look, TJ_SCB_DEREGISTERED_ON);
}

static void
check_young (TjScbLook *look)
{
  const TjScbRecord *record = look->record;

  if (record->birth != TJ_DATE_NONE && record->registered_on != TJ_DATE_NONE
      && record->registered_on < tj_date_add_months (record->birth, look->terms->youngest_months))
    tj_scb_look_find (look, TJ_SCB_REGISTERED_ON);
}

static void
check_old (TjScbLook *look)
{
  TjDate birthday = find_last_birthday (look);

  if (birthday != TJ_DATE_NONE && look->record->registered_on >= birthday)
    tj_scb_look_find (look, TJ_SCB_REGISTERED_ON);
}

static void
check_twenty_early (TjScbLook *look)
{
  TjDate birthday = find_last_birthday (look);

  if (look->record->reason == TJ_DEREGISTRATION_TWENTY && !is_open (look->record)
      && birthday != TJ_DATE_NONE && look->record->deregistered_on < birthday)
    tj_scb_look_find (look, TJ_SCB_DEREGISTRATION_REASON);
}

/* The days of the half-year on which the youth was registered, as far as they have come. */
static void
check_residence (TjScbLook *look)
{
  const TjScbRecord *record = look->record;
  const TjScbResidence *residence = &record->residence;
  TjDate first = MAX (record->registered_on, tj_half_year_first_day (look->terms->half));
  TjDate last = MIN (look->terms->today, tj_half_year_last_day (look->terms->half));

  if (!is_open (record))
    last = MIN (last, record->deregistered_on);
  if (residence->is_on_list == TJ_ANSWER_UNKNOWN)
    return;
  if (residence->is_on_list == TJ_ANSWER_NO
      || (residence->moved_in != TJ_DATE_NONE && residence->moved_in > first)
      || (residence->moved_out != TJ_DATE_NONE && residence->moved_out < last))
    tj_scb_look_find (look, TJ_SCB_DEREGISTRATION_REASON);
}

static void
check_no_contact (TjScbLook *look)
{
  for (guint i = 0; i < look->record->n_contacts; i++)
    if (look->record->contacts[i].date != TJ_DATE_NONE)
      return;
  tj_scb_look_find (look, TJ_SCB_CONTACT_ON);
}

/* The same in the order that a coordinator works them down: the person, the registration, contacts,
 * measures, and then what only warns. */
static const TjScbRule rules[] = {
  { "bad-checksum", TJ_SCB_ERROR, check_number,
    N_ ("The personal number does not hold: a digit is wrong.") },
  { "temporary-number", TJ_SCB_ERROR, check_temporary,
    N_ ("The number is temporary and is not sent to SCB. Give the personal or coordination "
        "number.") },
  { "missing-block-1", TJ_SCB_ERROR, check_block_1,
    N_ ("Block 1 is not filled in: say what education the youth had last.") },
  { "date-in-future", TJ_SCB_ERROR, check_ahead, N_ ("The day has not come yet.") },
  { "date-too-early", TJ_SCB_ERROR, check_early,
    N_ ("The day lies before the duty that is reported began.") },
  { "registered-after-period", TJ_SCB_ERROR, check_after_period,
    N_ ("The youth is registered after the half-year, but was contacted or had a measure in it."),
    TRUE },
  { "deregistered-before-registration", TJ_SCB_ERROR, check_order,
    N_ ("The deregistration lies before the registration.") },
  { "deregistration-without-reason", TJ_SCB_ERROR, check_reason,
    N_ ("The youth is deregistered, but not why.") },
  { "reason-without-deregistration", TJ_SCB_ERROR, check_reason_alone,
    N_ ("A reason for deregistration is given, but no day.") },
  { "twenty-before-period", TJ_SCB_ERROR, check_twenty_open,
    N_ ("The youth turned 20 before the half-year and is still registered.") },
  { "contact-before-registration", TJ_SCB_ERROR, tj_scb_check_contact_before,
    N_ ("The contact lies before the registration."), TRUE },
  { "contact-after-deregistration", TJ_SCB_ERROR, tj_scb_check_contact_after,
    N_ ("The contact lies after the deregistration."), TRUE },
  { "occupation-without-contact", TJ_SCB_ERROR, tj_scb_check_occupation_alone,
    N_ ("An occupation is noted at an attempt where nobody was reached.") },
  { "contact-without-occupation", TJ_SCB_ERROR, tj_scb_check_contact_alone,
    N_ ("The youth answered, but the occupation is not noted.") },
  { "measure-before-registration", TJ_SCB_ERROR, tj_scb_check_measure_before,
    N_ ("The measure begins before the registration."), TRUE },
  { "measure-after-deregistration", TJ_SCB_ERROR, tj_scb_check_measure_after,
    N_ ("The measure begins or ends after the deregistration."), TRUE },
  { "measure-without-start", TJ_SCB_ERROR, tj_scb_check_measure_start,
    N_ ("The measure has no first day. Give it, or take the measure away.") },
  { "measure-ends-before-start", TJ_SCB_ERROR, tj_scb_check_measure_order,
    N_ ("The measure ends before it begins.") },
  { "measure-end-without-reason", TJ_SCB_ERROR, tj_scb_check_end_reason,
    N_ ("The measure has ended, but not why.") },
  { "measure-end-without-occupation", TJ_SCB_ERROR, tj_scb_check_end_after,
    N_ ("The measure has ended, but the occupation afterwards is not noted.") },
  { "measure-reason-without-end", TJ_SCB_ERROR, tj_scb_check_reason_alone,
    N_ ("A reason for ending the measure is given, but no last day.") },
  { "measure-occupation-without-end", TJ_SCB_ERROR, tj_scb_check_after_alone,
    N_ ("An occupation after the measure is noted, but no last day.") },
  { "open-measure-at-deregistration", TJ_SCB_ERROR, tj_scb_check_measure_open,
    N_ ("The youth is deregistered, but the measure goes on.") },
  { "too-young-at-registration", TJ_SCB_WARNING, check_young,
    N_ ("The youth was under 15½ at the registration.") },
  { "twenty-at-registration", TJ_SCB_WARNING, check_old,
    N_ ("The youth had turned 20 at the registration.") },
  { "twenty-before-birthday", TJ_SCB_WARNING, check_twenty_early,
    N_ ("The reason is that the youth turned 20, but the birthday comes later.") },
  { "not-resident", TJ_SCB_WARNING, check_residence,
    N_ ("By the population list the youth did not live in the municipality all the time.") },
  { "no-contact", TJ_SCB_WARNING, check_no_contact,
    N_ ("There was no contact with the youth in the half-year.") },
  { "registered-twice", TJ_SCB_ERROR, NULL,
    N_ ("The same person is registered twice on the same day.") },
  { "missing-now", TJ_SCB_WARNING, NULL,
    N_ ("The youth was reported as registered last time and is not in this half-year.") },
};

static const TjScbRule *
find_rule (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].word, word))
      return &rules[i];
  g_assert_not_reached ();
}

static void
look_at_record (TjScbLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].check != NULL && (!look->record->is_outside || rules[i].asks_outside))
      {
        look->rule = &rules[i];
        rules[i].check (look);
      }
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer records)
{
  const TjScbRecord *one = (const TjScbRecord *)records + *(const guint *)a;
  const TjScbRecord *other = (const TjScbRecord *)records + *(const guint *)b;

  if (one->person != other->person)
    return one->person < other->person ? -1 : 1;
  if (one->registered_on != other->registered_on)
    return one->registered_on < other->registered_on ? -1 : 1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

/* The second of two is the finding. */
static void
check_twice (const TjScbRecord *records, guint n_records, TjScbLook *look)
{
  g_autofree guint *order = g_new (guint, MAX (n_records, 1));

  look->rule = find_rule ("registered-twice");
  for (guint i = 0; i < n_records; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n_records, sizeof *order, compare_records, (gpointer)records);
  for (guint i = 1; i < n_records; i++)
    {
      const TjScbRecord *record = &records[order[i]];

      if (record->person != records[order[i - 1]].person
          || record->registered_on != records[order[i - 1]].registered_on)
        continue;
      look->record = record;
      look->place = (int)order[i];
      tj_scb_look_find (look, TJ_SCB_REGISTERED_ON);
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const TjScbFinding *one = a, *other = b;

  if (one->rule->severity != other->rule->severity)
    return one->rule->severity == TJ_SCB_ERROR ? -1 : 1;
  if (one->record != other->record)
    return one->record < other->record ? -1 : 1;
  return one->rule == other->rule ? 0 : one->rule < other->rule ? -1 : 1;
}

/**
 * tj_scb_check:
 * @records: (array length=n_records): the half-year; must outlive the findings
 *
 * Asks everything but who is missing.
 *
 * Returns: (transfer full) (element-type TjScbFinding): errors before warnings, each in the order of
 *   the records
 */
GArray *
tj_scb_check (const TjScbRecord *records, guint n_records, const TjScbTerms *terms)
{
  GArray *findings = g_array_new (FALSE, TRUE, sizeof (TjScbFinding));
  TjScbLook look = { .terms = terms, .findings = findings };

  g_return_val_if_fail (terms != NULL, findings);

  for (guint i = 0; i < n_records; i++)
    {
      look.record = &records[i];
      look.place = (int)i;
      look_at_record (&look);
    }
  check_twice (records, n_records, &look);
  g_array_sort (findings, compare_findings);
  return findings;
}

/**
 * tj_scb_check_missing:
 * @reported: (array length=n_reported): whom the delivery before had as registered
 * @findings: (inout) (element-type TjScbFinding): of tj_scb_check()
 *
 * Adds a warning for each who is not in the half-year now.
 */
void
tj_scb_check_missing (const TjScbReported *reported, guint n_reported, GArray *findings)
{
  g_return_if_fail (findings != NULL);

  for (guint i = 0; i < n_reported; i++)
    {
      TjScbFinding finding = { .rule = find_rule ("missing-now"),
                               .field = tj_scb_field_word (TJ_SCB_REGISTERED_ON),
                               .record = -1,
                               .youth_id = reported[i].youth_id,
                               .personal_number = reported[i].personal_number };

      if (!reported[i].is_here)
        g_array_append_val (findings, finding);
    }
}

/**
 * tj_scb_rule_word:
 *
 * Returns: (transfer none): what the rule is called in exports; never changes
 */
const char *
tj_scb_rule_word (const TjScbRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return rule->word;
}

/**
 * tj_scb_rule_text:
 *
 * Returns: (transfer none): what is wrong, as a sentence
 */
const char *
tj_scb_rule_text (const TjScbRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return _ (rule->text);
}

/**
 * tj_scb_rule_severity:
 *
 * Returns: whether it stops the file
 */
TjScbSeverity
tj_scb_rule_severity (const TjScbRule *rule)
{
  g_return_val_if_fail (rule != NULL, TJ_SCB_ERROR);

  return rule->severity;
}

/**
 * tj_scb_rules_count:
 *
 * Returns: how many rules there are
 */
guint
tj_scb_rules_count (void)
{
  return G_N_ELEMENTS (rules);
}

/**
 * tj_scb_rules_get:
 *
 * Returns: (transfer none): a rule
 */
const TjScbRule *
tj_scb_rules_get (guint place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (rules), NULL);

  return &rules[place];
}

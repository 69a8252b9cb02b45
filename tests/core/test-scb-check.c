/* The checks before a file goes to SCB, as a table: a line says what differs from a youth of whom
 * all is well, and every finding it gives, so that each line is also a test that no other rule
 * speaks. The half-year is the second of 2026, the day 31 January 2027. */

#include "config.h"

#include "tj-scb-check.h"
#include "tj-scb-field.h"

#include <string.h>

#define MOST_ROWS 4

/* A youth in the making, with room for what the record borrows. */
typedef struct
{
  TjScbRecord record;
  TjScbContact contacts[MOST_ROWS];
  TjScbMeasure measures[MOST_ROWS];
  TjDate today;
} Sample;

static const struct
{
  const char *line;
  const char *findings;
} cases[] = {
  { "", "" },
  /* the person */
  { "number=200805012383", "bad-checksum" },
  { "number=", "bad-checksum" },
  { "kind=temporary number=20000101T220", "temporary-number" },
  { "kind=coordination number=200700852387", "" },
  /* block 1 */
  { "background=unknown", "missing-block-1" },
  { "background=unknown education=EE,Västerhöjd", "" },
  { "background=never education=", "" },
  { "registered=-", "missing-block-1" },
  /* dates */
  { "registered=2027-02-01 contacts=none", "date-in-future registered-after-period no-contact" },
  { "today=2026-09-01", "date-in-future" },
  { "today=2026-09-02", "" },
  { "deregistered=2027-02-01 reason=moved", "date-in-future" },
  { "measure=2027-02-01,-,-,-", "date-in-future" },
  { "measure=2026-09-01,2027-02-01,completed,work", "date-in-future" },
  { "knowledge=2027-02-01", "date-in-future" },
  { "registered=2014-12-31 birth=1998-01-01", "date-too-early twenty-before-period" },
  { "registered=2015-01-01 birth=1999-01-01", "twenty-before-period" },
  { "contact=2014-12-31:work", "date-too-early contact-before-registration" },
  { "knowledge=2014-06-01", "date-too-early" },
  { "measure=2014-12-30,2014-12-31,completed,work",
    "date-too-early date-too-early measure-before-registration" },
  { "registered=2027-01-01 contacts=none", "registered-after-period no-contact" },
  { "registered=2026-12-31 contacts=none", "no-contact" },
  /* a registration of another half-year, here for what lies in this one */
  { "outside=yes registered=2027-01-15", "registered-after-period contact-before-registration" },
  { "outside=yes registered=2026-02-01 deregistered=2026-05-01 background=unknown contacts=none "
    "measure=2026-09-01,-,-,-",
    "measure-after-deregistration" },
  /* block 5 */
  { "deregistered=2026-08-09 reason=moved contacts=none",
    "deregistered-before-registration no-contact" },
  { "deregistered=2026-10-01", "deregistration-without-reason" },
  { "deregistered=2026-10-01 reason=moved", "" },
  { "reason=moved", "reason-without-deregistration" },
  /* the 20th birthday */
  { "birth=2006-06-30", "twenty-before-period twenty-at-registration" },
  { "birth=2006-06-30 registered=2026-02-01", "twenty-before-period" },
  { "birth=2006-07-01 registered=2026-02-01", "" },
  { "birth=2006-06-30 registered=2026-02-01 deregistered=2026-10-01 reason=twenty", "" },
  { "birth=2004-02-29 registered=2023-02-01", "twenty-before-period" },
  { "birth=2006-08-10", "twenty-at-registration" },
  { "birth=2006-08-11", "" },
  { "birth=2006-10-02 deregistered=2026-10-01 reason=twenty", "twenty-before-birthday" },
  { "birth=2006-10-01 deregistered=2026-10-01 reason=twenty", "" },
  { "birth=2006-10-02 deregistered=2026-10-01 reason=moved", "" },
  { "birth=- deregistered=2026-10-01 reason=twenty", "" },
  /* 15½ */
  { "birth=2011-02-11", "too-young-at-registration" },
  { "birth=2011-02-10", "" },
  { "birth=2011-03-31 registered=2026-09-30 contacts=none contact=2026-10-01:work", "" },
  { "birth=2011-03-31 registered=2026-09-29 contacts=none contact=2026-10-01:work",
    "too-young-at-registration" },
  /* contacts */
  { "contact=2026-08-09:work", "contact-before-registration" },
  { "contact=2026-08-10:work", "" },
  { "deregistered=2026-10-01 reason=moved contact=2026-10-02:work",
    "contact-after-deregistration" },
  { "deregistered=2026-10-01 reason=moved contacts=none contact=2026-10-01:work", "" },
  { "attempt=2026-10-01:work", "occupation-without-contact" },
  { "attempt=2026-10-01:-", "" },
  { "contact=2026-10-01:-", "contact-without-occupation" },
  { "contact=2026-10-01:unknown", "" },
  { "contacts=none", "no-contact" },
  { "contacts=none attempt=2026-10-01:-", "no-contact" },
  /* measures */
  { "measure=2026-09-01,-,-,-", "" },
  { "measure=2026-08-09,-,-,-", "measure-before-registration" },
  { "measure=2026-08-10,-,-,-", "" },
  { "deregistered=2026-10-01 reason=moved measure=2026-09-01,2026-10-02,completed,work",
    "measure-after-deregistration" },
  { "deregistered=2026-10-01 reason=moved measure=2026-10-02,2026-10-03,completed,work",
    "measure-after-deregistration" },
  { "deregistered=2026-10-01 reason=moved measure=2026-09-01,2026-10-01,completed,work", "" },
  { "measure=-,-,-,-", "measure-without-start" },
  { "measure=-,2026-10-01,completed,work", "measure-without-start" },
  { "measure=2026-09-02,2026-09-01,completed,work", "measure-ends-before-start" },
  { "measure=2026-09-01,2026-09-01,completed,work", "" },
  { "measure=2026-09-01,2026-10-01,-,work", "measure-end-without-reason" },
  { "measure=2026-09-01,2026-10-01,completed,-", "measure-end-without-occupation" },
  { "measure=2026-09-01,2026-10-01,-,-",
    "measure-end-without-reason measure-end-without-occupation" },
  { "measure=2026-09-01,-,completed,-", "measure-reason-without-end" },
  { "measure=2026-09-01,-,-,work", "measure-occupation-without-end" },
  { "deregistered=2026-10-01 reason=moved measure=2026-09-01,-,-,-",
    "open-measure-at-deregistration" },
  { "deregistered=2026-10-01 reason=moved measure=2026-10-02,-,-,-",
    "measure-after-deregistration" },
  { "measure=2026-08-09,-,-,- measure=-,-,-,-",
    "measure-before-registration measure-without-start" },
  /* where the youth lives */
  { "resident=no", "not-resident" },
  { "resident=unknown out=2026-08-12", "" },
  { "resident=yes", "" },
  { "resident=yes in=2026-08-10", "" },
  { "resident=yes in=2026-08-11", "not-resident" },
  { "registered=2026-02-01 resident=yes in=2026-07-01", "" },
  { "resident=yes out=2026-12-31", "" },
  { "resident=yes out=2026-12-30", "not-resident" },
  { "resident=yes out=2026-10-01 deregistered=2026-10-01 reason=moved", "" },
  { "resident=yes out=2026-09-30 deregistered=2026-10-01 reason=moved", "not-resident" },
};

static TjDate
read_date (const char *text)
{
  TjDate date = tj_date_parse (text);

  g_assert_true (date != TJ_DATE_NONE || g_str_equal (text, "-"));
  return date;
}

static int
read_code (const TjCodeList *list, const char *word)
{
  int value = -1;

  g_assert_true (g_str_equal (word, "-") || tj_code_parse (list, word, &value));
  return value;
}

static void
add_contact (Sample *sample, const char *value, gboolean is_reached)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", 2);
  TjScbContact *contact = &sample->contacts[sample->record.n_contacts++];

  contact->noted_on = read_date (parts[0]);
  contact->date = is_reached ? contact->noted_on : TJ_DATE_NONE;
  contact->occupation = read_code (&tj_occupations, parts[1]);
}

static void
add_measure (Sample *sample, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 4);
  TjScbMeasure *measure = &sample->measures[sample->record.n_measures++];

  measure->started_on = read_date (parts[0]);
  measure->ended_on = read_date (parts[1]);
  measure->reason = g_intern_string (g_str_equal (parts[2], "-") ? "" : parts[2]);
  measure->after = read_code (&tj_after_measures, parts[3]);
}

static void
apply (Sample *sample, const char *key, const char *value)
{
  TjScbRecord *record = &sample->record;

  if (g_str_equal (key, "number"))
    record->personal_number = g_intern_string (value);
  else if (g_str_equal (key, "kind"))
    record->number_kind = (TjNumberKind)read_code (&tj_number_kinds, value);
  else if (g_str_equal (key, "birth"))
    record->birth = read_date (value);
  else if (g_str_equal (key, "registered"))
    record->registered_on = read_date (value);
  else if (g_str_equal (key, "background"))
    record->background = read_code (&tj_backgrounds, value);
  else if (g_str_equal (key, "education"))
    record->latest_education = g_intern_string (value);
  else if (g_str_equal (key, "deregistered"))
    record->deregistered_on = read_date (value);
  else if (g_str_equal (key, "reason"))
    record->reason = read_code (&tj_deregistrations, value);
  else if (g_str_equal (key, "resident"))
    record->residence.is_on_list = (TjAnswer)read_code (&tj_answers, value);
  else if (g_str_equal (key, "in"))
    record->residence.moved_in = read_date (value);
  else if (g_str_equal (key, "out"))
    record->residence.moved_out = read_date (value);
  else if (g_str_equal (key, "knowledge"))
    record->knowledge.date = read_date (value);
  else if (g_str_equal (key, "today"))
    sample->today = read_date (value);
  else if (g_str_equal (key, "outside"))
    record->is_outside = TRUE;
  else if (g_str_equal (key, "contacts"))
    record->n_contacts = 0;
  else if (g_str_equal (key, "contact") || g_str_equal (key, "attempt"))
    add_contact (sample, value, g_str_equal (key, "contact"));
  else if (g_str_equal (key, "measure"))
    add_measure (sample, value);
  else
    g_error ("no such key: %s", key);
}

static void
fill (Sample *sample, const char *line)
{
  g_auto (GStrv) changes = g_strsplit (line, " ", -1);

  memset (sample, 0, sizeof *sample);
  sample->record = (TjScbRecord){ .youth_id = 1,
                                  .personal_number = "200805012382",
                                  .birth = tj_date_new (2008, 5, 1),
                                  .registered_on = tj_date_new (2026, 8, 10),
                                  .background = TJ_BACKGROUND_BREAK,
                                  .latest_education = "",
                                  .reason = -1,
                                  .contacts = sample->contacts,
                                  .measures = sample->measures };
  sample->today = tj_date_new (2027, 1, 31);
  add_contact (sample, "2026-09-02:none", TRUE);
  for (guint i = 0; changes[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (changes[i], "=", 2);

      if (pair[0] != NULL && pair[0][0] != '\0')
        apply (sample, pair[0], pair[1]);
    }
}

static const TjScbTerms *
get_terms (const Sample *sample)
{
  static TjScbTerms terms;

  terms = (TjScbTerms){ .half = { 2026, 2 },
                        .today = sample->today,
                        .earliest = tj_date_new (2015, 1, 1),
                        .youngest_months = 186,
                        .oldest_years = 20 };
  return &terms;
}

static char *
join_words (GArray *findings)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            tj_scb_rule_word (g_array_index (findings, TjScbFinding, i).rule));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_each_line_gives_its_findings_and_no_other (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sample sample;
      g_autoptr (GArray) findings = NULL;
      g_autofree char *words = NULL;

      fill (&sample, cases[i].line);
      findings = tj_scb_check (&sample.record, 1, get_terms (&sample));
      words = join_words (findings);
      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (words, ==, cases[i].findings);
    }
}

static gboolean
is_in_table (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].findings, " ", -1);

      if (g_strv_contains ((const char *const *)words, word))
        return TRUE;
    }
  return FALSE;
}

static void
test_every_rule_is_in_the_table (void)
{
  for (guint i = 0; i < tj_scb_rules_count (); i++)
    {
      const TjScbRule *rule = tj_scb_rules_get (i);
      const char *word = tj_scb_rule_word (rule);

      if (!g_str_equal (word, "registered-twice") && !g_str_equal (word, "missing-now"))
        g_assert_true (is_in_table (word));
      g_assert_cmpstr (tj_scb_rule_text (rule), !=, "");
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (tj_scb_rule_word (tj_scb_rules_get (k)), !=, word);
    }
}

static void
test_a_finding_says_where_it_is (void)
{
  Sample sample;
  g_autoptr (GArray) findings = NULL;
  const TjScbFinding *finding;

  fill (&sample, "measure=2026-09-02,2026-09-01,completed,work");
  sample.measures[0].id = 77;
  findings = tj_scb_check (&sample.record, 1, get_terms (&sample));
  g_assert_cmpuint (findings->len, ==, 1);
  finding = &g_array_index (findings, TjScbFinding, 0);
  g_assert_cmpstr (finding->field, ==, tj_scb_field_word (TJ_SCB_MEASURE_ENDED_ON));
  g_assert_cmpint (finding->row_id, ==, 77);
  g_assert_cmpint (finding->youth_id, ==, 1);
  g_assert_cmpuint (finding->date, ==, tj_date_new (2026, 9, 2));
  g_assert_cmpint (finding->record, ==, 0);
}

static void
test_one_person_twice_on_a_day_is_an_error (void)
{
  Sample samples[3];
  TjScbRecord records[3];
  g_autoptr (GArray) findings = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 3; i++)
    {
      fill (&samples[i], "");
      records[i] = samples[i].record;
      records[i].person = i % 2;
    }
  findings = tj_scb_check (records, 3, get_terms (&samples[0]));
  words = join_words (findings);
  g_assert_cmpstr (words, ==, "registered-twice");
  g_assert_cmpint (g_array_index (findings, TjScbFinding, 0).record, ==, 2);
}

static void
test_again_on_another_day_is_none (void)
{
  Sample samples[2];
  TjScbRecord records[2];
  g_autoptr (GArray) findings = NULL;

  fill (&samples[0], "registered=2026-07-01 deregistered=2026-08-09 reason=introduction "
                     "contacts=none contact=2026-07-02:work");
  fill (&samples[1], "");
  records[0] = samples[0].record;
  records[1] = samples[1].record;
  findings = tj_scb_check (records, 2, get_terms (&samples[0]));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_who_was_reported_and_is_missing_is_warned_of (void)
{
  const TjScbReported reported[] = { { 1, "200805012382", TRUE }, { 2, "200805012382", FALSE } };
  g_autoptr (GArray) findings = g_array_new (FALSE, TRUE, sizeof (TjScbFinding));
  const TjScbFinding *finding;

  tj_scb_check_missing (reported, G_N_ELEMENTS (reported), findings);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = &g_array_index (findings, TjScbFinding, 0);
  g_assert_cmpstr (tj_scb_rule_word (finding->rule), ==, "missing-now");
  g_assert_cmpint (tj_scb_rule_severity (finding->rule), ==, TJ_SCB_WARNING);
  g_assert_cmpint (finding->youth_id, ==, 2);
  g_assert_cmpint (finding->record, ==, -1);
}

static void
test_errors_stand_before_warnings (void)
{
  Sample samples[2];
  TjScbRecord records[2];
  g_autoptr (GArray) findings = NULL;
  g_autofree char *words = NULL;

  fill (&samples[0], "contacts=none");
  fill (&samples[1], "background=unknown");
  records[0] = samples[0].record;
  records[1] = samples[1].record;
  records[1].person = 1;
  findings = tj_scb_check (records, 2, get_terms (&samples[0]));
  words = join_words (findings);
  g_assert_cmpstr (words, ==, "missing-block-1 no-contact");
}

static void
test_fields_and_lists_have_words_and_labels (void)
{
  for (guint i = 0; i < TJ_SCB_N_FIELDS; i++)
    {
      TjScbField field = TJ_SCB_N_FIELDS;
      const char *list = tj_scb_field_list ((TjScbField)i);

      g_assert_true (tj_scb_field_parse (tj_scb_field_word ((TjScbField)i), &field));
      g_assert_cmpuint (field, ==, i);
      g_assert_nonnull (tj_scb_field_label (field));
      g_assert_true ((tj_scb_field_kind (field) == TJ_SCB_KIND_CODE) == (list != NULL));
      g_assert_true (list == NULL || tj_scb_list_is_known (list));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scb-check/each-line-gives-its-findings-and-no-other",
                   test_each_line_gives_its_findings_and_no_other);
  g_test_add_func ("/scb-check/every-rule-is-in-the-table", test_every_rule_is_in_the_table);
  g_test_add_func ("/scb-check/a-finding-says-where-it-is", test_a_finding_says_where_it_is);
  g_test_add_func ("/scb-check/one-person-twice-on-a-day-is-an-error",
                   test_one_person_twice_on_a_day_is_an_error);
  g_test_add_func ("/scb-check/again-on-another-day-is-none", test_again_on_another_day_is_none);
  g_test_add_func ("/scb-check/who-was-reported-and-is-missing-is-warned-of",
                   test_who_was_reported_and_is_missing_is_warned_of);
  g_test_add_func ("/scb-check/errors-stand-before-warnings", test_errors_stand_before_warnings);
  g_test_add_func ("/scb-check/fields-and-lists-have-words-and-labels",
                   test_fields_and_lists_have_words_and_labels);
  return g_test_run ();
}

/* The findings of a reconciliation, each on pupils made for it: one that has it and the nearest
 * one that has not. */

#include "config.h"

#include "tj-finding.h"

#define VASTERHOJD "Gymnasium Skövde Västerhöjd"
#define NTI "NTI Gymnasiet Skövde"
#define SKOVDE "Skövde kommun"
#define BRAHE "Per Brahegymnasiet"

#define MONTH_TE 1015800

static const TjPrice prices[] = {
  { .programme = "TE", .year_ore = 12190000 },
  { .programme = "BA", .year_ore = 16170000 },
};

static TjIkeRules
november (void)
{
  return (TjIkeRules){ .month = tj_date_new (2026, 11, 1),
                       .since = tj_date_new (2026, 10, 20),
                       .count = TJ_IKE_READING_DATE,
                       .reading_day = 15,
                       .tolerance_ore = 100,
                       .prices = prices,
                       .n_prices = G_N_ELEMENTS (prices) };
}

static TjIkeEnrolment
technology (void)
{
  return (TjIkeEnrolment){ .school = VASTERHOJD,
                           .organiser = SKOVDE,
                           .programme = "TE",
                           .year = 2,
                           .starts_on = tj_date_new (2025, 8, 18),
                           .in_area = TRUE };
}

static TjIkeLine
bill (void)
{
  return (TjIkeLine){
    .school = VASTERHOJD, .organiser = SKOVDE, .programme = "TE", .amount_ore = MONTH_TE
  };
}

/* The findings for one pupil beside another of the same school, who is in order. */
static GArray *
find (TjIkePupil pupil)
{
  static TjIkeEnrolment other_enrolment;
  static TjIkeLine other_line;
  TjIkePupil pupils[2] = { pupil };
  TjIkeRules rules = november ();

  other_enrolment = technology ();
  other_line = bill ();
  pupils[1] = (TjIkePupil){
    .enrolments = &other_enrolment, .n_enrolments = 1, .lines = &other_line, .n_lines = 1
  };
  return tj_reconcile (pupils, G_N_ELEMENTS (pupils), &rules);
}

static void
assert_finds_nothing (TjIkePupil pupil)
{
  g_autoptr (GArray) findings = find (pupil);

  g_assert_cmpuint (findings->len, ==, 0);
}

static TjFinding
assert_finds (TjIkePupil pupil, TjFindingKind kind)
{
  g_autoptr (GArray) findings = find (pupil);
  guint i;

  for (i = 0; i < findings->len; i++)
    {
      TjFinding finding = g_array_index (findings, TjFinding, i);

      g_assert_cmpuint (finding.pupil, ==, 0);
      if (finding.kind == kind)
        return finding;
    }
  g_error ("not found: %s", tj_code_word (&tj_finding_kinds, (int)kind));
}

static void
assert_finds_only (TjIkePupil pupil, TjFindingKind kind, gint64 amount_ore, TjDecision proposal)
{
  g_autoptr (GArray) findings = find (pupil);
  TjFinding finding = assert_finds (pupil, kind);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (finding.amount_ore, ==, amount_ore);
  g_assert_cmpint (finding.proposal, ==, proposal);
}

static void
test_a_pupil_in_order_is_no_finding (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();

  assert_finds_nothing (
      (TjIkePupil){ .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 });
}

static void
test_a_break_is_told_once (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .is_listed = TRUE };

  enrolment.ends_in_break = TRUE;
  enrolment.ends_on = tj_date_new (2026, 10, 20);
  assert_finds_only (pupil, TJ_FINDING_BREAK, 0, TJ_DECISION_STAYS);
  enrolment.ends_on = tj_date_new (2026, 10, 19);
  assert_finds_nothing (pupil);
  enrolment.ends_on = tj_date_new (2026, 10, 20);
  enrolment.ends_in_break = FALSE;
  assert_finds_nothing (pupil);
}

static void
test_a_break_that_is_on_no_list_is_to_be_registered (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1 };

  enrolment.ends_in_break = TRUE;
  enrolment.ends_on = tj_date_new (2026, 11, 2);
  assert_finds_only (pupil, TJ_FINDING_BREAK, 0, TJ_DECISION_REGISTER);
}

static void
test_changes_are_from_the_last_month (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeEnrolment before = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = {
    .enrolments = &enrolment, .n_enrolments = 1, .before = &before, .lines = &line, .n_lines = 1
  };

  assert_finds_nothing (pupil);
  before.school = NTI;
  assert_finds_only (pupil, TJ_FINDING_SCHOOL_CHANGE, 0, TJ_DECISION_NOTED);
  before.school = VASTERHOJD;
  before.programme = "EE";
  assert_finds_only (pupil, TJ_FINDING_PROGRAMME_CHANGE, 0, TJ_DECISION_NOTED);
  before.programme = "TE25";
  assert_finds_nothing (pupil);
}

static void
test_a_reduced_programme_is_asked_about (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  enrolment.is_reduced = TRUE;
  assert_finds_only (pupil, TJ_FINDING_REDUCED, 0, TJ_DECISION_ASK_SCHOOL);
}

static void
test_a_fourth_year_costs_unless_it_is_agreed_on (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  enrolment.year = 4;
  assert_finds_only (pupil, TJ_FINDING_FOURTH_YEAR, MONTH_TE, TJ_DECISION_AGREE_PROLONGED);
  enrolment.year = 3;
  enrolment.is_prolonged = TRUE;
  assert_finds_only (pupil, TJ_FINDING_FOURTH_YEAR, MONTH_TE, TJ_DECISION_AGREE_PROLONGED);
  enrolment.has_agreement = TRUE;
  assert_finds_only (pupil, TJ_FINDING_FOURTH_YEAR, 0, TJ_DECISION_NOTED);
}

static void
test_one_attends_outside_the_area (void)
{
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .is_listed = TRUE, .lines = &line, .n_lines = 1 };
  TjFinding finding;

  line.school = BRAHE;
  finding = assert_finds (pupil, TJ_FINDING_OUTSIDE_AREA);
  g_assert_cmpint (finding.proposal, ==, TJ_DECISION_LEAVE_KAA);
  finding = assert_finds (pupil, TJ_FINDING_INVOICED_BUT_LISTED);
  g_assert_cmpint (finding.amount_ore, ==, MONTH_TE);
  pupil.is_listed = FALSE;
  assert_finds_nothing (pupil);
}

static void
test_one_on_the_list_is_invoiced_from_within_the_area (void)
{
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .is_listed = TRUE, .lines = &line, .n_lines = 1 };

  assert_finds_only (pupil, TJ_FINDING_INVOICED_BUT_LISTED, MONTH_TE, TJ_DECISION_LEAVE_KAA);
}

static void
test_one_on_the_list_studies_as_an_adult (void)
{
  assert_finds_only ((TjIkePupil){ .is_listed = TRUE, .is_at_vux = TRUE }, TJ_FINDING_VUX, 0,
                     TJ_DECISION_LEAVE_KAA);
  assert_finds_nothing ((TjIkePupil){ .is_at_vux = TRUE });
}

static void
test_an_invoice_after_the_end_is_contested (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = {
    .is_listed = TRUE, .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1
  };

  enrolment.ends_in_break = TRUE;
  enrolment.ends_on = tj_date_new (2026, 10, 12);
  assert_finds_only (pupil, TJ_FINDING_INVOICED_AFTER_BREAK, MONTH_TE, TJ_DECISION_CONTEST);
}

static void
test_an_end_after_the_reading_date_is_paid_for (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  enrolment.ends_on = tj_date_new (2026, 11, 15);
  assert_finds_nothing (pupil);
  enrolment.ends_on = tj_date_new (2026, 11, 14);
  assert_finds_only (pupil, TJ_FINDING_INVOICED_AFTER_BREAK, MONTH_TE, TJ_DECISION_CONTEST);
}

static void
test_two_schools_invoice_one_pupil (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine lines[2] = { bill (), bill () };
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = lines, .n_lines = 2 };
  TjFinding finding;

  lines[0].school = NTI;
  assert_finds_only (pupil, TJ_FINDING_INVOICED_TWICE, MONTH_TE, TJ_DECISION_CONTEST);
  finding = assert_finds (pupil, TJ_FINDING_INVOICED_TWICE);
  g_assert_cmpint (finding.line, ==, 0);
}

static void
test_a_credited_line_is_not_invoiced (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine lines[3] = { bill (), bill (), bill () };
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = lines, .n_lines = 3 };

  lines[1].amount_ore = -MONTH_TE;
  assert_finds_nothing (pupil);
  lines[1].amount_ore = MONTH_TE;
  g_assert_cmpint (assert_finds (pupil, TJ_FINDING_INVOICED_TWICE).line, ==, 1);
}

static void
test_another_school_invoices (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  line.school = NTI;
  assert_finds_only (pupil, TJ_FINDING_INVOICED_ELSEWHERE, MONTH_TE, TJ_DECISION_CONTEST);
  line.school = "GYMNASIUM SKÖVDE VÄSTERHÖJD ";
  assert_finds_nothing (pupil);
}

static void
test_another_programme_is_invoiced (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  line.programme = "BA";
  line.amount_ore = 1347500;
  assert_finds_only (pupil, TJ_FINDING_WRONG_PROGRAMME, 1347500 - MONTH_TE, TJ_DECISION_CONTEST);
}

static void
test_another_amount_is_invoiced (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 };

  line.amount_ore = MONTH_TE + 100;
  assert_finds_nothing (pupil);
  line.amount_ore = MONTH_TE + 101;
  assert_finds_only (pupil, TJ_FINDING_WRONG_AMOUNT, 101, TJ_DECISION_CONTEST);
  line.amount_ore = MONTH_TE - 20000;
  assert_finds_only (pupil, TJ_FINDING_WRONG_AMOUNT, -20000, TJ_DECISION_CONTEST);
}

/* BA costs more for who began after June 2025, which is not known of one whom no list has. */
static void
test_a_school_on_no_list_is_held_against_the_older_price (void)
{
  static const TjPrice dated[] = {
    { .programme = "TE", .year_ore = 12190000 },
    { .programme = "TE", .begun_from = 739433, .year_ore = 13190000 }, /* 2025-07-01 */
  };
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .lines = &line, .n_lines = 1 };
  TjIkeRules rules = november ();
  g_autoptr (GArray) findings = NULL;

  g_assert_cmpuint (dated[1].begun_from, ==, tj_date_new (2025, 7, 1));
  rules.prices = dated;
  findings = tj_reconcile (&pupil, 1, &rules);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_an_unknown_price_judges_nothing (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();

  enrolment.programme = line.programme = "IMA";
  assert_finds_nothing (
      (TjIkePupil){ .enrolments = &enrolment, .n_enrolments = 1, .lines = &line, .n_lines = 1 });
}

static void
test_an_organiser_that_invoices_forgot_a_pupil (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkePupil pupil = { .enrolments = &enrolment, .n_enrolments = 1 };

  assert_finds_only (pupil, TJ_FINDING_NOT_INVOICED, -MONTH_TE, TJ_DECISION_ASK_SCHOOL);
  enrolment.ends_on = tj_date_new (2026, 11, 15);
  assert_finds_nothing (pupil);
  enrolment.ends_on = tj_date_new (2026, 12, 1);
  assert_finds_only (pupil, TJ_FINDING_NOT_INVOICED, -MONTH_TE, TJ_DECISION_ASK_SCHOOL);
  enrolment.organiser = "Tibro kommun";
  assert_finds_nothing (pupil);
}

static void
test_nobody_sees_a_youth (void)
{
  TjIkePupil pupil = { .in_target_group = TRUE };
  TjIkeLine line = bill ();

  assert_finds_only (pupil, TJ_FINDING_NOBODY_SEES, 0, TJ_DECISION_REGISTER);
  pupil.is_listed = TRUE;
  assert_finds_nothing (pupil);
  pupil.is_listed = FALSE;
  pupil.lines = &line;
  pupil.n_lines = 1;
  assert_finds_nothing (pupil);
}

static void
test_days_and_summer_are_counted_as_agreed (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeRules rules = november ();

  g_assert_cmpint (tj_ike_enrolment_due (&rules, &enrolment), ==, MONTH_TE);
  enrolment.ends_on = tj_date_new (2026, 11, 10);
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &enrolment), ==, 0);
  rules.count = TJ_IKE_PER_DAY;
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &enrolment), ==, MONTH_TE * 10 / 30);

  rules.month = tj_date_new (2026, 7, 1);
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &enrolment), ==, MONTH_TE);
  rules.defers_summer = TRUE;
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &enrolment), ==, 0);
}

static void
test_evidence_is_a_sentence_without_a_name (void)
{
  TjIkeEnrolment enrolment = technology ();
  TjIkeLine line = bill ();
  TjIkePupil pupil = { .personal_number = "200701012392",
                       .enrolments = &enrolment,
                       .n_enrolments = 1,
                       .lines = &line,
                       .n_lines = 1 };
  TjIkeRules rules = november ();
  TjFinding finding;
  g_autofree char *text = NULL;

  enrolment.ends_on = tj_date_new (2026, 10, 12);
  finding = assert_finds (pupil, TJ_FINDING_INVOICED_AFTER_BREAK);
  text = tj_finding_describe (&finding, &pupil, &rules);
  g_assert_cmpstr (text, ==, VASTERHOJD " invoiced 2026-11, the studies ended 2026-10-12");
}

#define TEST(name, function) g_test_add_func ("/core/finding/" name, function)

static void
test_a_deferred_summer_is_due_in_september (void)
{
  TjIkeRules rules = november ();
  TjIkeEnrolment stays = technology ();
  TjIkeEnrolment begins = technology ();

  begins.starts_on = tj_date_new (2026, 8, 18);
  rules.defers_summer = TRUE;
  rules.month = tj_date_new (2026, 8, 1);
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &stays), ==, 0);
  rules.month = tj_date_new (2026, 9, 1);
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &stays), ==, 3 * MONTH_TE);
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &begins), ==, MONTH_TE);
  rules.defers_summer = FALSE;
  g_assert_cmpint (tj_ike_enrolment_due (&rules, &stays), ==, MONTH_TE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("a-pupil-in-order-is-no-finding", test_a_pupil_in_order_is_no_finding);
  TEST ("a-break-is-told-once", test_a_break_is_told_once);
  TEST ("a-break-that-is-on-no-list-is-to-be-registered",
        test_a_break_that_is_on_no_list_is_to_be_registered);
  TEST ("changes-are-from-the-last-month", test_changes_are_from_the_last_month);
  TEST ("a-reduced-programme-is-asked-about", test_a_reduced_programme_is_asked_about);
  TEST ("a-fourth-year-costs-unless-it-is-agreed-on",
        test_a_fourth_year_costs_unless_it_is_agreed_on);
  TEST ("one-attends-outside-the-area", test_one_attends_outside_the_area);
  TEST ("one-on-the-list-is-invoiced-from-within-the-area",
        test_one_on_the_list_is_invoiced_from_within_the_area);
  TEST ("one-on-the-list-studies-as-an-adult", test_one_on_the_list_studies_as_an_adult);
  TEST ("an-invoice-after-the-end-is-contested", test_an_invoice_after_the_end_is_contested);
  TEST ("an-end-after-the-reading-date-is-paid-for",
        test_an_end_after_the_reading_date_is_paid_for);
  TEST ("two-schools-invoice-one-pupil", test_two_schools_invoice_one_pupil);
  TEST ("a-credited-line-is-not-invoiced", test_a_credited_line_is_not_invoiced);
  TEST ("another-school-invoices", test_another_school_invoices);
  TEST ("another-programme-is-invoiced", test_another_programme_is_invoiced);
  TEST ("another-amount-is-invoiced", test_another_amount_is_invoiced);
  TEST ("a-school-on-no-list-is-held-against-the-older-price",
        test_a_school_on_no_list_is_held_against_the_older_price);
  TEST ("an-unknown-price-judges-nothing", test_an_unknown_price_judges_nothing);
  TEST ("an-organiser-that-invoices-forgot-a-pupil",
        test_an_organiser_that_invoices_forgot_a_pupil);
  TEST ("nobody-sees-a-youth", test_nobody_sees_a_youth);
  TEST ("days-and-summer-are-counted-as-agreed", test_days_and_summer_are_counted_as_agreed);
  TEST ("evidence-is-a-sentence-without-a-name", test_evidence_is_a_sentence_without_a_name);
  TEST ("a-deferred-summer-is-due-in-september", test_a_deferred_summer_is_due_in_september);
  return g_test_run ();
}

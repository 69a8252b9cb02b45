/* What lists write for codes, amounts and months. */

#include "config.h"

#include "tj-import-terms.h"

static void
assert_amount (const char *text, gint64 expected)
{
  gint64 ore = -1;

  g_test_message ("%s", text);
  g_assert_true (tj_term_read_amount (text, &ore));
  g_assert_cmpint (ore, ==, expected);
}

static void
test_amounts (void)
{
  static const char *const bad[] = { "", "kr", "12 kr 50", "1,2E+05", "abc", "--5", "12392:50x" };

  assert_amount ("12392,00", 1239200);
  assert_amount ("12392.5", 1239250);
  assert_amount ("12 392 kr", 1239200);
  assert_amount ("12.392,50 SEK", 1239250);
  assert_amount ("12,392.50", 1239250);
  assert_amount ("12.392", 1239200);
  assert_amount ("1.234.567", 123456700);
  assert_amount ("-500", -50000);
  assert_amount ("−500,25", -50025);
  assert_amount ("0", 0);
  assert_amount ("250:-", 25000);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 ore = -7;

      g_assert_false (tj_term_read_amount (bad[i], &ore));
      g_assert_cmpint (ore, ==, -7);
    }
}

static void
test_months (void)
{
  static const char *const november[]
      = { "2026-11",  "202611",     "11/2026",  "2026/11", "november 2026",
          "Nov 2026", "2026-11-18", "20261101", "46344",   "2026-11-01 00:00" };
  static const char *const none[] = { "", "2026", "13/2026", "2026-13", "hösten", "november" };

  for (gsize i = 0; i < G_N_ELEMENTS (november); i++)
    {
      g_test_message ("%s", november[i]);
      g_assert_cmpuint (tj_term_read_month (november[i]), ==, tj_date_new (2026, 11, 1));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpuint (tj_term_read_month (none[i]), ==, TJ_DATE_NONE);
}

static void
test_answers (void)
{
  g_assert_cmpint (tj_term_read_answer ("Ja"), ==, TJ_ANSWER_YES);
  g_assert_cmpint (tj_term_read_answer ("x"), ==, TJ_ANSWER_YES);
  g_assert_cmpint (tj_term_read_answer ("4:e året"), ==, TJ_ANSWER_YES);
  g_assert_cmpint (tj_term_read_answer ("NEJ"), ==, TJ_ANSWER_NO);
  g_assert_cmpint (tj_term_read_answer ("0"), ==, TJ_ANSWER_NO);
  g_assert_cmpint (tj_term_read_answer ("Ej reducerat"), ==, TJ_ANSWER_NO);
  g_assert_cmpint (tj_term_read_answer (""), ==, TJ_ANSWER_UNKNOWN);
}

static void
test_the_word_that_says_more_counts (void)
{
  g_assert_cmpint (tj_term_read_admission ("Ej antagen"), ==, TJ_ADMISSION_NO_PLACE);
  g_assert_cmpint (tj_term_read_admission ("Antagen"), ==, TJ_ADMISSION_ADMITTED);
  g_assert_cmpint (tj_term_read_admission ("Tackat nej"), ==, TJ_ADMISSION_DECLINED);
  g_assert_cmpint (tj_term_read_admission ("Ej sökt"), ==, TJ_ADMISSION_NO_CHOICE);
  g_assert_cmpint (tj_term_read_admission ("Reservplats 3"), ==, TJ_ADMISSION_RESERVE);
  g_assert_cmpint (tj_term_read_admission ("?"), ==, -1);
  g_assert_cmpint (tj_term_read_study_state ("Ej påbörjad"), ==, TJ_STUDY_STATE_PLANNED);
  g_assert_cmpint (tj_term_read_study_state ("Påbörjad"), ==, TJ_STUDY_STATE_ONGOING);
  g_assert_cmpint (tj_term_read_enrolment_end ("Avslutat utan examen"), ==,
                   TJ_ENROLMENT_END_STUDIEBEVIS);
  g_assert_cmpint (tj_term_read_enrolment_end ("Gymnasieexamen"), ==, TJ_ENROLMENT_END_DEGREE);
  g_assert_cmpint (tj_term_read_enrolment_end ("Gymnasiebevis"), ==,
                   TJ_ENROLMENT_END_SPECIAL_CERTIFICATE);
  g_assert_cmpint (tj_term_read_enrolment_end (""), ==, -1);
  g_assert_cmpint (tj_term_read_enrolment_end ("Okänt skäl"), ==, TJ_ENROLMENT_END_OTHER);
}

static void
test_reports (void)
{
  static const struct
  {
    const char *text;
    int category;
  } rows[] = {
    { "Uteblivit vid terminsstart", TJ_REPORT_NEVER_CAME },
    { "Avbrott anmält av elev", TJ_REPORT_BREAK },
    { "Frånvaro mer än en månad i följd", TJ_REPORT_MONTH_ABSENT },
    { "Betydande ogiltig frånvaro, utredning", TJ_REPORT_ABSENCE },
    { "Byter utbildning", TJ_REPORT_CHANGE },
    { "Reviderad studieplan, reducerat program", TJ_REPORT_REDUCED },
    { "Befaras ej uppnå examen", TJ_REPORT_DEGREE_AT_RISK },
    { "Befaras inte bli klar inom tre år", TJ_REPORT_PROLONGED },
    { "Övrigt", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (tj_term_read_report_category (rows[i].text), ==, rows[i].category);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/terms/amounts-in-any-spelling", test_amounts);
  g_test_add_func ("/exchange/terms/months-in-any-spelling", test_months);
  g_test_add_func ("/exchange/terms/a-mark-means-yes", test_answers);
  g_test_add_func ("/exchange/terms/the-word-that-says-more-counts",
                   test_the_word_that_says_more_counts);
  g_test_add_func ("/exchange/terms/reports-have-their-categories", test_reports);
  return g_test_run ();
}

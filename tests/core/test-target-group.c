/* The six conditions of 29 kap. 9 § skollagen, and where our answer and IST's list part. */

#include "config.h"

#include "tj-target-group.h"

#define ANSWER(n) (result.conditions[(n)-1].answer)
#define SOURCE(n) (result.conditions[(n)-1].source)

/* A youth of 18 who lives here, in November 2026. */
typedef struct
{
  TjTargetPerson person;
  TjTargetSources sources;
} Case;

static void
set_up (Case *self, gconstpointer unused)
{
  self->person = (TjTargetPerson){ .birth = tj_date_new (2008, 3, 5), .lives_here = TJ_ANSWER_YES };
  self->sources = (TjTargetSources){ .today = tj_date_new (2026, 11, 18),
                                     .has_enrolments = TRUE,
                                     .in_area = g_hash_table_new (g_str_hash, g_str_equal) };
  g_hash_table_add (self->sources.in_area, (gpointer) "Västra skolan");
  g_hash_table_add (self->sources.in_area, (gpointer) "Skövde kommun");
}

static void
tear_down (Case *self, gconstpointer unused)
{
  g_hash_table_unref (self->sources.in_area);
}

static TjTargetResult
judge (Case *self)
{
  TjTargetResult result;

  tj_target_group_judge (&self->person, &self->sources, &result);
  return result;
}

static void
test_nobody_sees (Case *self, gconstpointer unused)
{
  TjTargetResult result = judge (self);

  for (guint n = 1; n <= TJ_TARGET_CONDITIONS; n++)
    g_assert_cmpint (ANSWER (n), ==, TJ_ANSWER_YES);
  g_assert_cmpint (SOURCE (1), ==, TJ_BASIS_NUMBER);
  g_assert_cmpint (SOURCE (3), ==, TJ_BASIS_ENROLMENTS);
  g_assert_true (result.in_target_group);
  g_assert_cmpstr (tj_target_finding_word (result.finding), ==, "nobody-sees");
  self->person.is_registered = TRUE;
  result = judge (self);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_ONLY_OURS);
  self->person.in_ist = TRUE;
  result = judge (self);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_AGREES);
  g_assert_null (tj_target_finding_word (result.finding));
}

static void
test_the_population_alone_makes_nobody_a_member (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->sources.has_enrolments = FALSE;
  result = judge (self);
  g_assert_cmpint (ANSWER (3), ==, TJ_ANSWER_UNKNOWN);
  g_assert_false (result.in_target_group);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_AGREES);
  self->person.in_ist = TRUE;
  result = judge (self);
  g_assert_cmpint (ANSWER (3), ==, TJ_ANSWER_YES);
  g_assert_cmpint (SOURCE (3), ==, TJ_BASIS_IST);
  g_assert_true (result.in_target_group);
}

static void
test_the_day_of_twenty_ends_it (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.birth = tj_date_new (2006, 11, 19);
  result = judge (self);
  g_assert_true (result.in_target_group);
  self->person.birth = tj_date_new (2006, 11, 18);
  result = judge (self);
  g_assert_cmpint (ANSWER (1), ==, TJ_ANSWER_NO);
  g_assert_false (result.in_target_group);
  g_assert_cmpstr (tj_target_finding_word (result.finding), ==, "over20");
}

static void
test_compulsory_school_ends_in_the_year_of_sixteen (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.birth = tj_date_new (2010, 12, 31);
  self->sources.today = tj_date_new (2026, 6, 30);
  result = judge (self);
  g_assert_cmpint (ANSWER (2), ==, TJ_ANSWER_NO);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_AGREES);
  self->sources.today = tj_date_new (2026, 7, 1);
  result = judge (self);
  g_assert_cmpint (ANSWER (2), ==, TJ_ANSWER_YES);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_NOBODY_SEES);
}

static void
test_a_number_without_birth_leaves_it_unknown (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.birth = TJ_DATE_NONE;
  result = judge (self);
  g_assert_cmpint (ANSWER (1), ==, TJ_ANSWER_UNKNOWN);
  g_assert_cmpint (ANSWER (2), ==, TJ_ANSWER_UNKNOWN);
  g_assert_true (result.in_target_group);
}

static void
test_who_attends_is_outside (Case *self, gconstpointer unused)
{
  TjTargetEnrolment enrolment
      = { "Västra skolan", "Skövde kommun", tj_date_new (2026, 8, 18), TJ_DATE_NONE, -1,
          TJ_ANSWER_YES };
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.enrolments = &enrolment;
  self->person.n_enrolments = 1;
  result = judge (self);
  g_assert_cmpint (ANSWER (3), ==, TJ_ANSWER_NO);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_ENROLLED);
  g_assert_cmpstr (result.school, ==, "Västra skolan");
  enrolment.in_area = TJ_ANSWER_NO;
  result = judge (self);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_OUTSIDE_AREA);
  /* To begin, or to have left, is not to attend. */
  enrolment.starts_on = tj_date_new (2027, 1, 10);
  result = judge (self);
  g_assert_cmpint (ANSWER (3), ==, TJ_ANSWER_YES);
  enrolment.starts_on = tj_date_new (2025, 8, 18);
  enrolment.ends_on = self->sources.today;
  result = judge (self);
  g_assert_true (result.in_target_group);
  enrolment.ends_on = self->sources.today + 1;
  result = judge (self);
  g_assert_false (result.in_target_group);
}

static void
test_an_invoice_tells_where_somebody_attends (Case *self, gconstpointer unused)
{
  TjTargetInvoice invoice
      = { "Per Brahegymnasiet", "Jönköpings kommun", tj_date_new (2026, 11, 1) };
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.invoices = &invoice;
  self->person.n_invoices = 1;
  result = judge (self);
  g_assert_cmpint (SOURCE (3), ==, TJ_BASIS_INVOICES);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_OUTSIDE_AREA);
  g_assert_cmpstr (result.school, ==, "Per Brahegymnasiet");
  invoice.organiser = "Skövde kommun";
  result = judge (self);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_INVOICED);
  /* One of the spring says nothing of the autumn. */
  invoice.month = tj_date_new (2026, 8, 1);
  result = judge (self);
  g_assert_true (result.in_target_group);
  invoice.month = tj_date_new (2026, 9, 1);
  result = judge (self);
  g_assert_false (result.in_target_group);
}

static void
test_an_invoice_after_a_break_says_nothing (Case *self, gconstpointer unused)
{
  TjTargetEnrolment enrolment
      = { "Västra skolan",           "Skövde kommun",        tj_date_new (2024, 8, 18),
          tj_date_new (2026, 10, 9), TJ_ENROLMENT_END_BREAK, TJ_ANSWER_YES };
  TjTargetInvoice invoice = { "Västra skolan", "Skövde kommun", tj_date_new (2026, 11, 1) };
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.enrolments = &enrolment;
  self->person.n_enrolments = 1;
  self->person.invoices = &invoice;
  self->person.n_invoices = 1;
  result = judge (self);
  g_assert_true (result.in_target_group);
  g_assert_cmpint (SOURCE (3), ==, TJ_BASIS_ENROLMENTS);
  /* Another school's is not the old one's mistake. */
  invoice
      = (TjTargetInvoice){ "Per Brahegymnasiet", "Jönköpings kommun", tj_date_new (2026, 11, 1) };
  result = judge (self);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_OUTSIDE_AREA);
}

static void
test_adult_education_is_outside (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.studies_at_vux = TRUE;
  result = judge (self);
  g_assert_cmpint (SOURCE (3), ==, TJ_BASIS_VUX);
  g_assert_cmpstr (tj_target_finding_word (result.finding), ==, "vux");
}

static void
test_degrees_end_it_and_studiebevis_does_not (Case *self, gconstpointer unused)
{
  static const struct
  {
    TjCertificateKind kind;
    guint condition;
    const char *finding;
  } rows[] = {
    { TJ_CERTIFICATE_DEGREE, 4, "degree" },
    { TJ_CERTIFICATE_IB_DIPLOMA, 4, "ib" },
    { TJ_CERTIFICATE_SPECIAL, 5, "special-certificate" },
    { TJ_CERTIFICATE_EQUIVALENT, 6, "equivalent" },
    { TJ_CERTIFICATE_STUDIEBEVIS, 0, NULL },
    { TJ_CERTIFICATE_INTYG, 0, NULL },
    { TJ_CERTIFICATE_IB_WITHOUT_DIPLOMA, 0, NULL },
  };

  self->person.in_ist = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TjTargetResult result;

      self->person.certificates = 1u << rows[i].kind;
      result = judge (self);
      g_assert_cmpstr (tj_target_finding_word (result.finding), ==, rows[i].finding);
      g_assert_cmpint (result.in_target_group, ==, rows[i].condition == 0);
      for (guint n = 4; n <= 6; n++)
        {
          g_assert_cmpint (ANSWER (n), ==, n == rows[i].condition ? TJ_ANSWER_NO : TJ_ANSWER_YES);
          g_assert_cmpint (SOURCE (n), ==, TJ_BASIS_CERTIFICATES);
        }
    }
}

static void
test_a_degree_of_the_list_of_enrolments_counts (Case *self, gconstpointer unused)
{
  TjTargetEnrolment enrolment
      = { "Västra skolan",           "Skövde kommun",         tj_date_new (2023, 8, 18),
          tj_date_new (2026, 6, 11), TJ_ENROLMENT_END_DEGREE, TJ_ANSWER_YES };
  TjTargetResult result;

  self->person.enrolments = &enrolment;
  self->person.n_enrolments = 1;
  result = judge (self);
  g_assert_cmpint (ANSWER (4), ==, TJ_ANSWER_NO);
  g_assert_cmpint (SOURCE (4), ==, TJ_BASIS_ENROLMENTS);
  g_assert_false (result.in_target_group);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_AGREES);
}

static void
test_one_who_moved_in_may_have_a_degree (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.moved_in = tj_date_new (2026, 10, 3);
  result = judge (self);
  g_assert_cmpint (ANSWER (4), ==, TJ_ANSWER_UNKNOWN);
  g_assert_cmpint (SOURCE (4), ==, TJ_BASIS_POPULATION);
  /* To be looked for all the same. */
  g_assert_true (result.in_target_group);
}

static void
test_one_who_lives_elsewhere_is_another_s (Case *self, gconstpointer unused)
{
  TjTargetResult result;

  self->person.in_ist = TRUE;
  self->person.lives_here = TJ_ANSWER_NO;
  result = judge (self);
  g_assert_false (result.in_target_group);
  g_assert_cmpint (result.finding, ==, TJ_TARGET_MOVED);
  self->person.lives_here = TJ_ANSWER_UNKNOWN;
  result = judge (self);
  g_assert_true (result.in_target_group);
}

static void
test_every_finding_has_words (void)
{
  for (int finding = 1; finding < TJ_N_TARGET_FINDINGS; finding++)
    {
      g_assert_nonnull (tj_target_finding_word ((TjTargetFinding)finding));
      g_assert_nonnull (tj_target_finding_label ((TjTargetFinding)finding));
    }
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/target-group/nobody-sees-one-on-no-list", test_nobody_sees);
  ADD ("/core/target-group/the-population-alone-makes-nobody-a-member",
       test_the_population_alone_makes_nobody_a_member);
  ADD ("/core/target-group/the-day-of-twenty-ends-it", test_the_day_of_twenty_ends_it);
  ADD ("/core/target-group/compulsory-school-ends-in-the-year-of-sixteen",
       test_compulsory_school_ends_in_the_year_of_sixteen);
  ADD ("/core/target-group/a-number-without-birth-leaves-it-unknown",
       test_a_number_without_birth_leaves_it_unknown);
  ADD ("/core/target-group/who-attends-is-outside", test_who_attends_is_outside);
  ADD ("/core/target-group/an-invoice-tells-where-somebody-attends",
       test_an_invoice_tells_where_somebody_attends);
  ADD ("/core/target-group/an-invoice-after-a-break-says-nothing",
       test_an_invoice_after_a_break_says_nothing);
  ADD ("/core/target-group/adult-education-is-outside", test_adult_education_is_outside);
  ADD ("/core/target-group/degrees-end-it-and-studiebevis-does-not",
       test_degrees_end_it_and_studiebevis_does_not);
  ADD ("/core/target-group/a-degree-of-the-list-of-enrolments-counts",
       test_a_degree_of_the_list_of_enrolments_counts);
  ADD ("/core/target-group/one-who-moved-in-may-have-a-degree",
       test_one_who_moved_in_may_have_a_degree);
  ADD ("/core/target-group/one-who-lives-elsewhere-is-another-s",
       test_one_who_lives_elsewhere_is_another_s);
  g_test_add_func ("/core/target-group/every-finding-has-words", test_every_finding_has_words);
  return g_test_run ();
}

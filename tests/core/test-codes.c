/* Code lists: stored words are fixed for ever, so the ones other programs read are spelt out. */

#include "config.h"

#include "tj-codes.h"

static const TjCodeList *const lists[] = {
  &tj_channels,         &tj_outcomes,          &tj_occupations,       &tj_sources,
  &tj_backgrounds,      &tj_directions,        &tj_protections,       &tj_statuses,
  &tj_step_states,      &tj_deregistrations,   &tj_measure_types,     &tj_measure_contents,
  &tj_after_measures,   &tj_responsibles,      &tj_report_categories, &tj_report_states,
  &tj_finding_kinds,    &tj_decisions,         &tj_answers,           &tj_organiser_kinds,
  &tj_enrolment_ends,   &tj_certificate_kinds, &tj_study_levels,      &tj_study_states,
  &tj_admission_states, &tj_proposal_kinds,    &tj_proposal_states,   &tj_bases,
};

static void
test_every_word_reads_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int value = 0; value < tj_code_count (lists[i]); value++)
      {
        int parsed = -1;

        g_assert_true (tj_code_parse (lists[i], tj_code_word (lists[i], value), &parsed));
        g_assert_cmpint (parsed, ==, value);
        g_assert_nonnull (tj_code_label (lists[i], value));
      }
}

static void
test_words_are_lower_case_with_hyphens (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int value = 0; value < tj_code_count (lists[i]); value++)
      for (const char *c = tj_code_word (lists[i], value); *c != '\0'; c++)
        g_assert_true (g_ascii_islower (*c) || *c == '-');
}

static void
test_words_stay (void)
{
  g_assert_cmpstr (tj_code_word (&tj_channels, TJ_CHANNEL_HOME_VISIT), ==, "home-visit");
  g_assert_cmpstr (tj_code_word (&tj_outcomes, TJ_OUTCOME_NO_ANSWER), ==, "no-answer");
  g_assert_cmpstr (tj_code_word (&tj_statuses, TJ_STATUS_TO_ACT), ==, "to-act");
  g_assert_cmpstr (tj_code_word (&tj_statuses, TJ_STATUS_OTHER_STUDIES), ==, "other-studies");
}

static void
test_unknown_words_leave_the_value (void)
{
  static const char *const words[] = { NULL, "", "Phone", "phon", "phone ", "telefon" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      int value = 99;

      g_assert_false (tj_code_parse (&tj_channels, words[i], &value));
      g_assert_cmpint (value, ==, 99);
    }
}

static void
test_values_outside_have_no_word (void)
{
  g_assert_null (tj_code_word (&tj_directions, -1));
  g_assert_null (tj_code_word (&tj_directions, TJ_N_DIRECTIONS));
  g_assert_null (tj_code_label (&tj_directions, TJ_N_DIRECTIONS));
}

static void
test_words_join (void)
{
  g_autofree char *joined = tj_code_join_words (&tj_directions);

  g_assert_cmpstr (joined, ==, "out, in");
}

static void
test_reached_is_answered_or_declined (void)
{
  for (int outcome = 0; outcome < TJ_N_OUTCOMES; outcome++)
    g_assert_cmpint (tj_outcome_is_reached ((TjOutcome)outcome), ==,
                     outcome == TJ_OUTCOME_ANSWERED || outcome == TJ_OUTCOME_DECLINED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/codes/every-word-reads-back", test_every_word_reads_back);
  g_test_add_func ("/core/codes/words-are-lower-case", test_words_are_lower_case_with_hyphens);
  g_test_add_func ("/core/codes/words-stay", test_words_stay);
  g_test_add_func ("/core/codes/unknown-words-leave-the-value", test_unknown_words_leave_the_value);
  g_test_add_func ("/core/codes/values-outside-have-no-word", test_values_outside_have_no_word);
  g_test_add_func ("/core/codes/words-join", test_words_join);
  g_test_add_func ("/core/codes/reached-is-answered-or-declined",
                   test_reached_is_answered_or_declined);
  return g_test_run ();
}

/* Each definition of the half-year report, on histories of one youth or two. The half-year is the
 * second of 2026, looked at in January 2027. */

#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "statistics-history.h"

typedef struct
{
  const char *path;
  const char *lines[4];
  const char *expected;
} Case;

static const Case cases[] = {
  { "/statistics/numbers/one-who-stays-is-at-start-and-end",
    { "woman 2008; registered 2026-02-01" },
    "numbers.start=1 numbers.new=0 numbers.deregistered=0 numbers.end=1 numbers.during=1"
    " numbers.start.women=1 numbers.start.men=0" },
  { "/statistics/numbers/a-registration-of-the-first-day-is-new",
    { "man 2008; registered 2026-07-01" },
    "numbers.start=0 numbers.new=1 numbers.end=1 numbers.new.men=1" },
  { "/statistics/numbers/a-registration-of-the-last-day-is-new",
    { "man 2008; registered 2026-12-31" },
    "numbers.start=0 numbers.new=1 numbers.end=1 numbers.during=1" },
  { "/statistics/numbers/a-registration-after-the-period-is-not-in-it",
    { "man 2008; registered 2027-01-01" },
    "numbers.new=0 numbers.end=0 numbers.during=0" },
  { "/statistics/numbers/deregistered-on-the-first-day-was-there-at-the-start",
    { "woman 2008; registered 2026-02-01 2026-07-01 break twenty" },
    "numbers.start=1 numbers.deregistered=1 numbers.end=0 comparison-numbers.2026H1.end=1" },
  { "/statistics/numbers/deregistered-the-day-before-is-gone",
    { "woman 2008; registered 2026-02-01 2026-06-30 break twenty" },
    "numbers.start=0 numbers.during=0 comparison-numbers.2026H1.deregistered=1"
    " comparison-numbers.2026H1.end=0" },
  { "/statistics/numbers/deregistered-on-the-last-day-is-not-at-the-end",
    { "woman 2008; registered 2026-02-01 2026-12-31 break moved" },
    "numbers.start=1 numbers.deregistered=1 numbers.end=0" },
  { "/statistics/numbers/registered-and-deregistered-on-one-day-is-new-and-deregistered",
    { "woman 2008; registered 2026-09-01 2026-09-01 break national-programme" },
    "numbers.start=0 numbers.new=1 numbers.deregistered=1 numbers.end=0 numbers.during=1"
    " back-in-education.back=1" },
  { "/statistics/numbers/one-who-leaves-and-comes-back-is-neither-new-nor-deregistered",
    { "woman 2008; registered 2026-02-01 2026-08-01 break national-programme; registered "
      "2026-10-01 - break" },
    "numbers.start=1 numbers.new=0 numbers.deregistered=0 numbers.end=1 numbers.during=1"
    " deregistration-reasons.national-programme=0 numbers-by-background.break.end=1" },
  { "/statistics/numbers/two-registrations-in-one-period-are-one-youth",
    { "woman 2008; registered 2026-07-05 2026-08-01 break national-programme; registered "
      "2026-09-01 2026-10-01 never moved" },
    "numbers.new=1 numbers.deregistered=1 numbers.during=1 deregistration-reasons.moved=1"
    " deregistration-reasons.national-programme=0 numbers-by-background.never.new=1"
    " numbers-by-background.break.new=0" },
  { "/statistics/numbers/registrations-of-merged-rows-that-overlap-are-one-youth",
    { "woman 2008; registered 2026-02-01 2026-09-01 break moved; registered 2026-03-01" },
    "numbers.start=1 numbers.deregistered=0 numbers.end=1 numbers.during=1" },
  { "/statistics/numbers/an-end-before-the-beginning-ends-at-once",
    { "woman 2008; registered 2026-09-01 2026-03-01 break moved" },
    "numbers.start=0 numbers.new=1 numbers.deregistered=1 numbers.end=0" },
  { "/statistics/numbers/unknown-sex-has-a-column-only-when-somebody-stands-in-it",
    { "unknown 2008; registered 2026-02-01", "woman 2008; registered 2026-02-01" },
    "numbers.start=2 numbers.start.unknown=1 numbers.start.women=1 contact.total.unknown=1" },
  { "/statistics/numbers/no-unknown-column-otherwise",
    { "woman 2008; registered 2026-02-01" },
    "numbers.start.unknown=?" },
  { "/statistics/numbers/years-at-the-ends-take-in-the-rest",
    { "woman 1999; registered 2026-02-01", "man 2012; registered 2026-08-01",
      "man -; registered 2026-02-01" },
    "numbers-by-birth-year.2006.start=1 numbers-by-birth-year.2010.new=1"
    " numbers-by-birth-year.unknown.start=1 numbers-by-birth-year.total.end=3"
    " numbers-by-birth-year.2008.end=0" },

  { "/statistics/contact/an-answer-reaches",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 phone answered work" },
    "contact.reached=1 contact.reached.share=1000 contact-by-channel.phone=1"
    " occupation-at-contact.work=1 occupation.work=1" },
  { "/statistics/contact/one-who-declines-is-reached",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 letter declined" },
    "contact.reached=1 contact-by-channel.letter=1 occupation-at-contact.unknown=1" },
  { "/statistics/contact/a-letter-that-was-sent-only-seeks",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 letter sent" },
    "contact.reached=0 contact.sought=1 contact.not-sought=0 contact.total=1" },
  { "/statistics/contact/nobody-tried",
    { "woman 2008; registered 2026-02-01; contact 2026-06-30 phone answered work" },
    "contact.not-sought=1 contact.reached=0" },
  { "/statistics/contact/a-concern-report-is-no-contact",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 concern-report answered" },
    "contact.not-sought=1 outreach.concern-reports=1" },
  { "/statistics/contact/an-answer-before-the-registration-does-not-count",
    { "woman 2008; registered 2026-09-01; contact 2026-08-31 phone answered work" },
    "contact.not-sought=1" },
  { "/statistics/contact/an-answer-on-the-days-of-registration-and-deregistration-counts",
    { "woman 2008; registered 2026-09-01; contact 2026-09-01 phone answered work",
      "man 2008; registered 2026-02-01 2026-09-01 break moved; contact 2026-09-01 phone answered "
      "work" },
    "contact.reached=2" },
  { "/statistics/contact/an-answer-after-the-deregistration-does-not-count",
    { "man 2008; registered 2026-02-01 2026-09-01 break moved; contact 2026-09-02 phone answered "
      "work" },
    "contact.reached=0 contact.not-sought=1" },
  { "/statistics/contact/known-through-a-register-is-apart-from-contact",
    { "woman 2008; registered 2026-02-01 2026-09-01 break completed; known 2026-09-01 "
      "adult-education other-studies" },
    "contact.reached=0 contact.known=1 contact.not-sought=0 knowledge.register=1"
    " occupation.other-studies=1 occupation-at-contact.total=0" },
  { "/statistics/contact/known-and-reached-is-reached",
    { "woman 2008; registered 2026-02-01; known 2026-09-01 guardian work; contact 2026-08-01 phone "
      "answered none" },
    "contact.reached=1 contact.known=0 knowledge.reached=1 knowledge.total=1"
    " occupation.work=1 occupation-at-contact.none=1" },
  { "/statistics/contact/of-one-day-the-youths-word-holds",
    { "woman 2008; registered 2026-02-01; known 2026-08-01 guardian work; contact 2026-08-01 phone "
      "answered none" },
    "occupation.none=1 occupation.work=0" },
  { "/statistics/contact/that-nothing-is-known-is-no-knowledge",
    { "woman 2008; registered 2026-02-01; known 2026-08-01 guardian unknown" },
    "contact.known=0 contact.not-sought=1 knowledge.total=0" },
  { "/statistics/contact/an-answer-without-occupation-leaves-the-one-before",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 phone answered work; contact "
      "2026-09-01 meeting answered" },
    "occupation-at-contact.work=1 contact-by-channel.meeting=1" },
  { "/statistics/contact/visits-are-counted-and-so-are-those-visited",
    { "woman 2008; registered 2026-02-01; contact 2026-08-01 home-visit no-answer; contact "
      "2026-09-01 home-visit answered none",
      "man 2008; registered 2026-02-01; contact 2026-05-01 home-visit no-answer" },
    "outreach.visited=1 outreach.home-visits=2 outreach.concern-reports=0"
    " outreach.home-visits.women=- contact-by-channel.home-visit=1" },

  { "/statistics/measures/one-that-goes-on-counts-though-it-began-before",
    { "woman 2008; registered 2026-02-01; measure 2026-05-01 - practice" },
    "measures.in-measure=1 measures.no-measure=0 measures-by-content.practice=1"
    " measures-ended.total=0" },
  { "/statistics/measures/one-that-ended-before-does-not-count",
    { "woman 2008; registered 2026-02-01; measure 2026-05-01 2026-06-30 practice completed work" },
    "measures.in-measure=0 measures.no-measure=1" },
  { "/statistics/measures/one-that-ended-on-the-first-day-counts",
    { "woman 2008; registered 2026-02-01; measure 2026-05-01 2026-07-01 practice completed work" },
    "measures.in-measure=1 measures-ended.completed=1 after-measures.work=1" },
  { "/statistics/measures/outreach-is-no-measure",
    { "woman 2008; registered 2026-02-01; outreach 2026-08-01" },
    "measures.in-measure=0" },
  { "/statistics/measures/one-after-the-deregistration-does-not-count",
    { "woman 2008; registered 2026-02-01 2026-08-01 break moved; measure 2026-09-01 - practice" },
    "measures.in-measure=0" },
  { "/statistics/measures/of-several-the-latest-tells-content-and-end",
    { "woman 2008; registered 2026-02-01; measure 2026-07-10 2026-08-01 guidance by-youth none; "
      "measure 2026-08-02 2026-09-01 practice completed adult-education; measure 2026-10-01 - "
      "other" },
    "measures.in-measure=1 measures-by-content.other=1 measures-by-content.guidance=0"
    " measures-ended.completed=1 measures-ended.by-youth=0 after-measures.education=1"
    " measures-ended.total=1" },
  { "/statistics/measures/a-reason-that-is-not-on-the-list-is-not-stated",
    { "woman 2008; registered 2026-02-01; measure 2026-07-10 2026-08-01 guidance gone" },
    "measures-ended.not-stated=1 after-measures.unknown=1" },

  { "/statistics/results/back-in-education-are-two-of-the-reasons",
    { "woman 2008; registered 2026-02-01 2026-08-20 break national-programme",
      "man 2008; registered 2026-02-01 2026-08-20 break introduction",
      "man 2008; registered 2026-02-01 2026-08-20 break" },
    "back-in-education.back=2 back-in-education.other=1 back-in-education.back.share=667"
    " deregistration-reasons.not-stated=1 deregistration-reasons.total=3" },

  { "/statistics/reports/one-that-must-be-made-outweighs-one-that-should",
    { "woman 2009; report 2026-09-01 prolonged; report 2026-10-01 absence" },
    "school-reports.must=1 school-reports.should=0 school-reports-by-category.absence=1"
    " school-reports-by-category.prolonged=0 youths-at-risk.at-risk=1 numbers.during=0" },
  { "/statistics/reports/one-on-somebody-in-the-register-is-no-longer-a-risk",
    { "woman 2009; registered 2026-02-01; report 2026-09-01 change",
      "man 2009; registered 2026-09-02; report 2026-09-01 break" },
    "school-reports.should=1 school-reports.must=1 youths-at-risk.registered=1"
    " youths-at-risk.at-risk=1" },
  { "/statistics/reports/one-of-another-half-year-does-not-count",
    { "woman 2009; registered 2026-02-01; report 2026-06-30 break" },
    "school-reports.total=0" },

  { "/statistics/time/sought-on-the-last-day-is-in-time",
    { "woman 2008; registered 2026-09-01; contact 2026-09-08 phone no-answer" },
    "time-to-attempt.in-time=1 time-to-attempt.late=0 time-to-contact.late=1"
    " time-median.attempt=7 time-median.contact=-" },
  { "/statistics/time/sought-the-day-after-is-late",
    { "woman 2008; registered 2026-09-01; contact 2026-09-09 phone answered" },
    "time-to-attempt.in-time=0 time-to-attempt.late=1 time-to-contact.in-time=1"
    " time-median.attempt=8 time-median.contact=8" },
  { "/statistics/time/not-sought-is-late-once-the-time-has-passed",
    { "woman 2008; registered 2026-09-01" },
    "time-to-attempt.late=1 time-to-contact.late=1 time-median.attempt=-" },
  { "/statistics/time/who-has-time-left-is-not-counted",
    { "woman 2008; registered 2026-12-20" },
    "time-to-attempt.late=1 time-to-contact.total=0" },
  { "/statistics/time/what-was-done-after-the-period-is-seen",
    { "woman 2008; registered 2026-12-31; contact 2027-01-04 sms answered" },
    "time-to-attempt.in-time=1 time-to-contact.in-time=1 contact.reached=0" },
  { "/statistics/time/who-left-before-it-had-passed-is-not-counted",
    { "woman 2008; registered 2026-09-01 2026-09-05 break moved" },
    "time-to-attempt.total=0 time-to-contact.total=0" },
  { "/statistics/time/who-became-known-before-it-had-passed-is-not-counted",
    { "woman 2008; registered 2026-09-01; known 2026-09-05 school work",
      "man 2008; registered 2026-09-01; known 2026-09-05 other work",
      "man 2008; registered 2026-09-01; known 2026-09-20 school work" },
    "time-to-attempt.total=2 time-to-attempt.late=2 time-to-contact.total=1" },
  { "/statistics/time/only-the-new-are-counted",
    { "woman 2008; registered 2026-06-30; contact 2026-07-02 phone answered" },
    "time-to-attempt.total=0 time-median.attempt=-" },
  { "/statistics/time/a-median-lies-between-the-middle-ones",
    { "woman 2008; registered 2026-09-01; contact 2026-09-02 phone no-answer",
      "man 2008; registered 2026-09-01; contact 2026-09-05 phone no-answer" },
    "time-median.attempt=3 time-median.attempt.women=1 time-median.attempt.men=4" },

  { "/statistics/comparison/goes-back-to-the-first-registration",
    { "woman 2008; registered 2025-09-01 2026-03-01 break national-programme; contact 2025-10-01 "
      "phone answered work; measure 2026-02-01 - practice" },
    "comparison-numbers.2025H2.new=1 comparison-numbers.2025H2.end=1"
    " comparison-numbers.2026H1.start=1 comparison-numbers.2026H1.deregistered=1"
    " comparison-numbers.2026H2.start=0 comparison-numbers.2025H1.new=?"
    " comparison-sex.2025H2.women=1 comparison-shares.2025H2.reached=1000"
    " comparison-shares.2026H1.in-measure=1000 comparison-shares.2026H1.back=1000"
    " comparison-shares.2025H2.back=-" },
};

static TjStatistics *
count (const char *const *lines, const TjStatisticsOptions *options)
{
  g_autoptr (TjStatisticsInput) input = statistics_history_new (lines);

  return tj_statistics_new (input, options);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  g_autoptr (TjCodeBook) ends = tj_code_book_new ("completed;Genomförd\nby-youth;Avbruten\n");
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatistics) statistics = NULL;

  options.measure_ends = ends;
  statistics = count (one->lines, &options);
  statistics_history_assert (statistics, one->expected);
}

static void
test_unfinished (void)
{
  static const char *const lines[] = { "woman 2008; registered 2026-02-01 2026-12-01 break moved",
                                       "man 2008; registered 2026-11-20", NULL };
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (TjStatistics) statistics = NULL;

  options.today = tj_date_new (2026, 11, 18);
  statistics = count (lines, &options);
  g_assert_true (tj_statistics_is_unfinished (statistics));
  statistics_history_assert (statistics, "numbers.start=1 numbers.new=0 numbers.deregistered=0"
                                         " numbers.end=1 time-to-attempt.total=0");
}

static void
test_members (void)
{
  static const char *const lines[]
      = { "woman 2008; registered 2026-02-01; contact 2026-08-01 home-visit no-answer; contact "
          "2026-08-02 home-visit answered",
          "man 2008; registered 2026-09-01; contact 2026-09-03 phone answered",
          "man 2008; registered 2026-09-01", NULL };
  static const struct
  {
    const char *table, *row, *column;
    gint64 ids[3];
  } figures[] = {
    { "numbers", "start", "women", { 7 } },           { "numbers", "new", "total", { 10, 13 } },
    { "contact", "reached", "total", { 7, 10 } },     { "contact", "not-sought", "men", { 13 } },
    { "outreach", "home-visits", "total", { 7 } },    { "time-median", "attempt", "total", { 10 } },
    { "time-to-attempt", "late", "men", { 13 } },     { "contact", "reached", "share", { 7, 10 } },
    { "comparison-numbers", "2026H1", "end", { 7 } },
  };
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatistics) statistics = count (lines, &options);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const TjFigure *figure = tj_figure_table_find (
          tj_statistics_table (statistics, figures[i].table), figures[i].row, figures[i].column);
      g_autoptr (GArray) ids = tj_statistics_dup_members (statistics, figure->quantity);
      guint n = 0;

      while (n < 3 && figures[i].ids[n] != 0)
        n++;
      g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), figures[i].ids, n * sizeof (gint64));
    }
}

/* What is hidden has no value, and nobody behind it can be asked for. */
static void
test_hidden (void)
{
  static const char *const lines[]
      = { "woman 2008; registered 2026-02-01", "woman 2008; registered 2026-02-01",
          "man 2008; registered 2026-09-01; contact 2026-09-03 phone answered", NULL };
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatistics) statistics = NULL;
  const TjFigure *figure;
  g_autoptr (GArray) members = NULL;

  options.threshold = 5;
  statistics = count (lines, &options);
  statistics_history_assert (statistics, "numbers.during=.. numbers.start=.. contact.reached=.."
                                         " contact.reached.share=.. time-median.attempt=.."
                                         " comparison-shares.2026H2.reached=..");
  figure = tj_figure_table_find (tj_statistics_table (statistics, "numbers"), "during", "total");
  g_assert_cmpint (figure->value, ==, 0);
  members = tj_statistics_dup_members (statistics, figure->quantity);
  g_assert_cmpuint (members->len, ==, 0);
}

static void
test_purged (void)
{
  static const char *const lines[] = { "woman 2008; registered 2024-09-01", NULL };
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (TjStatisticsInput) input = statistics_history_new (lines);
  g_autoptr (TjStatistics) statistics = NULL;

  tj_statistics_input_set_complete_from (input, tj_date_new (2026, 1, 1));
  statistics = tj_statistics_new (input, &options);
  statistics_history_assert (statistics, "comparison-numbers.2026H1.end=1"
                                         " comparison-numbers.2025H2.end=?");
}

static void
keep_all (TjStatisticsInput *input, const char *half, const char *figures)
{
  g_auto (GStrv) words = g_strsplit (figures, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);

      tj_statistics_input_keep (input, half, sides[0], (guint)atoi (sides[1]));
    }
}

/* Nine were there at the end of 2025 as it was kept; now ten are known to have been, or eight. */
static void
test_kept_figures_join_the_counted (gconstpointer n_youths)
{
  static const char *const lines[] = { "woman 2008; registered 2025-09-01", NULL };
  static const char kept[]
      = "new=4 deregistered=1 during=10 reached=5 in-measure=2 back=1 start=6 start.women=3"
        " start.men=2 start.unknown=1 end=9 end.women=5 end.men=3 end.unknown=1";
  const guint n = GPOINTER_TO_UINT (n_youths);
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (TjStatisticsInput) input = NULL;
  g_autoptr (TjStatistics) statistics = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, (gpointer)lines[0]);
  g_ptr_array_add (all, NULL);
  input = statistics_history_new ((const char *const *)all->pdata);
  tj_statistics_input_set_complete_from (input, tj_date_new (2026, 1, 1));
  keep_all (input, "2025H2", kept);
  keep_all (input, "2025H1",
            "new=6 deregistered=0 during=6 reached=0 in-measure=0 back=0 start=0 start.women=0"
            " start.men=0 start.unknown=0 end=6 end.women=3 end.men=2 end.unknown=1");
  keep_all (input, "2024H2", "new=6");
  statistics = tj_statistics_new (input, &options);
  statistics_history_assert (statistics,
                             "comparison-numbers.2025H2.start=6 comparison-numbers.2025H1.end=6"
                             " comparison-numbers.2025H1.new=6 comparison-numbers.2024H2.new=?"
                             " comparison-sex.2025H1.unknown=1 comparison-sex.2025H1.women=3");
  statistics_history_assert (
      statistics,
      n == 10  ? "comparison-numbers.2026H1.start=10 comparison-numbers.2025H2.end=10"
                 " comparison-numbers.2025H2.new=5 comparison-numbers.2025H2.deregistered=1"
      : n == 8 ? "comparison-numbers.2026H1.start=8 comparison-numbers.2025H2.end=8"
                 " comparison-numbers.2025H2.new=4 comparison-numbers.2025H2.deregistered=2"
               : "comparison-numbers.2025H2.new=4 comparison-numbers.2025H2.end=9"
                 " comparison-numbers.2025H2.deregistered=1");
}

/* The report's own period may be the only one that is counted. */
static void
test_kept_figures_join_the_period (void)
{
  static const char *const lines[] = { "woman 2008; registered 2025-09-01", NULL };
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (TjStatisticsInput) input = statistics_history_new (lines);
  g_autoptr (TjStatistics) statistics = NULL;

  tj_statistics_input_set_complete_from (input, tj_date_new (2026, 7, 1));
  keep_all (input, "2026H1",
            "new=1 deregistered=0 during=1 reached=0 in-measure=0 back=0 start=0 start.women=0"
            " start.men=0 start.unknown=0 end=1 end.women=1 end.men=0 end.unknown=0");
  statistics = tj_statistics_new (input, &options);
  statistics_history_assert (statistics, "numbers.start=1 numbers.start.women=1 numbers.end=1"
                                         " comparison-numbers.2026H1.end=1"
                                         " comparison-numbers.2026H1.new=1");
}

static void
test_any_period (void)
{
  static const char *const lines[] = { "woman 2008; registered 2026-02-15", NULL };
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (TjStatistics) statistics = NULL;

  options.period = (TjStatisticsPeriod){ tj_date_new (2026, 4, 1), tj_date_new (2026, 6, 30) };
  statistics = count (lines, &options);
  statistics_history_assert (statistics,
                             "numbers.start=1 comparison-numbers.2026-01-01--2026-03-31.new=1"
                             " comparison-numbers.2026-04-01--2026-06-30.start=1");
  options.period = (TjStatisticsPeriod){ tj_date_new (2026, 4, 11), tj_date_new (2026, 4, 20) };
  options.period = tj_statistics_period_before (options.period);
  g_assert_cmpuint (options.period.from, ==, tj_date_new (2026, 4, 1));
  g_assert_cmpuint (options.period.to, ==, tj_date_new (2026, 4, 10));
}

static void
test_country (void)
{
  static const char *const lines[]
      = { "woman 2008; registered 2026-02-15; contact 2026-09-01 phone answered",
          "man 2008; registered 2026-02-15", NULL };
  TjCountryFigure reached
      = { (char *)"reached", (char *)"reached", (char *)"2021", (char *)"Skolverket", 450 };
  TjCountryFigure share
      = { (char *)"share", (char *)"of-population", (char *)"2024", (char *)"Skolverket", 122 };
  g_autoptr (GPtrArray) country = g_ptr_array_new ();
  TjStatisticsOptions options = statistics_history_options (NULL);
  g_autoptr (TjStatistics) statistics = NULL;

  g_ptr_array_add (country, &reached);
  g_ptr_array_add (country, &share);
  options.country = country;
  options.population = 16;
  statistics = count (lines, &options);
  statistics_history_assert (statistics, "comparison-country.reached.municipality=500"
                                         " comparison-country.reached.country=450"
                                         " comparison-country.share.municipality=125"
                                         " comparison-country.share.country=122");
}

static void
test_promise (void)
{
  static const char *const lines[] = { "woman 2008; registered 2026-02-15", NULL };
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatistics) statistics = count (lines, &options);
  g_autoptr (TjStatistics) without = NULL;

  g_assert_nonnull (strstr (
      tj_figure_table_get_note (tj_statistics_table (statistics, "time-to-attempt")), " 7 "));
  g_assert_nonnull (strstr (
      tj_figure_table_get_note (tj_statistics_table (statistics, "time-to-contact")), " 62 "));
  options.routine = NULL;
  without = count (lines, &options);
  g_assert_cmpstr (tj_figure_table_get_note (tj_statistics_table (without, "time-to-attempt")), ==,
                   "");
}

static void
test_definitions (void)
{
  g_autoptr (GArray) definitions = tj_statistics_list_definitions ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (definitions->len, >, 20);
  for (guint i = 0; i < definitions->len; i++)
    {
      const TjStatisticsDefinition *one = &g_array_index (definitions, TjStatisticsDefinition, i);

      g_assert_true (g_hash_table_add (ids, (gpointer)one->id));
      g_assert_cmpuint (strlen (one->term), >, 0);
      g_assert_true (g_str_has_suffix (one->words, "."));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/statistics/period/one-that-goes-on-ends-today", test_unfinished);
  g_test_add_func ("/statistics/members/every-number-tells-who-they-are", test_members);
  g_test_add_func ("/statistics/hidden/a-hidden-number-has-no-value-and-no-members", test_hidden);
  g_test_add_func ("/statistics/comparison/half-years-with-purged-people-are-left-out",
                   test_purged);
  g_test_add_data_func ("/statistics/kept/as-many", GUINT_TO_POINTER (9),
                        test_kept_figures_join_the_counted);
  g_test_add_data_func ("/statistics/kept/one-more-is-new", GUINT_TO_POINTER (10),
                        test_kept_figures_join_the_counted);
  g_test_add_data_func ("/statistics/kept/one-less-has-left", GUINT_TO_POINTER (8),
                        test_kept_figures_join_the_counted);
  g_test_add_func ("/statistics/kept/the-period-itself-joins", test_kept_figures_join_the_period);
  g_test_add_func ("/statistics/period/any-period-is-compared-with-those-before", test_any_period);
  g_test_add_func ("/statistics/comparison/the-country-stands-beside", test_country);
  g_test_add_func ("/statistics/time/the-routines-time-is-said", test_promise);
  g_test_add_func ("/statistics/definitions/each-is-in-words", test_definitions);
  return g_test_run ();
}

/* The words of the interface that are made in code: dates, periods, and the warning about notes.
 * No display is needed. */

#include "config.h"

#include "tj-date-text.h"
#include "tj-note-check.h"

#include <glib.h>

static void
assert_taken (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_relative_dates (void)
{
  TjDate today = tj_date_new (2026, 11, 18);

  assert_taken (tj_date_text_relative (today, today), "today");
  assert_taken (tj_date_text_relative (today + 1, today), "tomorrow");
  assert_taken (tj_date_text_relative (today - 1, today), "yesterday");
  assert_taken (tj_date_text_relative (today + 3, today), "in 3 days");
  assert_taken (tj_date_text_relative (today - 3, today), "3 days ago");
  assert_taken (tj_date_text_relative (today + 200, today), "6 Jun 2027");
  assert_taken (tj_date_text_relative (TJ_DATE_NONE, today), "");
}

static void
test_dates (void)
{
  TjDate date = tj_date_new (2026, 5, 3);

  assert_taken (tj_date_text_long (date), "Sunday 3 May 2026");
  assert_taken (tj_date_text_short (date, tj_date_new (2026, 1, 1)), "3 May");
  assert_taken (tj_date_text_short (date, tj_date_new (2027, 1, 1)), "3 May 2026");
}

static void
test_periods (void)
{
  assert_taken (tj_period_text ((TjPeriod){ .days = 7 }), "1 week");
  assert_taken (tj_period_text ((TjPeriod){ .days = 14 }), "2 weeks");
  assert_taken (tj_period_text ((TjPeriod){ .days = 10 }), "10 days");
  assert_taken (tj_period_text ((TjPeriod){ .months = 2 }), "2 months");
  assert_taken (tj_period_text ((TjPeriod){ .months = 12 }), "1 year");
  assert_taken (tj_period_text ((TjPeriod){ .months = 1, .days = 7 }), "1 month, 1 week");
  assert_taken (tj_period_text ((TjPeriod){ 0 }), "0 days");
}

static void
test_letter_case (void)
{
  assert_taken (tj_text_within ("Återkom"), "återkom");
  assert_taken (tj_text_heading ("återkom"), "Återkom");
  assert_taken (tj_text_within (""), "");
}

static char *
first_doubtful (const char *note)
{
  gsize start = 0, end;

  return tj_note_check_next (note, &start, &end) ? g_strndup (note + start, end - start) : NULL;
}

static void
test_doubtful_words (void)
{
  assert_taken (first_doubtful ("Har fått en Diagnos, ringer igen."), "Diagnos");
  assert_taken (first_doubtful ("placerad enligt LVU"), "LVU");
  assert_taken (first_doubtful ("kontakt med BUP"), "BUP");
  assert_taken (first_doubtful ("misstänks vara häktad"), "häktad");
  assert_taken (first_doubtful ("över — häktad"), "häktad");
}

static void
test_plain_words (void)
{
  g_assert_null (first_doubtful (""));
  g_assert_null (first_doubtful ("Ringer igen på torsdag, arbetar på lager."));
  g_assert_null (first_doubtful ("Domnarvet, bupp, dominans"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/texts/a-near-date-is-told-in-days", test_relative_dates);
  g_test_add_func ("/ui/texts/the-year-is-told-when-it-is-another", test_dates);
  g_test_add_func ("/ui/texts/periods-are-told-in-the-largest-unit", test_periods);
  g_test_add_func ("/ui/texts/labels-fit-inside-a-sentence", test_letter_case);
  g_test_add_func ("/ui/texts/a-note-about-health-or-crime-is-doubted", test_doubtful_words);
  g_test_add_func ("/ui/texts/an-ordinary-note-is-left-alone", test_plain_words);
  return g_test_run ();
}

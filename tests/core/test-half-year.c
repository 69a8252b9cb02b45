/* Half-years: their days, their deadlines, and the order they come in. */

#include "config.h"

#include "tj-half-year.h"

static void
check_dates (const char *text, const char *first, const char *last, const char *deadline)
{
  TjHalfYear half;
  char buffer[TJ_HALF_YEAR_BUFFER];

  g_assert_true (tj_half_year_parse (text, &half));
  g_assert_cmpstr (tj_half_year_write (half, buffer), ==, text);
  g_assert_cmpuint (tj_half_year_first_day (half), ==, tj_date_parse (first));
  g_assert_cmpuint (tj_half_year_last_day (half), ==, tj_date_parse (last));
  g_assert_cmpuint (tj_half_year_deadline (half), ==, tj_date_parse (deadline));
  g_assert_cmpuint (tj_half_year_reminder (half), ==, tj_date_parse (deadline) - 42);
}

static void
test_deadlines_move_to_a_working_day (void)
{
  check_dates ("2026H1", "2026-01-01", "2026-06-30", "2026-09-01");
  check_dates ("2026H2", "2026-07-01", "2026-12-31", "2027-02-01");
  /* A Saturday and a Sunday. */
  check_dates ("2029H1", "2029-01-01", "2029-06-30", "2029-09-03");
  check_dates ("2024H1", "2024-01-01", "2024-06-30", "2024-09-02");
  check_dates ("2024H2", "2024-07-01", "2024-12-31", "2025-02-03");
}

static void
test_other_texts_are_none (void)
{
  const char *texts[]
      = { "", "2026", "2026H", "2026H0", "2026H3", "26H1", "2026H12", "2026-H1", "H12026" };
  TjHalfYear half = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (tj_half_year_parse (texts[i], &half));
  g_assert_false (tj_half_year_parse (NULL, &half));
  g_assert_cmpint (half.year, ==, 1);
  g_assert_true (tj_half_year_parse ("2026h2", &half));
  g_assert_cmpint (half.half, ==, 2);
}

static void
test_a_day_lies_in_one (void)
{
  TjHalfYear june = tj_half_year_of (tj_date_new (2026, 6, 30));
  TjHalfYear july = tj_half_year_of (tj_date_new (2026, 7, 1));

  g_assert_cmpint (june.half, ==, 1);
  g_assert_cmpint (july.half, ==, 2);
  g_assert_cmpint (tj_half_year_compare (june, july), <, 0);
  g_assert_cmpint (tj_half_year_compare (tj_half_year_add (june, 1), july), ==, 0);
  g_assert_cmpint (tj_half_year_compare (tj_half_year_add (july, -3), (TjHalfYear){ 2025, 1 }), ==,
                   0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/half-year/deadlines-move-to-a-working-day",
                   test_deadlines_move_to_a_working_day);
  g_test_add_func ("/half-year/other-texts-are-none", test_other_texts_are_none);
  g_test_add_func ("/half-year/a-day-lies-in-one", test_a_day_lies_in_one);
  return g_test_run ();
}

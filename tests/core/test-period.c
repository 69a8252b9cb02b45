/* Periods of whole days, months and years. */

#include "config.h"

#include "tj-period.h"

static void
test_periods_read_and_write (void)
{
  static const struct
  {
    const char *text;
    int months, days;
    const char *written;
  } rows[] = {
    { "P1W", 0, 7, "P1W" }, { "P2W", 0, 14, "P2W" },          { "P10D", 0, 10, "P10D" },
    { "P1M", 1, 0, "P1M" }, { "P1Y6M", 18, 0, "P18M" },       { "P1M2W1D", 1, 15, "P1M15D" },
    { "P0D", 0, 0, "P0D" }, { "P1Y1M1W1D", 13, 8, "P13M8D" }, { "P14D", 0, 14, "P2W" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TjPeriod period;
      g_autofree char *written = NULL;

      g_assert_true (tj_period_parse (rows[i].text, &period));
      g_assert_cmpint (period.months, ==, rows[i].months);
      g_assert_cmpint (period.days, ==, rows[i].days);
      written = tj_period_format (period);
      g_assert_cmpstr (written, ==, rows[i].written);
    }
}

static void
test_anything_else_is_refused (void)
{
  static const char *const texts[]
      = { NULL,    "",      "P",    "1W",  "P1",    "PW",    "P-1W", "P1H",     "PT1H",
          "P1D1M", "P1W1W", "P1W ", "p1w", "P1.5M", "P1,5M", "P1S",  "P99999D", "P1M1" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TjPeriod period = { 7, 7 };

      g_assert_false (tj_period_parse (texts[i], &period));
      g_assert_cmpint (period.months, ==, 7);
    }
}

static void
test_periods_end_by_the_law (void)
{
  static const struct
  {
    const char *period, *date, *expected;
  } rows[] = {
    { "P1W", "2026-02-25", "2026-03-04" }, { "P1M", "2026-01-31", "2026-02-28" },
    { "P2M", "2025-12-31", "2026-02-28" }, { "P1M1D", "2026-01-31", "2026-03-01" },
    { "P0D", "2026-01-31", "2026-01-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[TJ_DATE_BUFFER];
      TjPeriod period;

      g_assert_true (tj_period_parse (rows[i].period, &period));
      g_assert_cmpstr (
          tj_date_write (tj_period_after (period, tj_date_parse (rows[i].date)), buffer), ==,
          rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period/periods-read-and-write", test_periods_read_and_write);
  g_test_add_func ("/core/period/anything-else-is-refused", test_anything_else_is_refused);
  g_test_add_func ("/core/period/periods-end-by-the-law", test_periods_end_by_the_law);
  return g_test_run ();
}

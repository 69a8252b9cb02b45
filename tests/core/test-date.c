/* Calendar dates, against GLib's own calendar and the month rule of lag (1930:173). */

#include "config.h"

#include "tj-date.h"

static void
assert_date (TjDate date, const char *expected)
{
  char buffer[TJ_DATE_BUFFER];

  g_assert_cmpstr (tj_date_write (date, buffer), ==, expected);
}

static void
test_iso_text_reads_back (void)
{
  static const char *const dates[]
      = { "0001-01-01", "1582-10-15", "1900-02-28", "2000-02-29", "2026-12-31", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = tj_date_format (tj_date_parse (dates[i]));

      g_assert_cmpstr (text, ==, dates[i]);
    }
}

static void
test_anything_but_iso_is_refused (void)
{
  static const char *const texts[] = {
    NULL,         "",           "2026-1-01",  "20260101",   "2026-01-01 ", " 2026-01-01",
    "2026/01/01", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31",  "0000-01-01",
    "2026-01-00", "-026-01-01", "2026-01-1a", "idag",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (tj_date_parse (texts[i]), ==, TJ_DATE_NONE);
}

static void
test_no_date_is_written_empty (void)
{
  assert_date (TJ_DATE_NONE, "");
}

static void
test_dates_compare_as_numbers (void)
{
  g_assert_cmpuint (tj_date_parse ("2026-01-01") - tj_date_parse ("2025-12-31"), ==, 1);
  g_assert_cmpuint (tj_date_parse ("2024-03-01") - tj_date_parse ("2024-02-28"), ==, 2);
}

static void
test_weekdays_and_weeks (void)
{
  static const struct
  {
    const char *date;
    int weekday, week;
  } rows[] = {
    { "2026-01-01", 4, 1 },  { "2025-12-29", 1, 1 },  { "2025-12-28", 7, 52 },
    { "2027-01-01", 5, 53 }, { "2026-06-29", 1, 27 }, { "2000-02-29", 2, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (tj_date_weekday (tj_date_parse (rows[i].date)), ==, rows[i].weekday);
      g_assert_cmpint (tj_date_iso_week (tj_date_parse (rows[i].date)), ==, rows[i].week);
    }
}

static void
test_months_end_on_the_day_or_the_last (void)
{
  static const struct
  {
    const char *date;
    int months;
    const char *expected;
  } rows[] = {
    { "2026-01-15", 1, "2026-02-15" },  { "2026-01-31", 1, "2026-02-28" },
    { "2024-01-31", 1, "2024-02-29" },  { "2026-01-31", 2, "2026-03-31" },
    { "2026-08-31", 1, "2026-09-30" },  { "2026-11-30", 3, "2027-02-28" },
    { "2026-12-31", 1, "2027-01-31" },  { "2026-03-31", -1, "2026-02-28" },
    { "2026-01-01", -1, "2025-12-01" }, { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 0, "2024-02-29" },  { "9999-12-01", 1, "" },
    { "0001-01-01", -1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_date (tj_date_add_months (tj_date_parse (rows[i].date), rows[i].months),
                 rows[i].expected);
}

static void
test_age_changes_on_the_birthday (void)
{
  static const struct
  {
    const char *birth, *today;
    int age;
  } rows[] = {
    { "2006-05-10", "2026-05-09", 19 }, { "2006-05-10", "2026-05-10", 20 },
    { "2006-05-10", "2026-05-11", 20 }, { "2008-02-29", "2026-02-27", 17 },
    { "2008-02-29", "2026-02-28", 18 }, { "2008-02-29", "2028-02-28", 19 },
    { "2008-02-29", "2028-02-29", 20 }, { "2026-05-10", "2026-05-10", 0 },
    { "2026-05-10", "2026-05-09", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tj_date_age (tj_date_parse (rows[i].birth), tj_date_parse (rows[i].today)), ==,
                     rows[i].age);
  assert_date (tj_date_birthday (tj_date_parse ("2006-05-10"), 20), "2026-05-10");
}

static void
test_noon_is_an_instant (void)
{
  g_assert_cmpint (tj_date_noon (tj_date_parse ("1970-01-01")), ==, 43200);
  g_assert_cmpint (tj_date_noon (tj_date_parse ("2026-10-05")), ==, 1791201600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/iso-text-reads-back", test_iso_text_reads_back);
  g_test_add_func ("/core/date/anything-but-iso-is-refused", test_anything_but_iso_is_refused);
  g_test_add_func ("/core/date/no-date-is-written-empty", test_no_date_is_written_empty);
  g_test_add_func ("/core/date/dates-compare-as-numbers", test_dates_compare_as_numbers);
  g_test_add_func ("/core/date/weekdays-and-weeks", test_weekdays_and_weeks);
  g_test_add_func ("/core/date/months-end-on-the-day-or-the-last",
                   test_months_end_on_the_day_or_the_last);
  g_test_add_func ("/core/date/age-changes-on-the-birthday", test_age_changes_on_the_birthday);
  g_test_add_func ("/core/date/noon-is-an-instant", test_noon_is_an_instant);
  return g_test_run ();
}

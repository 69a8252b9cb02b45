/* Swedish holidays against the check values of LAW.md and the almanac of 2026. */

#include "config.h"

#include "tj-holidays.h"

static TjDate
day (const char *text)
{
  return tj_date_parse (text);
}

static void
test_easter (void)
{
  static const char *const easters[]
      = { "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20",
          "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19" };

  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      int year;

      tj_date_get (day (easters[i]), &year, NULL, NULL);
      g_assert_cmpuint (tj_holidays_easter (year), ==, day (easters[i]));
    }
}

static void
test_the_almanac_of_2026 (void)
{
  static const struct
  {
    const char *date, *name;
  } days[] = {
    { "2026-01-01", "New Year's Day" }, { "2026-01-06", "Epiphany" },
    { "2026-04-03", "Good Friday" },    { "2026-04-05", "Easter Sunday" },
    { "2026-04-06", "Easter Monday" },  { "2026-05-01", "1 May" },
    { "2026-05-14", "Ascension Day" },  { "2026-05-24", "Whit Sunday" },
    { "2026-06-06", "National Day" },   { "2026-06-19", "Midsummer Eve" },
    { "2026-06-20", "Midsummer Day" },  { "2026-10-31", "All Saints' Day" },
    { "2026-12-24", "Christmas Eve" },  { "2026-12-25", "Christmas Day" },
    { "2026-12-26", "Boxing Day" },     { "2026-12-31", "New Year's Eve" },
  };
  gsize next = 0;
  int n_working = 0;

  for (TjDate date = day ("2026-01-01"); date <= day ("2026-12-31"); date++)
    {
      const char *name = tj_holidays_name (date);

      n_working += tj_holidays_is_working_day (date) ? 1 : 0;
      if (name == NULL)
        continue;
      g_assert_cmpuint (next, <, G_N_ELEMENTS (days));
      g_assert_cmpuint (date, ==, day (days[next].date));
      g_assert_cmpstr (name, ==, days[next++].name);
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (days));
  g_assert_cmpint (n_working, ==, 251);
}

static void
test_saturday_holidays_stay_in_their_week (void)
{
  for (int year = 1990; year < 2100; year++)
    {
      int n_midsummer = 0, n_saints = 0;

      for (int i = 0; i < 7; i++)
        {
          TjDate june = tj_date_new (year, 6, 20) + (TjDate)i;
          TjDate autumn = tj_date_new (year, 10, 31) + (TjDate)i;

          n_midsummer += g_strcmp0 (tj_holidays_name (june), "Midsummer Day") == 0
                         && tj_date_weekday (june) == 6;
          n_saints += g_strcmp0 (tj_holidays_name (autumn), "All Saints' Day") == 0
                      && tj_date_weekday (autumn) == 6;
        }
      g_assert_cmpint (n_midsummer, ==, 1);
      g_assert_cmpint (n_saints, ==, 1);
    }
}

static void
test_deadlines_move_to_the_next_working_day (void)
{
  static const struct
  {
    const char *date, *next, *nearest;
  } rows[] = {
    { "2026-02-02", "2026-02-02", "2026-02-02" }, /* an ordinary Monday */
    { "2026-02-01", "2026-02-02", "2026-02-02" }, /* SCB's February day, a Sunday */
    { "2026-06-20", "2026-06-22", "2026-06-22" }, /* midsommardagen: Thursday is as near */
    { "2026-06-19", "2026-06-22", "2026-06-18" },
    { "2026-04-03", "2026-04-07", "2026-04-02" }, /* Good Friday */
    { "2026-12-24", "2026-12-28", "2026-12-23" },
    { "2026-12-31", "2027-01-04", "2026-12-30" },
    { "2026-03-21", "2026-03-23", "2026-03-20" }, /* a Saturday */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (tj_holidays_next_working_day (day (rows[i].date)), ==, day (rows[i].next));
      g_assert_cmpuint (tj_holidays_nearest_working_day (day (rows[i].date)), ==,
                        day (rows[i].nearest));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/holidays/easter", test_easter);
  g_test_add_func ("/core/holidays/the-almanac-of-2026", test_the_almanac_of_2026);
  g_test_add_func ("/core/holidays/saturday-holidays-stay-in-their-week",
                   test_saturday_holidays_stay_in_their_week);
  g_test_add_func ("/core/holidays/deadlines-move-to-the-next-working-day",
                   test_deadlines_move_to_the_next_working_day);
  return g_test_run ();
}

/* Which backups stay: each day of late, a week's last, a month's last, nothing for ever. */

#include "config.h"

#include "tj-thinning.h"

#define N_DAYS 400

static TjDate
today (void)
{
  return tj_date_new (2026, 11, 18);
}

/* A backup each day until today, and what is left of them. */
static guint
thin_daily (guint n_days, TjDate *kept)
{
  TjDate dates[N_DAYS];
  gboolean keep[N_DAYS];
  guint n = 0;

  for (guint i = 0; i < n_days; i++)
    dates[i] = today () - (n_days - 1 - i);
  tj_thinning_choose (dates, n_days, today (), keep);
  for (guint i = 0; i < n_days; i++)
    if (keep[i])
      kept[n++] = dates[i];
  return n;
}

static gboolean
has (const TjDate *kept, guint n, TjDate date)
{
  for (guint i = 0; i < n; i++)
    if (kept[i] == date)
      return TRUE;
  return FALSE;
}

static void
test_daily (void)
{
  TjDate kept[N_DAYS];
  const guint n = thin_daily (N_DAYS, kept);

  for (guint i = 0; i < 12; i++)
    g_assert_true (has (kept, n, today () - i));
  g_assert_true (has (kept, n, tj_date_new (2026, 11, 1))); /* a Sunday */
  g_assert_true (has (kept, n, tj_date_new (2026, 9, 20))); /* the tenth week back */
  g_assert_false (has (kept, n, tj_date_new (2026, 9, 13)));
  g_assert_true (has (kept, n, tj_date_new (2026, 3, 31))); /* the ninth month */
  g_assert_false (has (kept, n, tj_date_new (2026, 2, 28)));
  g_assert_cmpuint (n, <=, 12 + 10 + 9);
}

static void
test_age (void)
{
  const TjDate dates[] = { tj_date_new (2025, 6, 1), tj_date_new (2026, 2, 17),
                           tj_date_new (2026, 2, 18), tj_date_new (2026, 11, 18) };
  gboolean keep[G_N_ELEMENTS (dates)];

  tj_thinning_choose (dates, G_N_ELEMENTS (dates), today (), keep);
  g_assert_false (keep[0]);
  g_assert_false (keep[1]);
  g_assert_true (keep[2]);
  g_assert_true (keep[3]);
  g_assert_cmpuint (tj_thinning_last_day (dates[2]), ==, today ());
}

static void
test_latest (void)
{
  const TjDate dates[] = { tj_date_new (2019, 1, 1), tj_date_new (2020, 1, 1) };
  gboolean keep[G_N_ELEMENTS (dates)];

  tj_thinning_choose (dates, G_N_ELEMENTS (dates), today (), keep);
  g_assert_false (keep[0]);
  g_assert_true (keep[1]);
}

static void
test_same_day (void)
{
  const TjDate dates[] = { tj_date_new (2026, 11, 18), tj_date_new (2026, 11, 18) };
  gboolean keep[G_N_ELEMENTS (dates)];

  tj_thinning_choose (dates, G_N_ELEMENTS (dates), today (), keep);
  g_assert_false (keep[0]);
  g_assert_true (keep[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/thinning/days-weeks-and-months-stay", test_daily);
  g_test_add_func ("/core/thinning/none-is-kept-longer-than-nine-months", test_age);
  g_test_add_func ("/core/thinning/the-latest-always-stays", test_latest);
  g_test_add_func ("/core/thinning/one-a-day-stays", test_same_day);
  return g_test_run ();
}

/* Dates as people type them. */

#include "config.h"

#include "tj-date-input.h"

#define TODAY tj_date_new (2026, 11, 18)

static void
assert_reads (const char *text, const char *iso)
{
  g_autofree char *read = tj_date_format (tj_date_read (text, TODAY));

  g_assert_cmpstr (read, ==, iso);
}

static void
test_forms (void)
{
  assert_reads ("2026-11-18", "2026-11-18");
  assert_reads (" 20261118 ", "2026-11-18");
  assert_reads ("18/11", "2026-11-18");
  assert_reads ("3/2 2026", "2026-02-03");
  assert_reads ("03/02-2026", "2026-02-03");
  assert_reads ("Idag", "2026-11-18");
  assert_reads ("i går", "2026-11-17");
  assert_reads ("imorgon", "2026-11-19");
}

static void
test_nearest (void)
{
  assert_reads ("3/2", "2027-02-03");
  assert_reads ("1/9", "2026-09-01");
  assert_reads ("30/6", "2026-06-30");
}

static void
test_refused (void)
{
  assert_reads ("", "");
  assert_reads ("18/13", "");
  assert_reads ("31/11", "");
  assert_reads ("2026-02-30", "");
  assert_reads ("2026-11-18 kl 9", "");
  assert_reads ("202611180", "");
  assert_reads ("-1/-2", "");
  assert_reads ("nyss", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-input/is-read-as-people-write-it", test_forms);
  g_test_add_func ("/date-input/a-day-without-a-year-is-the-nearest", test_nearest);
  g_test_add_func ("/date-input/what-is-no-day-is-none", test_refused);

  return g_test_run ();
}

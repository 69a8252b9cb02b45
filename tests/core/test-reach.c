/* Phone numbers, e-mail addresses and terms. */

#include "config.h"

#include "tj-reach.h"
#include "tj-term.h"

static void
test_phone (void)
{
  g_assert_true (tj_phone_is_plausible ("070-174 06 05"));
  g_assert_true (tj_phone_is_plausible ("+46 (0)504-180 00"));
  g_assert_false (tj_phone_is_plausible (""));
  g_assert_false (tj_phone_is_plausible ("070-12"));
  g_assert_false (tj_phone_is_plausible ("7,09E+11"));
  g_assert_false (tj_phone_is_plausible ("070-174 06 05, mamma"));
}

static void
test_email (void)
{
  g_assert_true (tj_email_is_plausible ("kim.ek@skola.example.se"));
  g_assert_false (tj_email_is_plausible ("kim.ek"));
  g_assert_false (tj_email_is_plausible ("@example.se"));
  g_assert_false (tj_email_is_plausible ("kim@example"));
  g_assert_false (tj_email_is_plausible ("kim@example."));
  g_assert_false (tj_email_is_plausible ("kim@a.se, eva@a.se"));
}

static void
assert_ends (TjDate date, const char *iso)
{
  g_autofree char *end = tj_date_format (tj_term_end (date));

  g_assert_cmpstr (end, ==, iso);
}

static void
test_term (void)
{
  assert_ends (tj_date_new (2026, 11, 18), "2026-12-20");
  assert_ends (tj_date_new (2026, 12, 14), "2027-06-10");
  assert_ends (tj_date_new (2027, 1, 7), "2027-06-10");
  assert_ends (tj_date_new (2027, 6, 5), "2027-12-20");
  assert_ends (tj_date_new (2027, 8, 1), "2027-12-20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reach/a-phone-number-has-digits-and-little-else", test_phone);
  g_test_add_func ("/reach/an-address-has-one-at-and-a-dot-after-it", test_email);
  g_test_add_func ("/term/ends-in-june-or-december", test_term);

  return g_test_run ();
}

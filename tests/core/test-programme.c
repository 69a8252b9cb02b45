/* Programmes by the names that lists spell out. */

#include "config.h"

#include "tj-programme.h"

static void
assert_read (const char *text, const char *expected)
{
  g_autofree char *code = tj_programme_read (text);

  g_assert_cmpstr (code, ==, expected);
}

static void
test_codes (void)
{
  assert_read ("te", "TE");
  assert_read (" ba25 ", "BA25");
  assert_read ("IMA", "IMA");
}

static void
test_names (void)
{
  assert_read ("Teknikprogrammet", "TE");
  assert_read ("El- och energiprogrammet", "EE");
  assert_read ("VVS- och fastighetsprogrammet", "VF");
  assert_read ("Ekonomiprogrammet (EK25)", "EK25");
  assert_read ("Introduktionsprogram, språkintroduktion", "IMS");
}

static void
test_others (void)
{
  assert_read ("Anpassade gymnasieskolan", "Anpassade gymnasieskolan");
  assert_read ("Riksgymnasiet (för döva)", "Riksgymnasiet (för döva)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/programme/codes-are-capitals", test_codes);
  g_test_add_func ("/core/programme/names-are-known", test_names);
  g_test_add_func ("/core/programme/what-is-none-stays", test_others);
  return g_test_run ();
}

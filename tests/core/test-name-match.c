/* Names that may be of one person. */

#include "config.h"

#include "tj-name-match.h"

static gboolean
similar (const char *family_a, const char *given_a, const char *family_b, const char *given_b)
{
  gboolean there = tj_name_is_similar (family_a, given_a, family_b, given_b);

  /* Whichever is named first. */
  g_assert_cmpint (there, ==, tj_name_is_similar (family_b, given_b, family_a, given_a));
  return there;
}

static void
test_slips (void)
{
  g_assert_true (similar ("Söderlund", "Sanna", "Söderlund", "Sanna"));
  g_assert_true (similar ("Söderlund", "Sanna", "Söderlund", "Sana"));
  g_assert_true (similar ("Johansson", "Kristina", "Johanson", "Cristina"));
  g_assert_true (similar ("Lindqvist", "Erik", "Lindqvits", "Erik"));
  g_assert_true (similar ("ALI", "Juni", "Ali", "juni"));
  g_assert_true (similar ("Renée", "Zoé", "Renee", "Zoe"));
}

static void
test_turned (void)
{
  g_assert_true (similar ("Nguyen", "Linh", "Linh", "Nguyen"));
}

static void
test_others (void)
{
  g_assert_false (similar ("Ali", "Juni", "Ali", "Nova"));
  g_assert_false (similar ("Berg", "Ida", "Borg", "Ina"));
  g_assert_false (similar ("Söderlund", "Sanna", "Söderström", "Sanna"));
  g_assert_false (similar ("Andersson", "Anna", "Andersson", "Maria"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/name-match/forgives-slips", test_slips);
  g_test_add_func ("/core/name-match/sees-names-in-each-others-place", test_turned);
  g_test_add_func ("/core/name-match/keeps-other-names-apart", test_others);
  return g_test_run ();
}

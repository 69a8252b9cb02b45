/* The letterhead as settings see it: keys and values. */

#include "config.h"

#include "tj-letterhead.h"

static void
test_every_key_takes_back_what_it_gives (void)
{
  g_autoptr (TjLetterhead) head = tj_letterhead_new ();
  const char *const *keys = tj_letterhead_list_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = tj_letterhead_dup_value (head, keys[i]);
      g_autofree char *again = NULL;

      g_assert_true (tj_letterhead_set (head, keys[i], value));
      again = tj_letterhead_dup_value (head, keys[i]);
      g_assert_cmpstr (again, ==, value);
    }
}

static void
test_a_new_one_forwards_by_skatteverket (void)
{
  g_autoptr (TjLetterhead) head = tj_letterhead_new ();

  g_assert_cmpstr (head->forwarding_street, ==, "Box 2820");
  g_assert_cmpstr (head->forwarding_postal_code, ==, "403 20");
  g_assert_cmpstr (head->municipality, ==, "");
  g_assert_cmpint (head->fold, ==, TJ_FOLD_C5);
}

static void
test_values_out_of_range_change_nothing (void)
{
  g_autoptr (TjLetterhead) head = tj_letterhead_new ();

  g_assert_true (tj_letterhead_set (head, "address_dx", "-2.5"));
  g_assert_false (tj_letterhead_set (head, "address_dx", "11"));
  g_assert_false (tj_letterhead_set (head, "address_dx", "2 mm"));
  g_assert_false (tj_letterhead_set (head, "address_dx", "nan"));
  g_assert_false (tj_letterhead_set (head, "address_dx", ""));
  g_assert_cmpfloat (head->address_dx, ==, -2.5);
  g_assert_false (tj_letterhead_set (head, "fold", "a4"));
  g_assert_cmpint (head->fold, ==, TJ_FOLD_C5);
  g_assert_false (tj_letterhead_set (head, "personal_number", "x"));
  g_assert_null (tj_letterhead_dup_value (head, "personal_number"));
}

static void
test_a_copy_stands_alone (void)
{
  g_autoptr (TjLetterhead) head = tj_letterhead_new ();
  g_autoptr (TjLetterhead) copy = NULL;

  tj_letterhead_set (head, "municipality", " Tibro kommun ");
  copy = tj_letterhead_copy (head);
  tj_letterhead_set (head, "municipality", "Skövde kommun");
  g_assert_cmpstr (copy->municipality, ==, "Tibro kommun");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/letterhead/every-key-takes-back-what-it-gives",
                   test_every_key_takes_back_what_it_gives);
  g_test_add_func ("/paper/letterhead/a-new-one-forwards-by-skatteverket",
                   test_a_new_one_forwards_by_skatteverket);
  g_test_add_func ("/paper/letterhead/values-out-of-range-change-nothing",
                   test_values_out_of_range_change_nothing);
  g_test_add_func ("/paper/letterhead/a-copy-stands-alone", test_a_copy_stands_alone);
  return g_test_run ();
}

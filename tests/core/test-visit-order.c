/* The order of a round of visits. */

#include "config.h"

#include "tj-visit-order.h"

#include <string.h>

static void
assert_before (const char *locality, const char *street, const char *locality2, const char *street2)
{
  g_autofree char *one = tj_visit_order_key (locality, street);
  g_autofree char *other = tj_visit_order_key (locality2, street2);

  if (strcmp (one, other) >= 0)
    g_error ("%s, %s does not come before %s, %s", street, locality, street2, locality2);
}

static void
test_places_come_first (void)
{
  assert_before ("Fagersanna", "Ängsvägen 9", "Tibro", "Allén 1");
}

static void
test_streets_stand_in_swedish_order (void)
{
  assert_before ("Tibro", "Zinkgatan 9", "Tibro", "Ånäsvägen 1");
  assert_before ("Tibro", "Ängsvägen 9", "Tibro", "Örtgatan 1");
}

static void
test_house_numbers_are_numbers (void)
{
  assert_before ("Tibro", "Storgatan 2", "Tibro", "Storgatan 10");
  assert_before ("Tibro", "Storgatan 10", "Tibro", "Storgatan 10 B");
  assert_before ("Tibro", "Storgatan 10 A", "Tibro", "Storgatan 10B");
  assert_before ("Tibro", "Storgatan 10 B", "Tibro", "Storgatan 11");
  assert_before ("Tibro", "Storgatan 4 lgh 1101", "Tibro", "Storgatan 10 lgh 1001");
}

static void
test_a_street_may_have_digits_and_no_number (void)
{
  assert_before ("Tibro", "Väg 2 9", "Tibro", "Väg 2 14");
  assert_before ("Tibro", "Lillgården", "Tibro", "Storgården");
  assert_before ("Tibro", "", "Tibro", "Storgatan 1");
}

static void
test_case_does_not_part_a_street (void)
{
  assert_before ("TIBRO", "STORGATAN 2", "Tibro", "Storgatan 3");
  assert_before ("Tibro", "Storgatan 2", "TIBRO", "STORGATAN 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/visit-order/places-come-first", test_places_come_first);
  g_test_add_func ("/core/visit-order/streets-stand-in-swedish-order",
                   test_streets_stand_in_swedish_order);
  g_test_add_func ("/core/visit-order/house-numbers-are-numbers", test_house_numbers_are_numbers);
  g_test_add_func ("/core/visit-order/a-street-may-have-digits-and-no-number",
                   test_a_street_may_have_digits_and_no_number);
  g_test_add_func ("/core/visit-order/case-does-not-part-a-street",
                   test_case_does_not_part_a_street);
  return g_test_run ();
}

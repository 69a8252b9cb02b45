/* Prices: which line of a list is meant for a pupil, and what a month costs. */

#include "config.h"

#include "tj-price.h"

#define LAST_OF_OLD tj_date_new (2025, 6, 30)
#define FIRST_OF_NEW tj_date_new (2025, 7, 1)

static TjPrice list[] = {
  { .programme = "BA", .year_ore = 16170000 },
  { .programme = "BA", .year_ore = 16370000 },
  { .programme = "NB", .orientation = "Djurvård", .year_ore = 24370000 },
  { .programme = "TE", .year_ore = 12190000 },
  { .programme = "TE", .organiser = "NTI Gymnasiet AB", .year_ore = 11000000 },
  { .programme = "TE", .year_ore = 12000000 },
};

static void
date_list (void)
{
  list[0].begun_to = LAST_OF_OLD;
  list[1].begun_from = FIRST_OF_NEW;
  list[3].valid_from = tj_date_new (2026, 1, 1);
  list[3].valid_to = tj_date_new (2026, 12, 31);
  list[4].valid_from = list[3].valid_from;
  list[5].valid_from = tj_date_new (2025, 1, 1);
  list[5].valid_to = tj_date_new (2025, 12, 31);
}

static gint64
year_price (const char *programme, const char *organiser, TjDate begun, TjDate month)
{
  TjPriceQuery query
      = { .programme = programme, .organiser = organiser, .begun_on = begun, .month = month };
  const TjPrice *price = tj_price_find (list, G_N_ELEMENTS (list), &query);

  return price != NULL ? price->year_ore : -1;
}

static void
test_who_began_after_the_change_costs_the_new_price (void)
{
  TjDate november = tj_date_new (2026, 11, 1);

  g_assert_cmpint (year_price ("BA", NULL, LAST_OF_OLD, november), ==, 16170000);
  g_assert_cmpint (year_price ("BA", NULL, FIRST_OF_NEW, november), ==, 16370000);
  g_assert_cmpint (year_price ("BA", NULL, TJ_DATE_NONE, november), ==, 16170000);
}

static void
test_the_suffix_is_surer_than_the_date (void)
{
  TjDate november = tj_date_new (2026, 11, 1);

  g_assert_cmpint (year_price ("BA25", NULL, tj_date_new (2023, 8, 18), november), ==, 16370000);
  g_assert_cmpint (year_price (" ba25 ", NULL, TJ_DATE_NONE, november), ==, 16370000);
}

static void
test_a_price_agreed_with_the_organiser_goes_first (void)
{
  TjDate november = tj_date_new (2026, 11, 1);

  g_assert_cmpint (year_price ("TE", "NTI Gymnasiet AB", TJ_DATE_NONE, november), ==, 11000000);
  g_assert_cmpint (year_price ("TE", "Skövde kommun", TJ_DATE_NONE, november), ==, 12190000);
}

static void
test_a_list_holds_for_its_months (void)
{
  g_assert_cmpint (year_price ("TE", NULL, TJ_DATE_NONE, tj_date_new (2025, 12, 1)), ==, 12000000);
  g_assert_cmpint (year_price ("TE", NULL, TJ_DATE_NONE, tj_date_new (2024, 12, 1)), ==, -1);
  g_assert_cmpint (year_price ("TE", NULL, TJ_DATE_NONE, tj_date_new (2027, 1, 1)), ==, -1);
}

static void
test_an_orientation_has_its_own_price_only (void)
{
  TjPriceQuery query = { .programme = "NB", .month = tj_date_new (2026, 11, 1) };

  g_assert_null (tj_price_find (list, G_N_ELEMENTS (list), &query));
  query.orientation = "djurvård";
  g_assert_cmpint (tj_price_find (list, G_N_ELEMENTS (list), &query)->year_ore, ==, 24370000);
}

static void
test_a_month_is_a_twelfth_in_whole_kronor (void)
{
  g_assert_cmpint (tj_price_month (&list[0]), ==, 1347500);
  g_assert_cmpint (tj_price_month (&list[1]), ==, 1364200);
  g_assert_cmpint (tj_price_month (&list[3]), ==, 1015800);
}

static void
test_codes_with_and_without_the_suffix_are_one_programme (void)
{
  g_assert_true (tj_programme_is_same ("BA", "ba25"));
  g_assert_false (tj_programme_is_same ("BA", "BF25"));
  g_assert_false (tj_programme_is_same ("IMA", "IMV"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  date_list ();

  g_test_add_func ("/core/price/who-began-after-the-change-costs-the-new-price",
                   test_who_began_after_the_change_costs_the_new_price);
  g_test_add_func ("/core/price/the-suffix-is-surer-than-the-date",
                   test_the_suffix_is_surer_than_the_date);
  g_test_add_func ("/core/price/a-price-agreed-with-the-organiser-goes-first",
                   test_a_price_agreed_with_the_organiser_goes_first);
  g_test_add_func ("/core/price/a-list-holds-for-its-months", test_a_list_holds_for_its_months);
  g_test_add_func ("/core/price/an-orientation-has-its-own-price-only",
                   test_an_orientation_has_its_own_price_only);
  g_test_add_func ("/core/price/a-month-is-a-twelfth-in-whole-kronor",
                   test_a_month_is_a_twelfth_in_whole_kronor);
  g_test_add_func ("/core/price/codes-with-and-without-the-suffix-are-one-programme",
                   test_codes_with_and_without_the_suffix_are_one_programme);
  return g_test_run ();
}

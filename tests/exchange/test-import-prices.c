/* Price lists come in, come again, and are taken back. */

#include "config.h"

#include "import-fixture.h"

#include "tj-import-undo.h"
#include "tj-price-repository.h"

#define HEADINGS "Program;Inriktning;Huvudman;År;Påbörjad;Pris;Källa\n"
#define BA_BEFORE "BA;;;2026;före 1 juli 2025;161 700;SKOLFS 2026:7\n"
#define BA_SINCE "BA25;;;2026;;163 700;SKOLFS 2026:7\n"
#define TE "Teknikprogrammet;;;2026;;121 900 kr;SKOLFS 2026:7\n"
#define NB "NB;Djurvård;;2026;alla;243700,00;SKOLFS 2026:7\n"

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *prices = tj_prices_list (self->store, &error);

  g_assert_no_error (error);
  return prices;
}

static TjPriceLine *
find (GPtrArray *prices, const char *programme, const char *organiser, TjDate begun_from)
{
  for (guint i = 0; i < prices->len; i++)
    if (g_str_equal (tj_price_line_get_programme (prices->pdata[i]), programme)
        && g_str_equal (tj_price_line_get_organiser (prices->pdata[i]), organiser)
        && tj_price_line_get_begun_from (prices->pdata[i]) == begun_from)
      return prices->pdata[i];
  return NULL;
}

static void
test_a_list_is_read (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "prices", HEADINGS BA_BEFORE BA_SINCE TE NB);
  g_autoptr (GPtrArray) prices = list (self);
  TjPriceLine *before = find (prices, "BA", "", TJ_DATE_NONE);
  TjPriceLine *since = find (prices, "BA", "", tj_date_new (2025, 7, 1));
  TjPriceLine *animals = find (prices, "NB", "", TJ_DATE_NONE);

  assert_counts (report, 4, 0, 0, 0);
  g_assert_cmpint (tj_price_line_get_year_ore (before), ==, 16170000);
  g_assert_cmpuint (tj_price_line_get_begun_to (before), ==, tj_date_new (2025, 6, 30));
  g_assert_cmpint (tj_price_line_get_year_ore (since), ==, 16370000);
  g_assert_cmpuint (tj_price_line_get_valid_from (since), ==, tj_date_new (2026, 1, 1));
  g_assert_cmpuint (tj_price_line_get_valid_to (since), ==, tj_date_new (2026, 12, 31));
  g_assert_cmpstr (tj_price_line_get_orientation (animals), ==, "Djurvård");
  g_assert_cmpuint (tj_price_line_get_begun_to (animals), ==, TJ_DATE_NONE);
  g_assert_cmpstr (tj_price_line_get_origin (animals), ==, "SKOLFS 2026:7");
  g_assert_nonnull (find (prices, "TE", "", TJ_DATE_NONE));
}

static void
test_english_headings_and_days (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "prices",
                        "Programme;Organiser;Valid from;Valid to;Begun;Price per year\n"
                        "Ekonomiprogrammet (EK25);Skövde kommun;2026-07-01;2027-06-30;;99500\n");
  g_autoptr (GPtrArray) prices = list (self);
  TjPriceLine *price = find (prices, "EK", "Skövde kommun", tj_date_new (2025, 7, 1));

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (tj_price_line_get_valid_from (price), ==, tj_date_new (2026, 7, 1));
  g_assert_cmpuint (tj_price_line_get_valid_to (price), ==, tj_date_new (2027, 6, 30));
}

/* Next year's list is new, a corrected one changes, and what it leaves out stays. */
static void
test_a_list_that_comes_again (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "prices", HEADINGS TE NB);
  g_autoptr (TjImportReport) again = fixture_import (
      self, "prices",
      HEADINGS "te;;;2026;;122 000;SKOLFS 2026:7\nNB;djurvård;;2026;;243700;SKOLFS 2026:7\n"
               "TE;;;2027;;125000;\n");
  g_autoptr (TjImportReport) part = fixture_import (self, "prices", HEADINGS BA_SINCE);
  g_autoptr (GPtrArray) prices = list (self);
  guint n;
  const TjImportDifference *differences = tj_import_report_get_differences (again, &n);

  assert_counts (first, 2, 0, 0, 0);
  assert_counts (again, 1, 1, 1, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (differences[0].old_text, ==, "121\u00a0900");
  g_assert_cmpstr (differences[0].new_text, ==, "122\u00a0000");
  assert_counts (part, 1, 0, 0, 0);
  g_assert_cmpuint (prices->len, ==, 4);
  g_assert_cmpstr (tj_price_line_get_orientation (find (prices, "NB", "", TJ_DATE_NONE)), ==,
                   "Djurvård");
}

static void
test_nothing_is_guessed (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "prices",
      HEADINGS "TE;;;;;121900;\nTE;;;2026/27;;121900;\nTE;;;2026;;gratis;\n"
               "TE;;;2026;;0;\nTE;;;2026;före 1 januari 2024;121900;\n"
               "TE25;;;2026;Gy11;121900;\n;;;2026;;121900;\n" TE "TE;;;2026;;121901;\n" TE);
  g_autoptr (GPtrArray) prices = list (self);

  assert_counts (report, 1, 0, 1, 0);
  g_assert_cmpuint (count_rejected (report), ==, 8);
  assert_rejected (report, 2, "År", "when the price holds");
  assert_rejected (report, 3, "År", "when the price holds");
  assert_rejected (report, 4, "Pris", "not an amount");
  assert_rejected (report, 5, "Pris", "not an amount");
  assert_rejected (report, 6, "Påbörjad", "For whom");
  assert_rejected (report, 7, "Påbörjad", "For whom");
  assert_rejected (report, 10, "Pris", "earlier row");
  g_assert_cmpuint (prices->len, ==, 1);
}

static void
test_a_dry_run_leaves_nothing (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImport) import = fixture_read (self, "prices", HEADINGS TE);
  g_autoptr (TjImportReport) report = tj_import_apply (import, TRUE, NULL, &error);
  g_autoptr (GPtrArray) prices = list (self);

  g_assert_no_error (error);
  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (prices->len, ==, 0);
}

/* Also when another list has come in since. */
static void
test_a_run_is_undone (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportReport) kept = fixture_import (self, "prices", HEADINGS TE);
  g_autoptr (TjImportReport) undone
      = fixture_import (self, "prices", HEADINGS NB "TE;;;2026;;130000;SKOLFS 2026:7\n");
  g_autoptr (TjImportReport) later = fixture_import (self, "prices", HEADINGS BA_SINCE);
  g_autoptr (GPtrArray) prices = NULL;

  tj_import_undo (self->store, tj_import_report_get_run_id (undone), NULL, &error);
  g_assert_no_error (error);
  prices = list (self);
  g_assert_cmpuint (prices->len, ==, 2);
  g_assert_cmpint (tj_price_line_get_year_ore (find (prices, "TE", "", TJ_DATE_NONE)), ==,
                   12190000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/import/prices/a-list-is-read", test_a_list_is_read);
  fixture_add_test ("/import/prices/english-headings-and-days", test_english_headings_and_days);
  fixture_add_test ("/import/prices/a-list-that-comes-again", test_a_list_that_comes_again);
  fixture_add_test ("/import/prices/nothing-is-guessed", test_nothing_is_guessed);
  fixture_add_test ("/import/prices/a-dry-run-leaves-nothing", test_a_dry_run_leaves_nothing);
  fixture_add_test ("/import/prices/a-run-is-undone", test_a_run_is_undone);
  return g_test_run ();
}

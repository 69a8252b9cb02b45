/* What a list of phone numbers and e-mail addresses does to the register. */

#include "config.h"

#include "import-fixture.h"

#define REGISTER_BOTH "Pnr;Namn\n" ESTER ";Nilsson, Ester\n" LIAM ";Ek, Liam\n"

static void
test_sample (Fixture *self)
{
  g_autoptr (TjImportReport) registered = fixture_import_file (self, "ist", "ist.csv");
  g_autoptr (TjImportReport) report = fixture_import_file (self, "contacts", "contacts.csv");
  g_autoptr (TjImportReport) again = fixture_import_file (self, "contacts", "contacts.csv");
  g_autoptr (TjYouth) youth = fixture_load (self, "200705292381");
  guint n_rows = tj_import_report_get_n_rows (report);

  g_assert_cmpstr (tj_youth_get_phone (youth), ==, "073-2547464");
  g_assert_cmpstr (tj_youth_get_email (youth), ==, "ungdom2@example.org");
  g_assert_cmpuint (n_rows, ==, 34);
  g_assert_cmpuint (
      tj_import_report_get_count (report, TJ_IMPORT_CHANGED) + count_rejected (report), ==, n_rows);
  assert_counts (again, 0, 0, n_rows - count_rejected (report), 0);
  g_assert_cmpuint (fixture_count_youths (self), ==, 82);
}

static void
test_unknown (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "contacts", "Personnummer;Mobil\n" ESTER ";070-1740605\n");

  assert_rejected (report, 2, "Personnummer", "No youth in the register");
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
}

static void
test_never_half (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", REGISTER_BOTH);
  g_autoptr (TjImportReport) report = fixture_import (
      self, "contacts",
      "Pnr;Telefon;Mobil;Mejl\n" ESTER ";0505-123 45;;ester@\n" LIAM ";0505-123 45;701740605;\n");
  g_autoptr (TjYouth) ester = fixture_load (self, ESTER);
  g_autoptr (TjYouth) liam = fixture_load (self, LIAM);

  assert_rejected (report, 2, "Mejl", "not an e-mail");
  g_assert_cmpstr (tj_youth_get_phone (ester), ==, "");
  g_assert_cmpstr (tj_youth_get_phone (liam), ==, "0701740605");
  assert_warned (report, 3, "Mobil", "leading zero");
}

static void
test_empty_and_same (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", REGISTER_BOTH);
  g_autoptr (TjImportReport) filled = fixture_import (
      self, "contacts", "Pnr;Mobil;Mejl\n" ESTER ";070-174 06 05;e@example.org\n");
  g_autoptr (TjImportReport) report
      = fixture_import (self, "contacts", "Pnr;Mobil;Mejl\n" ESTER ";+46701740605;-\n" LIAM ";;\n");
  g_autoptr (TjYouth) ester = fixture_load (self, ESTER);

  assert_counts (filled, 0, 1, 0, 0);
  assert_counts (report, 0, 0, 1, 0);
  assert_rejected (report, 3, "", "neither a phone number");
  g_assert_cmpstr (tj_youth_get_phone (ester), ==, "070-174 06 05");
  g_assert_cmpstr (tj_youth_get_email (ester), ==, "e@example.org");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/exchange/contacts/the-sample-fills-in-the-known", test_sample);
  fixture_add_test ("/exchange/contacts/who-is-unknown-is-rejected", test_unknown);
  fixture_add_test ("/exchange/contacts/a-row-with-a-bad-cell-changes-nothing", test_never_half);
  fixture_add_test ("/exchange/contacts/empty-cells-and-other-spellings-change-nothing",
                    test_empty_and_same);
  return g_test_run ();
}

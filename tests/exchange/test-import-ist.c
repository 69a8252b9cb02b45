/* What the list of IST does to the register, row by row. */

#include "config.h"

#include "import-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEADER                                                                                     \
  "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Senaste skola;Senaste program;"   \
  "Orsak;Registreringsdatum\n"
#define ESTER_ROW                                                                                  \
  ESTER ";Nilsson;Ester;Storgatan 1;543 30;Tibro;Ållebergsgymnasiet;EE25;Studiebevis;2026-07-01\n"
#define LIAM_ROW LIAM ";Ek;Liam;Kyrkogatan 2;543 31;Tibro;;;Uppgift saknas;2026-11-07\n"

static JsonArray *
load_truth (JsonParser *parser, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "imports", "truth.json", NULL);

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), name);
}

static void
test_sample (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import_file (self, "ist", "ist.csv");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *expected = load_truth (parser, "to_register");
  g_autoptr (JsonParser) other_parser = json_parser_new ();
  JsonArray *over_20 = load_truth (other_parser, "over20");
  guint n_warnings, n_over_20 = 0;
  const TjImportIssue *warnings = tj_import_report_get_warnings (report, &n_warnings);

  assert_counts (report, 82, 0, 0, 0);
  g_assert_cmpuint (count_rejected (report), ==, 0);
  g_assert_cmpuint (json_array_get_length (expected), ==, 82);
  g_assert_cmpuint (fixture_count_youths (self), ==, 82);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autoptr (TjRegistration) open
          = fixture_load_open (self, json_array_get_string_element (expected, i));

      g_assert_nonnull (open);
    }
  for (guint i = 0; i < n_warnings; i++)
    n_over_20 += strstr (warnings[i].reason, "turned 20") != NULL;
  g_assert_cmpuint (n_over_20, ==, json_array_get_length (over_20));
}

static void
test_fields (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);
  g_autoptr (TjRegistration) open = fixture_load_open (self, ESTER);

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpstr (tj_youth_get_given_name (youth), ==, "Ester");
  g_assert_cmpstr (tj_youth_get_family_name (youth), ==, "Nilsson");
  g_assert_cmpstr (tj_youth_get_street (youth), ==, "Storgatan 1");
  g_assert_cmpstr (tj_youth_get_postal_code (youth), ==, "54330");
  g_assert_cmpstr (tj_youth_get_locality (youth), ==, "Tibro");
  g_assert_cmpint (tj_youth_get_protection (youth), ==, TJ_PROTECTION_NONE);
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, tj_date_new (2026, 7, 1));
  g_assert_cmpint (tj_registration_get_background (open), ==, TJ_BACKGROUND_STUDIEBEVIS);
  g_assert_cmpstr (tj_registration_get_latest_education (open), ==, "Ållebergsgymnasiet, EE25");
}

static void
test_again (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import_file (self, "ist", "ist.csv");
  g_autoptr (TjImportReport) again = fixture_import_file (self, "ist", "ist.csv");

  assert_counts (first, 82, 0, 0, 0);
  assert_counts (again, 0, 0, 82, 0);
}

static void
test_changed (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW LIAM_ROW);
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist", HEADER ESTER ";Nilsson;Ester;Nygatan 9;543 30;Tibro;;;;2026-07-01\n" LIAM_ROW);
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);
  g_autoptr (TjRegistration) open = fixture_load_open (self, ESTER);
  guint n;
  const TjImportDifference *differences = tj_import_report_get_differences (report, &n);

  assert_counts (report, 0, 1, 1, 0);
  g_assert_cmpstr (tj_youth_get_street (youth), ==, "Nygatan 9");
  g_assert_cmpstr (tj_registration_get_latest_education (open), ==, "Ållebergsgymnasiet, EE25");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (differences[0].row, ==, 2);
  g_assert_cmpstr (differences[0].old_text, ==, "Storgatan 1");
  g_assert_cmpstr (differences[0].new_text, ==, "Nygatan 9");
}

static void
test_gone (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW LIAM_ROW);
  g_autoptr (TjImportReport) report = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjRegistration) open = fixture_load_open (self, LIAM);
  g_autoptr (TjYouth) liam = fixture_load (self, LIAM);
  guint n;
  const TjImportOutcome *outcomes = tj_import_report_get_outcomes (report, &n);

  assert_counts (report, 0, 0, 1, 1);
  g_assert_cmpuint (tj_import_report_get_n_rows (report), ==, 1);
  g_assert_nonnull (open);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (outcomes[1].result, ==, TJ_IMPORT_GONE);
  g_assert_cmpint (outcomes[1].youth_id, ==, tj_entity_get_id (liam));
}

static void
test_rejected_is_not_gone (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER LIAM_ROW);
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist", HEADER LIAM ";Ek;Liam;;;;;;;i höstas\n");

  assert_counts (report, 0, 0, 0, 0);
  assert_rejected (report, 2, "Registreringsdatum", "not a date");
}

static void
test_bad_rows (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist",
                        HEADER ";Ek;Bo;;;;;;;\n"                                       /* 2 */
                               "200701032386;Ek;Bo;;;;;;;\n"                           /* 3 */
                               "2,00701E+11;Ek;Bo;;;;;;;\n"                            /* 4 */
                               "\n"                                                    /* 5 */
                               ";;;;;;;;;\n"                                           /* 6 */
                        AXEL ";;;;;;;;;2026-07-01\n"                                   /* 7 */
                        ELSA ";Ek;Elsa;Storgatan 1; 2 tr;543 30;Tibro;;;;2026-07-01\n" /* 8 */
                        ESTER_ROW                                                      /* 9 */
                            LIAM ";Ek;Liam;;;;;;;31/12/26\n");                         /* 10 */

  g_assert_cmpuint (tj_import_report_get_n_rows (report), ==, 7);
  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (count_rejected (report), ==, 6);
  assert_rejected (report, 2, "Personnummer", "is missing");
  assert_rejected (report, 3, "Personnummer", "check digit");
  assert_rejected (report, 4, "Personnummer", "Excel has shortened");
  assert_rejected (report, 7, "Förnamn", "name is missing");
  assert_rejected (report, 8, "", "more cells");
  assert_rejected (report, 10, "Registreringsdatum", "four digits");
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_duplicates (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist",
      HEADER ESTER_ROW ESTER_ROW LIAM_ROW LIAM
      ";Ek;Liam;Annan väg 5;543 31;Tibro;;;;2026-11-07\n"
      "070103-2385;Nilsson;Ester;Storgatan 1;543 30;Tibro;Ållebergsgymnasiet;EE25;"
      "Studiebevis;2026-07-01\n");

  assert_counts (report, 2, 0, 2, 0);
  g_assert_cmpuint (count_rejected (report), ==, 1);
  assert_rejected (report, 5, "", "earlier row");
}

static void
test_good_row_after_a_bad_one_of_the_same (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist", HEADER ESTER ";Nilsson;Ester;;;;;;;?\n" ESTER_ROW);

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (count_rejected (report), ==, 1);
}

static void
test_warned_but_taken (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist",
                        HEADER AXEL ";Ek;Axel;Storgatan 1;54330;Tibro;;;;2026-07-01\n" /* 2 */
                        ESTER ";Ek;Ester;Storgatan 1;54330;Tibro;;;;2026-11-19\n"      /* 3 */
                        LIAM ";Ek;Liam;;;;;;;2026-07-01\n"                             /* 4 */
                        ELSA ";Ek;Elsa;Storgatan 1;5433;Tibro;;;;46204\n");            /* 5 */
  g_autoptr (TjRegistration) elsa = fixture_load_open (self, ELSA);

  assert_counts (report, 4, 0, 0, 0);
  g_assert_cmpuint (count_rejected (report), ==, 0);
  assert_warned (report, 2, "Personnummer", "turned 20");
  assert_warned (report, 3, "Registreringsdatum", "not come yet");
  assert_warned (report, 4, "Gatuadress", "no complete address");
  assert_warned (report, 5, "Postnummer", "not five digits");
  assert_warned (report, 5, "Registreringsdatum", "as Excel keeps them");
  g_assert_cmpuint (tj_registration_get_registered_on (elsa), ==, tj_date_new (2026, 7, 1));
}

static void
test_no_date (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist", "Pnr;Namn\n" ESTER ";Nilsson, Ester\n" LIAM ";Liam Ek\n");
  g_autoptr (TjImportReport) again
      = fixture_import (self, "ist", "Pnr;Namn\n" ESTER ";Ester Nilsson\n" LIAM ";Ek, Liam\n");
  g_autoptr (TjRegistration) open = fixture_load_open (self, ESTER);
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);

  assert_counts (report, 2, 0, 0, 0);
  assert_counts (again, 0, 0, 2, 0);
  assert_warned (report, 0, "Registration date", "Today's date is used");
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, self->today);
  g_assert_cmpstr (tj_youth_get_given_name (youth), ==, "Ester");
  g_assert_cmpstr (tj_youth_get_family_name (youth), ==, "Nilsson");
}

static void
assert_protected (Fixture *self, const char *personal_number, int protection, const char *street)
{
  g_autoptr (TjYouth) youth = fixture_load (self, personal_number);

  g_assert_cmpint (tj_youth_get_protection (youth), ==, protection);
  g_assert_cmpstr (tj_youth_get_street (youth), ==, street);
}

static void
test_protected (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist",
                        "Pnr;Efternamn;Förnamn;Adress;Skyddad\n"    /* 1 */
                        ESTER ";Nilsson;Ester;Hemliga gatan 1;Ja\n" /* 2 */
                        LIAM ";Ek;Liam;SKYDDAD ADRESS;\n"           /* 3 */
                        ELSA ";Sekretess;;;Skyddad folkbokföring\n" /* 4 */
                        AXEL ";Ek;Axel;Skyddsvärnsgatan 1;Nej\n");  /* 5 */

  assert_counts (report, 4, 0, 0, 0);
  assert_protected (self, ESTER, TJ_PROTECTION_MARKED, "");
  assert_protected (self, LIAM, TJ_PROTECTION_MARKED, "");
  assert_protected (self, ELSA, TJ_PROTECTION_POPULATION, "");
  assert_protected (self, AXEL, TJ_PROTECTION_NONE, "Skyddsvärnsgatan 1");
  assert_warned (report, 2, "", "marked as protected");
}

static void
test_stays_protected (Fixture *self)
{
  g_autoptr (TjImportReport) first
      = fixture_import (self, "ist", "Pnr;Namn;Adress;Skyddad\n" ESTER ";Ek, Ester;;Ja\n");
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist", "Pnr;Namn;Adress;Skyddad\n" ESTER ";Ek, Ester;Nygatan 1;Nej\n");

  assert_counts (report, 0, 0, 1, 0);
  assert_protected (self, ESTER, TJ_PROTECTION_MARKED, "");
  assert_warned (report, 2, "", "marking is kept");
}

static void
test_new_marking_hides (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist", "Pnr;Efternamn;Förnamn;Adress\n" ESTER ";Skyddad;Identitet;Sekretess\n");
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);

  assert_counts (report, 0, 1, 0, 0);
  g_assert_cmpint (tj_youth_get_protection (youth), ==, TJ_PROTECTION_MARKED);
  g_assert_cmpstr (tj_youth_get_given_name (youth), ==, "Ester");
}

static void
test_again_after_closing (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjRegistration) open = NULL;

  fixture_deregister (self, ESTER, "2026-08-20");
  report = fixture_import (self, "ist",
                           HEADER ESTER ";Nilsson;Ester;Storgatan 1;543 30;Tibro;;;;2026-10-01\n");
  open = fixture_load_open (self, ESTER);
  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, tj_date_new (2026, 10, 1));
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_lagging_list (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjImportReport) again = NULL;
  g_autoptr (TjRegistration) open = NULL;

  fixture_deregister (self, ESTER, "2026-08-20");
  report = fixture_import (self, "ist", HEADER ESTER_ROW);
  open = fixture_load_open (self, ESTER);
  assert_counts (report, 1, 0, 0, 0);
  assert_warned (report, 2, "Registreringsdatum", "counts from today");
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, self->today);

  again = fixture_import (self, "ist", HEADER ESTER_ROW);
  assert_counts (again, 0, 0, 1, 0);

  fixture_deregister (self, ESTER, "2026-11-18");
  g_clear_pointer (&again, tj_import_report_unref);
  again = fixture_import (self, "ist", HEADER ESTER_ROW LIAM_ROW);
  assert_counts (again, 1, 0, 0, 0);
  assert_rejected (again, 2, "Registreringsdatum", "by hand");
}

static void
test_other_name (Fixture *self)
{
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", HEADER ESTER_ROW);
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist", HEADER ESTER ";Karlsson;Melvin;Nygatan 9;543 30;Tibro;;;;2026-07-01\n");
  g_autoptr (TjImportReport) married = fixture_import (
      self, "ist", HEADER ESTER ";Karlsson;Ester Maria;Nygatan 9;543 30;Tibro;;;;2026-07-01\n");
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);

  assert_counts (report, 0, 0, 0, 0);
  g_assert_cmpuint (tj_import_report_get_count (report, TJ_IMPORT_CONFLICT), ==, 1);
  assert_rejected (report, 2, "Personnummer", "another name");
  assert_counts (married, 0, 1, 0, 0);
  g_assert_cmpstr (tj_youth_get_family_name (youth), ==, "Karlsson");
}

static void
test_earlier_number (Fixture *self)
{
  g_autoptr (TjImportReport) first
      = fixture_import (self, "ist", "Pnr;Namn\n20070279-2383;Ek, Ester\n");
  g_autoptr (TjYouth) youth = fixture_load (self, "200702792383");
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (self->store, "new-number", &error);

  tj_youth_set_personal_number (youth, ESTER);
  tj_youths_update (change, youth, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);

  report = fixture_import (self, "ist", "Pnr;Namn\n20070279-2383;Ek, Ester\n" ESTER ";Ek, Ester\n");
  assert_counts (report, 0, 0, 1, 0);
  assert_rejected (report, 3, "Pnr", "earlier row");
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/exchange/ist/the-sample-registers-exactly-the-82", test_sample);
  fixture_add_test ("/exchange/ist/every-column-reaches-its-field", test_fields);
  fixture_add_test ("/exchange/ist/the-same-list-again-changes-nothing", test_again);
  fixture_add_test ("/exchange/ist/a-new-address-is-changed-with-old-and-new", test_changed);
  fixture_add_test ("/exchange/ist/who-is-missing-is-told-but-not-deregistered", test_gone);
  fixture_add_test ("/exchange/ist/who-stands-on-a-rejected-row-is-not-gone",
                    test_rejected_is_not_gone);
  fixture_add_test ("/exchange/ist/bad-rows-are-left-out-and-good-ones-taken", test_bad_rows);
  fixture_add_test ("/exchange/ist/a-second-row-of-a-person-is-unchanged-or-rejected",
                    test_duplicates);
  fixture_add_test ("/exchange/ist/a-good-row-after-a-bad-one-of-the-same-person-is-taken",
                    test_good_row_after_a_bad_one_of_the_same);
  fixture_add_test ("/exchange/ist/what-is-odd-is-warned-of-and-taken", test_warned_but_taken);
  fixture_add_test ("/exchange/ist/without-dates-today-counts", test_no_date);
  fixture_add_test ("/exchange/ist/markings-protect-and-no-address-is-taken", test_protected);
  fixture_add_test ("/exchange/ist/a-list-never-lifts-protection", test_stays_protected);
  fixture_add_test ("/exchange/ist/a-marking-does-not-become-a-name", test_new_marking_hides);
  fixture_add_test ("/exchange/ist/on-the-list-again-is-registered-again",
                    test_again_after_closing);
  fixture_add_test ("/exchange/ist/periods-never-overlap-when-the-list-lags", test_lagging_list);
  fixture_add_test ("/exchange/ist/two-new-names-are-somebody-else", test_other_name);
  fixture_add_test ("/exchange/ist/an-earlier-number-is-the-same-person", test_earlier_number);
  return g_test_run ();
}

/* Lists that say of people who need not be youths where they live, what they attend and what is paid
 * for them: population, enrolments and invoices. */

#include "config.h"

#include "import-fixture.h"

#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-invoice-line.h"
#include "tj-proposal-repository.h"
#include "tj-resident.h"
#include "tj-undo.h"

#define IST "Personnummer;Efternamn;Förnamn;Registreringsdatum;Gatuadress;Postnummer;Postort\n"
#define IST_ESTER ESTER ";Nilsson;Ester;2026-09-01;Storgatan 1;543 30;Tibro\n"
#define IST_LIAM LIAM ";Ek;Liam;2026-09-01;Storgatan 2;543 30;Tibro\n"
#define IST_AXEL AXEL ";Berg;Axel;2026-09-01;Storgatan 3;543 30;Tibro\n"

#define POPULATION                                                                                 \
  "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Folkbokföringskommun;"           \
  "Inflyttningsdatum;Utflyttningsdatum;Skyddad\n"
#define ESTER_HERE ESTER ";Nilsson;Ester;Lillgatan 9;543 31;Tibro;1472;;;\n"
#define LIAM_HERE LIAM ";Ek;Liam;Storgatan 2;543 30;Tibro;1472;2026-10-02;;\n"
#define ELSA_HERE ELSA ";Öberg;Elsa;Byvägen 3;543 30;Tibro;1472;;;\n"

#define ENROLMENTS                                                                                 \
  "Personnummer;Skola;Huvudman;Huvudmannatyp;I samverkansområdet;Program;Årskurs;Startdatum;"    \
  "Slutdatum;Slutorsak;Reducerat program;Förlängd utbildning\n"
#define ELSA_SA ELSA ";Västra skolan;Skövde kommun;kommunal;Ja;SA25;1;2026-08-18;;;Nej;Nej\n"
#define LIAM_EE LIAM ";NTI;NTI AB;fristående;Nej;EE;2;2025-08-18;;;Ja;Nej\n"

#define INVOICES "Fakturanummer;Huvudman;Skola;Personnummer;Namn;Program;Månad;Belopp\n"
#define ELSA_PAID "F1;Skövde kommun;Västra skolan;" ELSA ";Elsa Öberg;SA25;2026-11;8550,00\n"
#define LIAM_PAID "F1;Skövde kommun;Västra skolan;" LIAM ";Liam Ek;EE;2026-11;12392,00\n"

static GPtrArray *
list (Fixture *self, GType type, const char *number)
{
  GPtrArray *facts = tj_facts_list (self->store, type, number, NULL);

  g_assert_nonnull (facts);
  return facts;
}

static gpointer
load_only (Fixture *self, GType type, const char *number)
{
  g_autoptr (GPtrArray) facts = list (self, type, number);

  g_assert_cmpuint (facts->len, ==, 1);
  return g_object_ref (facts->pdata[0]);
}

static GPtrArray *
list_open (Fixture *self)
{
  GPtrArray *proposals = tj_proposals_list_by_state (self->store, TJ_PROPOSAL_OPEN, NULL);

  g_assert_nonnull (proposals);
  return proposals;
}

static void
import (Fixture *self, const char *source, const char *text)
{
  g_autoptr (TjImportReport) report = fixture_import (self, source, text);

  g_assert_cmpuint (count_rejected (report), ==, 0);
}

static void
test_population_registers_nobody (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  g_autoptr (TjResident) liam = load_only (self, TJ_TYPE_RESIDENT, LIAM);

  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
  g_assert_cmpstr (tj_resident_get_given_name (liam), ==, "Liam");
  g_assert_cmpuint (tj_resident_get_moved_in (liam), ==, tj_date_new (2026, 10, 2));
}

static void
test_population_knows_those_registered (Fixture *self)
{
  g_autoptr (TjYouth) ester = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  ester = fixture_load (self, ESTER);
  g_assert_cmpstr (tj_youth_get_street (ester), ==, "Lillgatan 9");
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
  proposals = list_open (self);
  g_assert_cmpuint (proposals->len, ==, 0);
}

static void
test_protected_people_leave_no_name (Fixture *self)
{
  g_autoptr (TjYouth) ester = NULL;
  g_autoptr (TjResident) resident = NULL;
  g_autoptr (TjResident) liam = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "population",
          POPULATION ESTER ";Nilsson;Ester;;;;1472;;;Sekretessmarkering\n" LIAM
                           ";Ek;Liam;Storgatan 2;543 30;Tibro;1472;;;Ja\n");
  ester = fixture_load (self, ESTER);
  resident = load_only (self, TJ_TYPE_RESIDENT, ESTER);
  liam = load_only (self, TJ_TYPE_RESIDENT, LIAM);
  g_assert_true (tj_youth_is_protected (ester));
  g_assert_cmpstr (tj_resident_get_family_name (resident), ==, "");
  g_assert_cmpint (tj_resident_get_protection (resident), ==, TJ_PROTECTION_MARKED);
  g_assert_cmpstr (tj_resident_get_family_name (liam), ==, "");
  g_assert_cmpstr (tj_resident_get_street (liam), ==, "");
}

static void
test_a_new_marking_takes_names_out_of_all_lists (Fixture *self)
{
  g_autoptr (TjEnrolment) enrolment = NULL;
  g_autoptr (TjInvoiceLine) line = NULL;
  g_autoptr (TjEnrolment) again = NULL;

  import (self, "enrolments",
          "Personnummer;Namn;Skola;Program;Årskurs;Startdatum\n" ELSA
          ";Elsa Öberg;Västra skolan;SA25;1;2026-08-18\n");
  import (self, "invoices", INVOICES ELSA_PAID);
  import (self, "population", POPULATION ELSA ";Öberg;Elsa;;;;1472;;;Sekretessmarkering\n");
  enrolment = load_only (self, TJ_TYPE_ENROLMENT, ELSA);
  line = load_only (self, TJ_TYPE_INVOICE_LINE, ELSA);
  g_assert_cmpstr (tj_enrolment_get_family_name (enrolment), ==, "");
  g_assert_cmpint (tj_enrolment_get_protection (enrolment), ==, TJ_PROTECTION_MARKED);
  g_assert_cmpstr (tj_invoice_line_get_given_name (line), ==, "");
  /* A school that does not know it does not bring the name back. */
  import (self, "enrolments",
          "Personnummer;Namn;Skola;Program;Årskurs;Startdatum\n" ELSA
          ";Elsa Öberg;Västra skolan;SA25;1;2026-08-18\n");
  again = load_only (self, TJ_TYPE_ENROLMENT, ELSA);
  g_assert_cmpstr (tj_enrolment_get_given_name (again), ==, "");
}

static TjProposal *
load_proposal (Fixture *self)
{
  g_autoptr (GPtrArray) proposals = list_open (self);

  g_assert_cmpuint (proposals->len, ==, 1);
  return g_object_ref (proposals->pdata[0]);
}

static void
test_one_who_moves_is_proposed (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjProposal) proposal = NULL;
  g_autoptr (TjRegistration) open = NULL;

  import (self, "ist", IST IST_ESTER);
  report = fixture_import (self, "population",
                           POPULATION ESTER
                           ";Nilsson;Ester;Vägen 1;541 30;Skövde;1496;;2026-11-02;\n");
  assert_warned (report, 2, "Utflyttningsdatum", "moved");
  proposal = load_proposal (self);
  g_assert_cmpint (tj_proposal_get_kind (proposal), ==, TJ_PROPOSAL_DEREGISTER);
  g_assert_cmpint (tj_proposal_get_reason (proposal), ==, TJ_DEREGISTRATION_MOVED);
  g_assert_cmpint (tj_proposal_get_basis (proposal), ==, TJ_BASIS_POPULATION);
  g_assert_cmpuint (tj_proposal_get_date (proposal), ==, tj_date_new (2026, 11, 2));
  g_assert_cmpstr (tj_proposal_get_source (proposal), ==, "population");
  /* Nobody is deregistered without the coordinator. */
  open = fixture_load_open (self, ESTER);
  g_assert_nonnull (open);
}

static void
test_one_who_is_missing_is_proposed_until_back (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  report = fixture_import (self, "population", POPULATION LIAM_HERE);
  assert_counts (report, 0, 0, 1, 1);
  assert_warned (report, 0, "", "no longer in the population register");
  gone = list (self, TJ_TYPE_RESIDENT, ESTER);
  g_assert_cmpuint (gone->len, ==, 0);
  g_clear_object (&(TjProposal *){ load_proposal (self) });
  import (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  left = list_open (self);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_one_who_turned_twenty_is_proposed (Fixture *self)
{
  g_autoptr (TjProposal) proposal = NULL;

  import (self, "ist", IST IST_AXEL);
  import (self, "population", POPULATION AXEL ";Berg;Axel;Storgatan 3;543 30;Tibro;1472;;;\n");
  proposal = load_proposal (self);
  g_assert_cmpint (tj_proposal_get_reason (proposal), ==, TJ_DEREGISTRATION_TWENTY);
  g_assert_cmpuint (tj_proposal_get_date (proposal), ==, tj_date_new (2026, 9, 28));
}

static void
test_ages_outside_are_not_kept (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "population",
      POPULATION ESTER_HERE "20040101-2380;Gammal;Kim;Storgatan 5;543 30;Tibro;1472;;;\n");
  g_autoptr (GPtrArray) old = list (self, TJ_TYPE_RESIDENT, "200401012380");

  assert_warned (report, 0, "Personnummer", "younger or older");
  g_assert_cmpuint (old->len, ==, 0);
}

static void
test_a_new_population_takes_the_place_of_the_old (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GPtrArray) liam = NULL;

  import (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  report = fixture_import (self, "population",
                           POPULATION ESTER
                           ";Nilsson;Ester;Nygatan 4;543 31;Tibro;1472;;;\n" ELSA_HERE);
  assert_counts (report, 1, 1, 0, 0);
  liam = list (self, TJ_TYPE_RESIDENT, LIAM);
  g_assert_cmpuint (liam->len, ==, 0);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (TjResident) ester = NULL;
    g_autoptr (TjResident) back = NULL;

    tj_undo (self->store, &error);
    g_assert_no_error (error);
    ester = load_only (self, TJ_TYPE_RESIDENT, ESTER);
    g_assert_cmpstr (tj_resident_get_street (ester), ==, "Lillgatan 9");
    back = load_only (self, TJ_TYPE_RESIDENT, LIAM);
    g_assert_nonnull (back);
  }
}

static void
test_enrolments_are_read (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "enrolments", ENROLMENTS ELSA_SA LIAM_EE);
  g_autoptr (TjEnrolment) elsa = load_only (self, TJ_TYPE_ENROLMENT, ELSA);
  g_autoptr (TjEnrolment) liam = load_only (self, TJ_TYPE_ENROLMENT, LIAM);

  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
  g_assert_cmpstr (tj_enrolment_get_school (elsa), ==, "Västra skolan");
  g_assert_cmpint (tj_enrolment_get_organiser_kind (elsa), ==, TJ_ORGANISER_MUNICIPAL);
  g_assert_cmpint (tj_enrolment_get_in_area (elsa), ==, TJ_ANSWER_YES);
  g_assert_cmpint (tj_enrolment_get_year (elsa), ==, 1);
  g_assert_cmpint (tj_enrolment_get_end_reason (elsa), ==, -1);
  g_assert_cmpint (tj_enrolment_get_organiser_kind (liam), ==, TJ_ORGANISER_INDEPENDENT);
  g_assert_cmpint (tj_enrolment_get_in_area (liam), ==, TJ_ANSWER_NO);
  g_assert_cmpint (tj_enrolment_get_reduced (liam), ==, TJ_ANSWER_YES);
  g_assert_cmpuint (tj_enrolment_get_starts_on (liam), ==, tj_date_new (2025, 8, 18));
}

static void
test_enrolments_that_vanish_are_closed (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjEnrolment) liam = NULL;
  g_autoptr (GPtrArray) elsa = NULL;

  import (self, "enrolments", ENROLMENTS ELSA_SA LIAM_EE);
  report = fixture_import (self, "enrolments",
                           ENROLMENTS ELSA
                           ";Östra skolan;Skövde kommun;kommunal;Ja;SA25;1;2026-10-01;;;Nej;Nej\n");
  assert_counts (report, 1, 0, 0, 2);
  liam = load_only (self, TJ_TYPE_ENROLMENT, LIAM);
  g_assert_cmpuint (tj_enrolment_get_ends_on (liam), ==, self->today);
  g_assert_cmpint (tj_enrolment_get_end_reason (liam), ==, TJ_ENROLMENT_END_UNLISTED);
  elsa = list (self, TJ_TYPE_ENROLMENT, ELSA);
  g_assert_cmpuint (elsa->len, ==, 2);
  g_assert_cmpint (tj_enrolment_get_end_reason (elsa->pdata[0]), ==, TJ_ENROLMENT_END_CHANGE);
  g_assert_cmpint (tj_enrolment_get_end_reason (elsa->pdata[1]), ==, -1);
}

static void
test_ended_enrolments_stay (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjEnrolment) liam = NULL;

  import (self, "enrolments",
          ENROLMENTS LIAM ";NTI;NTI AB;fristående;Nej;EE;3;2023-08-18;2026-06-11;Examen;Nej;Nej\n");
  report = fixture_import (self, "enrolments", ENROLMENTS ELSA_SA);
  assert_counts (report, 1, 0, 0, 0);
  liam = load_only (self, TJ_TYPE_ENROLMENT, LIAM);
  g_assert_cmpint (tj_enrolment_get_end_reason (liam), ==, TJ_ENROLMENT_END_DEGREE);
}

static void
test_the_same_enrolments_again_change_nothing (Fixture *self)
{
  g_autoptr (TjImportReport) again = NULL;
  g_autoptr (TjImportReport) ended = NULL;

  import (self, "enrolments", ENROLMENTS ELSA_SA LIAM_EE);
  again = fixture_import (self, "enrolments", ENROLMENTS LIAM_EE ELSA_SA ELSA_SA);
  assert_counts (again, 0, 0, 3, 0);
  ended = fixture_import (self, "enrolments",
                          ENROLMENTS ELSA_SA LIAM
                          ";NTI;NTI AB;fristående;Nej;EE;2;2025-08-18;2026-10-30;Avbrott;Ja;Nej\n");
  assert_counts (ended, 0, 1, 1, 0);
}

static void
test_an_end_without_a_day_keeps_its_first (Fixture *self)
{
  const char *list = ENROLMENTS LIAM ";NTI;NTI AB;fristående;Nej;EE;2;2025-08-18;;Avbrott;Ja;Nej\n";
  g_autoptr (TjImportReport) again = NULL;
  g_autoptr (TjEnrolment) liam = NULL;
  TjDate first = self->today;

  import (self, "enrolments", list);
  self->today = tj_date_new (2026, 12, 18);
  again = fixture_import (self, "enrolments", list);
  assert_counts (again, 0, 0, 1, 0);
  liam = load_only (self, TJ_TYPE_ENROLMENT, LIAM);
  g_assert_cmpuint (tj_enrolment_get_ends_on (liam), ==, first);
}

static void
test_an_enrolment_that_contradicts_itself_is_rejected (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "enrolments",
      ENROLMENTS ELSA_SA ELSA ";Västra skolan;Skövde kommun;kommunal;Ja;SA25;2;2026-08-18;;;Ja;"
                              "Nej\n");

  assert_rejected (report, 3, "", "earlier row");
}

static void
test_invoices_are_read (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "invoices", INVOICES ELSA_PAID LIAM_PAID ELSA_PAID);
  g_autoptr (GPtrArray) elsa = list (self, TJ_TYPE_INVOICE_LINE, ELSA);
  TjInvoiceLine *line;

  /* Two equal lines are two lines. */
  assert_counts (report, 3, 0, 0, 0);
  g_assert_cmpuint (elsa->len, ==, 2);
  line = elsa->pdata[0];
  g_assert_cmpint (tj_invoice_line_get_amount_ore (line), ==, 855000);
  g_assert_cmpuint (tj_invoice_line_get_month (line), ==, tj_date_new (2026, 11, 1));
  g_assert_cmpstr (tj_invoice_line_get_family_name (line), ==, "Öberg");
}

static void
test_an_invoice_sent_again_replaces_itself_only (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GPtrArray) liam = NULL;
  g_autoptr (GPtrArray) elsa = NULL;

  import (self, "invoices",
          INVOICES ELSA_PAID LIAM_PAID "F0;Skövde kommun;Västra skolan;" ELSA
                                       ";Elsa Öberg;SA25;2026-10;8550,00\n");
  report = fixture_import (self, "invoices",
                           INVOICES "F1;Skövde kommun;Västra skolan;" ELSA
                                    ";Elsa Öberg;SA25;2026-11;4275,00\n");
  assert_counts (report, 0, 1, 0, 1);
  liam = list (self, TJ_TYPE_INVOICE_LINE, LIAM);
  g_assert_cmpuint (liam->len, ==, 0);
  elsa = list (self, TJ_TYPE_INVOICE_LINE, ELSA);
  g_assert_cmpuint (elsa->len, ==, 2);
  g_assert_cmpint (tj_invoice_line_get_amount_ore (elsa->pdata[1]), ==, 427500);
}

static void
test_bad_amounts_and_months_are_told (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "invoices",
                        INVOICES "F1;Skövde kommun;S;" ELSA ";Elsa Öberg;SA;2026-11;tolv\n"
                                 "F1;Skövde kommun;S;" ELSA ";Elsa Öberg;SA;hösten;12\n"
                                 "F1;Skövde kommun;S;" ELSA ";Elsa Öberg;SA;2026-11;\n");

  assert_rejected (report, 2, "Belopp", "not an amount");
  assert_rejected (report, 3, "Månad", "not a month");
  assert_rejected (report, 4, "Belopp", "empty");
}

static void
test_a_dry_run_leaves_nothing (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImport) read = fixture_read (self, "population", POPULATION ESTER_HERE LIAM_HERE);
  g_autoptr (TjImportReport) preview = tj_import_apply (read, TRUE, NULL, &error);
  g_autoptr (GPtrArray) before = list (self, TJ_TYPE_RESIDENT, ESTER);
  g_autoptr (TjImportReport) report = NULL;

  g_assert_no_error (error);
  assert_counts (preview, 2, 0, 0, 0);
  g_assert_cmpuint (before->len, ==, 0);
  report = tj_import_apply (read, FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_counts (report, 2, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/import/population/registers-nobody", test_population_registers_nobody);
  fixture_add_test ("/import/population/gives-those-registered-their-address",
                    test_population_knows_those_registered);
  fixture_add_test ("/import/population/protected-people-leave-no-name",
                    test_protected_people_leave_no_name);
  fixture_add_test ("/import/population/a-new-marking-takes-names-out-of-all-lists",
                    test_a_new_marking_takes_names_out_of_all_lists);
  fixture_add_test ("/import/population/one-who-moves-is-proposed", test_one_who_moves_is_proposed);
  fixture_add_test ("/import/population/one-who-is-missing-is-proposed-until-back",
                    test_one_who_is_missing_is_proposed_until_back);
  fixture_add_test ("/import/population/one-who-turned-twenty-is-proposed",
                    test_one_who_turned_twenty_is_proposed);
  fixture_add_test ("/import/population/ages-outside-are-not-kept", test_ages_outside_are_not_kept);
  fixture_add_test ("/import/population/a-new-one-takes-the-place-of-the-old",
                    test_a_new_population_takes_the_place_of_the_old);
  fixture_add_test ("/import/enrolments/are-read", test_enrolments_are_read);
  fixture_add_test ("/import/enrolments/that-vanish-are-closed",
                    test_enrolments_that_vanish_are_closed);
  fixture_add_test ("/import/enrolments/that-have-ended-stay", test_ended_enrolments_stay);
  fixture_add_test ("/import/enrolments/the-same-again-change-nothing",
                    test_the_same_enrolments_again_change_nothing);
  fixture_add_test ("/import/enrolments/an-end-without-a-day-keeps-its-first",
                    test_an_end_without_a_day_keeps_its_first);
  fixture_add_test ("/import/enrolments/a-contradiction-is-rejected",
                    test_an_enrolment_that_contradicts_itself_is_rejected);
  fixture_add_test ("/import/invoices/are-read", test_invoices_are_read);
  fixture_add_test ("/import/invoices/sent-again-replace-themselves-only",
                    test_an_invoice_sent_again_replaces_itself_only);
  fixture_add_test ("/import/invoices/bad-amounts-and-months-are-told",
                    test_bad_amounts_and_months_are_told);
  fixture_add_test ("/import/facts/a-dry-run-leaves-nothing", test_a_dry_run_leaves_nothing);
  return g_test_run ();
}

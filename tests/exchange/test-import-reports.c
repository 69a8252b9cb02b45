/* Lists that give reason to do something about a youth: adult education, certificates, admission,
 * school reports, and IST itself when it no longer has somebody. */

#include "config.h"

#include "import-fixture.h"

#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-fact-repository.h"
#include "tj-follow-up-repository.h"
#include "tj-import-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-proposal-repository.h"
#include "tj-school-report-repository.h"

#include <string.h>

#define IST "Personnummer;Efternamn;Förnamn;Registreringsdatum;Orsak\n"
#define IST_ESTER ESTER ";Nilsson;Ester;2026-09-01;Uppgift saknas\n"
#define IST_LIAM LIAM ";Ek;Liam;2026-09-01;Uppgift saknas\n"
#define IST_ELSA ELSA ";Öberg;Elsa;2026-09-01;Uppgift saknas\n"

#define VUX "Personnummer;Namn;Kurs;Nivå;Startdatum;Slutdatum;Status\n"
#define VUX_ESTER ESTER ";Nilsson, Ester;Engelska 6;Gymnasial;2026-08-18;2026-12-20;Pågående\n"
#define VUX_LIAM LIAM ";Ek, Liam;Svenska 1;Gymnasial;2026-08-18;2026-12-20;Pågående\n"

#define BEVIS "Personnummer;Efternamn;Förnamn;Skola;Program;Bevis;Datum;Telefon;E-post\n"
#define IB "Personnummer;Namn;Skola;Diplom\n"
#define ADMISSION "Personnummer;Efternamn;Förnamn;Antagningsstatus\n"
#define REPORTS                                                                                    \
  "Diarienummer;Inkom;Personnummer;Efternamn;Förnamn;Skola;Huvudman;Kategori;Meddelande\n"
#define REPORT_LIAM                                                                                \
  "KS 1;2026-10-02;" LIAM                                                                          \
  ";Ek;Liam;NTI;NTI AB;Avbrott anmält av elev;\"Se bilaga;\n\"\"ring\"\"\"\n"

static gint64
id_of (Fixture *self, const char *number)
{
  g_autoptr (TjYouth) youth = fixture_load (self, number);

  return tj_entity_get_id (youth);
}

static void
import (Fixture *self, const char *source, const char *text)
{
  g_autoptr (TjImportReport) report = fixture_import (self, source, text);

  g_assert_cmpuint (count_rejected (report), ==, 0);
}

static GPtrArray *
list_open (Fixture *self)
{
  GPtrArray *proposals = tj_proposals_list_by_state (self->store, TJ_PROPOSAL_OPEN, NULL);

  g_assert_nonnull (proposals);
  return proposals;
}

static void
assert_proposal (Fixture *self, const char *number, int kind, int reason, int basis)
{
  g_autoptr (GPtrArray) proposals = list_open (self);

  for (guint i = 0; i < proposals->len; i++)
    if (tj_proposal_get_youth_id (proposals->pdata[i]) == id_of (self, number))
      {
        g_assert_cmpint (tj_proposal_get_kind (proposals->pdata[i]), ==, kind);
        g_assert_cmpint (tj_proposal_get_reason (proposals->pdata[i]), ==, reason);
        g_assert_cmpint (tj_proposal_get_basis (proposals->pdata[i]), ==, basis);
        return;
      }
  g_assert_not_reached ();
}

static void
assert_no_proposals (Fixture *self)
{
  g_autoptr (GPtrArray) proposals = list_open (self);

  g_assert_cmpuint (proposals->len, ==, 0);
}

static void
answer (Fixture *self, TjProposalState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = list_open (self);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "test", &error);

  for (guint i = 0; i < proposals->len; i++)
    {
      tj_proposal_set_state (proposals->pdata[i], state);
      tj_proposals_update (change, proposals->pdata[i], &error);
      g_assert_no_error (error);
    }
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static TjKnowledge *
load_knowledge (Fixture *self, const char *number)
{
  g_autoptr (GPtrArray) known = tj_knowledge_list (self->store, id_of (self, number), NULL);

  g_assert_cmpuint (known->len, ==, 1);
  return g_object_ref (known->pdata[0]);
}

static void
test_studies_are_known_until_the_next_report (Fixture *self)
{
  g_autoptr (TjKnowledge) knowledge = NULL;
  g_autoptr (TjRegistration) open = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "vux", VUX VUX_ESTER VUX_LIAM);
  knowledge = load_knowledge (self, ESTER);
  g_assert_cmpint (tj_knowledge_get_source (knowledge), ==, TJ_SOURCE_ADULT_EDUCATION);
  g_assert_cmpint (tj_knowledge_get_occupation (knowledge), ==, TJ_OCCUPATION_OTHER_STUDIES);
  g_assert_cmpuint (tj_knowledge_get_date (knowledge), ==, self->today);
  g_assert_cmpuint (tj_knowledge_get_valid_until (knowledge), ==, tj_date_new (2026, 12, 15));
  assert_proposal (self, ESTER, TJ_PROPOSAL_DEREGISTER, TJ_DEREGISTRATION_NATIONAL_PROGRAMME,
                   TJ_BASIS_VUX);
  open = fixture_load_open (self, ESTER);
  g_assert_nonnull (open);
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_the_same_report_again_says_nothing_new (Fixture *self)
{
  g_autoptr (TjImportReport) again = NULL;
  g_autoptr (TjKnowledge) knowledge = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "vux", VUX VUX_ESTER);
  again = fixture_import (self, "vux", VUX VUX_ESTER);
  assert_counts (again, 0, 0, 1, 0);
  knowledge = load_knowledge (self, ESTER);
  proposals = list_open (self);
  g_assert_cmpuint (proposals->len, ==, 1);
}

static void
test_a_month_later_the_knowledge_is_renewed (Fixture *self)
{
  g_autoptr (GPtrArray) known = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "vux", VUX VUX_ESTER);
  answer (self, TJ_PROPOSAL_DECLINED);
  self->today = tj_date_new (2026, 12, 15);
  import (self, "vux", VUX VUX_ESTER);
  known = tj_knowledge_list (self->store, id_of (self, ESTER), NULL);
  g_assert_cmpuint (known->len, ==, 2);
  /* The course ends before the report after that. */
  g_assert_cmpuint (tj_knowledge_get_valid_until (known->pdata[1]), ==, tj_date_new (2026, 12, 20));
  /* What was declined is not asked again. */
  assert_no_proposals (self);
}

static void
test_one_who_stopped_is_looked_at_again (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (TjKnowledge) knowledge = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;

  import (self, "ist", IST IST_ESTER IST_LIAM);
  import (self, "vux", VUX VUX_ESTER VUX_LIAM);
  self->today = tj_date_new (2026, 12, 1);
  report = fixture_import (
      self, "vux", VUX LIAM ";Ek, Liam;Svenska 1;Gymnasial;2026-08-18;2026-11-25;Avbruten\n");
  assert_counts (report, 0, 1, 0, 1);
  assert_warned (report, 0, "", "no longer in the report");
  assert_warned (report, 0, "", "have ended");
  knowledge = load_knowledge (self, ESTER);
  g_assert_cmpuint (tj_knowledge_get_valid_until (knowledge), ==, self->today);
  follow_ups = tj_follow_ups_list (self->store, id_of (self, LIAM), NULL);
  g_assert_cmpuint (follow_ups->len, ==, 1);
  g_assert_cmpuint (tj_follow_up_get_due (follow_ups->pdata[0]), ==, self->today);
  assert_no_proposals (self);
}

static void
test_one_deregistered_who_stopped_is_proposed_back (Fixture *self)
{
  import (self, "ist", IST IST_ESTER);
  import (self, "vux", VUX VUX_ESTER);
  answer (self, TJ_PROPOSAL_ACCEPTED);
  fixture_deregister (self, ESTER, "2026-11-18");
  self->today = tj_date_new (2026, 12, 15);
  import (self, "vux", VUX VUX_LIAM);
  assert_proposal (self, ESTER, TJ_PROPOSAL_REGISTER, -1, TJ_BASIS_VUX);
}

static void
test_other_levels_are_no_ground (Fixture *self)
{
  g_autoptr (GPtrArray) studies = NULL;

  import (self, "ist", IST IST_ESTER);
  import (self, "vux", VUX ESTER ";Nilsson, Ester;Svenska;Grundläggande;2026-08-18;;Pågående\n");
  studies = tj_facts_list (self->store, TJ_TYPE_ADULT_STUDY, ESTER, NULL);
  g_assert_cmpuint (studies->len, ==, 1);
  g_assert_cmpint (tj_adult_study_get_level (studies->pdata[0]), ==, TJ_STUDY_LEVEL_BASIC);
  assert_no_proposals (self);
}

static void
test_holders_of_studiebevis_are_registered (Fixture *self)
{
  g_autoptr (TjYouth) youth = NULL;
  g_autoptr (TjRegistration) open = NULL;

  import (self, "studiebevis",
          BEVIS LIAM ";Ek;Liam;NTI;EE;Studiebevis;2026-06-11;070-1740605;liam@example.org\n");
  open = fixture_load_open (self, LIAM);
  youth = fixture_load (self, LIAM);
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, tj_date_new (2026, 6, 11));
  g_assert_cmpint (tj_registration_get_background (open), ==, TJ_BACKGROUND_STUDIEBEVIS);
  g_assert_cmpstr (tj_registration_get_latest_education (open), ==, "NTI, EE");
  g_assert_cmpstr (tj_youth_get_phone (youth), ==, "070-1740605");
  assert_no_proposals (self);
}

static void
test_one_registered_already_keeps_the_day (Fixture *self)
{
  g_autoptr (TjRegistration) open = NULL;

  import (self, "ist", IST IST_LIAM);
  import (self, "studiebevis", BEVIS LIAM ";Ek;Liam;NTI;EE;Studiebevis;2026-06-11;;\n");
  open = fixture_load_open (self, LIAM);
  g_assert_cmpuint (tj_registration_get_registered_on (open), ==, tj_date_new (2026, 9, 1));
  g_assert_cmpint (tj_registration_get_background (open), ==, TJ_BACKGROUND_STUDIEBEVIS);
}

static void
test_one_deregistered_since_is_not_brought_back (Fixture *self)
{
  g_autoptr (TjRegistration) open = NULL;

  import (self, "ist", IST IST_LIAM);
  fixture_deregister (self, LIAM, "2026-10-01");
  import (self, "studiebevis", BEVIS LIAM ";Ek;Liam;NTI;EE;Studiebevis;2026-06-11;;\n");
  open = fixture_load_open (self, LIAM);
  g_assert_null (open);
}

static void
test_one_at_school_again_is_not_registered (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;

  import (self, "enrolments",
          "Personnummer;Skola;Program;Årskurs;Startdatum\n" LIAM ";NTI;EE;4;2026-08-18\n");
  report = fixture_import (self, "studiebevis",
                           BEVIS LIAM ";Ek;Liam;NTI;EE;Studiebevis;2026-06-11;;\n");
  assert_warned (report, 2, "", "attends a school");
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
}

static void
test_a_degree_is_proposed_to_end_it (Fixture *self)
{
  import (self, "ist", IST IST_LIAM);
  import (self, "studiebevis", BEVIS LIAM ";Ek;Liam;NTI;EE;Gymnasieexamen;2026-10-20;;\n");
  assert_proposal (self, LIAM, TJ_PROPOSAL_DEREGISTER, TJ_DEREGISTRATION_COMPLETED,
                   TJ_BASIS_CERTIFICATES);
}

static void
test_an_unknown_certificate_is_rejected (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "studiebevis", BEVIS LIAM ";Ek;Liam;NTI;EE;Något;2026-06-11;;\n");

  assert_rejected (report, 2, "Bevis", "Which certificate");
}

static void
test_an_ib_diploma_counts_as_a_degree (Fixture *self)
{
  g_autoptr (GPtrArray) liam = NULL;
  g_autoptr (TjRegistration) elsa = NULL;

  import (self, "ist", IST IST_LIAM);
  import (self, "ib", IB LIAM ";Liam Ek;Kungsholmen;Ja\n" ELSA ";Elsa Öberg;Kungsholmen;Nej\n");
  assert_proposal (self, LIAM, TJ_PROPOSAL_DEREGISTER, TJ_DEREGISTRATION_COMPLETED,
                   TJ_BASIS_CERTIFICATES);
  liam = tj_facts_list (self->store, TJ_TYPE_CERTIFICATE, LIAM, NULL);
  g_assert_cmpint (tj_certificate_get_kind (liam->pdata[0]), ==, TJ_CERTIFICATE_IB_DIPLOMA);
  elsa = fixture_load_open (self, ELSA);
  g_assert_nonnull (elsa);
}

static void
test_ib_with_only_a_header_is_no_error (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (self, "ib", IB);

  assert_counts (report, 0, 0, 0, 0);
}

static void
test_one_without_a_place_is_followed_up_or_proposed (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (TjRegistration) open = NULL;

  import (self, "ist", IST IST_LIAM);
  report = fixture_import (self, "admission",
                           ADMISSION LIAM ";Ek;Liam;Tackat nej\n" ELSA ";Öberg;Elsa;Ej sökt\n");
  follow_ups = tj_follow_ups_list (self->store, id_of (self, LIAM), NULL);
  g_assert_cmpuint (follow_ups->len, ==, 1);
  assert_warned (report, 3, "", "registration is proposed");
  assert_proposal (self, ELSA, TJ_PROPOSAL_REGISTER, -1, TJ_BASIS_ADMISSION);
  open = fixture_load_open (self, ELSA);
  g_assert_null (open);
}

static void
test_one_admitted_is_followed_up_when_the_term_has_begun (Fixture *self)
{
  g_autoptr (GPtrArray) follow_ups = NULL;

  self->today = tj_date_new (2026, 7, 3);
  import (self, "ist",
          "Personnummer;Efternamn;Förnamn;Registreringsdatum\n" LIAM ";Ek;Liam;2026-06-20\n");
  import (self, "admission", ADMISSION LIAM ";Ek;Liam;Antagen\n" ELSA ";Öberg;Elsa;Antagen\n");
  follow_ups = tj_follow_ups_list (self->store, id_of (self, LIAM), NULL);
  g_assert_cmpuint (follow_ups->len, ==, 1);
  g_assert_cmpuint (tj_follow_up_get_due (follow_ups->pdata[0]), ==, tj_date_new (2026, 9, 1));
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_school_reports_come_to_the_inbox (Fixture *self)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TjRegistration) open = NULL;

  import (self, "school-reports", REPORTS REPORT_LIAM);
  reports = tj_school_reports_list_by_state (self->store, TJ_REPORT_STATE_RECEIVED, NULL);
  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_cmpint (tj_school_report_get_category (reports->pdata[0]), ==, TJ_REPORT_BREAK);
  g_assert_cmpstr (tj_school_report_get_diary_number (reports->pdata[0]), ==, "KS 1");
  g_assert_cmpuint (tj_school_report_get_received_on (reports->pdata[0]), ==,
                    tj_date_new (2026, 10, 2));
  steps = tj_school_report_steps_list (self->store, id_of (self, LIAM), NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_nonnull (strstr (tj_school_report_step_get_note (steps->pdata[0]), "\"ring\""));
  /* A youth at risk stands on no other list. */
  open = fixture_load_open (self, LIAM);
  g_assert_null (open);
}

static void
test_a_report_is_known_again (Fixture *self)
{
  g_autoptr (TjImportReport) again = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  import (self, "school-reports", REPORTS REPORT_LIAM REPORT_LIAM);
  again = fixture_import (self, "school-reports",
                          REPORTS REPORT_LIAM "KS 2;2026-10-20;" LIAM
                                              ";Ek;Liam;NTI;NTI AB;Frånvaro, utredning;\n");
  assert_counts (again, 1, 0, 1, 0);
  reports = tj_school_reports_list (self->store, id_of (self, LIAM), NULL);
  g_assert_cmpuint (reports->len, ==, 2);
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_messages_of_what_may_not_be_held_are_pointed_out (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "school-reports",
      REPORTS "KS 3;2026-10-02;" LIAM ";Ek;Liam;NTI;NTI AB;Frånvaro, utredning;Har en diagnos\n"
              "KS 4;2026-10-02;" ELSA ";Öberg;Elsa;NTI;NTI AB;Frånvaro, utredning;Ring hem\n");

  assert_warned (report, 2, "Meddelande", "may not");
  g_assert_cmpuint (count_warnings (report), ==, 1);
}

static void
test_one_gone_from_ist_is_proposed_with_the_reason (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;

  import (self, "ist", IST IST_ESTER IST_LIAM IST_ELSA);
  import (self, "enrolments",
          "Personnummer;Skola;Program;Årskurs;Startdatum\n" LIAM ";NTI;IMA;1;2026-10-19\n");
  report = fixture_import (self, "ist", IST IST_ELSA);
  assert_counts (report, 0, 0, 1, 2);
  assert_proposal (self, LIAM, TJ_PROPOSAL_DEREGISTER, TJ_DEREGISTRATION_INTRODUCTION,
                   TJ_BASIS_ENROLMENTS);
  assert_proposal (self, ESTER, TJ_PROPOSAL_DEREGISTER, TJ_DEREGISTRATION_NATIONAL_PROGRAMME,
                   TJ_BASIS_ABSENCE);
  import (self, "ist", IST IST_ESTER IST_LIAM IST_ELSA);
  assert_no_proposals (self);
}

static void
test_one_who_never_was_on_ist_is_not_gone (Fixture *self)
{
  g_autoptr (TjImportReport) report = NULL;

  import (self, "ist", IST IST_ELSA);
  import (self, "studiebevis", BEVIS LIAM ";Ek;Liam;NTI;EE;Studiebevis;2026-06-11;;\n");
  report = fixture_import (self, "ist", IST IST_ELSA);
  assert_counts (report, 0, 0, 1, 0);
  assert_no_proposals (self);
}

static gboolean
count_row (guint row, const char *result, gint64 youth_id, gpointer user_data)
{
  guint *n = user_data;

  *n += youth_id != 0;
  return TRUE;
}

static void
test_who_was_on_the_list_is_kept (Fixture *self)
{
  guint n = 0;

  import (self, "ist", IST IST_ESTER IST_LIAM);
  import (self, "ist", IST IST_ESTER IST_LIAM);
  tj_imports_foreach_row (self->store, 2, count_row, &n, NULL);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/import/vux/studies-are-known-until-the-next-report",
                    test_studies_are_known_until_the_next_report);
  fixture_add_test ("/import/vux/the-same-again-says-nothing-new",
                    test_the_same_report_again_says_nothing_new);
  fixture_add_test ("/import/vux/a-month-later-the-knowledge-is-renewed",
                    test_a_month_later_the_knowledge_is_renewed);
  fixture_add_test ("/import/vux/one-who-stopped-is-looked-at-again",
                    test_one_who_stopped_is_looked_at_again);
  fixture_add_test ("/import/vux/one-deregistered-who-stopped-is-proposed-back",
                    test_one_deregistered_who_stopped_is_proposed_back);
  fixture_add_test ("/import/vux/other-levels-are-no-ground", test_other_levels_are_no_ground);
  fixture_add_test ("/import/studiebevis/holders-are-registered",
                    test_holders_of_studiebevis_are_registered);
  fixture_add_test ("/import/studiebevis/one-registered-already-keeps-the-day",
                    test_one_registered_already_keeps_the_day);
  fixture_add_test ("/import/studiebevis/one-deregistered-since-is-not-brought-back",
                    test_one_deregistered_since_is_not_brought_back);
  fixture_add_test ("/import/studiebevis/one-at-school-again-is-not-registered",
                    test_one_at_school_again_is_not_registered);
  fixture_add_test ("/import/studiebevis/a-degree-is-proposed-to-end-it",
                    test_a_degree_is_proposed_to_end_it);
  fixture_add_test ("/import/studiebevis/an-unknown-certificate-is-rejected",
                    test_an_unknown_certificate_is_rejected);
  fixture_add_test ("/import/ib/a-diploma-counts-as-a-degree",
                    test_an_ib_diploma_counts_as_a_degree);
  fixture_add_test ("/import/ib/only-a-header-is-no-error", test_ib_with_only_a_header_is_no_error);
  fixture_add_test ("/import/admission/one-without-a-place-is-followed-up-or-proposed",
                    test_one_without_a_place_is_followed_up_or_proposed);
  fixture_add_test ("/import/admission/one-admitted-is-followed-up-later",
                    test_one_admitted_is_followed_up_when_the_term_has_begun);
  fixture_add_test ("/import/school-reports/come-to-the-inbox",
                    test_school_reports_come_to_the_inbox);
  fixture_add_test ("/import/school-reports/are-known-again", test_a_report_is_known_again);
  fixture_add_test ("/import/school-reports/what-may-not-be-held-is-pointed-out",
                    test_messages_of_what_may_not_be_held_are_pointed_out);
  fixture_add_test ("/import/ist/one-gone-is-proposed-with-the-reason",
                    test_one_gone_from_ist_is_proposed_with_the_reason);
  fixture_add_test ("/import/ist/one-who-never-was-on-it-is-not-gone",
                    test_one_who_never_was_on_ist_is_not_gone);
  fixture_add_test ("/import/ist/who-was-on-the-list-is-kept", test_who_was_on_the_list_is_kept);
  return g_test_run ();
}

/* What lists propose, and what an answer does; who gets a bus card; one whom nobody saw. */

#include "config.h"

#include "context-fixture.h"
#include "tj-bus-card-service.h"
#include "tj-contact-repository.h"
#include "tj-import.h"
#include "tj-intake-service.h"
#include "tj-proposal-repository.h"
#include "tj-proposal-service.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-target-group-service.h"
#include "tj-undo.h"
#include "tj-youth-repository.h"

#include <glib/gstdio.h>
#include <string.h>

#define ESTER "200701032385"
#define LIAM "200903252393"
#define ELSA "201001292380"

#define IST "Personnummer;Efternamn;Förnamn;Registreringsdatum;Skyddad\n"
#define IST_ESTER ESTER ";Nilsson;Ester;2026-09-01;\n"
#define IST_LIAM LIAM ";Ek;Liam;2026-09-01;\n"
#define VUX "Personnummer;Namn;Kurs;Nivå;Startdatum;Slutdatum;Status\n"

static void
import (ContextFixture *self, const char *source, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TjImport) list = tj_import_new (tj_context_get_store (self->context), source,
                                             tj_context_get_today (self->context));
  g_autoptr (TjImportReport) report = NULL;

  tj_import_read_bytes (list, bytes, NULL, &error);
  g_assert_no_error (error);
  report = tj_import_apply (list, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static gint64
id_of (ContextFixture *self, const char *number)
{
  return tj_youths_find (tj_context_get_store (self->context), number, NULL);
}

static TjRegistration *
load_latest (ContextFixture *self, const char *number)
{
  g_autoptr (GPtrArray) all
      = tj_registrations_list (tj_context_get_store (self->context), id_of (self, number), NULL);

  return g_object_ref (all->pdata[all->len - 1]);
}

static guint
count_open (ContextFixture *self)
{
  g_autoptr (GError) error = NULL;
  guint n = 99;

  tj_proposal_service_count (self->context, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* Both are gone from the second list; Ester is at school by then. */
static void
make_two_proposals (ContextFixture *self)
{
  import (self, "ist", IST IST_ESTER IST_LIAM);
  import (self, "enrolments",
          "Personnummer;Skola;Program;Årskurs;Startdatum\n" ESTER ";NTI;EE;3;2026-10-19\n");
  import (self, "ist", IST ELSA ";Öberg;Elsa;2026-11-01;\n");
}

static void
test_a_yes_to_the_lot_is_one_step (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n = 0;

  make_two_proposals (self);
  items = tj_proposal_service_list (self->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (((TjProposalItem *)items->pdata[0])->name, ==, "Ester Nilsson");
  tj_proposal_service_accept_all (self->context, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (count_open (self), ==, 0);
  {
    g_autoptr (TjRegistration) ester = load_latest (self, ESTER);

    g_assert_cmpuint (tj_registration_get_deregistered_on (ester), ==, tj_date_new (2026, 10, 19));
    g_assert_cmpint (tj_registration_get_reason (ester), ==, TJ_DEREGISTRATION_NATIONAL_PROGRAMME);
  }
  tj_undo (tj_context_get_store (self->context), &error);
  g_assert_no_error (error);
  {
    g_autoptr (TjRegistration) ester = load_latest (self, ESTER);
    g_autoptr (TjRegistration) liam = load_latest (self, LIAM);

    g_assert_true (tj_registration_is_open (ester));
    g_assert_true (tj_registration_is_open (liam));
  }
  g_assert_cmpuint (count_open (self), ==, 2);
}

static void
test_a_later_contact_moves_the_day (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = NULL;
  g_autoptr (TjRegistration) ester = NULL;
  guint n;

  make_two_proposals (self);
  {
    g_autoptr (TjChange) change
        = tj_change_begin (tj_context_get_store (self->context), "test", NULL);

    contact = g_object_new (TJ_TYPE_CONTACT, "youth-id", id_of (self, ESTER), "date",
                            tj_date_new (2026, 11, 10), NULL);
    tj_contacts_insert (change, contact, &error);
    g_assert_no_error (error);
    tj_change_commit (change, &error);
    g_assert_no_error (error);
  }
  tj_proposal_service_accept_all (self->context, &n, &error);
  g_assert_no_error (error);
  ester = load_latest (self, ESTER);
  g_assert_cmpuint (tj_registration_get_deregistered_on (ester), ==, tj_date_new (2026, 11, 10));
}

static void
test_a_no_changes_nothing_else (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TjRegistration) ester = NULL;
  gint64 id;

  make_two_proposals (self);
  items = tj_proposal_service_list (self->context, NULL);
  id = tj_entity_get_id (((TjProposalItem *)items->pdata[0])->proposal);
  tj_proposal_service_decline (self->context, &id, 1, &error);
  g_assert_no_error (error);
  ester = load_latest (self, ESTER);
  g_assert_true (tj_registration_is_open (ester));
  g_assert_cmpuint (count_open (self), ==, 1);
  /* Answered once. */
  g_assert_false (tj_proposal_service_decline (self->context, &id, 1, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_what_was_done_by_hand_is_not_done_again (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lapsed = NULL;
  guint n = 99;

  make_two_proposals (self);
  tj_registration_service_deregister (self->context, id_of (self, ESTER),
                                      tj_context_get_today (self->context), TJ_DEREGISTRATION_MOVED,
                                      FALSE, &error);
  g_assert_no_error (error);
  tj_proposal_service_accept_all (self->context, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  lapsed
      = tj_proposals_list_by_state (tj_context_get_store (self->context), TJ_PROPOSAL_LAPSED, NULL);
  g_assert_cmpuint (lapsed->len, ==, 1);
}

static void
test_a_registration_that_is_proposed_counts_from_today (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRegistration) liam = NULL;
  guint n = 0;

  import (self, "admission",
          "Personnummer;Efternamn;Förnamn;Antagningsstatus\n" LIAM ";Ek;Liam;Ej sökt\n");
  tj_proposal_service_accept_all (self->context, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  liam = load_latest (self, LIAM);
  g_assert_true (tj_registration_is_open (liam));
  g_assert_cmpuint (tj_registration_get_registered_on (liam), ==,
                    tj_context_get_today (self->context));
}

static void
test_protected_people_are_not_named (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) items = NULL;
  const TjProposalItem *item;

  import (self, "ist", IST LIAM ";Ek;Liam;2026-09-01;Ja\n");
  import (self, "ist", IST IST_ESTER);
  items = tj_proposal_service_list (self->context, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  g_assert_true (item->is_protected);
  g_assert_cmpstr (item->personal_number, ==, "");
  g_assert_null (strstr (item->name, "Liam"));
}

static void
test_what_came_in_is_told (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  TjIntake intake;

  tj_intake_service_load (self->context, &intake, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake.last_ist_on, ==, TJ_DATE_NONE);
  make_two_proposals (self);
  tj_intake_service_load (self->context, &intake, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake.last_ist_on, ==, tj_context_get_today (self->context));
  g_assert_cmpuint (intake.new_youths, ==, 1);
  g_assert_cmpuint (intake.gone_youths, ==, 2);
  g_assert_cmpuint (intake.open_proposals, ==, 2);
}

static void
test_bus_cards_leave_protected_people_out (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *path = g_build_filename (self->scratch, "cards.csv", NULL);
  g_autofree char *text = NULL;
  guint n_cards, n_protected;

  import (self, "vux",
          VUX ESTER ";Nilsson, Ester;Engelska 6;Gymnasial;2026-08-18;2026-12-20;Pågående\n" ESTER
                    ";Nilsson, Ester;Svenska 2;Gymnasial;2026-08-18;2027-01-20;Pågående\n" LIAM
                    ";Ek, Liam;Engelska 6;Gymnasial;2026-08-18;;Pågående\n" ELSA
                    ";Öberg, Elsa;Svenska;Grundläggande;2026-08-18;;Pågående\n");
  import (self, "ist", IST LIAM ";Ek;Liam;2026-09-01;Ja\n");
  cards = tj_bus_card_service_list (self->context, &n_protected, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpuint (n_protected, ==, 1);
  g_assert_cmpstr (((TjBusCard *)cards->pdata[0])->courses, ==, "Engelska 6, Svenska 2");
  g_assert_cmpuint (((TjBusCard *)cards->pdata[0])->ends_on, ==, tj_date_new (2027, 1, 20));
  tj_bus_card_service_save (self->context, path, &n_cards, &n_protected, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "20070103-2385;Ester Nilsson"));
  g_assert_null (strstr (text, "Liam"));
  g_unlink (path);
}

static void
test_one_whom_nobody_saw_is_registered (ContextFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjYouth) youth = NULL;
  guint n = 0;
  gint64 id;

  import (self, "enrolments",
          "Personnummer;Skola;Program;Årskurs;Startdatum\n" ELSA ";NTI;EE;1;2026-08-18\n");
  import (self, "population",
          "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort\n" LIAM
          ";Ek;Liam;Storgatan 2;543 30;Tibro\n" ELSA ";Öberg;Elsa;Byvägen 3;543 30;Tibro\n");
  tj_target_group_service_count_unseen (self->context, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  id = tj_target_group_service_register (self->context, LIAM, tj_context_get_today (self->context),
                                         &error);
  g_assert_no_error (error);
  youth = tj_youths_load (tj_context_get_store (self->context), id, NULL);
  g_assert_cmpstr (tj_youth_get_street (youth), ==, "Storgatan 2");
  tj_target_group_service_count_unseen (self->context, &n, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (tj_target_group_service_register (self->context, ESTER,
                                                     tj_context_get_today (self->context), &error),
                   ==, 0);
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/context/proposals/a-yes-to-the-lot-is-one-step", test_a_yes_to_the_lot_is_one_step);
  ADD ("/context/proposals/a-later-contact-moves-the-day", test_a_later_contact_moves_the_day);
  ADD ("/context/proposals/a-no-changes-nothing-else", test_a_no_changes_nothing_else);
  ADD ("/context/proposals/what-was-done-by-hand-is-not-done-again",
       test_what_was_done_by_hand_is_not_done_again);
  ADD ("/context/proposals/a-registration-counts-from-today",
       test_a_registration_that_is_proposed_counts_from_today);
  ADD ("/context/proposals/protected-people-are-not-named", test_protected_people_are_not_named);
  ADD ("/context/intake/what-came-in-is-told", test_what_came_in_is_told);
  ADD ("/context/bus-cards/leave-protected-people-out", test_bus_cards_leave_protected_people_out);
  ADD ("/context/target-group/one-whom-nobody-saw-is-registered",
       test_one_whom_nobody_saw_is_registered);
  return g_test_run ();
}

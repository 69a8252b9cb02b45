/* Prices and the months' reconciliations: kept, carried over, undone, and gone with a purge. */

#include "config.h"

#include "register.h"

#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-price-repository.h"
#include "tj-purge.h"
#include "tj-reconciliation-repository.h"
#include "tj-undo.h"

static TjChange *
begin (Register *self)
{
  g_autoptr (GError) error = NULL;
  TjChange *change = tj_change_begin (self->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static gint64
add_month (Register *self, const char *month)
{
  g_autoptr (TjReconciliation) reconciliation = tj_reconciliation_new (day (month));
  g_autoptr (TjChange) change = begin (self);

  tj_reconciliation_set_made_on (reconciliation, day (month));
  assert_works (tj_reconciliations_insert (change, reconciliation, error_));
  assert_works (tj_change_commit (change, error_));
  return tj_entity_get_id (reconciliation);
}

static void
add_item (Register *self, gint64 month_id, const char *number, const char *done_on)
{
  g_autoptr (TjReconciliationItem) item = tj_reconciliation_item_new (number);
  g_autoptr (TjChange) change = begin (self);

  tj_reconciliation_item_set_reconciliation_id (item, month_id);
  tj_reconciliation_item_set_kind (item, TJ_FINDING_INVOICED_TWICE);
  tj_reconciliation_item_set_family_name (item, CANARY);
  tj_reconciliation_item_set_amount_ore (item, 1015800);
  tj_reconciliation_item_set_proposal (item, TJ_DECISION_CONTEST);
  if (done_on != NULL)
    tj_reconciliation_item_set_done_on (item, day (done_on));
  assert_works (tj_reconciliation_items_insert (change, item, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
a_price_is_kept_changed_and_undone (Register *self)
{
  g_autoptr (TjPriceLine) price = tj_price_line_new ();
  g_autoptr (GPtrArray) prices = NULL;
  g_autoptr (GPtrArray) after = NULL;

  tj_price_line_set_programme (price, "BA");
  tj_price_line_set_begun_from (price, day ("2025-07-01"));
  tj_price_line_set_year_ore (price, 16370000);
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_prices_insert (change, price, error_));
    assert_works (tj_change_commit (change, error_));
  }
  prices = tj_prices_list (self->store, NULL);
  g_assert_cmpuint (prices->len, ==, 1);
  g_assert_true (tj_entity_equal (prices->pdata[0], price));
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_prices_delete (change, tj_entity_get_id (price), error_));
    assert_works (tj_change_commit (change, error_));
  }
  assert_works (tj_undo (self->store, error_));
  after = tj_prices_list (self->store, NULL);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
a_month_is_there_once (Register *self)
{
  g_autoptr (TjReconciliation) again = tj_reconciliation_new (day ("2026-11-01"));
  g_autoptr (TjChange) change = NULL;

  add_month (self, "2026-11-01");
  tj_reconciliation_set_made_on (again, day ("2026-11-18"));
  change = begin (self);
  assert_fails (tj_reconciliations_insert (change, again, error_), TJ_STORE_ERROR_CONSTRAINT);
}

static void
what_is_not_done_is_carried_over (Register *self)
{
  gint64 october = add_month (self, "2026-10-01");
  gint64 november = add_month (self, "2026-11-01");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_item (self, october, test_number (0), NULL);
  add_item (self, october, test_number (1), "2026-10-22");
  add_item (self, november, test_number (2), NULL);

  open = tj_reconciliation_items_list_open (self->store, day ("2026-11-01"), NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (tj_reconciliation_item_get_personal_number (open->pdata[0]), ==,
                   test_number (0));
  g_assert_cmpint (tj_reconciliation_item_get_decision (open->pdata[0]), ==, -1);
  items = tj_reconciliation_items_list (self->store, october, NULL);
  g_assert_cmpuint (items->len, ==, 2);
}

static void
add_enrolment (TjChange *change, guint i, const char *school, const char *ends_on)
{
  g_autoptr (TjEnrolment) enrolment = tj_enrolment_new (test_number (i));

  tj_enrolment_set_school (enrolment, school);
  tj_enrolment_set_programme (enrolment, "TE");
  tj_enrolment_set_starts_on (enrolment, day ("2025-08-18"));
  if (ends_on != NULL)
    tj_enrolment_set_ends_on (enrolment, day (ends_on));
  assert_works (tj_facts_insert (change, enrolment, error_));
}

static void
collect_before (const char *number, const char *school, const char *programme, gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s %s;", number, school, programme);
}

static void
assert_before (Register *self, const char *month, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_works (
      tj_enrolments_before_foreach (self->store, day (month), collect_before, text, error_));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
keep_before (Register *self, const char *month, const char *on)
{
  g_autoptr (TjChange) change = begin (self);

  assert_works (tj_enrolments_before_keep (change, day (month), day (on), error_));
  assert_works (tj_change_commit (change, error_));
}

static void
where_everyone_went_is_kept_for_two_months (Register *self)
{
  g_autofree char *expected = g_strdup_printf ("%s Kavelbro TE;", test_number (0));
  {
    g_autoptr (TjChange) change = begin (self);

    add_enrolment (change, 0, "Kavelbro", NULL);
    add_enrolment (change, 1, "Kavelbro", "2026-09-14");
    assert_works (tj_change_commit (change, error_));
  }
  keep_before (self, "2026-09-01", "2026-09-15");
  keep_before (self, "2026-10-01", "2026-10-15");
  keep_before (self, "2026-10-01", "2026-10-15");
  assert_before (self, "2026-09-01", expected);
  assert_before (self, "2026-10-01", expected);
  keep_before (self, "2026-11-01", "2026-11-15");
  assert_before (self, "2026-09-01", "");
  assert_before (self, "2026-10-01", expected);
}

static void
a_purge_takes_findings_and_where_one_went (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  gint64 month_id = add_month (self, "2026-10-01");
  g_autoptr (TjPurgeProtocol) protocol = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_item (self, month_id, test_number (0), NULL);
  add_item (self, month_id, test_number (1), NULL);
  {
    g_autoptr (TjChange) change = begin (self);

    add_enrolment (change, 0, "Kavelbro", NULL);
    assert_works (tj_change_commit (change, error_));
  }
  keep_before (self, "2026-10-01", "2026-10-15");

  protocol = tj_purge_run (self->store, 2020, day ("2026-12-01"), &youth_id, 1, NULL);
  g_assert_nonnull (protocol);
  items = tj_reconciliation_items_list (self->store, month_id, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (tj_reconciliation_item_get_personal_number (items->pdata[0]), ==,
                   test_number (1));
  assert_before (self, "2026-10-01", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/reconciliation/a-price-is-kept-changed-and-undone",
                     a_price_is_kept_changed_and_undone);
  register_add_test ("/store/reconciliation/a-month-is-there-once", a_month_is_there_once);
  register_add_test ("/store/reconciliation/what-is-not-done-is-carried-over",
                     what_is_not_done_is_carried_over);
  register_add_test ("/store/reconciliation/where-everyone-went-is-kept-for-two-months",
                     where_everyone_went_is_kept_for_two_months);
  register_add_test ("/store/reconciliation/a-purge-takes-findings-and-where-one-went",
                     a_purge_takes_findings_and_where_one_went);
  return g_test_run ();
}

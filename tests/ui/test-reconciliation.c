/* The reconciliation in the window: made on the worker, decided on one by one and several at once,
 * closed and opened again; and the prices and settings that it rests on. */

#include "config.h"

#include "reconciliation-driver.h"

#include "tj-date-row.h"
#include "tj-finding-pane.h"
#include "tj-finding-table.h"
#include "tj-line-list.h"
#include "tj-preferences.h"
#include "tj-price-form.h"
#include "tj-price-page.h"
#include "tj-price-service.h"
#include "tj-reconciliation-page.h"
#include "tj-reconciliation-progress.h"
#include "tj-setting-keys.h"
#include "tj-undo-service.h"
#include "tj-window.h"

#include <string.h>

/* libadwaita 1.2 crashes when a toast goes before it has come in. */
#define TOAST_MS 900

static UiFixture fixture;
static GtkWidget *window;

static gpointer
find (GType type)
{
  return ui_find (ui_find (window, TJ_TYPE_RECONCILIATION_PAGE, NULL), type, NULL);
}

static GtkSelectionModel *
selection (void)
{
  return gtk_column_view_get_model (
      ui_find (find (TJ_TYPE_FINDING_TABLE), GTK_TYPE_COLUMN_VIEW, "view"));
}

static TjReconciliationItem *
finding_at (guint position)
{
  g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (selection ()), position);

  return tj_finding_item_get_finding (item);
}

static guint
find_kind (TjFindingKind kind)
{
  guint i = 0;

  while (tj_reconciliation_item_get_kind (finding_at (i)) != (int)kind
         || tj_reconciliation_item_get_decision (finding_at (i)) >= 0)
    i++;
  return i;
}

static void
choose (guint position)
{
  gtk_selection_model_select_item (selection (), position, TRUE);
}

static void
decide (TjDecision decision)
{
  gtk_widget_activate_action (find (TJ_TYPE_FINDING_TABLE), "reconciliation.decide", "i", decision);
}

static char *
dup_undo (void)
{
  g_autoptr (TjUndoStep) step = tj_undo_service_get_undo (fixture.context, NULL);

  return g_strdup (step->action);
}

static void
undo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjUndoStep) step = tj_undo_service_undo (fixture.context, &error);

  g_assert_no_error (error);
}

static guint
count_chosen (void)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection ());

  return (guint)gtk_bitset_get_size (chosen);
}

static gboolean
is_made (gpointer unused)
{
  return !tj_context_is_working (fixture.context)
         && g_list_model_get_n_items (G_LIST_MODEL (selection ())) > 0;
}

static void
test_a_month_is_made_on_the_worker (void)
{
  tj_window_show_screen (TJ_WINDOW (window), "reconciliation:2026-11");
  gtk_widget_activate_action (find (TJ_TYPE_FINDING_TABLE), "reconciliation.make", NULL);
  g_assert_true (tj_context_is_working (fixture.context));
  g_assert_true (ui_wait_for (is_made, NULL));
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "Meeting Friday"));
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "0 of "));
  g_assert_true (ui_says (find (TJ_TYPE_FINDING_PANE), "Choose a Finding"));
}

static void
test_a_key_decides_and_goes_on (void)
{
  guint position = find_kind (TJ_FINDING_REDUCED);
  g_autofree char *action = NULL;

  choose (position);
  g_assert_true (ui_says (find (TJ_TYPE_FINDING_PANE), "Decide"));
  decide (TJ_DECISION_ASK_SCHOOL);
  g_assert_cmpint (tj_reconciliation_item_get_decision (finding_at (position)), ==,
                   TJ_DECISION_ASK_SCHOOL);
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "1 of "));
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "1 waits for an answer"));
  g_assert_false (gtk_selection_model_is_selected (selection (), position));
  g_assert_cmpuint (count_chosen (), ==, 1);
  action = dup_undo ();
  g_assert_cmpstr (action, ==, "decide-reconciliation");

  choose (position);
  gtk_widget_activate_action (find (TJ_TYPE_FINDING_TABLE), "reconciliation.carry-out", NULL);
  g_assert_cmpuint (tj_reconciliation_item_get_done_on (finding_at (position)), ==,
                    tj_context_get_today (fixture.context));
  g_assert_false (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "waits for an answer"));
  undo ();
  undo ();
  g_assert_cmpint (tj_reconciliation_item_get_decision (finding_at (position)), <, 0);
  ui_settle (TOAST_MS);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *link = all; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      return link->data;
  return NULL;
}

/* Who is not registered cannot leave: the others are decided on, and it is told why. */
static void
test_several_at_once_leave_out_what_cannot_be (void)
{
  guint leaves = find_kind (TJ_FINDING_OUTSIDE_AREA);
  guint stays = find_kind (TJ_FINDING_REDUCED);

  choose (leaves);
  gtk_selection_model_select_item (selection (), stays, FALSE);
  g_assert_cmpuint (count_chosen (), ==, 2);
  g_assert_true (ui_says (find (TJ_TYPE_FINDING_PANE), "2 findings chosen"));
  decide (TJ_DECISION_LEAVE_KAA);
  g_assert_cmpint (tj_reconciliation_item_get_decision (finding_at (leaves)), ==,
                   TJ_DECISION_LEAVE_KAA);
  g_assert_cmpint (tj_reconciliation_item_get_decision (finding_at (stays)), <, 0);
  g_assert_nonnull (find_dialog ());
  gtk_window_destroy (find_dialog ());
  undo ();
  ui_settle (TOAST_MS);
}

static gboolean
has_few_undecided (gpointer unused)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection ())); i++)
    n += tj_reconciliation_item_get_decision (finding_at (i)) < 0;
  return !tj_context_is_working (fixture.context) && n < 10;
}

static void
test_all_as_proposed_is_one_step (void)
{
  gtk_selection_model_select_all (selection ());
  gtk_widget_activate_action (find (TJ_TYPE_FINDING_TABLE), "reconciliation.as-proposed", NULL);
  g_assert_true (ui_wait_for (has_few_undecided, NULL));
  ui_settle (UI_DRAWN_MS);
  if (find_dialog () != NULL)
    gtk_window_destroy (find_dialog ());
  tj_window_show_screen (TJ_WINDOW (window), "reconciliation:contested");
  g_assert_true (ui_says (find (TJ_TYPE_LINE_LIST), "Spreadsheet…"));
  undo ();
  tj_window_show_screen (TJ_WINDOW (window), "reconciliation:2026-11");
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "0 of "));
  ui_settle (TOAST_MS);
}

static void
test_a_closed_month_is_not_decided_on (void)
{
  GtkWidget *table = find (TJ_TYPE_FINDING_TABLE);
  guint position = find_kind (TJ_FINDING_REDUCED);

  gtk_widget_activate_action (table, "reconciliation.close", NULL);
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "Closed"));
  choose (position);
  decide (TJ_DECISION_NOTED);
  g_assert_cmpint (tj_reconciliation_item_get_decision (finding_at (position)), <, 0);
  tj_window_show_screen (TJ_WINDOW (window), "reconciliation:history");
  g_assert_true (ui_says (find (TJ_TYPE_LINE_LIST), "closed"));
  tj_window_show_screen (TJ_WINDOW (window), "reconciliation:2026-11");
  ui_settle (TOAST_MS);
  gtk_widget_activate_action (table, "reconciliation.reopen", NULL);
  g_assert_true (ui_says (find (TJ_TYPE_RECONCILIATION_PROGRESS), "Meeting"));
  ui_settle (TOAST_MS);
}

static guint
count_prices (void)
{
  g_autoptr (GPtrArray) prices = tj_price_service_list (fixture.context, NULL);

  return prices->len;
}

static void
set_text (TjPriceForm *form, const char *id, const char *text)
{
  tj_text_row_set_text (ui_find (form, TJ_TYPE_TEXT_ROW, id), text);
}

static void
test_a_price_is_added_changed_and_removed (void)
{
  GtkWidget *preferences = tj_preferences_new (fixture.context);
  GtkWidget *page = ui_find (preferences, TJ_TYPE_PRICE_PAGE, NULL);
  guint n = count_prices ();
  TjPriceForm *form;

  gtk_window_present (GTK_WINDOW (preferences));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "prices");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_BUTTON, "add"), "clicked");
  form = ui_find (preferences, TJ_TYPE_PRICE_FORM, NULL);
  set_text (form, "programme", "te25");
  set_text (form, "organiser", "Skövde kommun");
  set_text (form, "price", "gratis");
  g_assert_false (tj_form_is_valid (TJ_FORM (form)));
  set_text (form, "price", "99 000");
  g_assert_true (tj_form_is_valid (TJ_FORM (form)));
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  g_assert_cmpuint (count_prices (), ==, n + 1);
  gtk_editable_set_text (ui_find (page, GTK_TYPE_SEARCH_ENTRY, "search"), "skövde");
  ui_settle (TOAST_MS);
  g_assert_true (ui_says (page, "TE · Skövde kommun"));
  g_assert_true (ui_says (page, "99\u00a0000 kr"));

  g_signal_emit_by_name (
      ui_find (page, GTK_TYPE_LIST_BOX, "rows"), "row-activated",
      gtk_list_box_get_row_at_index (ui_find (page, GTK_TYPE_LIST_BOX, "rows"), 0));
  gtk_widget_activate (ui_find (preferences, GTK_TYPE_BUTTON, "remove"));
  ui_settle (TOAST_MS);
  g_assert_cmpuint (count_prices (), ==, n);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_how_a_month_is_counted_is_kept (void)
{
  GtkWidget *preferences = tj_preferences_new (fixture.context);
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;

  gtk_window_present (GTK_WINDOW (preferences));
  gtk_spin_button_set_value (ui_find (preferences, GTK_TYPE_SPIN_BUTTON, "reading_day"), 20);
  adw_combo_row_set_selected (ui_find (preferences, ADW_TYPE_COMBO_ROW, "count"), 1);
  count = tj_context_dup_setting (fixture.context, TJ_SETTING_IKE_COUNT, NULL);
  day = tj_context_dup_setting (fixture.context, TJ_SETTING_IKE_READING_DAY, NULL);
  g_assert_cmpstr (count, ==, "per-day");
  g_assert_cmpstr (day, ==, "20");
  g_assert_true (ui_says (preferences, "Each day of enrolment costs its part of the month"));
  ui_settle (TOAST_MS);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  ui_fixture_start (&fixture, 20);
  reconciliation_import_lists (&fixture);
  window = ui_open_window (&fixture);

  g_test_add_func ("/ui/reconciliation/a-month-is-made-on-the-worker",
                   test_a_month_is_made_on_the_worker);
  g_test_add_func ("/ui/reconciliation/a-key-decides-and-goes-on", test_a_key_decides_and_goes_on);
  g_test_add_func ("/ui/reconciliation/several-at-once-leave-out-what-cannot-be",
                   test_several_at_once_leave_out_what_cannot_be);
  g_test_add_func ("/ui/reconciliation/all-as-proposed-is-one-step",
                   test_all_as_proposed_is_one_step);
  g_test_add_func ("/ui/reconciliation/a-closed-month-is-not-decided-on",
                   test_a_closed_month_is_not_decided_on);
  g_test_add_func ("/ui/prices/are-added-found-and-removed",
                   test_a_price_is_added_changed_and_removed);
  g_test_add_func ("/ui/prices/how-a-month-is-counted-is-kept",
                   test_how_a_month_is_counted_is_kept);
  result = g_test_run ();
  ui_close_window (window);
  ui_fixture_stop (&fixture);
  return result;
}

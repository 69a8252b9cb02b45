/* The figures in a real window: numbers open their lists, any period can be asked for, and shown to
 * others nothing small is there and nothing opens. */

#include "config.h"

#include "tj-chart-view.h"
#include "tj-dashboard.h"
#include "tj-figure-grid.h"
#include "tj-report-service.h"
#include "tj-window.h"
#include "tj-youth-list.h"
#include "ui-fixture.h"

#include <string.h>

#define PEOPLE 60

static UiFixture fixture;

static gboolean
shows_figures (gpointer window)
{
  GtkWidget *page = ui_find (window, TJ_TYPE_DASHBOARD, NULL);
  GtkStack *state = page != NULL ? ui_find (page, GTK_TYPE_STACK, "state") : NULL;

  return state != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (state), "figures") == 0;
}

static GtkWidget *
open_figures (void)
{
  GtkWidget *window = ui_open_window (&fixture);

  tj_window_show_screen (TJ_WINDOW (window), "reports:overview");
  g_assert_true (ui_wait_for (shows_figures, window));
  ui_settle (UI_DRAWN_MS);
  return window;
}

static GtkWidget *
dashboard (GtkWidget *window)
{
  return ui_find (window, TJ_TYPE_DASHBOARD, NULL);
}

static TjStatistics *
count_half (guint threshold)
{
  g_autoptr (GError) error = NULL;
  TjStatistics *statistics = tj_report_service_compute (
      fixture.context, tj_report_service_half ((TjHalfYear){ 2026, 2 }), threshold, &error);

  g_assert_no_error (error);
  return statistics;
}

/* The button of a number in a table; NULL when it is none. */
static GtkWidget *
find_number (GtkWidget *widget, guint quantity)
{
  GtkWidget *child, *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "what") != NULL
      && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "quantity")) == quantity)
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_number (child, quantity);
  return found;
}

static guint
count_buttons (GtkWidget *widget)
{
  GtkWidget *child;
  guint n = GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "what") != NULL;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

static void
test_a_number_opens_its_list (void)
{
  GtkWidget *window = open_figures ();
  g_autoptr (TjStatistics) statistics = count_half (0);
  const TjFigure *figure
      = tj_figure_table_find (tj_statistics_table (statistics, "numbers"), "end", "women");
  GtkWidget *button = find_number (dashboard (window), figure->quantity);
  GtkColumnView *view;

  g_assert_cmpint (figure->value, >, 0);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (UI_DRAWN_MS);
  view = ui_find (window, GTK_TYPE_COLUMN_VIEW, "view");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==,
                    (guint)figure->value);
  ui_close_window (window);
}

static void
test_days_of_ones_own_are_counted (void)
{
  GtkWidget *window = open_figures ();
  GtkWidget *page = dashboard (window);
  GtkDropDown *choice = ui_find (page, GTK_TYPE_DROP_DOWN, "choice");
  GtkEditable *from = ui_find (page, GTK_TYPE_ENTRY, "from");
  GtkEditable *to = ui_find (page, GTK_TYPE_ENTRY, "to");

  gtk_drop_down_set_selected (choice,
                              g_list_model_get_n_items (gtk_drop_down_get_model (choice)) - 1);
  ui_settle (UI_DRAWN_MS);
  gtk_editable_set_text (from, "2026-02-30");
  g_assert_true (ui_says (page, "Write the days as year-month-day"));
  gtk_editable_set_text (from, "2026-03-01");
  gtk_editable_set_text (to, "2026-02-01");
  g_assert_true (ui_says (page, "The last day is before the first"));
  gtk_editable_set_text (to, "2026-04-30");
  ui_settle (UI_DRAWN_MS);
  g_assert_false (ui_says (page, "The last day is before the first"));
  g_assert_true (ui_says (page, "2026-03-01 – 2026-04-30"));
  ui_close_window (window);
}

static void
test_shown_to_others_nothing_small_is_there (void)
{
  GtkWidget *window = open_figures ();
  GtkWidget *page = dashboard (window);
  g_autoptr (TjStatistics) closed = count_half (TJ_REPORT_THRESHOLD);
  const TjFigureTable *table = tj_statistics_table (closed, "numbers-by-birth-year");
  guint n_hidden = 0;

  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    n_hidden += tj_figure_table_get (table, row, 1)->hidden;
  g_assert_cmpuint (n_hidden, >, 0);
  g_assert_cmpuint (count_buttons (page), >, 0);
  g_assert_false (ui_says (page, ".."));

  gtk_widget_activate_action (page, "dashboard.present", NULL);
  g_assert_true (ui_wait_for (shows_figures, window));
  g_assert_true (ui_says (page, ".."));
  g_assert_cmpuint (count_buttons (page), ==, 0);
  g_assert_true (ui_says (page, "Presentation mode"));
  ui_close_window (window);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_shown_to_others_the_window_is_closed (void)
{
  GtkWidget *window = open_figures ();
  GtkWidget *page = dashboard (window);
  GtkWidget *sidebar = ui_find (window, g_type_from_name ("TjSidebar"), NULL);

  gtk_widget_activate_action (page, "dashboard.present", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_false (gtk_widget_get_mapped (sidebar));
  tj_window_show_screen (TJ_WINDOW (window), "youths");
  ui_settle (UI_DRAWN_MS);
  g_assert_true (gtk_widget_get_mapped (page));

  gtk_widget_activate_action (page, "dashboard.present", NULL);
  g_assert_true (ui_wait_for (is_mapped, sidebar));
  tj_window_show_screen (TJ_WINDOW (window), "youths");
  ui_settle (UI_DRAWN_MS);
  g_assert_false (gtk_widget_get_mapped (page));
  ui_close_window (window);
}

static gboolean
shows_chart (gpointer window)
{
  GtkWidget *chart = ui_find (dashboard (window), TJ_TYPE_CHART_VIEW, NULL);

  return chart != NULL && gtk_widget_get_height (chart) > 50;
}

static void
test_a_chart_leads_to_its_table (void)
{
  GtkWidget *window = open_figures ();
  GtkWidget *chart, *grid;

  g_assert_true (ui_wait_for (shows_chart, window));
  chart = ui_find (dashboard (window), TJ_TYPE_CHART_VIEW, NULL);
  grid = ui_find (dashboard (window), TJ_TYPE_FIGURE_GRID, NULL);
  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (chart)), grid));
  ui_close_window (window);
}

static void
test_a_table_is_copied_as_a_spreadsheet_takes_it (void)
{
  g_autoptr (TjStatistics) statistics = count_half (TJ_REPORT_THRESHOLD);
  g_autofree char *text = tj_figure_grid_dup_text (tj_statistics_table (statistics, "numbers"));

  g_assert_true (g_str_has_prefix (text, "Number of youths\tWomen\tMen\tTotal\n"));
  g_assert_nonnull (strstr (text, "\nNew\t"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  ui_fixture_start (&fixture, PEOPLE);

  g_test_add_func ("/ui/dashboard/a-number-opens-its-list", test_a_number_opens_its_list);
  g_test_add_func ("/ui/dashboard/days-of-ones-own-are-counted", test_days_of_ones_own_are_counted);
  g_test_add_func ("/ui/dashboard/shown-to-others-nothing-small-is-there",
                   test_shown_to_others_nothing_small_is_there);
  g_test_add_func ("/ui/dashboard/shown-to-others-the-window-is-closed",
                   test_shown_to_others_the_window_is_closed);
  g_test_add_func ("/ui/dashboard/a-chart-leads-to-its-table", test_a_chart_leads_to_its_table);
  g_test_add_func ("/ui/dashboard/a-table-is-copied-as-a-spreadsheet-takes-it",
                   test_a_table_is_copied_as_a_spreadsheet_takes_it);

  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

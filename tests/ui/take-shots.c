/* Draws every screen of the program to a PNG, light and dark, in a window of the size most
 * coordinators have and in the smallest that must hold; and with text of twice the size. Not a
 * test: pictures are looked at. Use: take-shots FOLDER */

#include "config.h"

#include "import-driver.h"
#include "reconciliation-driver.h"
#include "tj-agenda.h"
#include "tj-code-row.h"
#include "tj-dashboard.h"
#include "tj-first-run.h"
#include "tj-frame.h"
#include "tj-letter-question.h"
#include "tj-letter-service.h"
#include "tj-lock-page.h"
#include "tj-note-row.h"
#include "tj-preferences.h"
#include "tj-reconciliation-service.h"
#include "tj-window.h"
#include "ui-fixture.h"

#include <glib/gi18n.h>
#include <locale.h>

#define PEOPLE 120
#define SETTLE_MS 450

static const char *out_folder;
static const char *shade = "light";

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
shoot (GtkWidget *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, shade);
  g_autofree char *path = g_build_filename (out_folder, file, NULL);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  ui_settle (SETTLE_MS);
  node = draw (window);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gsk_render_node_unref (node);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("Could not write %s", path);
  g_print ("%s\n", path);
}

static GtkWidget *
open_window (UiFixture *fixture, int width, int height)
{
  GtkWidget *window = GTK_WIDGET (tj_window_new (fixture->application, fixture->context));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (50);
}

/* A window with the register open, past the lock. */
static GtkWidget *
open_frame (UiFixture *fixture, int width, int height)
{
  GtkWidget *window = open_window (fixture, width, height);

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (ui_find (window, TJ_TYPE_LOCK_PAGE, NULL), "opened");
  ui_settle (SETTLE_MS);
  return window;
}

static void
shoot_screen (GtkWidget *window, const char *screen, const char *name)
{
  tj_window_show_screen (TJ_WINDOW (window), screen);
  shoot (window, name);
}

static void
type_text (GtkWidget *window, GType type, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (window, type, id)), text);
}

static void
shoot_lock (UiFixture *fixture)
{
  g_autoptr (TjContext) locked
      = tj_context_new (fixture->folder, tj_context_get_today (fixture->context));
  GtkWidget *window = GTK_WIDGET (tj_window_new (fixture->application, locked));
  GtkWidget *page;

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  shoot (window, "lock");

  page = ui_find (window, TJ_TYPE_LOCK_PAGE, NULL);
  type_text (window, GTK_TYPE_PASSWORD_ENTRY, "passphrase", "inte rätt");
  gtk_widget_activate_action (page, "lock.open", NULL);
  ui_settle (4000);
  shoot (window, "lock-refused");
  close_window (window);
}

static gboolean
is_on_recovery_page (gpointer window)
{
  GtkStack *pages = ui_find (window, GTK_TYPE_STACK, "pages");

  return g_strcmp0 (gtk_stack_get_visible_child_name (pages), "recovery") == 0;
}

static void
shoot_first_run (void)
{
  UiFixture fixture;
  GtkWidget *window;
  GtkWidget *page;
  GtkStack *pages;

  ui_fixture_start (&fixture, 0);
  window = open_window (&fixture, 1200, 760);
  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  shoot (window, "first-run-1-place");

  page = ui_find (window, TJ_TYPE_FIRST_RUN, NULL);
  gtk_widget_activate_action (page, "first-run.next", NULL);
  type_text (window, GTK_TYPE_PASSWORD_ENTRY, "first", "sju små sjömän seglar");
  type_text (window, GTK_TYPE_PASSWORD_ENTRY, "second", "sju små sjömän seglar");
  shoot (window, "first-run-2-passphrase");

  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_true (ui_wait_for (is_on_recovery_page, window));
  shoot (window, "first-run-3-recovery");

  pages = ui_find (window, GTK_TYPE_STACK, "pages");
  gtk_stack_set_visible_child_name (pages, "routine");
  shoot (window, "first-run-4-routine");
  close_window (window);
  ui_fixture_stop (&fixture);
}

static void
on_answered (GPtrArray *printed, gpointer user_data)
{
}

/* The toplevel that came last: a dialog over the window. */
static GtkWidget *
latest_toplevel (GtkWidget *but_not)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != but_not && gtk_widget_get_visible (toplevel))
        return toplevel;
    }

  return NULL;
}

static void
shoot_dialogs (UiFixture *fixture, GtkWidget *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture->context, NULL, &error);
  GtkWidget *dialog;

  g_assert_no_error (error);
  tj_letter_question_ask (GTK_WINDOW (window), drafts, on_answered, NULL);
  dialog = latest_toplevel (window);
  shoot (dialog, "letters-question");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "some");
  close_window (dialog);
  dialog = latest_toplevel (window);
  shoot (dialog, "letters-which");
  close_window (dialog);

  gtk_widget_activate_action (window, "win.preferences", NULL);
  dialog = latest_toplevel (window);
  shoot (dialog, "preferences");
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (dialog), "ike");
  shoot (dialog, "preferences-reconciliation");
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (dialog), "prices");
  shoot (dialog, "preferences-prices");
  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_BUTTON, "add"), "clicked");
  shoot (dialog, "preferences-price");
  close_window (dialog);

  gtk_widget_activate_action (window, "win.shortcuts", NULL);
  dialog = latest_toplevel (window);
  shoot (dialog, "shortcuts");
  close_window (dialog);
}

/* "youth:12" of somebody whose next step is due, or of a protected person. */
static char *
find_youth (UiFixture *fixture, gboolean is_protected)
{
  g_autoptr (TjAgendaList) rows
      = tj_agenda_list (tj_context_get_store (fixture->context), TJ_STATUS_TO_ACT,
                        tj_context_get_today (fixture->context), NULL);
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if (row->next_step != NULL && row->next_state == TJ_STEP_DUE
          && (row->protection != TJ_PROTECTION_NONE) == is_protected)
        return g_strdup_printf ("youth:%" G_GINT64_FORMAT, row->youth_id);
    }

  return g_strdup ("youth:1");
}

/* The tabs of somebody who is in a measure. */
static void
shoot_tabs (UiFixture *fixture, GtkWidget *window)
{
  static const char *const tabs[] = { "measures", "plan", "documents" };
  g_autoptr (TjAgendaList) rows
      = tj_agenda_list (tj_context_get_store (fixture->context), TJ_STATUS_ONGOING,
                        tj_context_get_today (fixture->context), NULL);

  if (tj_agenda_list_get_length (rows) == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *screen = g_strdup_printf (
          "youth:%" G_GINT64_FORMAT "+%s", tj_agenda_list_get_row (rows, 0)->youth_id, tabs[i]);
      g_autofree char *name = g_strconcat ("youth-", tabs[i], NULL);

      shoot_screen (window, screen, name);
    }
}

/* The figures, a section each of tables only and of charts, and as others are shown them. */
static void
shoot_figures (GtkWidget *window, const char *size)
{
  static const char *const sections[] = { "numbers", "occupation", "results", "comparison" };
  GtkWidget *page;

  tj_window_show_screen (TJ_WINDOW (window), "reports:overview");
  page = ui_find (window, TJ_TYPE_DASHBOARD, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-figures-%s", size, sections[i]);

      tj_page_go (TJ_PAGE (page), sections[i]);
      shoot (window, name);
    }
  tj_page_go (TJ_PAGE (page), "numbers");
  gtk_widget_activate_action (page, "dashboard.present", NULL);
  {
    g_autofree char *name = g_strconcat (size, "-figures-presented", NULL);

    shoot (window, name);
  }
  gtk_widget_activate_action (page, "dashboard.present", NULL);
}

static void
shoot_wide (UiFixture *fixture)
{
  GtkWidget *window = open_frame (fixture, 1200, 760);
  g_autofree char *somebody = find_youth (fixture, FALSE);
  g_autofree char *hidden = find_youth (fixture, TRUE);

  shoot_screen (window, "today", "today");
  shoot_screen (window, "youths", "youths");
  gtk_selection_model_select_item (
      gtk_column_view_get_model (ui_find (window, GTK_TYPE_COLUMN_VIEW, "view")), 4, TRUE);
  shoot (window, "youths-selected");
  type_text (window, GTK_TYPE_SEARCH_ENTRY, "search", "sa");
  shoot (window, "youths-search");
  shoot_screen (window, "youths:overdue", "youths-overdue");
  shoot_screen (window, somebody, "youth");
  shoot_screen (window, hidden, "youth-protected");
  tj_window_show_screen (TJ_WINDOW (window), somebody);
  tj_code_row_set_value (ui_find (window, TJ_TYPE_CODE_ROW, "outcome"), TJ_OUTCOME_ANSWERED);
  tj_note_row_set_text (ui_find (window, TJ_TYPE_NOTE_ROW, "note"), "Hade fått en diagnos");
  shoot (window, "youth-form");
  shoot_screen (window, "letters", "letters");
  shoot_tabs (fixture, window);
  shoot_screen (window, "school-reports", "school-reports");
  shoot_screen (window, "school-reports:1", "school-reports-one");
  shoot_screen (window, "school-reports:new", "school-reports-new");
  shoot_screen (window, "reports:scb", "scb");
  shoot_screen (window, "reports:board", "reports-board");
  ui_settle (SETTLE_MS); /* the pages are drawn by a worker */
  shoot (window, "reports-board");
  shoot_screen (window, "register", "register");
  shoot_figures (window, "wide");
  import_show_states (fixture, window, shoot);
  shoot_dialogs (fixture, window);
  close_window (window);
}

static void
shoot_sizes (UiFixture *fixture)
{
  static const char *const all[] = { "today",          "youths",   "youth:56", "letters",
                                     "school-reports", "register", "import",   "reports:board" };
  static const struct
  {
    int width, height;
    const char *name;
  } sizes[] = { { 1024, 600, "small" }, { 600, 760, "narrow" } };
  gsize i, j;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *window = open_frame (fixture, sizes[i].width, sizes[i].height);

      for (j = 0; j < G_N_ELEMENTS (all); j++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%s", sizes[i].name, all[j]);

          g_strdelimit (name, ":", '-');
          shoot_screen (window, all[j], name);
        }
      shoot_figures (window, sizes[i].name);
      close_window (window);
    }
}

/* The month of the sample municipality, of the sizes that it must hold in. */
static void
shoot_months (UiFixture *fixture)
{
  static const struct
  {
    int width, height;
    const char *name;
  } sizes[] = { { 1280, 800, "reconciliation" }, { 1024, 600, "small-reconciliation" } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *window = open_frame (fixture, sizes[i].width, sizes[i].height);
      g_autofree char *one = g_strconcat (sizes[i].name, "-one", NULL);
      g_autofree char *several = g_strconcat (sizes[i].name, "-several", NULL);
      g_autofree char *history = g_strconcat (sizes[i].name, "-history", NULL);
      GtkSelectionModel *selection;

      shoot_screen (window, "reconciliation:2026-11", sizes[i].name);
      selection = gtk_column_view_get_model (
          ui_find (ui_find (window, g_type_from_name ("TjFindingTable"), "table"),
                   GTK_TYPE_COLUMN_VIEW, "view"));
      gtk_selection_model_select_item (selection, 20, TRUE);
      shoot (window, one);
      gtk_selection_model_select_range (selection, 20, 8, FALSE);
      shoot (window, several);
      shoot_screen (window, "reconciliation:history", history);
      shoot_screen (window, "reconciliation:2026-10", "reconciliation-unmade");
      close_window (window);
    }
}

/* Last of all: its lists change what the other screens show. */
static void
shoot_reconciliation (UiFixture *fixture, AdwStyleManager *style)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjReconciliationView) view = NULL;

  reconciliation_import_lists (fixture);
  view = tj_reconciliation_service_make (fixture->context, tj_date_new (2026, 11, 1), &error);
  g_assert_no_error (error);
  shade = "light";
  shoot_months (fixture);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  shade = "dark";
  shoot_months (fixture);
}

static void
shoot_large_text (UiFixture *fixture)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  shade = "large-text";
  shoot_sizes (fixture);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char **argv)
{
  UiFixture fixture;
  AdwStyleManager *style;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TJ_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpint (argc, ==, 2);
  out_folder = argv[1];
  g_mkdir_with_parents (out_folder, 0700);

  ui_fixture_start (&fixture, PEOPLE);
  style = adw_style_manager_get_default ();
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  shoot_lock (&fixture);
  shoot_wide (&fixture);
  shoot_sizes (&fixture);
  shoot_first_run ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  shade = "dark";
  shoot_lock (&fixture);
  shoot_wide (&fixture);
  shoot_first_run ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  shoot_large_text (&fixture);
  shoot_reconciliation (&fixture, style);
  ui_fixture_stop (&fixture);
  return 0;
}

/* The ways into a register: the lock screen refuses and opens, and the first run makes a register
 * that both its passphrase and its recovery key open. */

#include "config.h"

#include "tj-first-run-place.h"
#include "tj-first-run-recovery.h"
#include "tj-first-run.h"
#include "tj-lock-page.h"
#include "tj-municipality-chooser.h"
#include "tj-recovery-key.h"
#include "tj-routine-chooser.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define DRAWN_MS 100
#define PASSPHRASE "sju små sjömän"

/* A lock page in a window, and whether it has opened. */
typedef struct
{
  TjContext *context;
  GtkWidget *window;
  GtkWidget *page;
  gboolean opened;
} Lock;

static UiFixture fixture;

static void
on_opened (GtkWidget *page, gboolean *opened)
{
  *opened = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

static void
lock_start (Lock *lock)
{
  lock->context = tj_context_new (fixture.folder, tj_context_get_today (fixture.context));
  lock->opened = FALSE;
  lock->page = tj_lock_page_new (lock->context);
  lock->window = adw_window_new ();
  g_object_ref (lock->window);
  adw_window_set_content (ADW_WINDOW (lock->window), lock->page);
  g_signal_connect (lock->page, "opened", G_CALLBACK (on_opened), &lock->opened);
  gtk_window_present (GTK_WINDOW (lock->window));
  ui_settle (DRAWN_MS);
}

static void
lock_stop (Lock *lock)
{
  gtk_window_destroy (GTK_WINDOW (lock->window));
  ui_settle (DRAWN_MS);
  g_assert_finalize_object (lock->window);
  if (tj_context_is_unlocked (lock->context))
    g_assert_true (tj_context_close (lock->context, NULL));
  g_assert_finalize_object (lock->context);
}

static gboolean
says_problem (gpointer page)
{
  return gtk_revealer_get_reveal_child (ui_find (page, GTK_TYPE_REVEALER, "problem_revealer"));
}

static void
test_wrong_passphrase (void)
{
  Lock lock;
  GtkEditable *entry;

  lock_start (&lock);
  entry = ui_find (lock.page, GTK_TYPE_PASSWORD_ENTRY, "passphrase");
  gtk_editable_set_text (entry, "åtta små sjömän");
  gtk_widget_activate_action (lock.page, "lock.open", NULL);
  g_assert_true (ui_wait_for (says_problem, lock.page));
  g_assert_false (lock.opened);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "åtta små sjömän");

  gtk_editable_set_text (entry, "åtta");
  g_assert_false (says_problem (lock.page));
  lock_stop (&lock);
}

static void
test_right_passphrase (void)
{
  Lock lock;
  GtkEditable *entry;

  lock_start (&lock);
  entry = ui_find (lock.page, GTK_TYPE_PASSWORD_ENTRY, "passphrase");
  gtk_editable_set_text (entry, PASSPHRASE);
  gtk_widget_activate_action (lock.page, "lock.open", NULL);
  g_assert_true (ui_wait_for (is_set, &lock.opened));
  g_assert_true (tj_context_is_unlocked (lock.context));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  lock_stop (&lock);
}

static void
test_recovery_key (void)
{
  Lock lock;

  lock_start (&lock);
  gtk_widget_activate_action (lock.page, "lock.other-way", NULL);
  gtk_editable_set_text (ui_find (lock.page, GTK_TYPE_ENTRY, "recovery_key"),
                         tj_secret_get_text (fixture.recovery_key));
  gtk_widget_activate_action (lock.page, "lock.open", NULL);
  g_assert_true (ui_wait_for (is_set, &lock.opened));
  lock_stop (&lock);
}

static void
test_given_passphrase (void)
{
  Lock lock;
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);

  lock_start (&lock);
  tj_lock_page_prepare (TJ_LOCK_PAGE (lock.page), passphrase, FALSE);
  g_assert_false (tj_context_is_unlocked (lock.context));
  tj_lock_page_begin (TJ_LOCK_PAGE (lock.page));
  g_assert_true (ui_wait_for (is_set, &lock.opened));
  lock_stop (&lock);
}

static const char *
page_name (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (ui_find (page, GTK_TYPE_STACK, "pages"));
}

static gboolean
is_past_passphrase (gpointer page)
{
  return g_strcmp0 (page_name (page), "recovery") == 0;
}

/* Reads the group that a label asks for from the sheet on screen, as one would from paper. */
static void
type_group (GtkWidget *page, const char *label_id, const char *entry_id)
{
  GtkLabel *label = ui_find (page, GTK_TYPE_LABEL, label_id);
  GtkGrid *sheet = ui_find (page, GTK_TYPE_GRID, "sheet");
  int group = (int)g_ascii_strtoll (strrchr (gtk_label_get_label (label), ' ') + 1, NULL, 10) - 1;
  GtkWidget *cell = gtk_grid_get_child_at (sheet, group % 4, group / 4);
  GtkLabel *text = GTK_LABEL (gtk_widget_get_last_child (cell));

  gtk_editable_set_text (ui_find (page, GTK_TYPE_ENTRY, entry_id), gtk_label_get_label (text));
}

static void
test_first_run (void)
{
  UiFixture empty;
  GtkWidget *page;
  GtkWidget *window = g_object_ref (adw_window_new ());
  gboolean opened = FALSE;

  ui_fixture_start (&empty, 0);
  page = tj_first_run_new (empty.context);
  g_signal_connect (page, "opened", G_CALLBACK (on_opened), &opened);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));

  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_cmpstr (page_name (page), ==, "passphrase");
  gtk_editable_set_text (ui_find (page, GTK_TYPE_PASSWORD_ENTRY, "first"), "abc");
  gtk_editable_set_text (ui_find (page, GTK_TYPE_PASSWORD_ENTRY, "second"), "abc");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_cmpstr (page_name (page), ==, "passphrase");

  gtk_editable_set_text (ui_find (page, GTK_TYPE_PASSWORD_ENTRY, "first"), PASSPHRASE " till");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_cmpstr (page_name (page), ==, "passphrase");
  gtk_editable_set_text (ui_find (page, GTK_TYPE_PASSWORD_ENTRY, "second"), PASSPHRASE " till");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_true (ui_wait_for (is_past_passphrase, page));
  g_assert_false (tj_context_has_register (empty.context));

  gtk_editable_set_text (ui_find (page, GTK_TYPE_ENTRY, "entry_0"), "00000");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_cmpstr (page_name (page), ==, "recovery");
  type_group (page, "label_0", "entry_0");
  type_group (page, "label_1", "entry_1");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_cmpstr (page_name (page), ==, "routine");

  tj_municipality_chooser_set_code (ui_find (page, TJ_TYPE_MUNICIPALITY_CHOOSER, NULL), "1472");
  tj_routine_chooser_set_routine (ui_find (page, TJ_TYPE_ROUTINE_CHOOSER, NULL), "lidkoping");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  g_assert_true (ui_wait_for (is_set, &opened));
  g_assert_true (tj_context_has_register (empty.context));
  g_assert_true (tj_context_is_unlocked (empty.context));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (DRAWN_MS);
  g_assert_finalize_object (window);
  ui_fixture_stop (&empty);
}

/* The chosen folder holds the register of the fixture: its lock screen comes, nothing is made. */
static void
test_a_folder_with_a_register_is_opened (void)
{
  UiFixture empty;
  GtkWidget *page;
  GtkWidget *window;
  gboolean found = FALSE;

  ui_fixture_start (&empty, 0);
  window = g_object_ref (adw_window_new ());
  page = tj_first_run_new (empty.context);
  g_signal_connect (page, "found", G_CALLBACK (on_opened), &found);
  adw_window_set_content (ADW_WINDOW (window), page);

  tj_first_run_place_choose (ui_find (page, TJ_TYPE_FIRST_RUN_PLACE, NULL), "/nowhere/at/all");
  g_assert_true (gtk_widget_get_visible (
      ui_find (ui_find (page, TJ_TYPE_FIRST_RUN_PLACE, NULL), GTK_TYPE_LABEL, "problem")));
  g_assert_cmpstr (tj_context_get_register_dir (empty.context), ==, empty.folder);

  tj_first_run_place_choose (ui_find (page, TJ_TYPE_FIRST_RUN_PLACE, NULL), fixture.folder);
  g_assert_true (found);
  g_assert_cmpstr (tj_context_get_register_dir (empty.context), ==, fixture.folder);
  g_assert_true (ui_says (page, fixture.folder));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (DRAWN_MS);
  g_assert_finalize_object (window);
  tj_context_set_register_dir (empty.context, empty.folder);
  ui_fixture_stop (&empty);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, 5);
  g_assert_true (tj_context_close (fixture.context, NULL));
  g_test_add_func ("/ui/lock/a-wrong-passphrase-stays-and-is-refused", test_wrong_passphrase);
  g_test_add_func ("/ui/lock/the-passphrase-opens", test_right_passphrase);
  g_test_add_func ("/ui/lock/the-recovery-key-opens", test_recovery_key);
  g_test_add_func ("/ui/lock/a-given-passphrase-opens-without-asking", test_given_passphrase);
  g_test_add_func ("/ui/first-run/makes-a-register-only-when-all-is-done", test_first_run);
  g_test_add_func ("/ui/first-run/a-folder-with-a-register-is-opened",
                   test_a_folder_with_a_register_is_opened);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

/* The register's own screens in a real window: what they ask for is what the register has. */

#include "config.h"

#include "tj-backup-section.h"
#include "tj-backup-service.h"
#include "tj-keys-section.h"
#include "tj-letter-notice.h"
#include "tj-lock-page.h"
#include "tj-log-section.h"
#include "tj-pdf-view.h"
#include "tj-pdf-window.h"
#include "tj-purge-section.h"
#include "tj-setting-keys.h"
#include "tj-sheets-section.h"
#include "tj-window.h"
#include "tj-youth-repository.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

#define PEOPLE 60
#define DRAWN_MS 100

static UiFixture fixture;

/* A window past the lock, with a reference of the test's own, at a screen. */
static GtkWidget *
open_window (const char *screen)
{
  GtkWidget *window
      = g_object_ref (GTK_WIDGET (tj_window_new (fixture.application, fixture.context)));

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (ui_find (window, TJ_TYPE_LOCK_PAGE, NULL), "opened");
  ui_settle (DRAWN_MS);
  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (DRAWN_MS);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (DRAWN_MS);
  g_assert_finalize_object (window);
}

static void
set (const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  tj_context_set_setting (fixture.context, key, value, &error);
  g_assert_no_error (error);
  ui_settle (DRAWN_MS);
}

static void
test_missing_contact (void)
{
  GtkWidget *window = open_window ("letters");
  GtkWidget *notice = ui_find (window, TJ_TYPE_LETTER_NOTICE, NULL);

  g_assert_false (gtk_widget_get_visible (notice));
  set (TJ_SETTING_LETTERHEAD "phone", "");
  g_assert_true (gtk_widget_get_visible (notice));
  set (TJ_SETTING_LETTERHEAD "phone", "0504-180 00");
  g_assert_false (gtk_widget_get_visible (notice));
  close_window (window);
}

static guint
count_log_rows (GtkWidget *window)
{
  GtkColumnView *view
      = ui_find (ui_find (window, TJ_TYPE_LOG_SECTION, NULL), GTK_TYPE_COLUMN_VIEW, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static void
test_log_filter (void)
{
  GtkWidget *window = open_window ("register:log");
  GtkDropDown *period = ui_find (window, GTK_TYPE_DROP_DOWN, "period");
  GtkEditable *person = ui_find (window, GTK_TYPE_SEARCH_ENTRY, "person");
  const guint all = count_log_rows (window);

  g_assert_cmpuint (all, >, 1);
  gtk_editable_set_text (person, "KAA-9999");
  ui_settle (4 * DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, 0);
  gtk_editable_set_text (person, "");
  ui_settle (4 * DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, all + 1); /* the search was logged */

  gtk_drop_down_set_selected (period, 6);
  gtk_editable_set_text (ui_find (window, GTK_TYPE_ENTRY, "to"), "2001-01-01");
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, 0);
  close_window (window);
}

static GtkWidget *
latest_toplevel (GtkWidget *but_not)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != but_not && gtk_widget_get_visible (toplevel))
        return toplevel;
    }
  return NULL;
}

static gboolean
has_other_toplevel (gpointer window)
{
  return latest_toplevel (window) != NULL;
}

static gboolean
shows_paper (gpointer window)
{
  return TJ_IS_PDF_WINDOW (latest_toplevel (window));
}

static gint64
add_old_youth (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture.context), "register", &error);
  g_autoptr (TjYouth) youth = g_object_new (TJ_TYPE_YOUTH, "personal-number", "200401012380",
                                            "given-name", "Kim", "family-name", "Gammal", NULL);
  const gint64 id = tj_youths_insert (change, youth, &error);

  tj_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_purge (void)
{
  const gint64 id = add_old_youth ();
  GtkWidget *window = open_window ("register:purge");
  GtkWidget *section = ui_find (window, TJ_TYPE_PURGE_SECTION, NULL);
  g_autoptr (TjYouth) youth = NULL;
  GtkWidget *dialog;
  GtkEditable *entry;

  gtk_widget_activate_action (section, "purge.propose", NULL);
  gtk_widget_activate_action (section, "purge.ask", NULL);
  g_assert_true (ui_wait_for (has_other_toplevel, window));
  dialog = latest_toplevel (window);
  entry = ui_find (dialog, GTK_TYPE_ENTRY, NULL);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "purge"));
  gtk_editable_set_text (entry, "2025");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "purge"));
  gtk_editable_set_text (entry, "2026");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "purge"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "purge");
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* The protocol is shown. */
  g_assert_true (ui_wait_for (shows_paper, window));
  gtk_window_destroy (GTK_WINDOW (latest_toplevel (window)));
  youth = tj_youths_load (tj_context_get_store (fixture.context), id, NULL);
  g_assert_null (youth);
  g_assert_true (tj_context_verify_log (fixture.context, NULL));
  close_window (window);
}

static void
test_team_sheet (void)
{
  GtkWidget *window = open_window ("register:sheets");
  GtkWidget *section = ui_find (window, TJ_TYPE_SHEETS_SECTION, NULL);
  GtkWidget *paper;

  gtk_widget_activate_action (section, "sheets.show", "s", "home-visits");
  g_assert_true (ui_wait_for (has_other_toplevel, window));
  paper = latest_toplevel (window);
  g_assert_cmpint (tj_pdf_view_get_n_pages (ui_find (paper, TJ_TYPE_PDF_VIEW, NULL)), >, 0);
  gtk_window_destroy (GTK_WINDOW (paper));
  close_window (window);
}

static gboolean
has_backup (gpointer folder)
{
  g_autoptr (GPtrArray) files = NULL;

  if (tj_context_is_working (fixture.context))
    return FALSE;
  files = tj_backup_service_list (fixture.context, NULL);
  return files != NULL && files->len == 1;
}

static void
remove_backups (const char *folder)
{
  g_autoptr (GPtrArray) files = tj_backup_service_list (fixture.context, NULL);

  for (guint i = 0; i < files->len; i++)
    g_unlink (((TjBackupFile *)files->pdata[i])->path);
  g_rmdir (folder);
}

static void
test_backup (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tjugo-backup-XXXXXX", NULL);
  GtkWidget *window = open_window ("register:backup");
  GtkWidget *section = ui_find (window, TJ_TYPE_BACKUP_SECTION, NULL);

  g_assert_false (tj_backup_service_is_due (fixture.context));
  set (TJ_SETTING_BACKUP_FOLDER, folder);
  g_assert_true (tj_backup_service_is_due (fixture.context));
  gtk_widget_activate_action (section, "backup.now", NULL);
  g_assert_true (ui_wait_for (has_backup, folder));
  g_assert_false (tj_backup_service_is_due (fixture.context));
  ui_settle (DRAWN_MS);
  gtk_widget_activate_action (section, "backup.rehearse", NULL);
  ui_settle (4 * DRAWN_MS);
  g_assert_false (has_other_toplevel (window)); /* no error */

  remove_backups (folder);
  set (TJ_SETTING_BACKUP_FOLDER, "");
  close_window (window);
}

static guint
count_slots (TjKeySlotKind kind)
{
  TjKeyFile *keys = tj_context_get_key_file (fixture.context);
  guint n = 0;

  for (guint i = 0; i < tj_key_file_get_n_slots (keys); i++)
    n += tj_key_slot_get_kind (tj_key_file_get_slot (keys, i)) == kind;
  return n;
}

static gboolean
opens (const char *text)
{
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (text);
  g_autoptr (TjSecret) data_key = tj_key_file_open_with_passphrase (
      tj_context_get_key_file (fixture.context), passphrase, NULL);

  return data_key != NULL;
}

static gboolean
has_let_go (gpointer unused)
{
  return !tj_context_is_working (fixture.context);
}

static void
test_passphrase (void)
{
  GtkWidget *window = open_window ("register:keys");
  GtkWidget *dialog;

  gtk_widget_activate_action (ui_find (window, TJ_TYPE_KEYS_SECTION, NULL), "keys.passphrase",
                              NULL);
  g_assert_true (ui_wait_for (has_other_toplevel, window));
  dialog = latest_toplevel (window);
  gtk_editable_set_text (ui_find (dialog, GTK_TYPE_PASSWORD_ENTRY, "first"),
                         "fyra gröna ekar sjunger");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "change"));
  gtk_editable_set_text (ui_find (dialog, GTK_TYPE_PASSWORD_ENTRY, "second"),
                         "fyra gröna ekar sjunger");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "change"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "change");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (ui_wait_for (has_let_go, NULL));
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (count_slots (TJ_KEY_SLOT_PASSPHRASE), ==, 1);
  g_assert_true (opens ("fyra gröna ekar sjunger"));
  g_assert_false (opens ("sju små sjömän"));
  close_window (window);
}

static void
test_recovery_sheet (void)
{
  GtkWidget *window = open_window ("register:keys");

  gtk_widget_activate_action (ui_find (window, TJ_TYPE_KEYS_SECTION, NULL), "keys.recovery", NULL);
  g_assert_true (ui_wait_for (shows_paper, window));
  gtk_window_destroy (GTK_WINDOW (latest_toplevel (window)));
  g_assert_cmpuint (count_slots (TJ_KEY_SLOT_RECOVERY), ==, 2);
  close_window (window);
}

/* Whether the session's keyring opens the register as its key file is on disk. */
static gboolean
keyring_opens (void)
{
  g_autofree char *path = g_build_filename (fixture.folder, TJ_KEY_FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjKeyFile) keys = tj_key_file_load (path, &error);
  g_autoptr (TjSecret) data_key = NULL;

  g_assert_no_error (error);
  data_key = tj_key_file_open_with_keyring (keys, NULL, NULL);
  return data_key != NULL;
}

static void
switch_keyring (gboolean on)
{
  GtkWidget *window = open_window ("register:keys");
  GtkWidget *section = ui_find (window, TJ_TYPE_KEYS_SECTION, NULL);

  gtk_switch_set_active (ui_find (section, GTK_TYPE_SWITCH, "keyring"), on);
  ui_settle (DRAWN_MS);
  close_window (window);
}

static void
test_keyring (void)
{
  g_assert_false (keyring_opens ());
  switch_keyring (TRUE);
  g_assert_true (keyring_opens ());
  switch_keyring (FALSE);
  g_assert_false (keyring_opens ());
}

static void
test_sections (void)
{
  static const char *const screens[] = { "register:log",    "register:purge", "register:sheets",
                                         "register:backup", "register:keys",  "register:check" };
  GtkWidget *window = open_window ("register");

  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      tj_window_show_screen (TJ_WINDOW (window), screens[i]);
      ui_settle (DRAWN_MS);
      g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, screens[i]);
    }
  close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/letters/a-letter-without-somebody-to-call-says-so", test_missing_contact);
  g_test_add_func ("/ui/register/the-log-shows-what-is-asked-for", test_log_filter);
  g_test_add_func ("/ui/register/a-purge-takes-the-year-typed", test_purge);
  g_test_add_func ("/ui/register/a-team-sheet-is-shown", test_team_sheet);
  g_test_add_func ("/ui/register/a-backup-is-made-and-rehearsed", test_backup);
  g_test_add_func ("/ui/register/a-new-passphrase-takes-the-place-of-the-old", test_passphrase);
  g_test_add_func ("/ui/register/a-new-recovery-sheet-is-shown", test_recovery_sheet);
  g_test_add_func ("/ui/register/the-keyring-opens-while-it-is-switched-on", test_keyring);
  g_test_add_func ("/ui/register/each-section-is-a-place-one-comes-back-to", test_sections);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

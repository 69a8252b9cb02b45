/* A list from file to register through the window: what is seen before is what is done, what was
 * done can be undone, and what is stopped or refused leaves nothing. */

#include "config.h"

#include "import-driver.h"

#include "tj-column-row.h"
#include "tj-frame.h"
#include "tj-file-row.h"
#include "tj-import-columns.h"
#include "tj-import-page.h"
#include "tj-import-preview.h"
#include "tj-import-rejected.h"
#include "tj-import-repository.h"
#include "tj-proposal-list.h"
#include "tj-proposal-service.h"
#include "tj-window.h"
#include "tj-youth-repository.h"

#define PEOPLE 40

static UiFixture fixture;

static gboolean
count_youth (TjYouth *youth, gpointer n)
{
  (*(guint *)n)++;
  return TRUE;
}

static guint
count_youths (void)
{
  guint n = 0;

  g_assert_true (tj_youths_foreach (tj_context_get_store (fixture.context), count_youth, &n, NULL));
  return n;
}

static gboolean
take_first_run (const TjImportRun *run, gpointer copy)
{
  *(TjImportRun *)copy = *run;
  return FALSE;
}

static TjImportRun
latest_run (void)
{
  TjImportRun run = { 0 };

  tj_imports_foreach (tj_context_get_store (fixture.context), take_first_run, &run, NULL);
  return run;
}

static GListModel *
preview_rows (GtkWidget *window)
{
  GtkWidget *preview = ui_find (window, TJ_TYPE_IMPORT_PREVIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (ui_find (preview, GTK_TYPE_COLUMN_VIEW, "view")));
}

static GtkDropDown *
field_of_column (GtkWidget *window, int column)
{
  GtkWidget *columns = ui_find (window, TJ_TYPE_IMPORT_COLUMNS, NULL);
  GtkListBox *list = ui_find (columns, GTK_TYPE_LIST_BOX, "columns");

  return ui_find (gtk_list_box_get_row_at_index (list, column), GTK_TYPE_DROP_DOWN, "field");
}

static gboolean
can_press (GtkWidget *window, const char *id)
{
  return gtk_widget_is_sensitive (
      ui_find (ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL), GTK_TYPE_BUTTON, id));
}

static void
assert_trouble (GtkWidget *window, const char *file, const char *words)
{
  import_open (window, file);
  g_assert_cmpstr (import_get_step (window), ==, "start");
  g_assert_true (ui_says (ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL), words));
}

static void
test_preview (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_fixture_path ("imports/ist.csv");
  g_autoptr (TjFileRow) last = NULL;
  g_autofree char *number = NULL;
  g_autofree char *cell = NULL;

  import_open (window, path);
  g_assert_cmpstr (import_get_step (window), ==, "columns");
  g_assert_cmpuint (g_list_model_get_n_items (preview_rows (window)), ==, 82);
  last = g_list_model_get_item (preview_rows (window), 81);
  number = tj_file_row_dup_number (last);
  cell = tj_file_row_dup_cell (last, 0);
  g_assert_cmpstr (number, ==, "83");
  g_assert_cmpuint (strlen (cell), ==, strlen ("20070626-2383"));
  ui_close_window (window);
}

static void
test_workbook (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_fixture_path ("workbooks/libreoffice.xlsx");

  import_open (window, path);
  g_assert_cmpstr (import_get_step (window), ==, "columns");
  g_assert_true (ui_says (ui_find (window, TJ_TYPE_IMPORT_COLUMNS, NULL), "Excel workbook"));
  g_assert_cmpuint (g_list_model_get_n_items (preview_rows (window)), >, 0);
  ui_close_window (window);
}

static void
test_counts (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_write_mixed_list (&fixture);
  guint before = count_youths ();
  TjImportRun run;

  import_open (window, path);
  import_do (window, "import.try");
  g_assert_cmpstr (import_get_step (window), ==, "review");
  g_assert_cmpuint (count_youths (), ==, before);
  g_assert_true (ui_says (window, "Import 11 Rows") || can_press (window, "apply"));

  import_do (window, "import.apply");
  g_assert_cmpstr (import_get_step (window), ==, "done");
  run = latest_run ();
  g_assert_cmpuint (run.rows, ==, 31);
  g_assert_cmpuint (run.rejected, ==, 5);
  g_assert_cmpuint (run.added + run.changed + run.unchanged + run.rejected, ==, run.rows);
  g_assert_cmpuint (count_youths (), ==, before + 3);

  import_undo (window, run.id);
  g_assert_cmpuint (count_youths (), ==, before);
  g_assert_cmpstr (import_get_step (window), ==, "start");
  ui_close_window (window);
}

/* Another import came after it; the one before is still taken back, as nobody worked with it. */
static void
test_undo_later (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  guint before = count_youths ();
  g_autofree char *first
      = import_write_file (&fixture, "first.csv", "Pnr;Namn\n200701032385;Ester Ek\n");
  g_autofree char *second = import_write_file (
      &fixture, "second.csv", "Pnr;Namn\n200701032385;Ester Ek\n200903252393;Liam Lind\n");
  gint64 run_id;

  import_open (window, first);
  import_do (window, "import.try");
  import_do (window, "import.apply");
  run_id = latest_run ().id;
  import_open (window, second);
  import_do (window, "import.try");
  import_do (window, "import.apply");
  g_assert_cmpuint (count_youths (), ==, before + 2);
  import_undo (window, run_id);
  g_assert_cmpuint (count_youths (), ==, before + 1);
  import_undo (window, latest_run ().id);
  g_assert_cmpuint (count_youths (), ==, before);
  ui_close_window (window);
}

/* Old and new stand side by side, and the protected are not named anywhere. */
static void
test_lines (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_write_mixed_list (&fixture);
  g_autofree char *changed = NULL;
  g_autofree char *rejected = NULL;
  gboolean seen = FALSE;

  import_open (window, path);
  import_do (window, "import.try");
  import_choose_kind (window, "Changed");
  changed = import_dup_line (window, 0);
  g_assert_nonnull (strstr (changed, "|Nya gatan 7|"));
  import_choose_kind (window, "Rejected");
  g_assert_cmpuint (g_list_model_get_n_items (import_get_lines (window)), ==, 4);
  rejected = import_dup_line (window, 0);
  g_assert_nonnull (strstr (rejected, "check digit"));

  import_choose_kind (window, "New");
  for (guint i = 0; i < g_list_model_get_n_items (import_get_lines (window)); i++)
    {
      g_autofree char *line = import_dup_line (window, i);

      seen |= strstr (line, "Protected person") != NULL;
      g_assert_null (strstr (line, "Elsa"));
      g_assert_null (strstr (line, "20100129"));
    }
  g_assert_true (seen);
  ui_close_window (window);
}

/* So many rows that the thread is still at them when it is stopped. */
static char *
write_long_list (void)
{
  g_autofree char *path = import_write_mixed_list (&fixture);
  g_autofree char *list = NULL;
  GString *text;

  g_assert_true (g_file_get_contents (path, &list, NULL, NULL));
  text = g_string_new (list);
  while (text->len < 6000000)
    g_string_append (text, list);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  g_string_free (text, TRUE);
  return g_steal_pointer (&path);
}

/* A file that is dropped on another screen. */
static void
test_drop (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_fixture_path ("imports/contacts.csv");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkWidget *frame = ui_find (window, TJ_TYPE_FRAME, NULL);

  tj_window_show_screen (TJ_WINDOW (window), "youths");
  gtk_widget_activate_action (frame, "frame.import-file", "s", uri);
  g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, "import");
  import_wait (window);
  g_assert_cmpstr (import_get_step (window), ==, "columns");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tjugo");
  ui_close_window (window);
}

/* Locking in the middle of it: the register closes, and what was half done is not in it. */
static void
test_lock (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = write_long_list ();
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string ("sju små sjömän");
  g_autoptr (GError) error = NULL;
  guint before = count_youths ();

  import_open (window, path);
  import_do (window, "import.try");
  gtk_widget_activate_action (ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL), "import.apply", NULL);
  tj_context_close (fixture.context, &error);
  g_assert_no_error (error);
  g_assert_false (tj_context_is_working (fixture.context));
  ui_close_window (window);
  g_assert_true (tj_context_unlock_with_passphrase (fixture.context, passphrase, &error));
  g_assert_cmpuint (count_youths (), ==, before);
}

static guint
count_proposals (void)
{
  guint n = 0;

  g_assert_true (tj_proposal_service_count (fixture.context, &n, NULL));
  return n;
}

/* Who is no longer on the list is deregistered when she says so, with one key for the lot. */
static void
test_proposals (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *both = import_write_file (
      &fixture, "both.csv", "Pnr;Namn\n200701032385;Ester Ek\n200903252393;Liam Lind\n");
  g_autofree char *one
      = import_write_file (&fixture, "one.csv", "Pnr;Namn\n200701032385;Ester Ek\n");
  GtkWidget *list;

  import_open (window, both);
  import_do (window, "import.try");
  import_do (window, "import.apply");
  import_open (window, one);
  import_do (window, "import.try");
  import_choose_kind (window, "No longer on the list");
  g_assert_cmpuint (g_list_model_get_n_items (import_get_lines (window)), ==, 1);
  import_do (window, "import.apply");
  g_assert_cmpuint (count_proposals (), ==, 1);

  import_do (window, "import.proposals");
  list = ui_find (window, TJ_TYPE_PROPOSAL_LIST, NULL);
  g_assert_true (ui_says (list, "Liam Lind"));
  gtk_widget_activate_action (list, "proposals.accept", NULL);
  import_wait_free (window);
  g_assert_cmpuint (count_proposals (), ==, 0);
  g_assert_true (ui_says (list, "No Proposals"));
  gtk_widget_activate_action (list, "frame.undo", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpuint (count_proposals (), ==, 1);
  ui_close_window (window);
}

static void
test_mapping (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = import_write_file (
      &fixture, "odd.csv", "Nummer;E;F\n20070103-2385;Ek;Ester\n20090325-2393;Lind;Liam\n");
  GtkWidget *columns;

  import_open (window, path);
  g_assert_false (can_press (window, "try"));
  columns = ui_find (window, TJ_TYPE_IMPORT_COLUMNS, NULL);
  adw_combo_row_set_selected (ui_find (columns, ADW_TYPE_COMBO_ROW, "source"), 1);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_says (columns, "The list has no column for: Personal number, Name. Is it "
                                   "another list, or are the headings missing?"));

  gtk_drop_down_set_selected (field_of_column (window, 0), 1);
  gtk_drop_down_set_selected (field_of_column (window, 1), 2);
  g_assert_false (can_press (window, "try"));
  gtk_drop_down_set_selected (field_of_column (window, 2), 3);
  g_assert_true (can_press (window, "try"));

  /* A field is read from one column: taking it for another frees the first. */
  gtk_drop_down_set_selected (field_of_column (window, 1), 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (field_of_column (window, 2)), ==, 0);
  gtk_drop_down_set_selected (field_of_column (window, 1), 2);
  gtk_drop_down_set_selected (field_of_column (window, 2), 3);
  import_do (window, "import.try");
  import_choose_kind (window, "New");
  g_assert_cmpuint (g_list_model_get_n_items (import_get_lines (window)), ==, 2);
  import_do (window, "import.back");
  g_assert_cmpstr (import_get_step (window), ==, "columns");
  ui_close_window (window);
}

static void
test_cancel (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = write_long_list ();
  TjImportRun before = latest_run ();
  guint n_youths = count_youths ();
  GtkWidget *page;

  import_open (window, path);
  import_do (window, "import.try");
  page = ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL);
  gtk_widget_activate_action (page, "import.apply", NULL);
  import_do (window, "import.cancel");
  g_assert_false (tj_context_is_working (fixture.context));
  g_assert_cmpstr (import_get_step (window), ==, "review");
  g_assert_cmpint (latest_run ().id, ==, before.id);
  g_assert_cmpuint (count_youths (), ==, n_youths);
  ui_close_window (window);
}

/* While a thread has the register no other screen may ask for it. */
static void
test_stays_put (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *path = write_long_list ();

  import_open (window, path);
  gtk_widget_activate_action (ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL), "import.try", NULL);
  gtk_widget_activate_action (window, "win.show-screen", "s", "youths");
  g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, "import");
  import_do (window, "import.cancel");
  gtk_widget_activate_action (window, "win.show-screen", "s", "youths");
  g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, "youths");
  ui_close_window (window);
}

static void
test_bad_files (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autofree char *empty = import_write_file (&fixture, "empty.csv", "");
  g_autofree char *header = import_write_file (&fixture, "header.csv", "Pnr;Namn\n");
  g_autofree char *locked = import_fixture_path ("workbooks/password.xlsx");
  g_autofree char *absent = g_build_filename (fixture.folder, "absent.csv", NULL);

  assert_trouble (window, empty, "The file is empty.");
  assert_trouble (window, absent, "The file does not exist.");
  assert_trouble (window, locked,
                  "The workbook is protected with a password. Open it in Excel, save it without a "
                  "password and import that.");
  import_open (window, header);
  g_assert_true (ui_says (window, "There are no rows below the headings."));
  g_assert_false (can_press (window, "try"));
  ui_close_window (window);
}

/* The rows left out come back as they were, and the protected only as a reason. */
static void
test_rejected_file (void)
{
  g_autofree char *path
      = import_write_file (&fixture, "rejected.csv",
                           "Pnr;Efternamn;Förnamn;Skyddad\n20090325-2394;Lind;Liam;\n"
                           "20100129-2381;Berg;Elsa;Ja\n=1+1;Holm;Kim;\n20070103-2385;Ek;Ester;\n");
  g_autoptr (TjImportSession) session = tj_import_session_new (fixture.context);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;

  tj_import_session_load (session, file, NULL, &error);
  tj_import_session_open_sheet (session, NULL, NULL, &error);
  g_assert_no_error (error);
  tj_import_session_run (session, TRUE, NULL, &error);
  g_assert_no_error (error);
  bytes = tj_import_rejected_write (session);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (text, "20090325-2394;Lind;Liam;;2;"));
  g_assert_nonnull (strstr (text, "'=1+1;Holm;Kim;;4;"));
  g_assert_nonnull (strstr (text, ";;;;3;"));
  g_assert_null (g_strstr_len (text, (gssize)g_bytes_get_size (bytes), "Elsa"));
  g_assert_null (g_strstr_len (text, (gssize)g_bytes_get_size (bytes), "Ester"));
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/import/the-preview-has-every-row-of-the-file", test_preview);
  g_test_add_func ("/ui/import/a-workbook-is-shown-as-a-list", test_workbook);
  g_test_add_func ("/ui/import/what-was-tried-is-what-is-done-and-can-be-undone", test_counts);
  g_test_add_func ("/ui/import/an-earlier-import-is-undone-by-itself", test_undo_later);
  g_test_add_func ("/ui/import/lines-show-old-and-new-and-no-protected-name", test_lines);
  g_test_add_func ("/ui/import/columns-are-mapped-by-hand", test_mapping);
  g_test_add_func ("/ui/import/cancelling-leaves-nothing", test_cancel);
  g_test_add_func ("/ui/import/no-other-screen-while-a-thread-has-the-register", test_stays_put);
  g_test_add_func ("/ui/import/a-bad-file-is-refused-in-words", test_bad_files);
  g_test_add_func ("/ui/import/rejected-rows-are-saved-without-the-protected", test_rejected_file);
  g_test_add_func ("/ui/import/a-dropped-file-is-opened-wherever-one-is", test_drop);
  g_test_add_func ("/ui/import/locking-stops-an-import", test_lock);
  g_test_add_func ("/ui/import/proposals-are-carried-out-at-her-yes", test_proposals);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

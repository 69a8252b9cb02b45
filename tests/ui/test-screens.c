/* The screens in a real window over a real register: numbers agree with their lists, letters are
 * ticked, set and logged, a title never names anybody, and a closed window leaves nothing. */

#include "config.h"

#include "tj-agenda-groups.h"
#include "tj-frame.h"
#include "tj-letter-list.h"
#include "tj-letter-service.h"
#include "tj-letters-page.h"
#include "tj-lock-page.h"
#include "tj-pdf-view.h"
#include "tj-preferences.h"
#include "tj-today-page.h"
#include "tj-undo.h"
#include "tj-window.h"
#include "tj-youth-page.h"
#include "tj-youths-page.h"
#include "ui-fixture.h"

#define PEOPLE 120
#define DRAWN_MS 100

static UiFixture fixture;

/* A window past the lock, with a reference of the test's own. */
static GtkWidget *
open_window (void)
{
  GtkWidget *window
      = g_object_ref (GTK_WIDGET (tj_window_new (fixture.application, fixture.context)));

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (ui_find (window, TJ_TYPE_LOCK_PAGE, NULL), "opened");
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
go (GtkWidget *window, const char *screen)
{
  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (DRAWN_MS);
}

static GtkWidget *
find_page (GtkWidget *window, GType type)
{
  GtkWidget *page = ui_find (window, type, NULL);

  g_assert_nonnull (page);
  return page;
}

static guint
list_length (GtkWidget *window)
{
  GtkColumnView *view = ui_find (window, GTK_TYPE_COLUMN_VIEW, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static void
test_numbers (void)
{
  GtkWidget *window = open_window ();
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (people, NULL);
  guint i;

  g_assert_nonnull (groups);
  for (i = 0; i < groups->groups->len; i++)
    {
      const TjAgendaGroup *group = g_ptr_array_index (groups->groups, i);
      g_autofree char *screen = g_strdup_printf ("youths:%s", group->key);

      if (group->screen != NULL)
        continue;
      go (window, screen);
      g_assert_cmpuint (list_length (window), ==, tj_agenda_group_count (group));
    }
  close_window (window);
}

static void
test_letter_count (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (people, NULL);
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture.context, NULL, NULL);
  guint i;

  /* A youth gets one letter of a batch, so what is listed is at most what is due. */
  g_assert_cmpuint (drafts->len, >, 0);
  for (i = 0; i < drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (drafts, i);
      g_autofree char *key = g_strdup_printf ("step-%s", draft->kind);

      g_assert_true (tj_agenda_group_has (tj_agenda_groups_find (groups, key), draft->youth_id));
    }
}

static void
test_title (void)
{
  static const char *const screens[]
      = { "today", "youths", "youths:to-act", "youth:1", "youth:2", "letters", "register" };
  GtkWidget *window = open_window ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      go (window, screens[i]);
      g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, screens[i]);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tjugo");
    }
  close_window (window);
}

static void
test_way_back (void)
{
  GtkWidget *window = open_window ();

  go (window, "youths:watched");
  go (window, "youth:3");
  gtk_widget_activate_action (find_page (window, TJ_TYPE_YOUTH_PAGE), "frame.back", NULL);
  g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, "youths:watched");
  close_window (window);
}

static void
test_search (void)
{
  GtkWidget *window = open_window ();
  GtkEditable *search;
  guint all;

  go (window, "youths");
  all = list_length (window);
  search = ui_find (window, GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_editable_set_text (search, "zzz");
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (list_length (window), ==, 0);
  gtk_editable_set_text (search, "");
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (list_length (window), ==, all);
  close_window (window);
}

static void
test_demo_mark (void)
{
  GtkWidget *window = open_window ();

  g_assert_true (gtk_widget_get_visible (ui_find (window, GTK_TYPE_LABEL, "demo_mark")));
  close_window (window);
}

static gboolean
shows_pages (gpointer window)
{
  return tj_pdf_view_get_n_pages (ui_find (window, TJ_TYPE_PDF_VIEW, NULL)) > 0;
}

static gboolean
shows_no_pages (gpointer window)
{
  return !shows_pages (window);
}

static void
test_letters (void)
{
  GtkWidget *window = open_window ();
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture.context, NULL, NULL);
  GtkCheckButton *all;

  go (window, "letters");
  g_assert_true (ui_wait_for (shows_pages, window));
  g_assert_cmpint (tj_pdf_view_get_n_pages (ui_find (window, TJ_TYPE_PDF_VIEW, NULL)), >=,
                   (int)drafts->len);

  all = ui_find (window, GTK_TYPE_CHECK_BUTTON, "all");
  g_assert_true (gtk_check_button_get_active (all));
  gtk_check_button_set_active (all, FALSE);
  g_assert_true (ui_wait_for (shows_no_pages, window));
  close_window (window);
}

static void
on_changed (TjStore *store, gint64 youth_id, guint *n_changes)
{
  (*n_changes)++;
}

/* Looking at letters is logged; were that taken for a change, they would be set for ever. */
static void
test_preview_rests (void)
{
  GtkWidget *window = open_window ();
  guint n_changes = 0;
  gulong handler = g_signal_connect (tj_context_get_store (fixture.context), "changed",
                                     G_CALLBACK (on_changed), &n_changes);

  go (window, "letters");
  g_assert_true (ui_wait_for (shows_pages, window));
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (n_changes, ==, 0);
  g_signal_handler_disconnect (tj_context_get_store (fixture.context), handler);
  close_window (window);
}

/* Sending empties the list of those letters; undoing brings them back. */
static void
test_record (void)
{
  GtkWidget *window = open_window ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture.context, NULL, &error);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GBytes) pdf
      = tj_letter_service_compose (fixture.context, drafts, "print-letter", &error);

  g_assert_no_error (error);
  go (window, "letters");
  g_assert_true (tj_letter_service_record (fixture.context, drafts, &error));
  ui_settle (DRAWN_MS);
  after = tj_letter_service_list_due (fixture.context, NULL, NULL);
  g_assert_cmpuint (after->len, <, drafts->len);

  gtk_widget_activate_action (find_page (window, TJ_TYPE_LETTERS_PAGE), "frame.undo", NULL);
  ui_settle (DRAWN_MS);
  undone = tj_letter_service_list_due (fixture.context, NULL, NULL);
  g_assert_cmpuint (undone->len, ==, drafts->len);
  close_window (window);
}

static void
test_preferences (void)
{
  GtkWidget *preferences = g_object_ref (tj_preferences_new (fixture.context));

  gtk_window_present (GTK_WINDOW (preferences));
  ui_settle (DRAWN_MS);
  close_window (preferences);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/screens/every-number-of-today-is-the-length-of-its-list", test_numbers);
  g_test_add_func ("/ui/screens/every-letter-belongs-to-a-number-of-today", test_letter_count);
  g_test_add_func ("/ui/screens/the-title-names-nobody", test_title);
  g_test_add_func ("/ui/screens/the-way-back-leads-to-the-list-one-came-from", test_way_back);
  g_test_add_func ("/ui/screens/the-list-follows-the-search", test_search);
  g_test_add_func ("/ui/screens/a-demo-register-says-so", test_demo_mark);
  g_test_add_func ("/ui/screens/the-preview-follows-the-ticks", test_letters);
  g_test_add_func ("/ui/screens/looking-at-letters-changes-nothing", test_preview_rests);
  g_test_add_func ("/ui/screens/sent-letters-leave-the-list-until-undone", test_record);
  g_test_add_func ("/ui/screens/preferences-open-and-close", test_preferences);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

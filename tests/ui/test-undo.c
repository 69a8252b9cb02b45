/* Undo and redo from the window: in words, with the keys going to a text first, and over the history
 * as a list. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-frame.h"
#include "tj-undo-history.h"
#include "tj-undo-service.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define PEOPLE 20

static UiFixture fixture;

/* Somebody registered, protected or not. */
static const TjAgendaRow *
find_row (TjAgendaList *rows, gboolean is_protected)
{
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if (row->status != TJ_STATUS_CLOSED
          && (row->protection != TJ_PROTECTION_NONE) == is_protected)
        return row;
    }
  g_assert_not_reached ();
}

static TjAgendaList *
read_rows (void)
{
  return tj_agenda_list (tj_context_get_store (fixture.context), -1,
                         tj_context_get_today (fixture.context), NULL);
}

static guint
count_contacts (gint64 youth_id)
{
  g_autoptr (GPtrArray) contacts
      = tj_contacts_list (tj_context_get_store (fixture.context), youth_id, NULL);

  return contacts->len;
}

static void
log_contact (gint64 youth_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = g_object_new (TJ_TYPE_CONTACT, "youth-id", youth_id, "date",
                                                tj_context_get_today (fixture.context), "channel",
                                                TJ_CHANNEL_SMS, "outcome", TJ_OUTCOME_SENT, NULL);

  tj_contact_service_log (fixture.context, contact, TJ_DATE_NONE, &error);
  g_assert_no_error (error);
}

static void
act (GtkWidget *window, const char *action)
{
  gtk_widget_activate_action (ui_find (window, TJ_TYPE_FRAME, NULL), action, NULL);
  ui_settle (UI_DRAWN_MS);
}

static void
test_words (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (TjAgendaList) rows = read_rows ();
  const TjAgendaRow *row = find_row (rows, FALSE);
  guint before = count_contacts (row->youth_id);

  log_contact (row->youth_id);
  act (window, "frame.undo");
  g_assert_cmpuint (count_contacts (row->youth_id), ==, before);
  g_assert_true (ui_says (window, "Undone · Log a contact"));
  g_assert_true (ui_says (window, row->family_name));

  act (window, "frame.redo");
  g_assert_cmpuint (count_contacts (row->youth_id), ==, before + 1);
  g_assert_true (ui_says (window, "Redone · Log a contact"));
  act (window, "frame.undo");
  ui_close_window (window);
}

static void
test_protected (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (TjAgendaList) rows = read_rows ();
  const TjAgendaRow *row = find_row (rows, TRUE);

  log_contact (row->youth_id);
  act (window, "frame.undo");
  g_assert_true (ui_says (window, "Log a contact: Protected person"));
  g_assert_false (ui_says (window, row->family_name));
  ui_close_window (window);
}

static void
test_typing_first (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (TjAgendaList) rows = read_rows ();
  const TjAgendaRow *row = find_row (rows, FALSE);
  guint before = count_contacts (row->youth_id);
  GtkEditable *search;
  int position = 0;

  log_contact (row->youth_id);
  tj_window_show_screen (TJ_WINDOW (window), "youths");
  search = ui_find (window, GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_insert_text (gtk_editable_get_delegate (search), "ann", -1, &position);

  act (window, "frame.undo-key");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (count_contacts (row->youth_id), ==, before + 1);
  act (window, "frame.undo-key");
  g_assert_cmpuint (count_contacts (row->youth_id), ==, before);
  ui_close_window (window);
}

static guint
count_undone (void)
{
  g_autoptr (GPtrArray) steps = tj_undo_service_list (fixture.context, NULL);
  guint i, n = 0;

  for (i = 0; i < steps->len; i++)
    n += ((TjUndoStep *)g_ptr_array_index (steps, i))->is_undone ? 1 : 0;
  return n;
}

/* The third line takes two later changes with it. */
static void
test_history (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (TjAgendaList) rows = read_rows ();
  const TjAgendaRow *row = find_row (rows, FALSE);
  guint before = count_contacts (row->youth_id);
  GtkWidget *history, *list;
  int i;

  for (i = 0; i < 3; i++)
    log_contact (row->youth_id);
  history = g_object_ref (tj_undo_history_new (fixture.context, GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (history));
  ui_settle (UI_DRAWN_MS);
  list = ui_find (ui_find (history, ADW_TYPE_PREFERENCES_GROUP, "standing"), GTK_TYPE_LIST_BOX,
                  NULL);
  adw_action_row_activate (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2)));
  g_assert_cmpuint (count_contacts (row->youth_id), ==, before);
  g_assert_cmpuint (count_undone (), ==, 3);
  g_assert_true (gtk_widget_get_visible (ui_find (history, ADW_TYPE_PREFERENCES_GROUP, "undone")));
  ui_close_window (history);
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/undo/says-what-was-taken-back-and-brought-back", test_words);
  g_test_add_func ("/ui/undo/does-not-name-a-protected-person", test_protected);
  g_test_add_func ("/ui/undo/the-key-takes-back-typing-first", test_typing_first);
  g_test_add_func ("/ui/undo/a-line-of-the-history-takes-the-later-ones-with-it", test_history);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

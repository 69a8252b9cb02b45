/* Several youths at once: selected in the list, one contact or follow-up saved for all it can be
 * saved for, the others named with the reason, and all of it one step to undo. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-code-row.h"
#include "tj-contact-repository.h"
#include "tj-date-row.h"
#include "tj-follow-up-repository.h"
#include "tj-letter-list.h"
#include "tj-letter-service.h"
#include "tj-several.h"
#include "tj-undo-service.h"
#include "tj-window.h"
#include "tj-youths-page.h"
#include "ui-fixture.h"

#define PEOPLE 60
#define N_OPEN 3

static UiFixture fixture;

static TjAgendaList *
read_rows (int status)
{
  return tj_agenda_list (tj_context_get_store (fixture.context), status,
                         tj_context_get_today (fixture.context), NULL);
}

/* Three who are registered and one who is not any more. */
static GArray *
some_ids (void)
{
  g_autoptr (TjAgendaList) open = read_rows (TJ_STATUS_TO_ACT);
  g_autoptr (TjAgendaList) closed = read_rows (TJ_STATUS_CLOSED);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint i;

  for (i = 0; i < N_OPEN; i++)
    g_array_append_val (ids, tj_agenda_list_get_row (open, i)->youth_id);
  g_array_append_val (ids, tj_agenda_list_get_row (closed, 0)->youth_id);
  return ids;
}

static guint
count_contacts (GArray *ids)
{
  guint i, n = 0;

  for (i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) contacts = tj_contacts_list (tj_context_get_store (fixture.context),
                                                         g_array_index (ids, gint64, i), NULL);

      n += contacts->len;
    }
  return n;
}

static guint
count_follow_ups (GArray *ids)
{
  guint i, n = 0;

  for (i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) follow_ups = tj_follow_ups_list (tj_context_get_store (fixture.context),
                                                             g_array_index (ids, gint64, i), NULL);

      n += follow_ups->len;
    }
  return n;
}

static GtkWidget *
open_several (GtkWidget *window, TjSeveralTask task, GArray *ids)
{
  GtkWidget *several = g_object_ref (tj_several_new (fixture.context, task));
  guint i;

  for (i = 0; i < ids->len; i++)
    tj_several_add (TJ_SEVERAL (several), g_array_index (ids, gint64, i), "Somebody");
  tj_several_present (TJ_SEVERAL (several), GTK_WINDOW (window));
  ui_settle (UI_DRAWN_MS);
  return several;
}

static void
on_saved (TjSeveral *several, const char *text, char **said)
{
  g_free (*said);
  *said = g_strdup (text);
}

static void
undo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjUndoStep) step = tj_undo_service_undo (fixture.context, &error);

  g_assert_no_error (error);
}

static void
test_contact (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (GArray) ids = some_ids ();
  guint before = count_contacts (ids);
  GtkWidget *several = open_several (window, TJ_SEVERAL_CONTACT, ids);
  g_autofree char *said = NULL;

  g_signal_connect (several, "saved", G_CALLBACK (on_saved), &said);
  g_assert_true (ui_says (several, "Save for 3 of 4"));
  g_assert_true (ui_says (several, "The youth is not registered"));

  gtk_widget_activate_action (several, "several.save", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpstr (said, ==, "Contact logged for 3 youths, 1 left out");
  g_assert_cmpuint (count_contacts (ids), ==, before + N_OPEN);
  undo ();
  g_assert_cmpuint (count_contacts (ids), ==, before);
  g_assert_finalize_object (several);
  ui_close_window (window);
}

static void
test_follow_up (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (GArray) ids = some_ids ();
  guint before = count_follow_ups (ids);
  GtkWidget *several = open_several (window, TJ_SEVERAL_FOLLOW_UP, ids);

  gtk_widget_activate_action (several, "several.save", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpuint (count_follow_ups (ids), ==, before + N_OPEN);
  undo ();
  g_assert_cmpuint (count_follow_ups (ids), ==, before);
  g_assert_finalize_object (several);
  ui_close_window (window);
}

/* A day that has passed is nobody's follow-up: nothing can be saved and each is told why. */
static void
test_bad_date (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (GArray) ids = some_ids ();
  guint before = count_follow_ups (ids);
  GtkWidget *several = open_several (window, TJ_SEVERAL_FOLLOW_UP, ids);

  tj_date_row_set_date (ui_find (several, TJ_TYPE_DATE_ROW, "due"),
                        tj_context_get_today (fixture.context) - 1);
  ui_settle (4 * UI_DRAWN_MS);
  g_assert_true (ui_says (several, "The day of the follow-up has passed"));
  g_assert_false (gtk_widget_get_sensitive (ui_find (several, GTK_TYPE_BUTTON, "save")));
  gtk_widget_activate_action (several, "several.save", NULL);
  g_assert_cmpuint (count_follow_ups (ids), ==, before);
  ui_close_window (several);
  ui_close_window (window);
}

static void
test_selection (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  GtkSelectionModel *selection;
  GtkRevealer *bar;

  tj_window_show_screen (TJ_WINDOW (window), "youths");
  ui_settle (UI_DRAWN_MS);
  selection = gtk_column_view_get_model (ui_find (window, GTK_TYPE_COLUMN_VIEW, "view"));
  bar = ui_find (window, GTK_TYPE_REVEALER, "several");
  gtk_selection_model_select_item (selection, 2, TRUE);
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  gtk_selection_model_select_range (selection, 2, 3, FALSE);
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  g_assert_true (ui_says (GTK_WIDGET (bar), "3 selected"));

  gtk_widget_activate_action (ui_find (window, TJ_TYPE_YOUTHS_PAGE, NULL), "youths.unselect", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  ui_close_window (window);
}

/* The youths whose letters are due, of whom all but the first are wanted. */
static void
test_letters (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture.context, NULL, NULL);
  g_autoptr (TjLetterList) list = tj_letter_list_new ();
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) chosen = NULL;
  guint i;

  g_assert_cmpuint (drafts->len, >, 2);
  for (i = 1; i < drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->skip_reason == NULL)
        g_array_append_val (wanted, draft->youth_id);
    }
  g_assert_true (tj_letter_list_load (list, fixture.context, NULL));
  g_assert_cmpuint (tj_letter_list_choose_only (list, wanted), ==, wanted->len);
  chosen = tj_letter_list_dup_chosen (list);
  g_assert_cmpuint (chosen->len, ==, wanted->len);
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/several/a-contact-is-logged-for-all-who-are-registered", test_contact);
  g_test_add_func ("/ui/several/a-follow-up-is-set-for-all-who-are-registered", test_follow_up);
  g_test_add_func ("/ui/several/a-day-that-has-passed-saves-nothing", test_bad_date);
  g_test_add_func ("/ui/several/a-bar-says-how-many-are-selected", test_selection);
  g_test_add_func ("/ui/several/letters-to-the-selected-and-no-other-are-ticked", test_letters);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

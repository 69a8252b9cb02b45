/* The page of a youth: two windows on one, a protected person, the details one writes, the events
 * one reads. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-contact-repository.h"
#include "tj-details-form.h"
#include "tj-event-row.h"
#include "tj-form-section.h"
#include "tj-frame.h"
#include "tj-text-row.h"
#include "tj-timeline.h"
#include "tj-unlock-form.h"
#include "tj-window.h"
#include "tj-youth-page.h"
#include "tj-youth-repository.h"
#include "tj-youth-service.h"
#include "ui-fixture.h"

#define PEOPLE 60
#define TOAST_MS 1500 /* a toast that comes in holds its window */

static UiFixture fixture;

static gint64
find_youth (gboolean is_protected)
{
  g_autoptr (TjAgendaList) rows = tj_agenda_list (tj_context_get_store (fixture.context), -1,
                                                  tj_context_get_today (fixture.context), NULL);

  for (gsize i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if ((row->protection != TJ_PROTECTION_NONE) == is_protected
          && row->status != TJ_STATUS_CLOSED)
        return row->youth_id;
    }
  g_assert_not_reached ();
}

static TjYouth *
load_youth (gint64 id)
{
  TjYouth *youth = tj_youths_load (tj_context_get_store (fixture.context), id, NULL);

  g_assert_nonnull (youth);
  return youth;
}

static void
go (GtkWidget *window, gint64 id, const char *tab)
{
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT "+%s", id, tab);

  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (UI_DRAWN_MS);
}

/* Opens the form for the details, as a press of Change does. */
static GtkWidget *
open_details (GtkWidget *window)
{
  gtk_widget_activate_action (ui_find (window, TJ_TYPE_FORM_SECTION, "person"), "section.add",
                              NULL);
  return ui_find (window, TJ_TYPE_DETAILS_FORM, NULL);
}

static void
set_text (GtkWidget *form, const char *row, const char *text)
{
  tj_form_row_set_text (ui_find (form, TJ_TYPE_FORM_ROW, row), text);
}

static const char *
get_text (GtkWidget *form, const char *row)
{
  return tj_text_row_get_text (ui_find (form, TJ_TYPE_TEXT_ROW, row));
}

static const char *
get_notice (GtkWidget *form)
{
  return gtk_label_get_label (ui_find (form, GTK_TYPE_LABEL, "notice_text"));
}

static void
test_both_keep (void)
{
  gint64 id = find_youth (FALSE);
  GtkWidget *one = ui_open_window (&fixture);
  GtkWidget *other = ui_open_window (&fixture);
  GtkWidget *first, *second;
  g_autoptr (TjYouth) kept = NULL;

  go (one, id, "details");
  go (other, id, "details");
  first = open_details (one);
  second = open_details (other);
  set_text (second, "email", "andra@example.se");
  set_text (first, "phone", "070-174 06 05");
  gtk_widget_activate_action (first, "form.save", NULL);

  g_assert_cmpstr (get_text (second, "phone"), ==, "070-174 06 05");
  g_assert_cmpstr (get_text (second, "email"), ==, "andra@example.se");
  g_assert_nonnull (strstr (get_notice (second), "070-174 06 05"));
  gtk_widget_activate_action (second, "form.save", NULL);
  kept = load_youth (id);
  g_assert_cmpstr (tj_youth_get_phone (kept), ==, "070-174 06 05");
  g_assert_cmpstr (tj_youth_get_email (kept), ==, "andra@example.se");
  ui_settle (TOAST_MS);
  ui_close_window (one);
  ui_close_window (other);
}

static void
test_same_field (void)
{
  gint64 id = find_youth (FALSE);
  GtkWidget *one = ui_open_window (&fixture);
  GtkWidget *other = ui_open_window (&fixture);
  GtkWidget *first, *second;

  go (one, id, "details");
  go (other, id, "details");
  first = open_details (one);
  second = open_details (other);
  set_text (second, "phone", "070-174 06 99");
  set_text (first, "phone", "070-174 06 06");
  gtk_widget_activate_action (first, "form.save", NULL);

  g_assert_cmpstr (get_text (second, "phone"), ==, "070-174 06 99");
  g_assert_nonnull (strstr (get_notice (second), "070-174 06 06"));
  gtk_widget_activate_action (second, "form.discard-draft", NULL);
  g_assert_cmpstr (get_text (second, "phone"), ==, "070-174 06 06");
  ui_settle (TOAST_MS);
  ui_close_window (one);
  ui_close_window (other);
}

/* A form that nobody told of the change: the register refuses, the form shows why. */
static void
test_refused (void)
{
  gint64 id = find_youth (FALSE);
  GtkWidget *form = g_object_ref_sink (g_object_new (TJ_TYPE_DETAILS_FORM, NULL));
  g_autoptr (TjYouth) youth = load_youth (id);
  g_autoptr (TjYouth) kept = NULL;
  g_autoptr (GError) error = NULL;

  tj_form_begin (TJ_FORM (form), fixture.context, id, id);
  set_text (form, "street", "Nygatan 2");
  tj_youth_set_care_of (youth, "Ek");
  g_assert_true (tj_youth_service_change (fixture.context, youth, &error));

  gtk_widget_activate_action (form, "form.save", NULL);
  kept = load_youth (id);
  g_assert_cmpstr (tj_youth_get_care_of (kept), ==, "Ek");
  g_assert_cmpstr (tj_youth_get_street (kept), !=, "Nygatan 2");
  g_assert_cmpstr (get_text (form, "street"), ==, "Nygatan 2");
  g_assert_nonnull (strstr (get_notice (form), "Ek"));

  gtk_widget_activate_action (form, "form.save", NULL);
  g_clear_object (&kept);
  kept = load_youth (id);
  g_assert_cmpstr (tj_youth_get_care_of (kept), ==, "Ek");
  g_assert_cmpstr (tj_youth_get_street (kept), ==, "Nygatan 2");
  g_assert_finalize_object (form);
}

static void
assert_refused (GtkWidget *form, const char *row, const char *text, const char *message)
{
  GtkWidget *field = ui_find (form, TJ_TYPE_FORM_ROW, row);
  g_autofree char *before = tj_form_row_dup_text (TJ_FORM_ROW (field));

  tj_form_row_set_text (TJ_FORM_ROW (field), text);
  g_assert_false (tj_form_is_valid (TJ_FORM (form)));
  g_assert_true (ui_says (field, message));
  g_assert_false (gtk_widget_get_sensitive (ui_find (form, GTK_TYPE_BUTTON, "save")));
  tj_form_row_set_text (TJ_FORM_ROW (field), before);
  g_assert_true (tj_form_is_valid (TJ_FORM (form)));
}

static void
test_details (void)
{
  gint64 id = find_youth (FALSE);
  GtkWidget *window = ui_open_window (&fixture);
  GtkWidget *form;

  go (window, id, "details");
  form = open_details (window);
  assert_refused (form, "given_name", "", "Must be filled in");
  assert_refused (form, "phone", "070", "Write one phone number");
  assert_refused (form, "email", "kim@", "Write one address");
  assert_refused (form, "number", "20060101", "write YYYYMMDD-NNNN");
  gtk_widget_activate_action (form, "form.cancel", NULL);
  ui_close_window (window);
}

static gboolean
count_unlockings (const TjAuditEntry *entry, gpointer n)
{
  if (g_str_equal (entry->action, "unlock-protected"))
    (*(guint *)n)++;
  return TRUE;
}

static guint
get_unlockings (void)
{
  guint n = 0;

  g_assert_true (
      tj_audit_foreach (tj_context_get_store (fixture.context), count_unlockings, &n, NULL));
  return n;
}

static void
test_protected (void)
{
  gint64 id = find_youth (TRUE);
  g_autoptr (TjYouth) youth = load_youth (id);
  GtkWidget *window = ui_open_window (&fixture);
  const char *name = tj_youth_get_family_name (youth);
  GtkWidget *page, *form;
  guint before = get_unlockings ();

  go (window, id, "details");
  page = ui_find (window, TJ_TYPE_YOUTH_PAGE, NULL);
  form = ui_find (page, TJ_TYPE_UNLOCK_FORM, NULL);
  g_assert_false (ui_says (page, name));
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_false (ui_says (page, name));

  set_text (form, "reason", "Ringer inför uppföljning");
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_true (ui_says (page, name));
  g_assert_cmpuint (get_unlockings (), ==, before + 1);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), name));

  tj_window_show_screen (TJ_WINDOW (window), "today");
  ui_settle (UI_DRAWN_MS);
  g_assert_false (ui_says (window, name));
  go (window, id, "contact");
  g_assert_false (ui_says (page, name));
  ui_close_window (window);
}

static void
add_contacts (gint64 id, guint n)
{
  TjChange *change = tj_change_begin (tj_context_get_store (fixture.context), "test", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *note = g_strdup_printf ("nummer %u", i);
      g_autoptr (TjContact) contact = g_object_new (
          TJ_TYPE_CONTACT, "youth-id", id, "date", tj_context_get_today (fixture.context),
          "channel", TJ_CHANNEL_SMS, "outcome", TJ_OUTCOME_NO_ANSWER, "note", note, NULL);

      g_assert_cmpint (tj_contacts_insert (change, contact, NULL), !=, 0);
    }
  g_assert_true (tj_change_commit (change, NULL));
  tj_change_free (change);
}

static guint
count_rows (GtkWidget *widget)
{
  GtkWidget *child;
  guint n = TJ_IS_EVENT_ROW (widget) ? 1 : 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
test_timeline (void)
{
  gint64 id = find_youth (FALSE);
  TjTimeline *timeline = g_object_ref_sink (g_object_new (TJ_TYPE_TIMELINE, NULL));

  add_contacts (id, 200);
  g_assert_true (tj_timeline_show (timeline, fixture.context, id, FALSE, NULL));
  g_assert_cmpuint (tj_timeline_get_length (timeline), >, 200);
  g_assert_cmpuint (count_rows (GTK_WIDGET (timeline)), <, 50);
  g_assert_true (ui_says (GTK_WIDGET (timeline), "nummer 199"));
  g_assert_false (ui_says (GTK_WIDGET (timeline), "nummer 0"));
  g_signal_emit_by_name (ui_find (timeline, GTK_TYPE_BUTTON, "more"), "clicked");
  g_assert_cmpuint (count_rows (GTK_WIDGET (timeline)), ==, tj_timeline_get_length (timeline));
  g_assert_true (tj_timeline_show (timeline, fixture.context, id, TRUE, NULL));
  g_assert_false (ui_says (GTK_WIDGET (timeline), "nummer"));
  g_assert_finalize_object (timeline);
}

static void
test_busy (void)
{
  GtkWidget *one = ui_open_window (&fixture);
  GtkWidget *other = ui_open_window (&fixture);

  gtk_widget_activate_action (ui_find (one, TJ_TYPE_FRAME, NULL), "frame.busy", "b", TRUE);
  g_assert_false (gtk_widget_get_sensitive (ui_find (other, ADW_TYPE_LEAFLET, NULL)));
  gtk_widget_activate_action (ui_find (one, TJ_TYPE_FRAME, NULL), "frame.busy", "b", FALSE);
  g_assert_true (gtk_widget_get_sensitive (ui_find (other, ADW_TYPE_LEAFLET, NULL)));
  ui_settle (TOAST_MS);
  ui_close_window (one);
  ui_close_window (other);
}

/* Tab goes through everything and comes round again. */
static void
test_keyboard (void)
{
  static const char *const tabs[] = { "details", "contact", "measures", "plan", "documents" };
  gint64 id = find_youth (FALSE);
  GtkWidget *window = ui_open_window (&fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *first;
      guint n = 0;

      go (window, id, tabs[i]);
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      first = gtk_root_get_focus (GTK_ROOT (window));
      do
        {
          if (!gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
            gtk_root_set_focus (GTK_ROOT (window), NULL);
          n++;
        }
      while (gtk_root_get_focus (GTK_ROOT (window)) != first && n < 300);
      g_assert_cmpuint (n, >, 5);
      g_assert_cmpuint (n, <, 300);
    }
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/youth/two-windows-keep-what-both-wrote", test_both_keep);
  g_test_add_func ("/ui/youth/a-field-both-wrote-in-is-told-of", test_same_field);
  g_test_add_func ("/ui/youth/what-was-not-seen-is-not-written-over", test_refused);
  g_test_add_func ("/ui/youth/bad-details-are-told-beside-them", test_details);
  g_test_add_func ("/ui/youth/a-protected-person-is-shown-for-a-reason-only", test_protected);
  g_test_add_func ("/ui/youth/a-long-history-shows-its-latest-first", test_timeline);
  g_test_add_func ("/ui/youth/every-tab-is-walked-through-by-keyboard", test_keyboard);
  g_test_add_func ("/ui/youth/one-window-waits-for-another", test_busy);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

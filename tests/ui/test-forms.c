/* The forms: what one writes is checked, kept as a draft, and saved as written. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-code-row.h"
#include "tj-contact-form.h"
#include "tj-contact-repository.h"
#include "tj-date-row.h"
#include "tj-follow-up-repository.h"
#include "tj-note-row.h"
#include "ui-fixture.h"

#define PEOPLE 40

static UiFixture fixture;

static gint64
somebody_due (void)
{
  g_autoptr (TjAgendaList) rows
      = tj_agenda_list (tj_context_get_store (fixture.context), TJ_STATUS_TO_ACT,
                        tj_context_get_today (fixture.context), NULL);
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if (row->next_step != NULL && row->next_state == TJ_STEP_DUE
          && row->protection == TJ_PROTECTION_NONE)
        return row->youth_id;
    }
  g_assert_not_reached ();
}

static GtkWidget *
begin_form (gint64 youth_id)
{
  GtkWidget *form = g_object_ref_sink (g_object_new (TJ_TYPE_CONTACT_FORM, NULL));

  tj_form_begin (TJ_FORM (form), fixture.context, youth_id, 0);
  return form;
}

/* Without leaving a draft to the next test. */
static void
drop_form (GtkWidget *form)
{
  gtk_widget_activate_action (form, "form.discard-draft", NULL);
  g_assert_finalize_object (form);
}

static void
set_code (GtkWidget *form, const char *row, int value)
{
  tj_code_row_set_value (ui_find (form, TJ_TYPE_CODE_ROW, row), value);
}

static void
set_text (GtkWidget *form, const char *row, const char *text)
{
  tj_form_row_set_text (ui_find (form, TJ_TYPE_FORM_ROW, row), text);
}

static const char *
get_message (GtkWidget *form, const char *row)
{
  return gtk_label_get_label (
      ui_find (ui_find (form, TJ_TYPE_FORM_ROW, row), GTK_TYPE_LABEL, "message"));
}

static void
on_saved (GtkWidget *form, gboolean *saved)
{
  *saved = TRUE;
}

static void
test_occupation (void)
{
  GtkWidget *form = begin_form (somebody_due ());
  GtkWidget *occupation = ui_find (form, TJ_TYPE_CODE_ROW, "occupation");

  g_assert_false (gtk_widget_get_visible (occupation));
  set_code (form, "outcome", TJ_OUTCOME_ANSWERED);
  g_assert_true (gtk_widget_get_visible (occupation));
  set_code (form, "outcome", TJ_OUTCOME_NO_ANSWER);
  g_assert_false (gtk_widget_get_visible (occupation));
  drop_form (form);
}

static void
assert_date_refused (GtkWidget *form, const char *text, const char *message)
{
  gboolean saved = FALSE;
  gulong handler = g_signal_connect (form, "saved", G_CALLBACK (on_saved), &saved);

  set_text (form, "date", text);
  g_assert_false (tj_form_is_valid (TJ_FORM (form)));
  g_assert_true (g_str_has_prefix (get_message (form, "date"), message));
  g_assert_true (gtk_widget_has_css_class (ui_find (form, TJ_TYPE_DATE_ROW, "date"), "error"));
  gtk_widget_activate_action (form, "form.save", NULL);
  tj_form_row_emit_entered (ui_find (form, TJ_TYPE_FORM_ROW, "date"));
  g_assert_false (saved);
  g_assert_cmpstr (tj_text_row_get_text (ui_find (form, TJ_TYPE_TEXT_ROW, "date")), ==, text);
  g_signal_handler_disconnect (form, handler);
}

static void
test_date (void)
{
  GtkWidget *form = begin_form (somebody_due ());

  assert_date_refused (form, "nyss", "Write the date as");
  assert_date_refused (form, "", "Must be filled in");
  assert_date_refused (form, "2026-11-19", "The contact's date lies ahead");
  set_text (form, "date", "i går");
  g_assert_true (tj_form_is_valid (TJ_FORM (form)));
  g_assert_cmpstr (get_message (form, "date"), ==, "Tuesday 17 November 2026");
  drop_form (form);
}

static void
test_note (void)
{
  GtkWidget *form = begin_form (somebody_due ());
  TjNoteRow *note = ui_find (form, TJ_TYPE_NOTE_ROW, "note");

  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (note), "warning"));
  tj_note_row_set_text (note, "en diagnos");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (note), "warning"));
  g_assert_nonnull (strstr (get_message (form, "note"), "“diagnos”"));
  g_assert_true (tj_form_is_valid (TJ_FORM (form)));
  drop_form (form);
}

static void
test_follow_up (void)
{
  GtkWidget *form = begin_form (somebody_due ());
  TjDateRow *follow_up = ui_find (form, TJ_TYPE_DATE_ROW, "follow_up");

  set_code (form, "outcome", TJ_OUTCOME_ANSWERED);
  set_code (form, "occupation", TJ_OCCUPATION_WORK);
  g_assert_cmpstr (tj_text_row_get_text (TJ_TEXT_ROW (follow_up)), ==, "2027-02-18");
  set_text (form, "date", "2026-11-17");
  g_assert_cmpstr (tj_text_row_get_text (TJ_TEXT_ROW (follow_up)), ==, "2027-02-17");
  set_text (form, "follow_up", "2027-01-11");
  set_text (form, "date", "2026-11-18");
  g_assert_cmpstr (tj_text_row_get_text (TJ_TEXT_ROW (follow_up)), ==, "2027-01-11");
  drop_form (form);
}

static void
test_saves (void)
{
  gint64 youth_id = somebody_due ();
  GtkWidget *form = begin_form (youth_id);
  TjStore *store = tj_context_get_store (fixture.context);
  g_autoptr (GPtrArray) before = tj_contacts_list (store, youth_id, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;
  gboolean saved = FALSE;
  TjContact *contact;

  g_signal_connect (form, "saved", G_CALLBACK (on_saved), &saved);
  set_code (form, "channel", TJ_CHANNEL_PHONE);
  set_code (form, "outcome", TJ_OUTCOME_ANSWERED);
  set_code (form, "occupation", TJ_OCCUPATION_WORK);
  set_text (form, "follow_up", "2027-01-11");
  set_text (form, "note", "Ringer i maj");
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_true (saved);
  g_assert_false (tj_form_is_changed (TJ_FORM (form)));

  after = tj_contacts_list (store, youth_id, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  contact = g_ptr_array_index (after, after->len - 1);
  g_assert_cmpint (tj_contact_get_channel (contact), ==, TJ_CHANNEL_PHONE);
  g_assert_cmpint (tj_contact_get_occupation (contact), ==, TJ_OCCUPATION_WORK);
  g_assert_cmpstr (tj_contact_get_note (contact), ==, "Ringer i maj");
  follow_ups = tj_follow_ups_list (store, youth_id, NULL);
  g_assert_cmpint (tj_follow_up_get_due (follow_ups->pdata[follow_ups->len - 1]), ==,
                   tj_date_new (2027, 1, 11));
  drop_form (form);
}

static void
test_draft_comes_back (void)
{
  gint64 youth_id = somebody_due ();
  GtkWidget *form = begin_form (youth_id);
  g_autofree char *note = NULL;

  set_code (form, "outcome", TJ_OUTCOME_ANSWERED);
  set_text (form, "note", "Ringde från mamma");
  g_assert_finalize_object (form);

  form = begin_form (youth_id);
  note = tj_note_row_dup_text (ui_find (form, TJ_TYPE_NOTE_ROW, "note"));
  g_assert_cmpstr (note, ==, "Ringde från mamma");
  g_assert_cmpint (tj_code_row_get_value (ui_find (form, TJ_TYPE_CODE_ROW, "outcome")), ==,
                   TJ_OUTCOME_ANSWERED);
  g_assert_true (gtk_widget_get_visible (ui_find (form, GTK_TYPE_BOX, "notice")));
  drop_form (form);

  form = begin_form (youth_id);
  g_assert_false (tj_form_is_changed (TJ_FORM (form)));
  g_assert_false (gtk_widget_get_visible (ui_find (form, GTK_TYPE_BOX, "notice")));
  drop_form (form);
}

static void
test_draft_after_save (void)
{
  gint64 youth_id = somebody_due ();
  GtkWidget *form = begin_form (youth_id);

  set_text (form, "note", "Skickade påminnelse");
  ui_settle (1200);
  g_assert_true (tj_form_has_draft (TJ_TYPE_CONTACT_FORM, fixture.context, youth_id, 0));
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_false (tj_form_has_draft (TJ_TYPE_CONTACT_FORM, fixture.context, youth_id, 0));
  drop_form (form);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/forms/occupation-is-asked-for-when-reached", test_occupation);
  g_test_add_func ("/ui/forms/a-bad-date-is-told-beside-it-and-not-saved", test_date);
  g_test_add_func ("/ui/forms/a-doubtful-word-is-warned-of", test_note);
  g_test_add_func ("/ui/forms/the-follow-up-is-proposed-until-written", test_follow_up);
  g_test_add_func ("/ui/forms/a-contact-is-saved-as-written", test_saves);
  g_test_add_func ("/ui/forms/what-is-half-written-comes-back", test_draft_comes_back);
  g_test_add_func ("/ui/forms/what-is-saved-leaves-no-draft", test_draft_after_save);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

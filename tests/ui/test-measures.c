/* A youth's measures, activities, plan and documents: what the forms save and what they refuse, and
 * two versions of a plan side by side. */

#include "config.h"

#include "tj-activity-form.h"
#include "tj-agenda.h"
#include "tj-catalogue-page.h"
#include "tj-catalogue-service.h"
#include "tj-catalogue.h"
#include "tj-choice-row.h"
#include "tj-code-book-service.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-documents-tab.h"
#include "tj-form-section.h"
#include "tj-measure-form.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-measures-tab.h"
#include "tj-note-row.h"
#include "tj-plan-compare.h"
#include "tj-plan-form.h"
#include "tj-plan-repository.h"
#include "tj-plan-tab.h"
#include "tj-preferences.h"
#include "tj-undo.h"
#include "tj-window.h"
#include "ui-fixture.h"

#include <string.h>

static UiFixture fixture;
static GtkWidget *window;
static gint64 youth;

static TjStore *
store (void)
{
  return tj_context_get_store (fixture.context);
}

static gboolean
has_no_measure (gint64 youth_id)
{
  g_autoptr (GPtrArray) measures = tj_measures_list (store (), youth_id, NULL);

  return measures->len == 0;
}

/* Somebody who was registered long enough ago to have had a measure, and had none. */
static gint64
find_youth (void)
{
  TjDate today = tj_context_get_today (fixture.context);
  g_autoptr (TjAgendaList) rows = tj_agenda_list (store (), TJ_STATUS_TO_ACT, today, NULL);

  for (gsize i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if (row->protection == TJ_PROTECTION_NONE && row->registered_on + 20 < today
          && has_no_measure (row->youth_id))
        return row->youth_id;
    }
  g_assert_not_reached ();
}

static gpointer
show_tab (const char *name, GType type)
{
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT "+%s", youth, name);

  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (UI_DRAWN_MS);
  return ui_find (window, type, NULL);
}

static void
write_text (gpointer form, const char *id, const char *text)
{
  tj_form_row_set_text (ui_find (form, TJ_TYPE_FIELD_ROW, id), text);
}

static const char *
problem_of (gpointer form, const char *id)
{
  return gtk_label_get_label (
      ui_find (ui_find (form, TJ_TYPE_FIELD_ROW, id), GTK_TYPE_LABEL, "message"));
}

static gboolean
can_save (gpointer form)
{
  return gtk_widget_get_sensitive (ui_find (form, GTK_TYPE_BUTTON, "save"));
}

static void
act (gpointer widget, const char *action)
{
  gtk_widget_activate_action (widget, action, NULL);
  ui_settle (UI_DRAWN_MS);
}

static gpointer
open_measure (gint64 id)
{
  TjFormSection *section
      = ui_find (show_tab ("measures", TJ_TYPE_MEASURES_TAB), TJ_TYPE_FORM_SECTION, "measures");

  tj_form_section_open (section, id);
  ui_settle (UI_DRAWN_MS);
  return ui_find (section, TJ_TYPE_MEASURE_FORM, NULL);
}

static GPtrArray *
list (GPtrArray *(*func) (TjStore *, gint64, GError **))
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = func (store (), youth, &error);

  g_assert_no_error (error);
  return all;
}

static void
test_a_measure_is_refused_beside_its_field_and_then_kept (void)
{
  gpointer form = open_measure (0);
  g_autoptr (GPtrArray) kept = NULL;

  write_text (form, "content", "practice");
  write_text (form, "decided_on", "2026-11-19");
  g_assert_false (can_save (form));
  g_assert_cmpstr (problem_of (form, "decided_on"), ==, "The day of the decision lies ahead.");
  write_text (form, "decided_on", "2026-11-10");
  write_text (form, "started_on", "2026-11-09");
  g_assert_false (can_save (form));
  g_assert_cmpstr (problem_of (form, "started_on"), ==, "The measure begins before it is decided.");
  write_text (form, "started_on", "2026-11-11");
  g_assert_true (can_save (form));
  act (form, "form.save");
  kept = list (tj_measures_list);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (tj_measure_get_content (kept->pdata[0]), ==, TJ_MEASURE_CONTENT_PRACTICE);
}

/* Another window, or an undo, changes the measure while it is being changed here. */
static void
test_a_change_from_elsewhere_is_not_written_over (void)
{
  g_autoptr (GPtrArray) measures = list (tj_measures_list);
  gpointer form = open_measure (tj_entity_get_id (measures->pdata[0]));
  g_autoptr (TjMeasure) elsewhere = g_object_ref (measures->pdata[0]);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  write_text (form, "started_on", "2026-11-12");
  tj_measure_set_content (elsewhere, TJ_MEASURE_CONTENT_REGULAR_TALKS);
  tj_measure_service_save (fixture.context, elsewhere, &error);
  g_assert_no_error (error);
  ui_settle (UI_DRAWN_MS);
  act (form, "form.save");
  kept = list (tj_measures_list);
  g_assert_cmpint (tj_measure_get_content (kept->pdata[0]), ==, TJ_MEASURE_CONTENT_REGULAR_TALKS);
  g_assert_cmpuint (tj_measure_get_started_on (kept->pdata[0]), ==, tj_date_parse ("2026-11-12"));
  g_assert_true (tj_undo (store (), &error) && tj_undo (store (), &error));
  ui_settle (UI_DRAWN_MS);
}

static gpointer
open_activity (gint64 subject)
{
  gpointer tab = show_tab ("measures", TJ_TYPE_MEASURES_TAB);
  TjFormSection *section
      = ui_find (ui_find (tab, GTK_TYPE_BOX, "activities"), TJ_TYPE_FORM_SECTION, NULL);

  tj_form_section_open (section, subject);
  ui_settle (UI_DRAWN_MS);
  return ui_find (section, TJ_TYPE_ACTIVITY_FORM, NULL);
}

static void
test_an_activity_is_chosen_from_the_catalogue (void)
{
  g_autoptr (GPtrArray) measures = list (tj_measures_list);
  gpointer form = open_activity (-tj_entity_get_id (measures->pdata[0]));
  g_autoptr (GPtrArray) kept = NULL;

  g_assert_false (can_save (form));
  write_text (form, "catalogue_id", "7");
  g_assert_true (can_save (form));
  write_text (form, "started_on", "2026-11-10");
  g_assert_cmpstr (problem_of (form, "started_on"), ==, "The activity starts before its measure.");
  write_text (form, "started_on", "2026-11-12");
  write_text (form, "goal", "Prova på yrket");
  act (form, "form.save");
  kept = list (tj_activities_list);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (tj_activity_get_catalogue_id (kept->pdata[0]), ==, 7);
  g_assert_cmpstr (tj_activity_get_goal (kept->pdata[0]), ==, "Prova på yrket");
}

static void
test_a_measure_that_ends_asks_why_and_stops_its_activities (void)
{
  g_autoptr (GPtrArray) measures = list (tj_measures_list);
  gpointer form = open_measure (tj_entity_get_id (measures->pdata[0]));
  g_autoptr (GPtrArray) stopped = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (ui_find (form, TJ_TYPE_CHOICE_ROW, "reason")));
  write_text (form, "ended_on", "2026-11-17");
  g_assert_true (gtk_widget_get_visible (ui_find (form, TJ_TYPE_CHOICE_ROW, "reason")));
  g_assert_false (can_save (form));
  write_text (form, "reason", "unknown");
  g_assert_false (can_save (form));
  write_text (form, "after", "work");
  g_assert_true (can_save (form));
  act (form, "form.save");
  stopped = list (tj_activities_list);
  g_assert_cmpuint (tj_activity_get_stopped_on (stopped->pdata[0]), ==,
                    tj_date_parse ("2026-11-17"));
  g_assert_true (tj_undo (store (), &error));
}

static void
test_another_actors_measure_takes_no_words (void)
{
  gpointer form = open_measure (0);
  g_autoptr (GPtrArray) measures = NULL;
  gint64 id;

  write_text (form, "content", "other-actor");
  g_assert_nonnull (strstr (problem_of (form, "content"), "2006:39"));
  act (form, "form.save");
  measures = list (tj_measures_list);
  id = MAX (tj_entity_get_id (measures->pdata[0]), tj_entity_get_id (measures->pdata[1]));
  form = open_activity (-id);
  g_assert_false (gtk_widget_get_visible (ui_find (form, TJ_TYPE_NOTE_ROW, "goal")));
  act (form, "form.cancel");
}

static void
test_a_removed_measure_comes_back (void)
{
  g_autoptr (GPtrArray) before = list (tj_measures_list);
  gpointer tab = show_tab ("measures", TJ_TYPE_MEASURES_TAB);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (ui_find (tab, TJ_TYPE_FORM_SECTION, "measures"), "section.remove",
                              "x", tj_entity_get_id (before->pdata[0]));
  ui_settle (UI_DRAWN_MS);
  after = list (tj_measures_list);
  g_assert_cmpuint (after->len, ==, before->len - 1);
  g_assert_true (tj_undo (store (), &error));
  ui_settle (UI_DRAWN_MS);
  again = list (tj_measures_list);
  g_assert_cmpuint (again->len, ==, before->len);
}

static void
save_goal (const char *goal)
{
  gpointer form = ui_find (show_tab ("plan", TJ_TYPE_PLAN_TAB), TJ_TYPE_PLAN_FORM, NULL);

  write_text (form, "goal", goal);
  g_assert_true (can_save (form));
  act (form, "form.save");
}

static void
test_each_save_of_a_plan_is_a_version (void)
{
  gpointer form = ui_find (show_tab ("plan", TJ_TYPE_PLAN_TAB), TJ_TYPE_PLAN_FORM, NULL);
  g_autoptr (GPtrArray) plans = NULL;

  g_assert_false (can_save (form));
  write_text (form, "goal", "Komma igång");
  write_text (form, "starts_on", "2026-11-10");
  write_text (form, "ends_on", "2026-11-09");
  g_assert_false (can_save (form));
  g_assert_cmpstr (problem_of (form, "ends_on"), ==, "The plan ends before it starts.");
  write_text (form, "ends_on", "");
  save_goal ("Komma igång med praktik");
  save_goal ("Komma igång med studier");
  plans = list (tj_plans_list);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpstr (tj_plan_get_goal (plans->pdata[0]), ==, "Komma igång med praktik");
}

static void
test_versions_stand_side_by_side (void)
{
  g_autoptr (GPtrArray) plans = list (tj_plans_list);
  GtkWidget *compare = g_object_ref (tj_plan_compare_new (GTK_WINDOW (window), plans, 2));

  gtk_window_present (GTK_WINDOW (compare));
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_says (compare, "Komma igång med praktik"));
  g_assert_true (ui_says (compare, "Komma igång med studier"));
  g_assert_true (ui_says (compare, "1 point differs."));
  tj_plan_compare_choose (TJ_PLAN_COMPARE (compare), 1, 1);
  g_assert_true (ui_says (compare, "The versions say the same."));
  g_assert_false (ui_says (compare, "Komma igång med praktik"));
  ui_close_window (compare);
}

static void
test_documents_list_what_there_is (void)
{
  GtkWidget *tab = show_tab ("documents", TJ_TYPE_DOCUMENTS_TAB);
  GtkWidget *plans = ui_find (tab, TJ_TYPE_FORM_SECTION, "plans");

  g_assert_true (ui_says (plans, "Version 2"));
  g_assert_true (ui_says (plans, "Version 1"));
}

static void
test_the_catalogue_is_edited_in_place (void)
{
  GtkWidget *preferences = g_object_ref (tj_preferences_new (fixture.context));
  GtkWidget *page = ui_find (preferences, TJ_TYPE_CATALOGUE_PAGE, NULL);
  GtkWidget *first
      = ui_find (ui_find (page, ADW_TYPE_PREFERENCES_GROUP, "activities"), TJ_TYPE_TEXT_ROW, NULL);
  GtkWidget *reason
      = ui_find (ui_find (page, ADW_TYPE_PREFERENCES_GROUP, "reasons"), TJ_TYPE_TEXT_ROW, NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TjCodeBook) reasons = NULL;
  g_autoptr (GError) error = NULL;

  tj_text_row_set_text (TJ_TEXT_ROW (first), "Praktik genom AME");
  g_signal_emit_by_name (first, "row-entered");
  g_assert_cmpstr (gtk_label_get_label (ui_find (first, GTK_TYPE_LABEL, "message")), ==,
                   "There is an activity of that name already.");
  tj_text_row_set_text (TJ_TEXT_ROW (first), "Vägledning");
  g_signal_emit_by_name (first, "row-entered");
  gtk_switch_set_active (ui_find (reason, GTK_TYPE_SWITCH, NULL), FALSE);
  items = tj_catalogue_service_list (fixture.context, FALSE, &error);
  reasons = tj_code_book_service_load (fixture.context, TJ_CODE_BOOK_MEASURE_END, &error);
  g_assert_cmpstr (((TjCatalogueItem *)items->pdata[0])->name, ==, "Vägledning");
  g_assert_true (tj_code_book_get_item (reasons, 0)->is_retired);
  ui_close_window (preferences);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  ui_fixture_start (&fixture, 40);
  window = ui_open_window (&fixture);
  youth = find_youth ();

  g_test_add_func ("/ui/measures/are-refused-beside-their-field-and-then-kept",
                   test_a_measure_is_refused_beside_its_field_and_then_kept);
  g_test_add_func ("/ui/measures/a-change-from-elsewhere-is-not-written-over",
                   test_a_change_from_elsewhere_is_not_written_over);
  g_test_add_func ("/ui/measures/an-activity-is-chosen-from-the-catalogue",
                   test_an_activity_is_chosen_from_the_catalogue);
  g_test_add_func ("/ui/measures/one-that-ends-asks-why-and-stops-its-activities",
                   test_a_measure_that_ends_asks_why_and_stops_its_activities);
  g_test_add_func ("/ui/measures/another-actors-takes-no-words",
                   test_another_actors_measure_takes_no_words);
  g_test_add_func ("/ui/measures/a-removed-one-comes-back", test_a_removed_measure_comes_back);
  g_test_add_func ("/ui/plan/each-save-is-a-version", test_each_save_of_a_plan_is_a_version);
  g_test_add_func ("/ui/plan/versions-stand-side-by-side", test_versions_stand_side_by_side);
  g_test_add_func ("/ui/documents/list-what-there-is", test_documents_list_what_there_is);
  g_test_add_func ("/ui/catalogue/is-edited-in-place", test_the_catalogue_is_edited_in_place);
  result = g_test_run ();
  ui_close_window (window);
  ui_fixture_stop (&fixture);
  return result;
}

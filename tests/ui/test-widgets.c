/* The widgets of the project's own: the ladder, the pages of a PDF, the form of a contact, the
 * choosers. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-ladder-view.h"
#include "tj-letter-service.h"
#include "tj-municipality-chooser.h"
#include "tj-pdf-view.h"
#include "tj-routine-chooser.h"
#include "tj-routine-json.h"
#include "ui-fixture.h"

#define PEOPLE 60

static UiFixture fixture;

static guint
count_children (GtkWidget *widget)
{
  GtkWidget *child;
  guint n = 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* Someone whose ladder can be climbed today. */
static gint64
somebody_due (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjAgendaList) rows
      = tj_agenda_list (tj_context_get_store (fixture.context), TJ_STATUS_TO_ACT,
                        tj_context_get_today (fixture.context), &error);
  gsize i;

  g_assert_no_error (error);
  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    if (tj_agenda_list_get_row (rows, i)->next_step != NULL)
      return tj_agenda_list_get_row (rows, i)->youth_id;

  g_assert_not_reached ();
}

static void
test_ladder_of_routine (void)
{
  GtkWidget *view = g_object_ref_sink (tj_ladder_view_new ());
  g_autoptr (TjRoutine) routine = tj_routine_preset_new ("tibro", NULL);
  const TjRoutineTrack *track = g_ptr_array_index (routine->tracks, 0);

  tj_ladder_view_set_track (TJ_LADDER_VIEW (view), track);
  g_assert_cmpuint (count_children (view), ==, track->steps->len);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The ladder");
  tj_ladder_view_clear (TJ_LADDER_VIEW (view));
  g_assert_cmpuint (count_children (view), ==, 0);
  g_assert_finalize_object (view);
}

static void
test_ladder_of_youth (void)
{
  GtkWidget *view = g_object_ref_sink (tj_ladder_view_new ());
  TjDate today = tj_context_get_today (fixture.context);
  TjLadder ladder;
  guint i;
  GtkWidget *step;

  g_assert_true (
      tj_agenda_load (tj_context_get_store (fixture.context), somebody_due (), &ladder, NULL));
  tj_ladder_view_set_ladder (TJ_LADDER_VIEW (view), &ladder, today);
  step = gtk_widget_get_first_child (view);
  for (i = 0; i < ladder.n_rungs; i++, step = gtk_widget_get_next_sibling (step))
    {
      const char *word = tj_code_word (&tj_step_states, tj_ladder_state (&ladder, i, today));

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           tj_ladder_step (&ladder, i)->label);
      g_assert_true (gtk_widget_has_css_class (step, word));
    }
  g_assert_null (step);
  g_assert_finalize_object (view);
}

static void
test_pdf_pages (void)
{
  GtkWidget *view = g_object_ref_sink (tj_pdf_view_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (fixture.context, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;
  GtkLabel *label;

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, >, 1);
  pdf = tj_letter_service_compose (fixture.context, drafts, "preview-letter", &error);
  g_assert_no_error (error);

  g_assert_true (tj_pdf_view_set_bytes (TJ_PDF_VIEW (view), pdf, &error));
  g_assert_cmpint (tj_pdf_view_get_n_pages (TJ_PDF_VIEW (view)), >=, (int)drafts->len);
  label = ui_find (view, GTK_TYPE_LABEL, "page_label");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (label), "Page 1 of "));
  gtk_widget_activate_action (view, "pdf.next", NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (label), "Page 2 of "));
  gtk_widget_activate_action (view, "pdf.previous", NULL);
  gtk_widget_activate_action (view, "pdf.previous", NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (label), "Page 1 of "));

  g_assert_true (tj_pdf_view_set_bytes (TJ_PDF_VIEW (view), NULL, &error));
  g_assert_cmpint (tj_pdf_view_get_n_pages (TJ_PDF_VIEW (view)), ==, 0);
  g_assert_finalize_object (view);
}

static void
test_pdf_refused (void)
{
  GtkWidget *view = g_object_ref_sink (tj_pdf_view_new ());
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("not a pdf", 9);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_pdf_view_set_bytes (TJ_PDF_VIEW (view), rubbish, &error));
  g_assert_nonnull (error);
  g_assert_finalize_object (view);
}

static void
test_municipalities (void)
{
  TjMunicipalityChooser *chooser
      = g_object_ref_sink (g_object_new (TJ_TYPE_MUNICIPALITY_CHOOSER, NULL));
  GtkDropDown *list = ui_find (chooser, GTK_TYPE_DROP_DOWN, "list");

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (list)), ==, 290);
  g_assert_null (tj_municipality_chooser_get_code (chooser));
  tj_municipality_chooser_set_code (chooser, "1472");
  g_assert_cmpstr (tj_municipality_chooser_get_code (chooser), ==, "1472");
  g_assert_finalize_object (chooser);
}

static void
test_routines (void)
{
  TjRoutineChooser *chooser = g_object_ref_sink (g_object_new (TJ_TYPE_ROUTINE_CHOOSER, NULL));
  const char *const *ids = tj_routine_preset_ids ();
  gsize i;

  g_assert_null (tj_routine_chooser_get_routine (chooser));
  for (i = 0; ids[i] != NULL; i++)
    {
      tj_routine_chooser_set_routine (chooser, ids[i]);
      g_assert_cmpstr (tj_routine_chooser_get_routine (chooser), ==, ids[i]);
    }
  g_assert_finalize_object (chooser);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/ladder-view/a-routine-has-a-mark-for-each-step", test_ladder_of_routine);
  g_test_add_func ("/ui/ladder-view/a-youth-has-the-state-of-each-step", test_ladder_of_youth);
  g_test_add_func ("/ui/pdf-view/pages-are-leafed-through", test_pdf_pages);
  g_test_add_func ("/ui/pdf-view/what-is-no-document-is-refused", test_pdf_refused);
  g_test_add_func ("/ui/municipality-chooser/knows-all-290", test_municipalities);
  g_test_add_func ("/ui/routine-chooser/offers-every-preset", test_routines);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}

/* The form of an activity within a measure. The form's subject is the activity, or, for a new one,
 * the measure with a minus before its id, so that each measure has a draft of its own. */

#include "config.h"

#include "tj-activity-form.h"

#include "tj-catalogue-service.h"
#include "tj-catalogue.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-form-field.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-note-row.h"

#include <glib/gi18n.h>

struct _TjActivityForm
{
  TjForm parent_instance;

  TjChoiceRow *catalogue_id;
  TjCodeRow *responsible;
  TjDateRow *started_on;
  TjDateRow *stopped_on;
  TjNoteRow *goal;
  TjNoteRow *how;
  TjNoteRow *result;

  TjActivity *seen; /* as it was when the form was filled */
  gboolean is_other_actor;
};

G_DEFINE_FINAL_TYPE (TjActivityForm, tj_activity_form, TJ_TYPE_FORM)

static TjActivity *
new_activity (TjForm *form)
{
  TjDate today = tj_context_get_today (tj_form_get_context (form));

  return g_object_new (TJ_TYPE_ACTIVITY, "youth-id", tj_form_get_youth_id (form), "measure-id",
                       -tj_form_get_subject (form), "started-on", today, "responsible",
                       TJ_RESPONSIBLE_MUNICIPALITY, NULL);
}

static TjActivity *
load_activity (TjForm *form, GError **error)
{
  TjStore *store = tj_context_get_store (tj_form_get_context (form));

  return tj_form_get_subject (form) < 0
             ? new_activity (form)
             : tj_activities_load (store, tj_form_get_subject (form), error);
}

static TjActivity *
dup_activity (TjActivityForm *self)
{
  TjActivity *activity = tj_entity_copy (self->seen);

  tj_activity_set_catalogue_id (
      activity, g_ascii_strtoll (tj_choice_row_get_word (self->catalogue_id), NULL, 10));
  tj_activity_set_responsible (activity, tj_code_row_get_value (self->responsible));
  tj_activity_set_started_on (activity, tj_date_row_get_date (self->started_on));
  tj_activity_set_stopped_on (activity, tj_date_row_get_date (self->stopped_on));
  tj_form_field_read (self->goal, activity, "goal");
  tj_form_field_read (self->how, activity, "how");
  tj_form_field_read (self->result, activity, "result");
  return activity;
}

/* Those that are offered, and the one that the activity is though it no longer is. */
static gboolean
fill_catalogue (TjActivityForm *self, TjActivity *activity, GError **error)
{
  const gint64 chosen = tj_activity_get_catalogue_id (activity);
  g_autoptr (GPtrArray) items
      = tj_catalogue_service_list (tj_form_get_context (TJ_FORM (self)), TRUE, error);
  char word[32];

  if (items == NULL)
    return FALSE;
  tj_choice_row_clear (self->catalogue_id, _ ("Choose…"));
  for (guint i = 0; i < items->len; i++)
    {
      const TjCatalogueItem *item = items->pdata[i];

      g_snprintf (word, sizeof word, "%" G_GINT64_FORMAT, item->id);
      if (!item->is_retired || item->id == chosen)
        tj_choice_row_add (self->catalogue_id, word, item->name);
    }
  g_snprintf (word, sizeof word, "%" G_GINT64_FORMAT, chosen);
  tj_choice_row_set_word (self->catalogue_id, chosen != 0 ? word : "");
  return TRUE;
}

static gboolean
read_measure (TjActivityForm *self, TjActivity *activity, GError **error)
{
  g_autoptr (TjMeasure) measure
      = tj_measures_load (tj_context_get_store (tj_form_get_context (TJ_FORM (self))),
                          tj_activity_get_measure_id (activity), error);

  if (measure == NULL)
    return FALSE;
  self->is_other_actor = tj_measure_get_content (measure) == TJ_MEASURE_CONTENT_OTHER_ACTOR;
  return TRUE;
}

static gboolean
tj_activity_form_fill (TjForm *form, GError **error)
{
  TjActivityForm *self = TJ_ACTIVITY_FORM (form);
  g_autoptr (TjActivity) activity = load_activity (form, error);

  if (activity == NULL || !read_measure (self, activity, error)
      || !fill_catalogue (self, activity, error))
    return FALSE;
  g_set_object (&self->seen, activity);
  tj_code_row_set_value (self->responsible, tj_activity_get_responsible (activity));
  tj_date_row_set_date (self->started_on, tj_activity_get_started_on (activity));
  tj_date_row_set_date (self->stopped_on, tj_activity_get_stopped_on (activity));
  tj_note_row_set_text (self->goal, tj_activity_get_goal (activity));
  tj_note_row_set_text (self->how, tj_activity_get_how (activity));
  tj_note_row_set_text (self->result, tj_activity_get_result (activity));
  return TRUE;
}

/* Of another actor's measure nothing is said in words. */
static void
tj_activity_form_changed (TjForm *form)
{
  TjActivityForm *self = TJ_ACTIVITY_FORM (form);

  gtk_widget_set_visible (GTK_WIDGET (self->goal), !self->is_other_actor);
  gtk_widget_set_visible (GTK_WIDGET (self->how), !self->is_other_actor);
  gtk_widget_set_visible (GTK_WIDGET (self->result), !self->is_other_actor);
}

static gboolean
tj_activity_form_check (TjForm *form, GError **error)
{
  g_autoptr (TjActivity) activity = dup_activity (TJ_ACTIVITY_FORM (form));
  g_autoptr (GError) problem = NULL;
  const char *field = NULL;

  return tj_measure_service_check_activity (tj_form_get_context (form), activity, &field, &problem)
         || tj_form_field_refuse (form, field, problem, error);
}

static gboolean
tj_activity_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjActivity) activity = dup_activity (TJ_ACTIVITY_FORM (form));

  return tj_measure_service_save_activity (tj_form_get_context (form), activity, error);
}

static void
tj_activity_form_dispose (GObject *object)
{
  g_clear_object (&TJ_ACTIVITY_FORM (object)->seen);
  G_OBJECT_CLASS (tj_activity_form_parent_class)->dispose (object);
}

static void
tj_activity_form_class_init (TjActivityFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_activity_form_dispose;
  form_class->name = "activity";
  form_class->done_change = N_ ("Activity saved");
  form_class->fill = tj_activity_form_fill;
  form_class->changed = tj_activity_form_changed;
  form_class->check = tj_activity_form_check;
  form_class->save = tj_activity_form_save;

  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-activity-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, catalogue_id);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, responsible);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, started_on);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, stopped_on);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, goal);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, how);
  gtk_widget_class_bind_template_child (widget_class, TjActivityForm, result);
}

static void
tj_activity_form_init (TjActivityForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->responsible, &tj_responsibles, NULL);
}

/* The form of a measure (blocks 3 and 4): what was decided and when it begins, and, once its last
 * day has come, why it ended and what the youth does since. A last day that comes ends the measure's
 * activities too. */

#include "config.h"

#include "tj-measure-form.h"

#include "tj-code-book-service.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-form-field.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"

#include <glib/gi18n.h>

struct _TjMeasureForm
{
  TjForm parent_instance;

  TjCodeRow *content;
  TjCodeRow *decision;
  TjDateRow *decided_on;
  TjDateRow *started_on;
  TjDateRow *ended_on;
  TjChoiceRow *reason;
  TjCodeRow *after;

  TjMeasure *seen; /* as it was when the form was filled */
};

G_DEFINE_FINAL_TYPE (TjMeasureForm, tj_measure_form, TJ_TYPE_FORM)

static gboolean
has_ended (TjMeasureForm *self)
{
  TjDate ended_on = tj_date_row_get_date (self->ended_on);

  return ended_on != TJ_DATE_NONE
         && ended_on <= tj_context_get_today (tj_form_get_context (TJ_FORM (self)));
}

static TjMeasure *
load_measure (TjForm *form, GError **error)
{
  gint64 id = tj_form_get_subject (form);

  return id == 0 ? tj_measure_new (tj_form_get_youth_id (form))
                 : tj_measures_load (tj_context_get_store (tj_form_get_context (form)), id, error);
}

static TjMeasure *
dup_measure (TjMeasureForm *self)
{
  TjMeasure *measure = tj_entity_copy (self->seen);
  gboolean ended = has_ended (self);

  tj_measure_set_content (measure, tj_code_row_get_value (self->content));
  tj_measure_set_decision (measure, tj_code_row_get_value (self->decision));
  tj_measure_set_decided_on (measure, tj_date_row_get_date (self->decided_on));
  tj_measure_set_started_on (measure, tj_date_row_get_date (self->started_on));
  tj_measure_set_ended_on (measure, tj_date_row_get_date (self->ended_on));
  tj_measure_set_reason (measure, ended ? tj_choice_row_get_word (self->reason) : "");
  tj_measure_set_after (measure, ended ? tj_code_row_get_value (self->after) : -1);
  return measure;
}

/* Those that are offered, and the one that `measure` has though it no longer is. */
static gboolean
fill_reasons (TjMeasureForm *self, TjMeasure *measure, GError **error)
{
  const char *reason = tj_measure_get_reason (measure);
  g_autoptr (TjCodeBook) reasons = tj_code_book_service_load (tj_form_get_context (TJ_FORM (self)),
                                                              TJ_CODE_BOOK_MEASURE_END, error);

  if (reasons == NULL)
    return FALSE;
  tj_choice_row_clear (self->reason, _ ("Choose…"));
  for (guint i = 0; i < tj_code_book_get_length (reasons); i++)
    {
      const TjCodeBookItem *item = tj_code_book_get_item (reasons, i);

      if (!item->is_retired || g_str_equal (item->word, reason))
        tj_choice_row_add (self->reason, item->word, item->label);
    }
  tj_choice_row_set_word (self->reason, reason);
  return TRUE;
}

static gboolean
tj_measure_form_fill (TjForm *form, GError **error)
{
  TjMeasureForm *self = TJ_MEASURE_FORM (form);
  g_autoptr (TjMeasure) measure = load_measure (form, error);

  if (measure == NULL || !fill_reasons (self, measure, error))
    return FALSE;
  g_set_object (&self->seen, measure);
  if (tj_form_get_subject (form) == 0)
    tj_measure_set_decided_on (measure, tj_context_get_today (tj_form_get_context (form)));
  tj_code_row_set_value (self->content, tj_measure_get_content (measure));
  tj_code_row_set_value (self->decision, tj_measure_get_decision (measure));
  tj_date_row_set_date (self->decided_on, tj_measure_get_decided_on (measure));
  tj_date_row_set_date (self->started_on, tj_measure_get_started_on (measure));
  tj_date_row_set_date (self->ended_on, tj_measure_get_ended_on (measure));
  tj_code_row_set_value (self->after, tj_measure_get_after (measure));
  return TRUE;
}

static const char *
describe (TjMeasureForm *self)
{
  if (tj_code_row_get_value (self->content) == TJ_MEASURE_CONTENT_OTHER_ACTOR)
    return _ ("Only that it is so: which actor and why may not be kept (förordning 2006:39, 5 §).");
  return NULL;
}

static void
tj_measure_form_changed (TjForm *form)
{
  TjMeasureForm *self = TJ_MEASURE_FORM (form);
  gboolean ended = has_ended (self);

  gtk_widget_set_visible (GTK_WIDGET (self->reason), ended);
  gtk_widget_set_visible (GTK_WIDGET (self->after), ended);
  tj_field_row_set_hint (TJ_FIELD_ROW (self->content), describe (self));
}

static gboolean
tj_measure_form_check (TjForm *form, GError **error)
{
  g_autoptr (TjMeasure) measure = dup_measure (TJ_MEASURE_FORM (form));
  g_autoptr (GError) problem = NULL;
  const char *field = NULL;

  return tj_measure_service_check (tj_form_get_context (form), measure, &field, &problem)
         || tj_form_field_refuse (form, field, problem, error);
}

/* A measure that ends now takes its activities with it. */
static gboolean
tj_measure_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjMeasure) measure = dup_measure (TJ_MEASURE_FORM (form));

  return tj_measure_service_save (tj_form_get_context (form), measure, error);
}

static void
tj_measure_form_dispose (GObject *object)
{
  g_clear_object (&TJ_MEASURE_FORM (object)->seen);
  G_OBJECT_CLASS (tj_measure_form_parent_class)->dispose (object);
}

static void
tj_measure_form_class_init (TjMeasureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_measure_form_dispose;
  form_class->name = "measure";
  form_class->done = N_ ("Measure added");
  form_class->done_change = N_ ("Measure changed");
  form_class->fill = tj_measure_form_fill;
  form_class->changed = tj_measure_form_changed;
  form_class->check = tj_measure_form_check;
  form_class->save = tj_measure_form_save;

  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-measure-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, content);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, decision);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, decided_on);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, started_on);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, ended_on);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, reason);
  gtk_widget_class_bind_template_child (widget_class, TjMeasureForm, after);
}

static void
tj_measure_form_init (TjMeasureForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->content, &tj_measure_contents, NULL);
  tj_code_row_set_codes (self->decision, &tj_measure_types, NULL);
  tj_code_row_set_codes (self->after, &tj_after_measures, _ ("Choose…"));
}

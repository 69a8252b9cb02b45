/* The form for what became known of a youth without contact: from whom, when, what, and until when it
 * holds. The routine proposes how long, until somebody writes another day. */

#include "config.h"

#include "tj-knowledge-form.h"

#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-knowledge-repository.h"
#include "tj-knowledge-service.h"

#include <glib/gi18n.h>

struct _TjKnowledgeForm
{
  TjForm parent_instance;

  TjCodeRow *source;
  TjDateRow *date;
  TjCodeRow *occupation;
  TjDateRow *valid_until;

  TjKnowledge *loaded; /* as it was read; an empty one for something new */
  TjDate proposed;     /* what the form itself wrote as the last day */
};

G_DEFINE_FINAL_TYPE (TjKnowledgeForm, tj_knowledge_form, TJ_TYPE_FORM)

static TjKnowledge *
dup_knowledge (TjKnowledgeForm *self)
{
  TjKnowledge *knowledge = tj_entity_copy (self->loaded);

  tj_knowledge_set_source (knowledge, MAX (tj_code_row_get_value (self->source), 0));
  tj_knowledge_set_date (knowledge, tj_date_row_get_date (self->date));
  tj_knowledge_set_occupation (knowledge, MAX (tj_code_row_get_value (self->occupation), 0));
  tj_knowledge_set_valid_until (knowledge, tj_date_row_get_date (self->valid_until));
  return knowledge;
}

static gboolean
tj_knowledge_form_fill (TjForm *form, GError **error)
{
  TjKnowledgeForm *self = TJ_KNOWLEDGE_FORM (form);
  TjContext *context = tj_form_get_context (form);
  gint64 id = tj_form_get_subject (form);
  TjKnowledge *knowledge = id == 0 ? tj_knowledge_new (tj_form_get_youth_id (form))
                                   : tj_knowledge_load (tj_context_get_store (context), id, error);

  if (knowledge == NULL)
    return FALSE;

  g_clear_object (&self->loaded);
  self->loaded = knowledge;
  self->proposed = TJ_DATE_NONE;
  tj_code_row_set_value (self->source, id == 0 ? -1 : tj_knowledge_get_source (knowledge));
  tj_date_row_set_date (self->date, id == 0 ? tj_context_get_today (context)
                                            : tj_knowledge_get_date (knowledge));
  tj_code_row_set_value (self->occupation, id == 0 ? -1 : tj_knowledge_get_occupation (knowledge));
  tj_date_row_set_date (self->valid_until, tj_knowledge_get_valid_until (knowledge));
  return TRUE;
}

static void
tj_knowledge_form_changed (TjForm *form)
{
  TjKnowledgeForm *self = TJ_KNOWLEDGE_FORM (form);
  g_autoptr (TjKnowledge) knowledge = dup_knowledge (self);

  if (tj_date_row_get_date (self->valid_until) != self->proposed
      || tj_code_row_get_value (self->occupation) < 0
      || tj_knowledge_get_date (knowledge) == TJ_DATE_NONE)
    return;

  self->proposed = tj_knowledge_service_propose_valid_until (tj_form_get_context (form), knowledge);
  tj_date_row_set_date (self->valid_until, self->proposed);
}

static gboolean
tj_knowledge_form_check (TjForm *form, GError **error)
{
  TjKnowledgeForm *self = TJ_KNOWLEDGE_FORM (form);
  g_autoptr (TjKnowledge) knowledge = dup_knowledge (self);
  g_autoptr (GError) problem = NULL;

  if (tj_date_row_get_date (self->valid_until) < tj_date_row_get_date (self->date))
    return tj_form_refuse (form, self->valid_until,
                           _ ("The day lies before it was known. Give a later day."));
  return tj_knowledge_service_check (tj_form_get_context (form), knowledge, &problem)
         || tj_form_refuse (form, self->date, problem->message);
}

static gboolean
tj_knowledge_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjKnowledge) knowledge = dup_knowledge (TJ_KNOWLEDGE_FORM (form));
  TjContext *context = tj_form_get_context (form);

  return tj_form_get_subject (form) == 0 ? tj_knowledge_service_log (context, knowledge, error)
                                         : tj_knowledge_service_change (context, knowledge, error);
}

static void
tj_knowledge_form_dispose (GObject *object)
{
  G_OBJECT_CLASS (tj_knowledge_form_parent_class)->dispose (object);
  g_clear_object (&TJ_KNOWLEDGE_FORM (object)->loaded);
}

static void
tj_knowledge_form_class_init (TjKnowledgeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_knowledge_form_dispose;
  form_class->name = "knowledge";
  form_class->done = N_ ("Noted what is known");
  form_class->done_change = N_ ("Changed what is known");
  form_class->fill = tj_knowledge_form_fill;
  form_class->changed = tj_knowledge_form_changed;
  form_class->check = tj_knowledge_form_check;
  form_class->save = tj_knowledge_form_save;

  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-knowledge-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjKnowledgeForm, source);
  gtk_widget_class_bind_template_child (widget_class, TjKnowledgeForm, date);
  gtk_widget_class_bind_template_child (widget_class, TjKnowledgeForm, occupation);
  gtk_widget_class_bind_template_child (widget_class, TjKnowledgeForm, valid_until);
}

static void
tj_knowledge_form_init (TjKnowledgeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->source, &tj_sources, _ ("Choose…"));
  tj_code_row_set_codes (self->occupation, &tj_occupations, _ ("Choose…"));
}

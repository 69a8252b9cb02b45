/* The form that logs a contact, or changes one: how, with what outcome, and, when the youth was reached, with what
 * occupation and when to hear of her again. The means of the next step is proposed, its usual
 * outcome, and the day of the follow-up by the routine; direction and note are folded away. */

#include "config.h"

#include "tj-contact-form.h"

#include "tj-agenda.h"
#include "tj-code-row.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-contact.h"
#include "tj-date-row.h"
#include "tj-note-row.h"

#include <glib/gi18n.h>

struct _TjContactForm
{
  TjForm parent_instance;

  TjCodeRow *channel;
  TjCodeRow *outcome;
  TjCodeRow *occupation;
  TjDateRow *follow_up;
  TjDateRow *date;
  TjCodeRow *direction;
  TjNoteRow *note;
  GtkToggleButton *more;

  TjContact *loaded; /* the one that is being changed, as it was read */
  TjDate proposed;   /* what the form itself wrote as the day of the follow-up */
};

G_DEFINE_FINAL_TYPE (TjContactForm, tj_contact_form, TJ_TYPE_FORM)

static gboolean
was_reached (TjContactForm *self)
{
  return tj_outcome_is_reached ((TjOutcome)tj_code_row_get_value (self->outcome));
}

static TjContact *
dup_contact (TjContactForm *self)
{
  TjContact *contact = self->loaded != NULL
                           ? tj_entity_copy (self->loaded)
                           : tj_contact_new (tj_form_get_youth_id (TJ_FORM (self)));
  g_autofree char *note = tj_note_row_dup_text (self->note);

  tj_contact_set_channel (contact, tj_code_row_get_value (self->channel));
  tj_contact_set_outcome (contact, tj_code_row_get_value (self->outcome));
  tj_contact_set_direction (contact, tj_code_row_get_value (self->direction));
  tj_contact_set_date (contact, tj_date_row_get_date (self->date));
  tj_contact_set_note (contact, note);
  tj_contact_set_occupation (contact, was_reached (self) ? tj_code_row_get_value (self->occupation)
                                                         : TJ_OCCUPATION_UNKNOWN);

  return contact;
}

/* What is put in the post is sent; for the rest the usual outcome of an attempt is silence. */
static int
usual_outcome (int channel)
{
  return channel == TJ_CHANNEL_LETTER || channel == TJ_CHANNEL_POSTCARD
                 || channel == TJ_CHANNEL_CONCERN_REPORT
             ? TJ_OUTCOME_SENT
             : TJ_OUTCOME_NO_ANSWER;
}

/* The channel the next step asks for; phone when nothing does. */
static int
proposed_channel (TjContext *context, gint64 youth_id)
{
  TjLadder ladder = { 0 };
  int next = -1;

  if (tj_agenda_load (tj_context_get_store (context), youth_id, &ladder, NULL))
    next = tj_ladder_next (&ladder, tj_context_get_today (context));
  if (next < 0)
    return TJ_CHANNEL_PHONE;

  for (int channel = 0; channel < TJ_N_CHANNELS; channel++)
    if ((tj_ladder_step (&ladder, (guint)next)->channels & (1u << channel)) != 0)
      return channel;

  return TJ_CHANNEL_PHONE;
}

/* The day follows the answer until somebody writes another one. */
static void
propose_follow_up (TjContactForm *self)
{
  g_autoptr (TjContact) contact = dup_contact (self);
  TjDate former = tj_date_row_get_date (self->follow_up);
  TjDate date;

  if (former != self->proposed)
    return;
  date = tj_contact_get_date (contact) == TJ_DATE_NONE
             ? TJ_DATE_NONE
             : tj_contact_service_propose_follow_up (tj_form_get_context (TJ_FORM (self)), contact);
  self->proposed = date;
  tj_date_row_set_date (self->follow_up, date);
}

/* Of a concern report only the day is noted. */
static gboolean
is_concern_report (TjContactForm *self)
{
  return tj_code_row_get_value (self->channel) == TJ_CHANNEL_CONCERN_REPORT;
}

static void
show_rows (TjContactForm *self)
{
  gboolean concern = is_concern_report (self);
  gboolean reached = was_reached (self) && !concern;
  gboolean more = gtk_toggle_button_get_active (self->more) && !concern;

  gtk_widget_set_visible (GTK_WIDGET (self->outcome), !concern);
  gtk_widget_set_visible (GTK_WIDGET (self->occupation), reached);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_up), reached && self->loaded == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->direction), more);
  gtk_widget_set_visible (GTK_WIDGET (self->note), more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !concern);
}

static void
on_channel_chosen (TjContactForm *self)
{
  if (!tj_form_is_filling (TJ_FORM (self)))
    tj_code_row_set_value (self->outcome, usual_outcome (tj_code_row_get_value (self->channel)));
}

static void
on_more_toggled (TjContactForm *self)
{
  show_rows (self);
  if (gtk_toggle_button_get_active (self->more) && !tj_form_is_filling (TJ_FORM (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static gboolean
fill_from_register (TjContactForm *self, GError **error)
{
  TjForm *form = TJ_FORM (self);
  TjStore *store = tj_context_get_store (tj_form_get_context (form));
  TjContact *contact = tj_contacts_load (store, tj_form_get_subject (form), error);

  g_clear_object (&self->loaded);
  self->loaded = contact;
  if (contact == NULL)
    return FALSE;

  tj_code_row_set_value (self->channel, tj_contact_get_channel (contact));
  tj_code_row_set_value (self->outcome, tj_contact_get_outcome (contact));
  tj_code_row_set_value (self->occupation, MAX (tj_contact_get_occupation (contact), 0));
  tj_code_row_set_value (self->direction, tj_contact_get_direction (contact));
  tj_date_row_set_date (self->date, tj_contact_get_date (contact));
  tj_note_row_set_text (self->note, tj_contact_get_note (contact));
  gtk_toggle_button_set_active (self->more, TRUE);
  return TRUE;
}

static gboolean
tj_contact_form_fill (TjForm *form, GError **error)
{
  TjContactForm *self = TJ_CONTACT_FORM (form);
  TjContext *context = tj_form_get_context (form);
  int channel;

  if (tj_form_get_subject (form) != 0)
    return fill_from_register (self, error);

  channel = proposed_channel (context, tj_form_get_youth_id (form));
  g_clear_object (&self->loaded);

  tj_code_row_set_value (self->channel, channel);
  tj_code_row_set_value (self->outcome, usual_outcome (channel));
  tj_code_row_set_value (self->occupation, TJ_OCCUPATION_UNKNOWN);
  tj_code_row_set_value (self->direction, TJ_DIRECTION_OUT);
  tj_date_row_set_date (self->date, tj_context_get_today (context));
  tj_date_row_set_date (self->follow_up, TJ_DATE_NONE);
  tj_note_row_set_text (self->note, "");
  gtk_toggle_button_set_active (self->more, FALSE);
  self->proposed = TJ_DATE_NONE;
  return TRUE;
}

static void
tj_contact_form_changed (TjForm *form)
{
  TjContactForm *self = TJ_CONTACT_FORM (form);
  g_autofree char *note = tj_note_row_dup_text (self->note);

  if (*note != '\0' || tj_code_row_get_value (self->direction) != TJ_DIRECTION_OUT)
    gtk_toggle_button_set_active (self->more, TRUE);
  propose_follow_up (self);
  show_rows (self);
}

static gboolean
tj_contact_form_check (TjForm *form, GError **error)
{
  TjContactForm *self = TJ_CONTACT_FORM (form);
  TjContext *context = tj_form_get_context (form);
  g_autoptr (TjContact) contact = dup_contact (self);

  if (tj_date_row_get_date (self->date) > tj_context_get_today (context))
    return tj_form_refuse (form, self->date,
                           _ ("The contact's date lies ahead. Give today or an earlier day."));
  if (self->loaded != NULL)
    return tj_contact_service_check_change (context, contact, error);
  if (was_reached (self)
      && tj_date_row_get_date (self->follow_up) < tj_date_row_get_date (self->date))
    return tj_form_refuse (form, self->follow_up,
                           _ ("The day lies before the contact. Give a later day."));
  return tj_contact_service_check (context, contact, error);
}

static gboolean
tj_contact_form_save (TjForm *form, GError **error)
{
  TjContactForm *self = TJ_CONTACT_FORM (form);
  g_autoptr (TjContact) contact = dup_contact (self);
  TjDate follow_up = was_reached (self) ? tj_date_row_get_date (self->follow_up) : TJ_DATE_NONE;

  if (self->loaded != NULL)
    return tj_contact_service_change (tj_form_get_context (form), contact, error);
  return tj_contact_service_log (tj_form_get_context (form), contact, follow_up, error);
}

static void
tj_contact_form_dispose (GObject *object)
{
  TjContactForm *self = TJ_CONTACT_FORM (object);

  G_OBJECT_CLASS (tj_contact_form_parent_class)->dispose (object);
  g_clear_object (&self->loaded);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-contact-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, channel);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, occupation);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, follow_up);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, date);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, direction);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, note);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, more);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_more_toggled);
}

static void
tj_contact_form_class_init (TjContactFormClass *klass)
{
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_contact_form_dispose;
  form_class->name = "contact";
  form_class->done = N_ ("Contact logged");
  form_class->done_change = N_ ("Contact changed");
  form_class->fill = tj_contact_form_fill;
  form_class->changed = tj_contact_form_changed;
  form_class->check = tj_contact_form_check;
  form_class->save = tj_contact_form_save;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tj_contact_form_init (TjContactForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->channel, &tj_channels, NULL);
  tj_code_row_set_codes (self->outcome, &tj_outcomes, NULL);
  tj_code_row_set_codes (self->occupation, &tj_occupations, NULL);
  tj_code_row_set_codes (self->direction, &tj_directions, NULL);
}

/* The form that logs a contact: how, with what outcome, and, when the youth was reached, with what
 * occupation. It fills a contact of its own, which is validated at every change and saved in one
 * go. Emits "saved". */

#include "config.h"

#include "tj-contact-form.h"

#include "tj-contact-service.h"
#include "tj-contact.h"
#include "tj-date-text.h"
#include "tj-note-check.h"

#include <glib/gi18n.h>

struct _TjContactForm
{
  AdwBin parent_instance;

  AdwComboRow *channel;
  AdwComboRow *outcome;
  AdwComboRow *occupation;
  GtkStringList *channels;
  GtkStringList *outcomes;
  GtkStringList *occupations;
  AdwEntryRow *date;
  GtkCalendar *calendar;
  GtkPopover *calendar_popover;
  AdwEntryRow *note;
  GtkLabel *warning;
  GtkLabel *consequence;

  TjContext *context;
  gint64 youth_id;
  gboolean filling;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjContactForm, tj_contact_form, ADW_TYPE_BIN)

static TjDate
typed_date (TjContactForm *self)
{
  return tj_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)));
}

static gboolean
was_reached (TjContactForm *self)
{
  return tj_outcome_is_reached ((TjOutcome)adw_combo_row_get_selected (self->outcome));
}

static TjContact *
dup_contact (TjContactForm *self)
{
  TjContact *contact = tj_contact_new (self->youth_id);

  tj_contact_set_channel (contact, (int)adw_combo_row_get_selected (self->channel));
  tj_contact_set_outcome (contact, (int)adw_combo_row_get_selected (self->outcome));
  tj_contact_set_date (contact, typed_date (self));
  tj_contact_set_note (contact, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  if (was_reached (self))
    tj_contact_set_occupation (contact, (int)adw_combo_row_get_selected (self->occupation));

  return contact;
}

static void
show_consequence (TjContactForm *self, TjContact *contact)
{
  TjDate next = tj_contact_service_propose_follow_up (self->context, contact);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (next != TJ_DATE_NONE)
    {
      date = tj_date_text_long (next);
      text = g_strdup_printf (_ ("Heard of again: %s"), date);
    }
  gtk_label_set_label (self->consequence, text != NULL ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->consequence), "error");
}

static void
show_problem (TjContactForm *self, const char *text)
{
  gtk_label_set_label (self->consequence, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->consequence), "error");
}

/* The one place that decides whether the form can be saved and says why not. */
static gboolean
validate (TjContactForm *self)
{
  g_autoptr (TjContact) contact = NULL;
  g_autoptr (GError) error = NULL;
  gboolean valid = FALSE;

  if (typed_date (self) == TJ_DATE_NONE)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
      show_problem (self, _ ("Write the date as year-month-day, as in 2026-11-18."));
    }
  else
    {
      contact = dup_contact (self);
      gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
      valid = tj_contact_service_check (self->context, contact, &error);
      if (valid)
        show_consequence (self, contact);
      else
        show_problem (self, error->message);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save", valid);
  return valid;
}

static void
warn_about_note (TjContactForm *self)
{
  g_autofree char *word = tj_note_check_find (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  g_autofree char *text = NULL;

  if (word != NULL)
    text = g_strdup_printf (_ ("“%s”: nothing about health, belief or crime may be kept here "
                               "(förordning 2006:39, 5 §)."),
                            word);

  gtk_label_set_label (self->warning,
                       text != NULL
                           ? text
                           : _ ("Facts about the contact only: nothing about health, belief, "
                                "crime or coercive care."));
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->warning), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->warning), "warning");
}

static void
on_changed (TjContactForm *self)
{
  if (self->filling || self->context == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->occupation), was_reached (self));
  warn_about_note (self);
  validate (self);
}

/* What is put in the post is sent; for the rest the usual outcome of an attempt is silence. */
static guint
usual_outcome (guint channel)
{
  return channel == TJ_CHANNEL_LETTER || channel == TJ_CHANNEL_POSTCARD ? TJ_OUTCOME_SENT
                                                                        : TJ_OUTCOME_NO_ANSWER;
}

static void
on_channel_selected (TjContactForm *self)
{
  if (!self->filling)
    adw_combo_row_set_selected (self->outcome,
                                usual_outcome (adw_combo_row_get_selected (self->channel)));
  on_changed (self);
}

static void
on_day_selected (TjContactForm *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->date), text);
  gtk_popover_popdown (self->calendar_popover);
}

static void
on_entry_apply (TjContactForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contact.save", NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjContactForm *self = TJ_CONTACT_FORM (widget);
  g_autoptr (TjContact) contact = dup_contact (self);
  g_autoptr (GError) error = NULL;

  if (!tj_contact_service_log (self->context, contact, TJ_DATE_NONE, &error))
    {
      show_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
fill_codes (GtkStringList *list, const TjCodeList *codes)
{
  int i;

  for (i = 0; i < tj_code_count (codes); i++)
    gtk_string_list_append (list, tj_code_label (codes, i));
}

/* The field inside a row is what a screen reader stops at. */
static void
name_entry (AdwEntryRow *row)
{
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

/* The channel the next step asks for; phone when nothing does. */
static guint
proposed_channel (const TjLadder *ladder, TjDate today)
{
  int next = ladder != NULL ? tj_ladder_next (ladder, today) : -1;
  guint channel;

  if (next < 0)
    return TJ_CHANNEL_PHONE;

  for (channel = 0; channel < TJ_N_CHANNELS; channel++)
    if ((tj_ladder_step (ladder, (guint)next)->channels & (1u << channel)) != 0)
      return channel;

  return TJ_CHANNEL_PHONE;
}

static void
tj_contact_form_dispose (GObject *object)
{
  g_clear_object (&TJ_CONTACT_FORM (object)->context);
  G_OBJECT_CLASS (tj_contact_form_parent_class)->dispose (object);
}

static gboolean
tj_contact_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TJ_CONTACT_FORM (widget)->channel));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-contact-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, channel);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, occupation);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, channels);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, outcomes);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, occupations);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, date);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, note);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, warning);
  gtk_widget_class_bind_template_child (widget_class, TjContactForm, consequence);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_apply);
}

static void
tj_contact_form_class_init (TjContactFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_contact_form_dispose;
  widget_class->grab_focus = tj_contact_form_grab_focus;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "contact.save", NULL);
}

static void
tj_contact_form_init (TjContactForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_codes (self->channels, &tj_channels);
  fill_codes (self->outcomes, &tj_outcomes);
  fill_codes (self->occupations, &tj_occupations);
  name_entry (self->date);
  name_entry (self->note);
  self->filling = FALSE;
}

/* Empties the form for a contact with `youth_id` today, as the next step of `ladder` (or NULL)
 * proposes it. */
void
tj_contact_form_begin (TjContactForm *self,
                       TjContext *context,
                       gint64 youth_id,
                       const TjLadder *ladder)
{
  guint channel = proposed_channel (ladder, tj_context_get_today (context));
  char today[TJ_DATE_BUFFER];

  g_return_if_fail (TJ_IS_CONTACT_FORM (self));

  self->filling = TRUE;
  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  adw_combo_row_set_selected (self->channel, channel);
  adw_combo_row_set_selected (self->outcome, usual_outcome (channel));
  adw_combo_row_set_selected (self->occupation, TJ_OCCUPATION_UNKNOWN);
  gtk_editable_set_text (GTK_EDITABLE (self->date),
                         tj_date_write (tj_context_get_today (context), today));
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  self->filling = FALSE;
  on_changed (self);
}

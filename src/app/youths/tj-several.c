/* One contact or one follow-up for several youths at once, as after a round of text messages. Each
 * is checked apart: whoever it cannot be saved for is named with the reason and left out, and the
 * rest are saved in one change, which one undo takes back. */

#include "config.h"

#include "tj-several.h"

#include "tj-code-row.h"
#include "tj-contact-service.h"
#include "tj-contact.h"
#include "tj-date-row.h"
#include "tj-date-text.h"
#include "tj-focus-names.h"
#include "tj-follow-up-service.h"
#include "tj-follow-up.h"
#include "tj-form-row.h"
#include "tj-text-row.h"

#include <glib/gi18n.h>

/* Checking so many takes a moment, and one types several letters of a date. */
#define CHECK_DELAY_MS 120

#define USUAL_FOLLOW_UP_DAYS 14

/* More reasons than this are counted, not listed. */
#define MOST_REASONS 6

struct _TjSeveral
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *contact_fields;
  TjCodeRow *channel;
  TjCodeRow *outcome;
  TjCodeRow *occupation;
  TjDateRow *date;
  GtkWidget *follow_up_fields;
  TjDateRow *due;
  TjTextRow *reason;
  GtkLabel *consequence;
  AdwPreferencesGroup *skipped;
  GtkButton *save;

  TjContext *context;
  TjSeveralTask task;
  GArray *ids;
  GPtrArray *names;
  GArray *able;
  GPtrArray *reason_rows;
  guint check_timer;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjSeveral, tj_several, ADW_TYPE_WINDOW)

static gboolean
was_reached (TjSeveral *self)
{
  return tj_outcome_is_reached ((TjOutcome)tj_code_row_get_value (self->outcome));
}

static TjContact *
dup_contact (TjSeveral *self, gint64 youth_id)
{
  TjContact *contact = tj_contact_new (youth_id);

  tj_contact_set_channel (contact, tj_code_row_get_value (self->channel));
  tj_contact_set_outcome (contact, tj_code_row_get_value (self->outcome));
  tj_contact_set_date (contact, tj_date_row_get_date (self->date));
  if (was_reached (self))
    tj_contact_set_occupation (contact, tj_code_row_get_value (self->occupation));
  return contact;
}

static gboolean
check_contact (TjSeveral *self, gint64 youth_id, GError **error)
{
  g_autoptr (TjContact) contact = dup_contact (self, youth_id);

  return tj_contact_service_check (self->context, contact, error);
}

static gboolean
check_follow_up (TjSeveral *self, gint64 youth_id, GError **error)
{
  g_autoptr (TjFollowUp) follow_up = tj_follow_up_new (youth_id);

  tj_follow_up_set_due (follow_up, tj_date_row_get_date (self->due));
  tj_follow_up_set_reason (follow_up, tj_text_row_get_text (self->reason));
  return tj_follow_up_service_check (self->context, follow_up, error);
}

static gboolean
check_youth (TjSeveral *self, gint64 youth_id, GError **error)
{
  return self->task == TJ_SEVERAL_CONTACT ? check_contact (self, youth_id, error)
                                          : check_follow_up (self, youth_id, error);
}

/* Whether a date is written so that it can be read; says how to write it when not. */
static gboolean
check_date (TjSeveral *self)
{
  TjFormRow *row = TJ_FORM_ROW (self->task == TJ_SEVERAL_CONTACT ? self->date : self->due);
  g_autofree char *problem = tj_form_row_check (row);

  tj_form_row_show_problem (row, problem);
  return problem == NULL;
}

static void
add_reason (TjSeveral *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->skipped, row);
  g_ptr_array_add (self->reason_rows, row);
}

static void
clear_reasons (TjSeveral *self)
{
  guint i;

  for (i = 0; i < self->reason_rows->len; i++)
    adw_preferences_group_remove (self->skipped, g_ptr_array_index (self->reason_rows, i));
  g_ptr_array_set_size (self->reason_rows, 0);
}

/* Sorts the youths into those it can be saved for and those not. */
static void
sort_youths (TjSeveral *self)
{
  guint i, n_left = 0;

  clear_reasons (self);
  g_array_set_size (self->able, 0);
  for (i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      g_autoptr (GError) error = NULL;

      if (check_youth (self, id, &error))
        g_array_append_val (self->able, id);
      else if (n_left++ < MOST_REASONS)
        add_reason (self, g_ptr_array_index (self->names, i), error->message);
    }
  if (n_left > MOST_REASONS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more", "and %u more", n_left - MOST_REASONS), n_left - MOST_REASONS);

      add_reason (self, more, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->skipped), n_left > 0);
}

static void
show_consequence (TjSeveral *self)
{
  g_autoptr (TjContact) contact = self->task == TJ_SEVERAL_CONTACT ? dup_contact (self, 0) : NULL;
  TjDate next = contact != NULL ? tj_contact_service_propose_follow_up (self->context, contact)
                                : TJ_DATE_NONE;
  g_autofree char *date = next != TJ_DATE_NONE ? tj_date_text_long (next) : NULL;
  g_autofree char *text = date != NULL ? g_strdup_printf (_ ("Heard of again: %s"), date) : NULL;

  gtk_label_set_label (self->consequence, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->consequence), text != NULL);
}

static void
show_able (TjSeveral *self)
{
  guint n = self->able->len, all = self->ids->len;
  g_autofree char *text
      = n == all ? g_strdup_printf (ngettext ("Save for %u Youth", "Save for %u Youths", n), n)
                 : g_strdup_printf (_ ("Save for %u of %u"), n, all);

  gtk_button_set_label (self->save, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "several.save", n > 0);
}

static void
check (TjSeveral *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->occupation), was_reached (self));
  g_array_set_size (self->able, 0);
  if (check_date (self))
    {
      sort_youths (self);
      show_consequence (self);
    }
  show_able (self);
}

static gboolean
on_check_time (gpointer user_data)
{
  TjSeveral *self = TJ_SEVERAL (user_data);

  self->check_timer = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TjSeveral *self)
{
  if (self->context == NULL)
    return;

  g_clear_handle_id (&self->check_timer, g_source_remove);
  self->check_timer = g_timeout_add (CHECK_DELAY_MS, on_check_time, self);
}

static void
on_entered (TjSeveral *self)
{
  check (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "several.save", NULL);
}

static gboolean
save (TjSeveral *self, GError **error)
{
  const gint64 *ids = (const gint64 *)self->able->data;
  g_autoptr (TjContact) contact = NULL;

  if (self->task == TJ_SEVERAL_FOLLOW_UP)
    return tj_follow_up_service_set (self->context, ids, self->able->len,
                                     tj_date_row_get_date (self->due),
                                     tj_text_row_get_text (self->reason), error);

  contact = dup_contact (self, 0);
  return tj_contact_service_log_for (self->context, contact, ids, self->able->len, TJ_DATE_NONE,
                                     error);
}

static char *
dup_saved_text (TjSeveral *self)
{
  guint n = self->able->len, n_left = self->ids->len - n;
  g_autofree char *done = g_strdup_printf (
      self->task == TJ_SEVERAL_CONTACT
          ? ngettext ("Contact logged for %u youth", "Contact logged for %u youths", n)
          : ngettext ("Follow-up set for %u youth", "Follow-up set for %u youths", n),
      n);

  if (n_left == 0)
    return g_steal_pointer (&done);
  return g_strdup_printf (ngettext ("%s, %u left out", "%s, %u left out", n_left), done, n_left);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSeveral *self = TJ_SEVERAL (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  check (self);
  if (self->able->len == 0)
    return;
  if (!save (self, &error))
    {
      gtk_label_set_label (self->consequence, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->consequence), TRUE);
      return;
    }

  text = dup_saved_text (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (TjSeveral *self)
{
  TjDate today = tj_context_get_today (self->context);
  gboolean is_contact = self->task == TJ_SEVERAL_CONTACT;

  tj_code_row_set_codes (self->channel, &tj_channels, NULL);
  tj_code_row_set_codes (self->outcome, &tj_outcomes, NULL);
  tj_code_row_set_codes (self->occupation, &tj_occupations, NULL);
  tj_code_row_set_value (self->channel, TJ_CHANNEL_SMS);
  tj_code_row_set_value (self->outcome, TJ_OUTCOME_SENT);
  tj_code_row_set_value (self->occupation, TJ_OCCUPATION_UNKNOWN);
  tj_date_row_set_today (self->date, today);
  tj_date_row_set_date (self->date, today);
  tj_date_row_set_today (self->due, today);
  tj_date_row_set_date (self->due, today + USUAL_FOLLOW_UP_DAYS);
  gtk_widget_set_visible (self->contact_fields, is_contact);
  gtk_widget_set_visible (self->follow_up_fields, !is_contact);
  adw_window_title_set_title (self->title, is_contact ? _ ("Log Contact") : _ ("Set Follow-Up"));
}

static void
tj_several_dispose (GObject *object)
{
  TjSeveral *self = TJ_SEVERAL (object);

  g_clear_handle_id (&self->check_timer, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->able, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->reason_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_several_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-several.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, title);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, contact_fields);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, channel);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, outcome);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, occupation);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, date);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, follow_up_fields);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, due);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, reason);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, consequence);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, skipped);
  gtk_widget_class_bind_template_child (widget_class, TjSeveral, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
tj_several_class_init (TjSeveralClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_several_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "several.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "several.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_several_init (TjSeveral *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->able = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->reason_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_focus_names_follow (GTK_WINDOW (self));
}

GtkWidget *
tj_several_new (TjContext *context, TjSeveralTask task)
{
  TjSeveral *self = g_object_new (TJ_TYPE_SEVERAL, NULL);

  self->task = task;
  self->context = g_object_ref (context);
  fill (self);
  return GTK_WIDGET (self);
}

/* One more youth; `name` as lists show it. */
void
tj_several_add (TjSeveral *self, gint64 youth_id, const char *name)
{
  g_return_if_fail (TJ_IS_SEVERAL (self));

  g_array_append_val (self->ids, youth_id);
  g_ptr_array_add (self->names, g_strdup (name));
}

/* Shows the window over `parent` once all have been added. */
void
tj_several_present (TjSeveral *self, GtkWindow *parent)
{
  g_autofree char *count = NULL;

  g_return_if_fail (TJ_IS_SEVERAL (self));

  count = g_strdup_printf (ngettext ("%u youth", "%u youths", self->ids->len), self->ids->len);
  adw_window_title_set_subtitle (self->title, count);
  check (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (self->task == TJ_SEVERAL_CONTACT ? self->contact_fields
                                                           : self->follow_up_fields,
                          GTK_DIR_TAB_FORWARD);
}

/* A saved filter as a form: what the youths on it have in common, and its name. It says at every
 * change how many it chooses today. */

#include "config.h"

#include "tj-filter-editor.h"

#include "tj-choice-row.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-focus-names.h"
#include "tj-form-row.h"
#include "tj-routine.h"
#include "tj-saved-filter.h"
#include "tj-text-row.h"

#include <glib/gi18n.h>

#define HIGHEST_AGE 30

struct _TjFilterEditor
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  TjTextRow *name;
  TjCodeRow *status;
  TjChoiceRow *step;
  TjChoiceRow *within;
  TjDateRow *since;
  TjCodeRow *background;
  TjCodeRow *occupation;
  TjTextRow *min_age;
  TjTextRow *max_age;
  GtkSwitch *is_overdue;
  GtkSwitch *lacks_contact;
  GtkSwitch *is_minor;
  GtkSwitch *lacks_details;
  GtkLabel *problem;
  GtkWidget *removal;

  TjPeople *people;
  TjSavedFilter *filter;
  gboolean filling;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjFilterEditor, tj_filter_editor, ADW_TYPE_WINDOW)

static const guint spans[] = { 7, 14, 30, 90 };

static char *
check_age (const char *text, gpointer user_data)
{
  guint64 age;

  return g_ascii_string_to_unsigned (text, 10, 1, HIGHEST_AGE, &age, NULL)
             ? NULL
             : g_strdup (_ ("Write the age in whole years, such as 17."));
}

static guint
number_in (const char *text)
{
  return (guint)g_ascii_strtoull (text != NULL ? text : "", NULL, 10);
}

static void
take_person (TjFilterEditor *self)
{
  TjSavedFilter *filter = self->filter;

  filter->background = tj_code_row_get_value (self->background);
  filter->occupation = tj_code_row_get_value (self->occupation);
  filter->min_age = number_in (tj_text_row_get_text (self->min_age));
  filter->max_age = number_in (tj_text_row_get_text (self->max_age));
  filter->is_minor = gtk_switch_get_active (self->is_minor);
  filter->lacks_details = gtk_switch_get_active (self->lacks_details);
}

static void
take_values (TjFilterEditor *self)
{
  TjSavedFilter *filter = self->filter;
  const char *step = tj_choice_row_get_word (self->step);

  g_free (filter->name);
  filter->name = g_strstrip (g_strdup (tj_text_row_get_text (self->name)));
  filter->status = tj_code_row_get_value (self->status);
  g_free (filter->step);
  filter->step = g_strdup (step != NULL ? step : "");
  filter->within = number_in (tj_choice_row_get_word (self->within));
  filter->since = tj_date_row_get_date (self->since);
  filter->is_overdue = gtk_switch_get_active (self->is_overdue);
  filter->lacks_contact = gtk_switch_get_active (self->lacks_contact);
  take_person (self);
}

static void
show_count (TjFilterEditor *self)
{
  guint n = tj_people_count_filter (self->people, self->filter);
  g_autofree char *text = g_strdup_printf (ngettext ("%u youth", "%u youths", n), n);

  adw_window_title_set_subtitle (self->title, text);
}

/* Shows beside each field what is wrong with it. */
static gboolean
check_rows (TjFilterEditor *self)
{
  gpointer rows[] = { self->since, self->min_age, self->max_age };
  gboolean valid = TRUE;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problem = tj_form_row_check (TJ_FORM_ROW (rows[i]));

      tj_form_row_show_problem (TJ_FORM_ROW (rows[i]), problem);
      valid = valid && problem == NULL;
    }
  return valid;
}

static void
on_changed (TjFilterEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean valid;

  if (self->filling || self->people == NULL)
    return;

  valid = check_rows (self);
  take_values (self);
  if (valid && !tj_saved_filters_check (tj_people_get_context (self->people), self->filter, &error))
    valid = FALSE;
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL && *self->filter->name != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.save", valid);
  show_count (self);
}

static void
on_entered (TjFilterEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filter.save", NULL);
}

static void
show_error (TjFilterEditor *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFilterEditor *self = TJ_FILTER_EDITOR (widget);
  g_autoptr (GError) error = NULL;

  if (!check_rows (self))
    return;
  take_values (self);
  if (!tj_saved_filters_save (tj_people_get_context (self->people), self->filter, &error))
    {
      show_error (self, error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->filter->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TjFilterEditor *self = TJ_FILTER_EDITOR (widget);
  g_autoptr (GError) error = NULL;

  if (!tj_saved_filters_remove (tj_people_get_context (self->people), self->filter->id, &error))
    {
      show_error (self, error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->filter->name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_steps (TjFilterEditor *self)
{
  const TjRoutine *routine = tj_context_get_routine (tj_people_get_context (self->people));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, j;

  tj_choice_row_clear (self->step, _ ("Any"));
  for (i = 0; i < routine->tracks->len; i++)
    {
      const TjRoutineTrack *track = g_ptr_array_index (routine->tracks, i);

      for (j = 0; j < track->steps->len; j++)
        {
          const TjRoutineStep *step = g_ptr_array_index (track->steps, j);

          if (g_hash_table_add (seen, (gpointer)step->id))
            tj_choice_row_add (self->step, step->id, step->label);
        }
    }
  tj_choice_row_add (self->step, TJ_SAVED_FILTER_FOLLOW_UP, _ ("Follow-up"));
}

static void
fill_spans (TjFilterEditor *self)
{
  gsize i;

  tj_choice_row_clear (self->within, _ ("Any day"));
  for (i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", spans[i]);
      g_autofree char *label
          = g_strdup_printf (ngettext ("Within %u day", "Within %u days", spans[i]), spans[i]);

      tj_choice_row_add (self->within, word, label);
    }
}

static void
show_number (TjTextRow *row, guint number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  tj_text_row_set_text (row, text);
}

static void
show_values (TjFilterEditor *self)
{
  const TjSavedFilter *filter = self->filter;
  g_autofree char *within = filter->within > 0 ? g_strdup_printf ("%u", filter->within) : NULL;

  tj_text_row_set_text (self->name, filter->name);
  tj_code_row_set_value (self->status, filter->status);
  tj_choice_row_set_word (self->step, filter->step);
  tj_choice_row_set_word (self->within, within != NULL ? within : "");
  tj_date_row_set_date (self->since, filter->since);
  tj_code_row_set_value (self->background, filter->background);
  tj_code_row_set_value (self->occupation, filter->occupation);
  show_number (self->min_age, filter->min_age);
  show_number (self->max_age, filter->max_age);
  gtk_switch_set_active (self->is_overdue, filter->is_overdue);
  gtk_switch_set_active (self->lacks_contact, filter->lacks_contact);
  gtk_switch_set_active (self->is_minor, filter->is_minor);
  gtk_switch_set_active (self->lacks_details, filter->lacks_details);
}

static void
fill (TjFilterEditor *self)
{
  self->filling = TRUE;
  tj_code_row_set_codes (self->status, &tj_statuses, _ ("Any that is not closed"));
  tj_code_row_set_codes (self->background, &tj_backgrounds, _ ("Any"));
  tj_code_row_set_codes (self->occupation, &tj_occupations, _ ("Any"));
  tj_text_row_set_check (self->min_age, check_age, NULL);
  tj_text_row_set_check (self->max_age, check_age, NULL);
  tj_date_row_set_today (self->since, tj_context_get_today (tj_people_get_context (self->people)));
  fill_steps (self);
  fill_spans (self);
  show_values (self);
  self->filling = FALSE;
}

static void
tj_filter_editor_dispose (GObject *object)
{
  TjFilterEditor *self = TJ_FILTER_EDITOR (object);

  g_clear_object (&self->people);
  g_clear_pointer (&self->filter, tj_saved_filter_free);
  G_OBJECT_CLASS (tj_filter_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, name);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, status);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, step);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, within);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, since);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, background);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, occupation);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, min_age);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, max_age);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, is_overdue);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, lacks_contact);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, is_minor);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, lacks_details);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, TjFilterEditor, removal);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
tj_filter_editor_class_init (TjFilterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_filter_editor_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "filter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "filter.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_filter_editor_init (TjFilterEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_focus_names_follow (GTK_WINDOW (self));
}

/* For a new filter (`filter_id` 0) or one that is kept. */
GtkWidget *
tj_filter_editor_new (TjPeople *people, gint64 filter_id)
{
  TjFilterEditor *self = g_object_new (TJ_TYPE_FILTER_EDITOR, NULL);

  self->people = g_object_ref (people);
  if (filter_id != 0)
    self->filter = tj_saved_filters_find (tj_people_get_context (people), filter_id, NULL);
  adw_window_title_set_title (self->title,
                              self->filter != NULL ? _ ("Edit Filter") : _ ("New Filter"));
  gtk_widget_set_visible (self->removal, self->filter != NULL);
  if (self->filter == NULL)
    self->filter = tj_saved_filter_new ();
  fill (self);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}

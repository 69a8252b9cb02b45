/* Those who have turned 20: the responsibility has ended (skollagen 29:9), and they are deregistered
 * together. The window shows beforehand who, on which day, and whom it cannot be done for and why;
 * one undo takes it all back. */

#include "config.h"

#include "tj-twenty.h"

#include "tj-case-number.h"
#include "tj-date-text.h"
#include "tj-registration-service.h"
#include "tj-twenty-service.h"

#include <glib/gi18n.h>

struct _TjTwenty
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *state;
  AdwPreferencesGroup *able;
  AdwPreferencesGroup *unable;
  GtkLabel *problem;
  GtkButton *save;

  TjContext *context;
  GArray *ids;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjTwenty, tj_twenty, ADW_TYPE_WINDOW)

static char *
dup_name (const TjTurningTwenty *twenty)
{
  g_autofree char *number = NULL;

  if (!twenty->is_protected)
    return g_strdup (twenty->name);
  number = tj_case_number_format (twenty->youth_id);
  return g_strdup_printf (_ ("Protected person · %s"), number);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
preview (TjTwenty *self, const TjTurningTwenty *twenty)
{
  g_autofree char *name = dup_name (twenty);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TjDate date;

  if (!tj_twenty_service_preview (self->context, twenty->youth_id, &date, &error))
    {
      add_row (self->unable, name, error->message);
      return;
    }

  day = tj_date_text_long (date);
  text = g_strdup_printf (_ ("Deregistered on %s"), day);
  add_row (self->able, name, text);
  g_array_append_val (self->ids, twenty->youth_id);
}

static void
show_problem (TjTwenty *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
fill (TjTwenty *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = tj_twenty_service_list (self->context, 0, &error);
  g_autofree char *label = NULL;
  guint i, n_turned = 0;

  for (i = 0; all != NULL && i < all->len; i++)
    {
      const TjTurningTwenty *twenty = g_ptr_array_index (all, i);

      if (!twenty->has_turned)
        continue;
      n_turned++;
      preview (self, twenty);
    }
  if (error != NULL)
    show_problem (self, error);

  label = g_strdup_printf (ngettext ("Deregister %u Youth", "Deregister %u Youths", self->ids->len),
                           self->ids->len);
  gtk_button_set_label (self->save, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "twenty.save", self->ids->len > 0);
  gtk_stack_set_visible_child_name (self->state, n_turned > 0 || error != NULL ? "list" : "empty");
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjTwenty *self = TJ_TWENTY (widget);
  guint n = self->ids->len;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!tj_twenty_service_deregister (self->context, (const gint64 *)self->ids->data, n, &error))
    {
      show_problem (self, error);
      return;
    }

  text = g_strdup_printf (ngettext ("%u youth deregistered", "%u youths deregistered", n), n);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tj_twenty_dispose (GObject *object)
{
  TjTwenty *self = TJ_TWENTY (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (tj_twenty_parent_class)->dispose (object);
}

static void
tj_twenty_class_init (TjTwentyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_twenty_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-twenty.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, title);
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, state);
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, able);
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, unable);
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, problem);
  gtk_widget_class_bind_template_child (widget_class, TjTwenty, save);
  gtk_widget_class_install_action (widget_class, "twenty.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_twenty_init (TjTwenty *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_twenty_new (TjContext *context)
{
  TjTwenty *self = g_object_new (TJ_TYPE_TWENTY, NULL);

  self->context = g_object_ref (context);
  fill (self);
  return GTK_WIDGET (self);
}

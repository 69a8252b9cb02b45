/* What can be undone and redone, in words and time, the latest first. A line undoes the changes down
 * to and with itself; one that is undone redoes up to and with itself. */

#include "config.h"

#include "tj-undo-history.h"

#include "tj-date-text.h"
#include "tj-undo-service.h"

#include <glib/gi18n.h>

/* Nobody looks further back, and each line asks for a name. */
#define MOST_LINES 60

struct _TjUndoHistory
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *state;
  AdwPreferencesGroup *undone;
  AdwPreferencesGroup *standing;

  TjContext *context;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TjUndoHistory, tj_undo_history, ADW_TYPE_WINDOW)

static void refresh (TjUndoHistory *self);

static gint64
row_id (GtkWidget *row)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (row), "step-id");
}

/* Replays until the step `id` has been, or one fails. */
static void
on_activated (TjUndoHistory *self, GtkWidget *row)
{
  gboolean is_redo = gtk_widget_is_ancestor (row, GTK_WIDGET (self->undone));
  gint64 id = row_id (row), latest = 0;
  g_autoptr (GError) error = NULL;

  while (latest != id && error == NULL)
    {
      g_autoptr (TjUndoStep) step = is_redo ? tj_undo_service_redo (self->context, &error)
                                            : tj_undo_service_undo (self->context, &error);

      latest = step != NULL ? step->id : 0;
    }

  if (error != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_row (TjUndoHistory *self, const TjUndoStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (step->is_undone ? "edit-redo-symbolic"
                                                                   : "edit-undo-symbolic");
  g_autofree char *when = tj_date_text_instant (step->at, tj_context_get_today (self->context));
  g_autofree char *name = g_strdup_printf (step->is_undone ? _ ("Redo as far as: %s, %s")
                                                           : _ ("Undo back to: %s, %s"),
                                           step->what, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "step-id", g_memdup2 (&step->id, sizeof step->id),
                          g_free);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_activated), self);
  return row;
}

static void
clear_rows (TjUndoHistory *self)
{
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean was_undone = gtk_widget_is_ancestor (row, GTK_WIDGET (self->undone));

      adw_preferences_group_remove (was_undone ? self->undone : self->standing, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
refresh (TjUndoHistory *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = tj_undo_service_list (self->context, &error);
  gboolean any_undone = FALSE, any_standing = FALSE;
  guint i;

  clear_rows (self);
  if (steps == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  for (i = 0; i < steps->len && i < MOST_LINES; i++)
    {
      const TjUndoStep *step = g_ptr_array_index (steps, i);
      GtkWidget *row = new_row (self, step);

      adw_preferences_group_add (step->is_undone ? self->undone : self->standing, row);
      g_ptr_array_add (self->rows, row);
      any_undone |= step->is_undone;
      any_standing |= !step->is_undone;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->undone), any_undone);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), any_standing);
  gtk_stack_set_visible_child_name (self->state, steps->len > 0 ? "list" : "empty");
}

static void
tj_undo_history_dispose (GObject *object)
{
  TjUndoHistory *self = TJ_UNDO_HISTORY (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_undo_history_parent_class)->dispose (object);
}

static void
tj_undo_history_class_init (TjUndoHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_undo_history_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-undo-history.ui");
  gtk_widget_class_bind_template_child (widget_class, TjUndoHistory, toasts);
  gtk_widget_class_bind_template_child (widget_class, TjUndoHistory, state);
  gtk_widget_class_bind_template_child (widget_class, TjUndoHistory, undone);
  gtk_widget_class_bind_template_child (widget_class, TjUndoHistory, standing);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_undo_history_init (TjUndoHistory *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_undo_history_new (TjContext *context, GtkWindow *parent)
{
  TjUndoHistory *self = g_object_new (TJ_TYPE_UNDO_HISTORY, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  refresh (self);
  return GTK_WIDGET (self);
}

/* A short list of lines to choose from: a title, a text below it, and a key that is told when one is
 * chosen. */

#include "config.h"

#include "tj-line-list.h"

struct _TjLineList
{
  AdwBin parent_instance;

  AdwClamp *clamp;
  AdwPreferencesGroup *group;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_BUTTON_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjLineList, tj_line_list, ADW_TYPE_BIN)

static void
on_row_activated (GtkWidget *row, TjLineList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "key"));
}

static void
on_button_clicked (GtkWidget *button, TjLineList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_signal_emit (self, signals[SIGNAL_BUTTON_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "key"));
}

static void
tj_line_list_class_init (TjLineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_BUTTON_CHOSEN]
      = g_signal_new ("button-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reconciliation/tj-line-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLineList, clamp);
}

static void
tj_line_list_init (TjLineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Empties the list. */
void
tj_line_list_begin (TjLineList *self, const char *title, const char *description)
{
  g_return_if_fail (TJ_IS_LINE_LIST (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->group));
}

/* `button` is what a second way from the line is called, "button-chosen"; NULL for none. */
void
tj_line_list_add (TjLineList *self,
                  const char *title,
                  const char *text,
                  const char *key,
                  const char *button)
{
  GtkWidget *row = adw_action_row_new ();

  g_return_if_fail (TJ_IS_LINE_LIST (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "numeric");
  if (button != NULL)
    {
      GtkWidget *suffix = gtk_button_new_with_label (button);

      gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
      g_signal_connect_object (suffix, "clicked", G_CALLBACK (on_button_clicked), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), self);
  adw_preferences_group_add (self->group, row);
}

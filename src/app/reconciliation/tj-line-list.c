/* A short list of lines to choose from: a title, a text below it, and a key that is told when one is
 * chosen. */

#include "config.h"

#include "tj-line-list.h"

struct _TjLineList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
};

enum
{
  SIGNAL_CHOSEN,
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
tj_line_list_class_init (TjLineListClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tj_line_list_init (TjLineList *self)
{
}

/* Empties the list. */
void
tj_line_list_begin (TjLineList *self, const char *title, const char *description)
{
  g_return_if_fail (TJ_IS_LINE_LIST (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
tj_line_list_add (TjLineList *self, const char *title, const char *text, const char *key)
{
  GtkWidget *row = adw_action_row_new ();

  g_return_if_fail (TJ_IS_LINE_LIST (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), self);
  adw_preferences_group_add (self->group, row);
}

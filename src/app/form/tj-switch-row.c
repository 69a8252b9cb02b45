/* A row of a form that is on or off. */

#include "config.h"

#include "tj-switch-row.h"

struct _TjSwitchRow
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
  char *subtitle; /* as it stands while nothing is wrong */
};

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjSwitchRow,
                               tj_switch_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static char *
dup_text (TjFormRow *row)
{
  return g_strdup (tj_switch_row_get_active (TJ_SWITCH_ROW (row)) ? "yes" : "");
}

static void
set_text (TjFormRow *row, const char *text)
{
  tj_switch_row_set_active (TJ_SWITCH_ROW (row), *text != '\0');
}

static char *
check (TjFormRow *row)
{
  return NULL;
}

static void
show_problem (TjFormRow *row, const char *problem)
{
  TjSwitchRow *self = TJ_SWITCH_ROW (row);

  if (self->subtitle == NULL)
    self->subtitle = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem != NULL ? problem : self->subtitle);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
form_row_init (TjFormRowInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_text = set_text;
  iface->check = check;
  iface->show_problem = show_problem;
}

static void
on_title_changed (TjSwitchRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
tj_switch_row_finalize (GObject *object)
{
  g_free (TJ_SWITCH_ROW (object)->subtitle);
  G_OBJECT_CLASS (tj_switch_row_parent_class)->finalize (object);
}

static void
tj_switch_row_class_init (TjSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_switch_row_finalize;
}

static void
tj_switch_row_init (TjSwitchRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (tj_form_row_emit_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

gboolean
tj_switch_row_get_active (TjSwitchRow *self)
{
  g_return_val_if_fail (TJ_IS_SWITCH_ROW (self), FALSE);

  return gtk_switch_get_active (self->toggle);
}

void
tj_switch_row_set_active (TjSwitchRow *self, gboolean active)
{
  g_return_if_fail (TJ_IS_SWITCH_ROW (self));

  gtk_switch_set_active (self->toggle, active);
}

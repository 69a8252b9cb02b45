/* A list of names in the preferences: each can be changed in place and be offered or not, and the
 * last row adds one. What cannot be is said under the field. */

#include "config.h"

#include "tj-catalogue-group.h"

#include "tj-text-row.h"

#include <glib/gi18n.h>

struct _TjCatalogueGroup
{
  AdwPreferencesGroup parent_instance;

  TjContext *context;
  const TjCatalogueKind *kind;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TjCatalogueGroup, tj_catalogue_group, ADW_TYPE_PREFERENCES_GROUP)

static void fill (TjCatalogueGroup *self);

static const char *
key_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static const char *
name_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "name");
}

static void
show_problem (gpointer row, const GError *error)
{
  tj_field_row_show_problem (TJ_FIELD_ROW (row), error != NULL ? error->message : NULL);
}

static void
rename_row (TjTextRow *row, TjCatalogueGroup *self)
{
  const char *name = tj_text_row_get_text (row);
  g_autoptr (GError) error = NULL;

  if (self->context == NULL)
    return;
  if (g_strcmp0 (name, name_of (row)) != 0
      && self->kind->rename (self->context, key_of (row), name, &error))
    g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  show_problem (row, error);
}

static void
on_leave (GtkEventController *focus, TjCatalogueGroup *self)
{
  rename_row (TJ_TEXT_ROW (gtk_event_controller_get_widget (focus)), self);
}

static void
on_offered (GtkSwitch *offered, GParamSpec *pspec, TjCatalogueGroup *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (offered), TJ_TYPE_TEXT_ROW);
  g_autoptr (GError) error = NULL;

  self->kind->offer (self->context, key_of (row), gtk_switch_get_active (offered), &error);
  show_problem (row, error);
}

static void
on_entered (TjTextRow *row, TjCatalogueGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->kind->add (self->context, tj_text_row_get_text (row), &error))
    {
      show_problem (row, error);
      return;
    }
  fill (self);
  gtk_widget_grab_focus (self->rows->pdata[self->rows->len - 1]);
}

static void
add_switch (TjCatalogueGroup *self, GtkWidget *row, gboolean is_offered)
{
  GtkWidget *offered = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (offered), is_offered);
  gtk_widget_set_valign (offered, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (offered,
                               _ ("Offered in forms. What it has been used for keeps it."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (offered), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Offered in forms"), -1);
  g_signal_connect_object (offered, "notify::active", G_CALLBACK (on_offered), self, 0);
  tj_field_row_add_suffix (TJ_FIELD_ROW (row), offered);
}

static void
add_row (TjCatalogueGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_name (TjCatalogueGroup *self, const char *key, const char *name, gboolean is_offered)
{
  GtkWidget *row = tj_text_row_new (_ (self->kind->title));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  tj_text_row_set_text (TJ_TEXT_ROW (row), name);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  g_signal_connect_object (row, "row-entered", G_CALLBACK (rename_row), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (row, focus);
  add_switch (self, row, is_offered);
  add_row (self, row);
}

static void
add_new_row (TjCatalogueGroup *self)
{
  GtkWidget *row = tj_text_row_new (_ (self->kind->new_title));

  tj_text_row_set_placeholder (TJ_TEXT_ROW (row), _ ("Write a name and press Enter"));
  g_signal_connect_object (row, "row-entered", G_CALLBACK (on_entered), self, 0);
  add_row (self, row);
}

static void
fill (TjCatalogueGroup *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->kind->foreach (self->context, add_name, self, &error);
  add_new_row (self);
  show_problem (self->rows->pdata[self->rows->len - 1], error);
}

/* Not only when it goes: AdwPreferencesWindow 1.2 keeps its pages for ever. */
static void
tj_catalogue_group_unroot (GtkWidget *widget)
{
  g_clear_object (&TJ_CATALOGUE_GROUP (widget)->context);
  GTK_WIDGET_CLASS (tj_catalogue_group_parent_class)->unroot (widget);
}

static void
tj_catalogue_group_finalize (GObject *object)
{
  g_ptr_array_unref (TJ_CATALOGUE_GROUP (object)->rows);
  G_OBJECT_CLASS (tj_catalogue_group_parent_class)->finalize (object);
}

static void
tj_catalogue_group_class_init (TjCatalogueGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_catalogue_group_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = tj_catalogue_group_unroot;
}

static void
tj_catalogue_group_init (TjCatalogueGroup *self)
{
  self->rows = g_ptr_array_new ();
}

void
tj_catalogue_group_begin (TjCatalogueGroup *self, TjContext *context, const TjCatalogueKind *kind)
{
  g_return_if_fail (TJ_IS_CATALOGUE_GROUP (self));

  g_set_object (&self->context, context);
  self->kind = kind;
  fill (self);
}

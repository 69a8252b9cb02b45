/* A row with one line of text, checked by a function when it has one. Enter in it saves the form. A
 * GtkEntry and not a GtkText: the latter has no place in the accessible tree. */

#include "config.h"

#include "tj-text-row.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkEntry *entry;
  TjTextCheck check;
  gpointer check_data;
} TjTextRowPrivate;

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_MAX_LENGTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TjTextRow,
                         tj_text_row,
                         TJ_TYPE_FIELD_ROW,
                         G_ADD_PRIVATE (TjTextRow)
                             G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static char *
dup_text (TjFormRow *row)
{
  return g_strstrip (g_strdup (tj_text_row_get_text (TJ_TEXT_ROW (row))));
}

static void
set_text (TjFormRow *row, const char *text)
{
  tj_text_row_set_text (TJ_TEXT_ROW (row), text);
}

static char *
check (TjFormRow *row)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (TJ_TEXT_ROW (row));
  g_autofree char *text = dup_text (row);

  if (*text == '\0')
    return tj_field_row_get_required (TJ_FIELD_ROW (row)) ? g_strdup (_ ("Must be filled in."))
                                                          : NULL;
  return priv->check != NULL ? priv->check (text, priv->check_data) : NULL;
}

static void
show_problem (TjFormRow *row, const char *problem)
{
  tj_field_row_show_problem (TJ_FIELD_ROW (row), problem);
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
on_changed (TjTextRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  tj_form_row_emit_changed (TJ_FORM_ROW (self));
}

static void
tj_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (TJ_TEXT_ROW (object));

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, tj_text_row_get_text (TJ_TEXT_ROW (object)));
      break;
    case PROP_MAX_LENGTH:
      g_value_set_int (value, gtk_entry_get_max_length (priv->entry));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (TJ_TEXT_ROW (object));

  switch (prop_id)
    {
    case PROP_TEXT:
      tj_text_row_set_text (TJ_TEXT_ROW (object), g_value_get_string (value));
      break;
    case PROP_MAX_LENGTH:
      gtk_entry_set_max_length (priv->entry, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_text_row_class_init (TjTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tj_text_row_get_property;
  object_class->set_property = tj_text_row_set_property;

  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAX_LENGTH]
      = g_param_spec_int ("max-length", NULL, NULL, 0, G_MAXUINT16, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_text_row_init (TjTextRow *self)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (self);

  priv->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (priv->entry, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->entry), "field-entry");
  gtk_widget_set_hexpand (GTK_WIDGET (priv->entry), TRUE);
  tj_field_row_set_field (TJ_FIELD_ROW (self), GTK_WIDGET (priv->entry));
  g_signal_connect_object (priv->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->entry, "activate", G_CALLBACK (tj_form_row_emit_entered), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tj_text_row_new (const char *title)
{
  return g_object_new (TJ_TYPE_TEXT_ROW, "title", title, NULL);
}

const char *
tj_text_row_get_text (TjTextRow *self)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_TEXT_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (priv->entry));
}

void
tj_text_row_set_text (TjTextRow *self, const char *text)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_TEXT_ROW (self));

  if (g_strcmp0 (tj_text_row_get_text (self), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (priv->entry), text != NULL ? text : "");
}

void
tj_text_row_set_check (TjTextRow *self, TjTextCheck check_text, gpointer user_data)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_TEXT_ROW (self));

  priv->check = check_text;
  priv->check_data = user_data;
}

/* What stands in the empty field, as an example. */
void
tj_text_row_set_placeholder (TjTextRow *self, const char *text)
{
  TjTextRowPrivate *priv = tj_text_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_TEXT_ROW (self));

  gtk_entry_set_placeholder_text (priv->entry, text);
}

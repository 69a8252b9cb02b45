/* A row with a field under its title, and under the field a line for what is wrong with what is
 * written in it, else for a hint. AdwEntryRow has no room for such a line. The field's accessible
 * name is the row's title; what is wrong is its description. */

#include "config.h"

#include "tj-field-row.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel *title;
  GtkBox *slot;
  GtkBox *suffixes;
  GtkImage *mark;
  GtkLabel *message;
  GtkWidget *message_line;

  GtkWidget *field;
  char *hint;
  char *problem;
  gboolean required;
  gboolean warns;
} TjFieldRowPrivate;

enum
{
  PROP_0,
  PROP_REQUIRED,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TjFieldRow, tj_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_css_class (TjFieldRow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_message (TjFieldRow *self)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);
  const char *text = priv->problem != NULL ? priv->problem : priv->hint;
  gboolean wrong = priv->problem != NULL;

  gtk_label_set_label (priv->message, text != NULL ? text : "");
  gtk_widget_set_visible (priv->message_line, text != NULL && *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (priv->mark), wrong || priv->warns);
  set_css_class (self, "error", wrong);
  set_css_class (self, "warning", !wrong && priv->warns);
}

static void
tell_field (TjFieldRow *self)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);
  const char *text = priv->problem != NULL ? priv->problem : priv->hint;

  if (priv->field == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_STATE_INVALID,
      priv->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_title_changed (TjFieldRow *self)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *marked = priv->required ? g_strconcat (title, " *", NULL) : g_strdup (title);

  gtk_label_set_label (priv->title, marked);
  if (priv->field == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_REQUIRED, priv->required, -1);
  /* The part of a drop-down that takes the focus has a name of its own. */
  if (GTK_IS_DROP_DOWN (priv->field))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (priv->field)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_pressed (TjFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The row itself never has the focus: its field has. */
static gboolean
tj_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
tj_field_row_grab_focus (GtkWidget *widget)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (TJ_FIELD_ROW (widget));

  return priv->field != NULL && gtk_widget_grab_focus (priv->field);
}

static void
tj_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (TJ_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_REQUIRED:
      g_value_set_boolean (value, priv->required);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_REQUIRED:
      tj_field_row_set_required (TJ_FIELD_ROW (object), g_value_get_boolean (value));
      break;
    case PROP_HINT:
      tj_field_row_set_hint (TJ_FIELD_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_field_row_finalize (GObject *object)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (TJ_FIELD_ROW (object));

  g_free (priv->hint);
  g_free (priv->problem);
  G_OBJECT_CLASS (tj_field_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/form/tj-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, title);
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, slot);
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, suffixes);
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, mark);
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, message);
  gtk_widget_class_bind_template_child_private (widget_class, TjFieldRow, message_line);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
tj_field_row_class_init (TjFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tj_field_row_get_property;
  object_class->set_property = tj_field_row_set_property;
  object_class->finalize = tj_field_row_finalize;
  widget_class->focus = tj_field_row_focus;
  widget_class->grab_focus = tj_field_row_grab_focus;

  properties[PROP_REQUIRED]
      = g_param_spec_boolean ("required", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT]
      = g_param_spec_string ("hint", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (widget_class);
}

static void
tj_field_row_init (TjFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Puts the widget one writes in under the title. */
void
tj_field_row_set_field (TjFieldRow *self, GtkWidget *field)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  priv->field = field;
  gtk_box_append (priv->slot, field);
  on_title_changed (self);
}

GtkWidget *
tj_field_row_get_field (TjFieldRow *self)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_FIELD_ROW (self), NULL);

  return priv->field;
}

void
tj_field_row_add_suffix (TjFieldRow *self, GtkWidget *suffix)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  gtk_box_append (priv->suffixes, suffix);
}

gboolean
tj_field_row_get_required (TjFieldRow *self)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_FIELD_ROW (self), FALSE);

  return priv->required;
}

void
tj_field_row_set_required (TjFieldRow *self, gboolean required)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  if (priv->required == required)
    return;

  priv->required = required;
  on_title_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUIRED]);
}

static void
set_hint (TjFieldRow *self, const char *hint, gboolean warns)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  if (g_strcmp0 (priv->hint, hint) == 0 && priv->warns == warns)
    return;

  g_free (priv->hint);
  priv->hint = g_strdup (hint);
  priv->warns = warns;
  show_message (self);
  tell_field (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

/* What stands under the field while nothing is wrong; NULL for nothing. */
void
tj_field_row_set_hint (TjFieldRow *self, const char *hint)
{
  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  set_hint (self, hint, FALSE);
}

/* A hint that one should look twice; what is written can be saved all the same. */
void
tj_field_row_set_warning (TjFieldRow *self, const char *warning)
{
  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  set_hint (self, warning, TRUE);
}

void
tj_field_row_show_problem (TjFieldRow *self, const char *problem)
{
  TjFieldRowPrivate *priv = tj_field_row_get_instance_private (self);

  g_return_if_fail (TJ_IS_FIELD_ROW (self));

  if (g_strcmp0 (priv->problem, problem) == 0)
    return;

  g_free (priv->problem);
  priv->problem = g_strdup (problem);
  show_message (self);
  tell_field (self);
}

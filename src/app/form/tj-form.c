/* What all forms have in common. A form fills its rows from the register, checks them at every
 * change, and saves them in one go. What is half-written is kept as an encrypted draft a second
 * after the last key, comes back when the form is next begun, and goes when it is saved. When the
 * register changes under a form (another window, an undo) what was written stays, the rest follows,
 * and the form says what the others did. */

#include "config.h"

#include "tj-form.h"

#include "tj-date-row.h"
#include "tj-form-private.h"

#include <glib/gi18n.h>

#define DRAFT_DELAY_MS 1000

enum
{
  PROP_0,
  PROP_SAVE_LABEL,
  PROP_CAN_CANCEL,
  N_PROPS
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TjForm,
                                  tj_form,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (TjForm)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

TjFormPrivate *
tj_form_get_private (TjForm *self)
{
  return tj_form_get_instance_private (self);
}

static gboolean
on_draft_timer (gpointer user_data)
{
  tj_form_get_private (user_data)->draft_timer = 0;
  tj_form_keep_draft (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_row_changed (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  if (priv->busy > 0 || priv->base == NULL)
    return;

  tj_form_follow_up (self);
  g_clear_handle_id (&priv->draft_timer, g_source_remove);
  priv->draft_timer = g_timeout_add (DRAFT_DELAY_MS, on_draft_timer, self);
}

static void
collect_rows (TjForm *self, GtkWidget *widget)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!TJ_IS_FORM_ROW (child))
      {
        collect_rows (self, child);
      }
    else if (tj_form_row_get_name (TJ_FORM_ROW (child)) != NULL)
      {
        g_ptr_array_add (priv->rows, child);
        if (TJ_IS_DATE_ROW (child))
          tj_date_row_set_today (TJ_DATE_ROW (child), tj_context_get_today (priv->context));
      }
}

static void
say_done (TjForm *self)
{
  TjFormClass *klass = TJ_FORM_GET_CLASS (self);
  const char *done = tj_form_get_subject (self) == 0 ? klass->done : klass->done_change;

  if (done != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", _ (done));
}

static void
try_save (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (priv->base == NULL || priv->busy > 0)
    return;
  if (priv->subject != 0 && !TJ_FORM_GET_CLASS (self)->adds && !tj_form_is_changed (self))
    {
      g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
      return;
    }
  if (!tj_form_validate (self, TRUE))
    return;

  priv->busy++;
  saved = TJ_FORM_GET_CLASS (self)->save (self, &error);
  priv->busy--;
  if (!saved)
    {
      tj_form_follow_register (self);
      tj_form_show_failure (self, error->message);
      return;
    }

  tj_form_discard_draft (self);
  tj_form_show_notice (self, NULL);
  g_free (tj_form_fill_rows (self, NULL, NULL));
  say_done (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  try_save (TJ_FORM (widget));
}

static gboolean
on_save_keys (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  try_save (TJ_FORM (widget));
  return TRUE;
}

/* Nothing that was written is lost: it comes back when the form is opened again. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjForm *self = TJ_FORM (widget);

  tj_form_keep_draft (self);
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_visible (tj_form_get_private (TJ_FORM (widget))->cancel))
    return FALSE;

  cancel_action (widget, NULL, NULL);
  return TRUE;
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjForm *self = TJ_FORM (widget);

  tj_form_discard_draft (self);
  tj_form_show_notice (self, NULL);
  g_free (tj_form_fill_rows (self, NULL, NULL));
  gtk_widget_child_focus (GTK_WIDGET (tj_form_get_private (self)->content), GTK_DIR_TAB_FORWARD);
}

static void
tj_form_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  TjFormPrivate *priv = tj_form_get_private (TJ_FORM (buildable));

  if (priv->content != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (priv->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tj_form_add_child;
}

/* Asked twice it stays where it is: child_focus () would go on to the next field. */
static gboolean
tj_form_grab_focus (GtkWidget *widget)
{
  GtkWidget *content = GTK_WIDGET (tj_form_get_private (TJ_FORM (widget))->content);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, content))
    return TRUE;
  return gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

static void
tj_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjFormPrivate *priv = tj_form_get_private (TJ_FORM (object));

  switch (prop_id)
    {
    case PROP_SAVE_LABEL:
      g_value_set_string (value, gtk_button_get_label (priv->save));
      break;
    case PROP_CAN_CANCEL:
      g_value_set_boolean (value, gtk_widget_get_visible (priv->cancel));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TjFormPrivate *priv = tj_form_get_private (TJ_FORM (object));

  switch (prop_id)
    {
    case PROP_SAVE_LABEL:
      gtk_button_set_label (priv->save, g_value_get_string (value));
      break;
    case PROP_CAN_CANCEL:
      gtk_widget_set_visible (priv->cancel, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_form_dispose (GObject *object)
{
  TjForm *self = TJ_FORM (object);
  TjFormPrivate *priv = tj_form_get_private (self);
  GtkWidget *child;

  tj_form_end (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (tj_form_parent_class)->dispose (object);
}

static void
tj_form_finalize (GObject *object)
{
  TjFormPrivate *priv = tj_form_get_private (TJ_FORM (object));

  g_ptr_array_unref (priv->rows);
  g_free (priv->text);
  g_free (priv->problem);
  G_OBJECT_CLASS (tj_form_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_CANCEL] = g_param_spec_boolean ("can-cancel", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (TjFormClass *klass)
{
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/tjugo/Tjugo/ui/form/tj-form.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, notice);
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, notice_text);
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, content);
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, message);
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, save);
  gtk_widget_class_bind_template_child_private (widget_class, TjForm, cancel);
}

static void
tj_form_class_init (TjFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tj_form_get_property;
  object_class->set_property = tj_form_set_property;
  object_class->dispose = tj_form_dispose;
  object_class->finalize = tj_form_finalize;
  widget_class->grab_focus = tj_form_grab_focus;

  install_properties (object_class);
  install_signals (klass);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "form.discard-draft", NULL, discard_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_save_keys, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_save_keys,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
tj_form_init (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  priv->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
begin_anew (TjForm *self, TjContext *context, gint64 youth_id, gint64 subject)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  tj_form_end (self);
  g_set_object (&priv->context, context);
  priv->youth_id = youth_id;
  priv->subject = subject;
  collect_rows (self, GTK_WIDGET (priv->content));
  for (guint i = 0; i < priv->rows->len; i++)
    {
      g_signal_connect_object (priv->rows->pdata[i], "row-changed", G_CALLBACK (on_row_changed),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (priv->rows->pdata[i], "row-entered", G_CALLBACK (try_save), self,
                               G_CONNECT_SWAPPED);
    }
  tj_form_show_notice (self, NULL);
  g_free (tj_form_fill_rows (self, NULL, NULL));
  if (priv->base != NULL && TJ_FORM_GET_CLASS (self)->name != NULL)
    tj_form_restore_draft (self);
}

/* Begins a form about a youth: a new contact, or (with `subject`, the row's id) a change of one. A
 * form that is about that already keeps what is written in it and follows the register. */
void
tj_form_begin (TjForm *self, TjContext *context, gint64 youth_id, gint64 subject)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_return_if_fail (TJ_IS_FORM (self));

  if (priv->busy > 0)
    return;
  if (priv->base != NULL && priv->context == context && priv->youth_id == youth_id
      && priv->subject == subject)
    tj_form_follow_register (self);
  else
    begin_anew (self, context, youth_id, subject);
}

/* Lets go of the youth; what is half-written is kept as a draft. */
void
tj_form_end (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_return_if_fail (TJ_IS_FORM (self));

  if (priv->draft_timer != 0)
    tj_form_keep_draft (self);
  g_clear_pointer (&priv->base, g_hash_table_unref);
  for (guint i = 0; i < priv->rows->len; i++)
    g_signal_handlers_disconnect_by_data (priv->rows->pdata[i], self);
  g_ptr_array_set_size (priv->rows, 0);
  priv->has_draft = FALSE;
}

TjContext *
tj_form_get_context (TjForm *self)
{
  g_return_val_if_fail (TJ_IS_FORM (self), NULL);

  return tj_form_get_private (self)->context;
}

gint64
tj_form_get_youth_id (TjForm *self)
{
  g_return_val_if_fail (TJ_IS_FORM (self), 0);

  return tj_form_get_private (self)->youth_id;
}

/* The row that is being changed; 0 for a new one. */
gint64
tj_form_get_subject (TjForm *self)
{
  g_return_val_if_fail (TJ_IS_FORM (self), 0);

  return tj_form_get_private (self)->subject;
}

/* The widget that a .ui file calls `id`, within another. */
static GtkWidget *
find_by_id (GtkWidget *widget, const char *id)
{
  GtkWidget *child, *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_id (child, id);
  return found;
}

/* Puts the focus into one row, known as the form's .ui file calls it; into the first place of the
 * form when that row is not to be seen. */
gboolean
tj_form_focus_row (TjForm *self, const char *id)
{
  GtkWidget *row;

  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  row = id != NULL ? find_by_id (GTK_WIDGET (self), id) : NULL;
  if (row != NULL && gtk_widget_is_visible (row)
      && (gtk_widget_grab_focus (row) || gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD)))
    return TRUE;
  return tj_form_take_focus (self);
}

/* Puts the focus into the first field, past buttons in the head of a group: what grab_focus () does
 * not do, as GTK calls that for Tab too. */
gboolean
tj_form_take_focus (TjForm *self)
{
  TjFormPrivate *priv;

  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  priv = tj_form_get_private (self);
  for (guint i = 0; i < priv->rows->len; i++)
    if (gtk_widget_get_visible (priv->rows->pdata[i]))
      return gtk_widget_grab_focus (priv->rows->pdata[i]);
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
tj_form_is_valid (TjForm *self)
{
  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  return tj_form_get_private (self)->valid;
}

/* Whether somebody has written in it since it was filled. */
gboolean
tj_form_is_changed (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  for (guint i = 0; priv->base != NULL && i < priv->rows->len; i++)
    if (tj_form_texts_differ (priv->base, priv->rows->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whether it is the program that writes in the rows, so that nothing is to be proposed. */
gboolean
tj_form_is_filling (TjForm *self)
{
  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  return tj_form_get_private (self)->busy > 0;
}

/* For `check`: says beside a row what cannot be saved. Returns FALSE. */
gboolean
tj_form_refuse (TjForm *self, gpointer row, const char *problem)
{
  g_return_val_if_fail (TJ_IS_FORM (self), FALSE);

  tj_form_row_show_problem (TJ_FORM_ROW (row), problem);
  tj_form_get_private (self)->refused = TRUE;
  return FALSE;
}

/* What stands beside the button while nothing is wrong: what a save will lead to. */
void
tj_form_set_message (TjForm *self, const char *message)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_return_if_fail (TJ_IS_FORM (self));

  g_free (priv->text);
  priv->text = g_strdup (message);
}

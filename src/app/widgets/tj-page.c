/* A screen beside the sidebar: it holds the context, knows whether the sidebar is folded away (so
 * that its header can offer the way back) and whether what it shows is stale. A page reads the
 * register only when it is looked at. */

#include "config.h"

#include "tj-page.h"

#include "tj-tab-stop.h"

#include <glib/gi18n.h>

typedef struct
{
  TjContext *context;
  gboolean folded;
  gboolean fresh;
} TjPagePrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TjPage, tj_page, ADW_TYPE_BIN)

static void
tj_page_dispose (GObject *object)
{
  TjPagePrivate *priv = tj_page_get_instance_private (TJ_PAGE (object));

  g_clear_object (&priv->context);
  G_OBJECT_CLASS (tj_page_parent_class)->dispose (object);
}

static void
tj_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjPagePrivate *priv = tj_page_get_instance_private (TJ_PAGE (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TjPage *self = TJ_PAGE (object);
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_FOLDED:
      tj_page_set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_page_class_init (TjPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* Lists of any screen stand in one. */
  g_type_ensure (TJ_TYPE_TAB_STOP);

  object_class->dispose = tj_page_dispose;
  object_class->get_property = tj_page_get_property;
  object_class->set_property = tj_page_set_property;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, TJ_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED]
      = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_page_init (TjPage *self)
{
}

TjContext *
tj_page_get_context (TjPage *self)
{
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_PAGE (self), NULL);

  return priv->context;
}

gboolean
tj_page_get_folded (TjPage *self)
{
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_PAGE (self), FALSE);

  return priv->folded;
}

void
tj_page_set_folded (TjPage *self, gboolean folded)
{
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  g_return_if_fail (TJ_IS_PAGE (self));

  if (priv->folded == folded)
    return;

  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/* The register changed: reads anew at once when looked at, else when next shown. */
void
tj_page_mark_stale (TjPage *self)
{
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  g_return_if_fail (TJ_IS_PAGE (self));

  priv->fresh = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tj_page_show (self);
}

void
tj_page_go (TjPage *self, const char *part)
{
  g_return_if_fail (TJ_IS_PAGE (self));

  if (TJ_PAGE_GET_CLASS (self)->go != NULL)
    TJ_PAGE_GET_CLASS (self)->go (self, part);
}

void
tj_page_show (TjPage *self)
{
  TjPagePrivate *priv = tj_page_get_instance_private (self);

  g_return_if_fail (TJ_IS_PAGE (self));

  if (priv->fresh || !tj_context_is_unlocked (priv->context))
    return;

  priv->fresh = TRUE;
  if (TJ_PAGE_GET_CLASS (self)->refresh != NULL)
    TJ_PAGE_GET_CLASS (self)->refresh (self);
}

gboolean
tj_page_search (TjPage *self)
{
  g_return_val_if_fail (TJ_IS_PAGE (self), FALSE);

  if (TJ_PAGE_GET_CLASS (self)->search == NULL)
    return FALSE;

  TJ_PAGE_GET_CLASS (self)->search (self);
  return TRUE;
}

void
tj_page_take_focus (TjPage *self)
{
  g_return_if_fail (TJ_IS_PAGE (self));

  if (TJ_PAGE_GET_CLASS (self)->take_focus != NULL && TJ_PAGE_GET_CLASS (self)->take_focus (self))
    return;
  if (!gtk_widget_grab_focus (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Passing trouble and events: a toast over the whole window. */
void
tj_page_toast (TjPage *self, const char *text)
{
  g_return_if_fail (TJ_IS_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast", "s", text);
}

/* Lost work: a dialog that says what did not happen and why. */
void
tj_page_show_error (TjPage *self, const char *heading, const GError *error)
{
  GtkWidget *dialog;
  GtkRoot *root;

  g_return_if_fail (TJ_IS_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                   error != NULL ? error->message : NULL);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A line of the list of letters, bound to a TjLetterItem: a tick, the name, the address or the
 * reason to be left out, and how due it is; or only a heading. */

#include "config.h"

#include "tj-letter-row.h"

struct _TjLetterRow
{
  GtkWidget parent_instance;

  GtkCheckButton *tick;

  TjLetterItem *item;
  GBinding *chosen;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjLetterRow, tj_letter_row, GTK_TYPE_WIDGET)

static void
set_item (TjLetterRow *self, TjLetterItem *item)
{
  g_autofree char *name = NULL;

  if (!g_set_object (&self->item, item))
    return;

  g_clear_pointer (&self->chosen, g_binding_unbind);
  if (item != NULL)
    {
      self->chosen = g_object_bind_property (item, "chosen", self->tick, "active",
                                             G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      g_object_get (item, "name", &name, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
tj_letter_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, TJ_LETTER_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_letter_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      set_item (TJ_LETTER_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_letter_row_dispose (GObject *object)
{
  TjLetterRow *self = TJ_LETTER_ROW (object);
  GtkWidget *child;

  g_clear_pointer (&self->chosen, g_binding_unbind);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tj_letter_row_parent_class)->dispose (object);
}

static void
tj_letter_row_class_init (TjLetterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tj_letter_row_dispose;
  object_class->get_property = tj_letter_row_get_property;
  object_class->set_property = tj_letter_row_set_property;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, TJ_TYPE_LETTER_ITEM,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/letters/tj-letter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLetterRow, tick);
}

static void
tj_letter_row_init (TjLetterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

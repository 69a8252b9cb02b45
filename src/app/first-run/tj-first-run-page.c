/* What the pages of the first run share: whether they are filled in ("ready"), and the wish to go
 * on from a field by Enter ("finished"). */

#include "config.h"

#include "tj-first-run-page.h"

typedef struct
{
  gboolean ready;
} TjFirstRunPagePrivate;

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TjFirstRunPage, tj_first_run_page, ADW_TYPE_BIN)

static void
tj_first_run_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, tj_first_run_page_get_ready (TJ_FIRST_RUN_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_first_run_page_class_init (TjFirstRunPageClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = tj_first_run_page_get_property;

  properties[PROP_READY]
      = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tj_first_run_page_init (TjFirstRunPage *self)
{
}

gboolean
tj_first_run_page_get_ready (TjFirstRunPage *self)
{
  TjFirstRunPagePrivate *priv = tj_first_run_page_get_instance_private (self);

  g_return_val_if_fail (TJ_IS_FIRST_RUN_PAGE (self), FALSE);

  return priv->ready;
}

void
tj_first_run_page_set_ready (TjFirstRunPage *self, gboolean ready)
{
  TjFirstRunPagePrivate *priv = tj_first_run_page_get_instance_private (self);

  g_return_if_fail (TJ_IS_FIRST_RUN_PAGE (self));

  if (priv->ready == ready)
    return;

  priv->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

/* Goes on, when the page is ready. */
void
tj_first_run_page_finish (TjFirstRunPage *self)
{
  g_return_if_fail (TJ_IS_FIRST_RUN_PAGE (self));

  if (tj_first_run_page_get_ready (self))
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

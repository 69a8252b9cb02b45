/* One line of a purge's proposal: who, and why. A protected person is a case number. */

#include "config.h"

#include "tj-purge-item.h"

#include "tj-case-number.h"

#include <glib/gi18n.h>

struct _TjPurgeItem
{
  GObject parent_instance;

  gint64 youth_id;
  char *name;
  char *reason;
  char *warning;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_REASON,
  PROP_WARNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjPurgeItem, tj_purge_item, G_TYPE_OBJECT)

static void
tj_purge_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjPurgeItem *self = TJ_PURGE_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_purge_item_finalize (GObject *object)
{
  TjPurgeItem *self = TJ_PURGE_ITEM (object);

  g_free (self->name);
  g_free (self->reason);
  g_free (self->warning);
  G_OBJECT_CLASS (tj_purge_item_parent_class)->finalize (object);
}

static void
install_string (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tj_purge_item_class_init (TjPurgeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tj_purge_item_finalize;
  object_class->get_property = tj_purge_item_get_property;

  install_string (PROP_NAME, "name");
  install_string (PROP_REASON, "reason");
  install_string (PROP_WARNING, "warning");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_purge_item_init (TjPurgeItem *self)
{
}

TjPurgeItem *
tj_purge_item_new (const TjPurgeCandidate *candidate, guint this_year)
{
  TjPurgeItem *self = g_object_new (TJ_TYPE_PURGE_ITEM, NULL);
  g_autofree char *number = tj_case_number_format (candidate->youth_id);

  self->youth_id = candidate->youth_id;
  self->name = g_strdup_printf ("%s · %s", number, candidate->name);
  self->reason = g_strdup_printf (candidate->turns_21 < this_year ? _ ("turned 21 in %u")
                                                                  : _ ("turns 21 in %u"),
                                  candidate->turns_21);
  self->warning = g_strdup (candidate->is_registered ? _ ("still registered") : "");
  return self;
}

gint64
tj_purge_item_get_youth_id (TjPurgeItem *self)
{
  g_return_val_if_fail (TJ_IS_PURGE_ITEM (self), 0);

  return self->youth_id;
}

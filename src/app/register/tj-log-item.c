/* One row of the log, as texts that cells look up. It holds a number and reads the row when it is
 * first to be seen: a row out of sight costs nothing. */

#include "config.h"

#include "tj-log-item.h"

#include "tj-action.h"
#include "tj-audit.h"
#include "tj-log-text.h"

struct _TjLogItem
{
  GObject parent_instance;

  TjContext *context;
  gint64 number;

  gint64 youth_id;
  char *time;
  char *actor;
  char *action;
  char *person;
};

enum
{
  PROP_0,
  PROP_TIME,
  PROP_ACTOR,
  PROP_ACTION,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjLogItem, tj_log_item, G_TYPE_OBJECT)

static gboolean
take_entry (const TjAuditEntry *entry, gpointer user_data)
{
  TjLogItem *self = user_data;
  g_autofree char *details = tj_log_text_details (entry);
  const char *action = tj_action_label (entry->action);

  self->youth_id = entry->youth_id;
  self->time = tj_log_text_time (entry->at);
  self->actor = g_strdup (entry->actor);
  self->action = *details != '\0' ? g_strdup_printf ("%s: %s", action, details) : g_strdup (action);
  self->person = tj_log_text_person (self->context, entry->youth_id);
  return FALSE;
}

/* A row that cannot be read says so in its place. */
static void
ensure_read (TjLogItem *self)
{
  g_autoptr (GError) error = NULL;

  if (self->time != NULL || !tj_context_is_unlocked (self->context))
    return;
  if (tj_audit_load (tj_context_get_store (self->context), self->number, take_entry, self, &error))
    return;
  self->time = g_strdup ("");
  self->action = g_strdup (error->message);
}

static void
tj_log_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjLogItem *self = TJ_LOG_ITEM (object);

  ensure_read (self);
  switch (prop_id)
    {
    case PROP_TIME:
      g_value_set_string (value, self->time);
      break;
    case PROP_ACTOR:
      g_value_set_string (value, self->actor);
      break;
    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_log_item_finalize (GObject *object)
{
  TjLogItem *self = TJ_LOG_ITEM (object);

  g_object_unref (self->context);
  g_free (self->time);
  g_free (self->actor);
  g_free (self->action);
  g_free (self->person);
  G_OBJECT_CLASS (tj_log_item_parent_class)->finalize (object);
}

static void
install_string (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tj_log_item_class_init (TjLogItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tj_log_item_finalize;
  object_class->get_property = tj_log_item_get_property;

  install_string (PROP_TIME, "time");
  install_string (PROP_ACTOR, "actor");
  install_string (PROP_ACTION, "action");
  install_string (PROP_PERSON, "person");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_log_item_init (TjLogItem *self)
{
}

TjLogItem *
tj_log_item_new (TjContext *context, gint64 number)
{
  TjLogItem *self = g_object_new (TJ_TYPE_LOG_ITEM, NULL);

  self->context = g_object_ref (context);
  self->number = number;
  return self;
}

/* Whom the row is about; 0 for none or many. */
gint64
tj_log_item_get_youth_id (TjLogItem *self)
{
  g_return_val_if_fail (TJ_IS_LOG_ITEM (self), 0);

  ensure_read (self);
  return self->youth_id;
}

/* One line of the list of letters: a draft with its tick, or the heading of a kind. It takes over
 * the draft. */

#include "config.h"

#include "tj-letter-item.h"

#include "tj-case-number.h"
#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjLetterItem
{
  GObject parent_instance;

  TjLetterDraft *draft;
  char *name;
  char *detail;
  char *due;
  gboolean chosen;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DETAIL,
  PROP_DUE,
  PROP_IS_HEADING,
  PROP_IS_LETTER,
  PROP_CAN_CHOOSE,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjLetterItem, tj_letter_item, G_TYPE_OBJECT)

static void
tj_letter_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjLetterItem *self = TJ_LETTER_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_DUE:
      g_value_set_string (value, self->due);
      break;
    case PROP_IS_HEADING:
      g_value_set_boolean (value, self->draft == NULL);
      break;
    case PROP_IS_LETTER:
      g_value_set_boolean (value, self->draft != NULL);
      break;
    case PROP_CAN_CHOOSE:
      g_value_set_boolean (value, self->draft != NULL && self->draft->skip_reason == NULL);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_letter_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      tj_letter_item_set_chosen (TJ_LETTER_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_letter_item_finalize (GObject *object)
{
  TjLetterItem *self = TJ_LETTER_ITEM (object);

  g_clear_pointer (&self->draft, tj_letter_draft_free);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->due);
  G_OBJECT_CLASS (tj_letter_item_parent_class)->finalize (object);
}

static void
install_string (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_flag (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tj_letter_item_class_init (TjLetterItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tj_letter_item_finalize;
  object_class->get_property = tj_letter_item_get_property;
  object_class->set_property = tj_letter_item_set_property;

  install_string (PROP_NAME, "name");
  install_string (PROP_DETAIL, "detail");
  install_string (PROP_DUE, "due");
  install_flag (PROP_IS_HEADING, "is-heading");
  install_flag (PROP_IS_LETTER, "is-letter");
  install_flag (PROP_CAN_CHOOSE, "can-choose");
  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_letter_item_init (TjLetterItem *self)
{
}

/* Takes over `draft`. It is ticked unless there is a reason to leave it out. */
TjLetterItem *
tj_letter_item_new (TjLetterDraft *draft, TjDate today)
{
  TjLetterItem *self = g_object_new (TJ_TYPE_LETTER_ITEM, NULL);

  self->draft = draft;
  self->chosen = draft->skip_reason == NULL;
  if (draft->is_protected)
    {
      g_autofree char *number = tj_case_number_format (draft->youth_id);

      self->name = g_strdup_printf ("%s · %s", draft->name, number);
    }
  else
    {
      self->name = g_strdup (draft->name);
    }

  if (draft->skip_reason != NULL)
    self->detail = g_strdup_printf (_ ("Left out: %s"), draft->skip_reason);
  else if (draft->is_protected)
    self->detail = g_strdup (_ ("By way of Skatteverket: inner and outer sheet"));
  else
    self->detail = g_strdup (draft->address_line);

  if (draft->state == TJ_STEP_OVERDUE)
    self->due = tj_date_text_overdue ((int)today - (int)draft->due);
  else if (draft->due != TJ_DATE_NONE)
    self->due = tj_date_text_relative (draft->due, today);

  return self;
}

TjLetterItem *
tj_letter_item_new_heading (const char *text)
{
  TjLetterItem *self = g_object_new (TJ_TYPE_LETTER_ITEM, NULL);

  self->name = g_strdup (text);
  return self;
}

/* The draft, still owned by the item; NULL for a heading. */
TjLetterDraft *
tj_letter_item_get_draft (TjLetterItem *self)
{
  g_return_val_if_fail (TJ_IS_LETTER_ITEM (self), NULL);

  return self->draft;
}

gboolean
tj_letter_item_get_chosen (TjLetterItem *self)
{
  g_return_val_if_fail (TJ_IS_LETTER_ITEM (self), FALSE);

  return self->chosen;
}

/* A draft with a reason to be left out cannot be ticked. */
void
tj_letter_item_set_chosen (TjLetterItem *self, gboolean chosen)
{
  g_return_if_fail (TJ_IS_LETTER_ITEM (self));

  chosen = chosen && self->draft != NULL && self->draft->skip_reason == NULL;
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

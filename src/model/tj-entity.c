/* The base of everything the register holds about somebody. A subclass is a table of fields; the
 * base makes properties of it, compares, copies and frees. Entities know nothing of SQL or GTK:
 * the store reads the same table to bind and to fill rows. Properties are EXPLICIT_NOTIFY, and
 * text is never NULL (GTK 4.8 crashes on a NULL bound to an entry). */

#include "config.h"

#include "tj-entity-private.h"

#include <string.h>

typedef struct
{
  gint64 id;
  guint64 stamp; /* of what the register held when this was read; 0 when not read */
} TjEntityPrivate;

enum
{
  PROP_ID = 1,
  PROP_FIRST_FIELD,
};

static GParamSpec *id_property;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TjEntity, tj_entity, G_TYPE_OBJECT)

static gpointer
place_of (gpointer self, const TjField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static gboolean
holds_int (const TjField *field)
{
  return field->kind == TJ_FIELD_CODE || field->kind == TJ_FIELD_OPTIONAL_CODE;
}

static GParamSpec *
create_property (const TjField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case TJ_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case TJ_FIELD_DATE:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, TJ_DATE_NONE, flags);
    case TJ_FIELD_CODE:
      return g_param_spec_int (field->name, NULL, NULL, 0, G_MAXINT, 0, flags);
    case TJ_FIELD_OPTIONAL_CODE:
      return g_param_spec_int (field->name, NULL, NULL, -1, G_MAXINT, -1, flags);
    case TJ_FIELD_NUMBER:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    default:
      g_assert_not_reached ();
    }
}

static void
tj_entity_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (object);
  const TjField *field;

  if (id == PROP_ID)
    {
      g_value_set_int64 (value, tj_entity_get_id (TJ_ENTITY (object)));
      return;
    }
  g_return_if_fail (id - PROP_FIRST_FIELD < klass->n_fields);

  field = &klass->fields[id - PROP_FIRST_FIELD];
  if (field->kind == TJ_FIELD_TEXT)
    g_value_set_string (value, tj_entity_get_text (object, field));
  else if (field->kind == TJ_FIELD_DATE)
    g_value_set_uint (value, (guint)tj_entity_get_number (object, field));
  else if (field->kind == TJ_FIELD_NUMBER)
    g_value_set_int64 (value, tj_entity_get_number (object, field));
  else
    g_value_set_int (value, (int)tj_entity_get_number (object, field));
}

static void
tj_entity_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (object);
  TjEntity *self = TJ_ENTITY (object);
  guint index = id - PROP_FIRST_FIELD;

  if (id == PROP_ID)
    {
      tj_entity_set_id (self, g_value_get_int64 (value));
      return;
    }
  g_return_if_fail (index < klass->n_fields);

  if (klass->fields[index].kind == TJ_FIELD_TEXT)
    tj_entity_set_text (self, index, g_value_get_string (value));
  else if (klass->fields[index].kind == TJ_FIELD_DATE)
    tj_entity_set_number (self, index, g_value_get_uint (value));
  else if (klass->fields[index].kind == TJ_FIELD_NUMBER)
    tj_entity_set_number (self, index, g_value_get_int64 (value));
  else
    tj_entity_set_number (self, index, g_value_get_int (value));
}

static void
tj_entity_finalize (GObject *object)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TJ_FIELD_TEXT)
      g_free (*(char **)place_of (object, &klass->fields[i]));

  G_OBJECT_CLASS (tj_entity_parent_class)->finalize (object);
}

static void
tj_entity_class_init (TjEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tj_entity_get_property;
  object_class->set_property = tj_entity_set_property;
  object_class->finalize = tj_entity_finalize;

  id_property
      = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ID, id_property);
}

static void
tj_entity_init (TjEntity *self)
{
}

/* For a subclass's class_init: gives the class its fields as properties. */
void
tj_entity_class_install_fields (TjEntityClass *klass, const TjField *fields, guint n_fields)
{
  /* GObject does not hand these down: each class answers for its own properties. */
  G_OBJECT_CLASS (klass)->get_property = tj_entity_get_property;
  G_OBJECT_CLASS (klass)->set_property = tj_entity_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->properties = g_new0 (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->properties[i] = create_property (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_FIELD + i,
                                       klass->properties[i]);
    }
}

/* For a subclass's init: optional codes start as none. */
void
tj_entity_init_fields (TjEntity *self)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TJ_FIELD_OPTIONAL_CODE)
      *(int *)place_of (self, &klass->fields[i]) = -1;
}

static void
follow_up_change (TjEntity *self, guint field)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (self);

  g_object_notify_by_pspec (G_OBJECT (self), klass->properties[field]);
  if (klass->field_changed != NULL)
    klass->field_changed (self, field);
}

/**
 * tj_entity_set_text:
 * @field: a field's place in the class's table
 * @value: (nullable): the new text; NULL counts as empty
 *
 * Sets a text field and notifies when it differs.
 */
void
tj_entity_set_text (TjEntity *self, guint field, const char *value)
{
  char **place;

  g_return_if_fail (TJ_IS_ENTITY (self) && field < TJ_ENTITY_GET_CLASS (self)->n_fields);

  place = place_of (self, &TJ_ENTITY_GET_CLASS (self)->fields[field]);
  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (*place, value) == 0)
    return;

  g_free (*place);
  *place = g_strdup (value);
  follow_up_change (self, field);
}

/**
 * tj_entity_set_number:
 * @field: a field's place in the class's table
 * @value: a date, a code or a number
 *
 * Sets a field that is not text and notifies when it differs.
 */
void
tj_entity_set_number (TjEntity *self, guint field, gint64 value)
{
  const TjField *table;
  gpointer place;

  g_return_if_fail (TJ_IS_ENTITY (self) && field < TJ_ENTITY_GET_CLASS (self)->n_fields);

  table = &TJ_ENTITY_GET_CLASS (self)->fields[field];
  if (tj_entity_get_number (self, table) == value)
    return;

  place = place_of (self, table);
  if (table->kind == TJ_FIELD_NUMBER)
    *(gint64 *)place = value;
  else if (holds_int (table))
    *(int *)place = (int)value;
  else
    *(TjDate *)place = (TjDate)value;
  follow_up_change (self, field);
}

/**
 * tj_entity_get_text:
 *
 * Returns: (transfer none): the text of @field, "" when empty
 */
const char *
tj_entity_get_text (gpointer self, const TjField *field)
{
  const char *text = *(char **)place_of (self, field);

  return TJ_FIELD_READ_TEXT (text);
}

/**
 * tj_entity_get_number:
 *
 * Returns: the date, code or number of @field
 */
gint64
tj_entity_get_number (gpointer self, const TjField *field)
{
  gpointer place = place_of (self, field);

  if (field->kind == TJ_FIELD_NUMBER)
    return *(gint64 *)place;
  return holds_int (field) ? *(int *)place : (gint64) * (TjDate *)place;
}

/**
 * tj_entity_get_id:
 *
 * Returns: the row's id in the register, 0 before it has one
 */
gint64
tj_entity_get_id (gpointer self)
{
  g_return_val_if_fail (TJ_IS_ENTITY (self), 0);

  return ((TjEntityPrivate *)tj_entity_get_instance_private (self))->id;
}

/**
 * tj_entity_set_id:
 *
 * Says which row @self is. The store does so on insert.
 */
void
tj_entity_set_id (gpointer self, gint64 id)
{
  TjEntityPrivate *priv;

  g_return_if_fail (TJ_IS_ENTITY (self));

  priv = tj_entity_get_instance_private (self);
  if (priv->id == id)
    return;
  priv->id = id;
  g_object_notify_by_pspec (self, id_property);
}

/**
 * tj_entity_field_equal:
 *
 * Returns: whether two entities of one class agree in a field
 */
gboolean
tj_entity_field_equal (gpointer self, gpointer other, guint field)
{
  const TjField *table;

  g_return_val_if_fail (TJ_IS_ENTITY (self), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);

  table = &TJ_ENTITY_GET_CLASS (self)->fields[field];
  if (table->kind == TJ_FIELD_TEXT)
    return g_str_equal (tj_entity_get_text (self, table), tj_entity_get_text (other, table));
  return tj_entity_get_number (self, table) == tj_entity_get_number (other, table);
}

/**
 * tj_entity_equal:
 *
 * Returns: whether two entities of one class agree in id and every field
 */
gboolean
tj_entity_equal (gpointer self, gpointer other)
{
  g_return_val_if_fail (TJ_IS_ENTITY (self), FALSE);

  for (guint i = 0; i < TJ_ENTITY_GET_CLASS (self)->n_fields; i++)
    if (!tj_entity_field_equal (self, other, i))
      return FALSE;
  return tj_entity_get_id (self) == tj_entity_get_id (other);
}

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

static guint64
stamp_bytes (guint64 stamp, gconstpointer bytes, gsize n)
{
  const guint8 *place = bytes;

  for (gsize i = 0; i < n; i++)
    stamp = (stamp ^ place[i]) * FNV_PRIME;
  return stamp;
}

/* FNV-1a: to notice that somebody else wrote, not to withstand anybody. Never 0. */
static guint64
stamp_of (gpointer self)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (self);
  guint64 stamp = FNV_START;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TJ_FIELD_TEXT)
      {
        const char *text = tj_entity_get_text (self, &klass->fields[i]);

        stamp = stamp_bytes (stamp, text, strlen (text) + 1);
      }
    else
      {
        gint64 number = tj_entity_get_number (self, &klass->fields[i]);

        stamp = stamp_bytes (stamp, &number, sizeof number);
      }
  return MAX (stamp, 1);
}

/**
 * tj_entity_mark_stored:
 *
 * Says that @self is now as its row in the register. Copies remember it too.
 */
void
tj_entity_mark_stored (gpointer self)
{
  g_return_if_fail (TJ_IS_ENTITY (self));

  ((TjEntityPrivate *)tj_entity_get_instance_private (self))->stamp = stamp_of (self);
}

/**
 * tj_entity_is_marked:
 *
 * Returns: whether it is known what the row was when @self was read
 */
gboolean
tj_entity_is_marked (gpointer self)
{
  g_return_val_if_fail (TJ_IS_ENTITY (self), FALSE);

  return ((TjEntityPrivate *)tj_entity_get_instance_private (self))->stamp != 0;
}

/**
 * tj_entity_is_stale:
 * @row: what the register holds
 *
 * Returns: whether the row has been changed since @self was read from it
 */
gboolean
tj_entity_is_stale (gpointer self, gpointer row)
{
  TjEntityPrivate *priv;

  g_return_val_if_fail (TJ_IS_ENTITY (self) && TJ_IS_ENTITY (row), FALSE);

  priv = tj_entity_get_instance_private (self);
  return priv->stamp != 0 && priv->stamp != stamp_of (row);
}

/**
 * tj_entity_copy:
 *
 * Returns: (transfer full): a new entity with the same id and fields, for a form to edit
 */
gpointer
tj_entity_copy (gpointer self)
{
  TjEntityClass *klass;
  TjEntity *copy;

  g_return_val_if_fail (TJ_IS_ENTITY (self), NULL);

  klass = TJ_ENTITY_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  tj_entity_set_id (copy, tj_entity_get_id (self));
  ((TjEntityPrivate *)tj_entity_get_instance_private (copy))->stamp
      = ((TjEntityPrivate *)tj_entity_get_instance_private (self))->stamp;
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TJ_FIELD_TEXT)
      tj_entity_set_text (copy, i, tj_entity_get_text (self, &klass->fields[i]));
    else
      tj_entity_set_number (copy, i, tj_entity_get_number (self, &klass->fields[i]));
  return copy;
}

#pragma once

#include <glib-object.h>

#include "tj-codes.h"
#include "tj-date.h"
#include "tj-types.h"

G_BEGIN_DECLS

#define TJ_TYPE_ENTITY (tj_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjEntity, tj_entity, TJ, ENTITY, GObject)

/* The kinds of field an entity is made of, and the property each becomes:
 * text: string, never NULL; date: guint, a TjDate, 0 when none; code: int of tj-codes.h;
 * optional code: the same, -1 when none; number: gint64, 0 when none. */
typedef enum
{
  TJ_FIELD_TEXT,
  TJ_FIELD_DATE,
  TJ_FIELD_CODE,
  TJ_FIELD_OPTIONAL_CODE,
  TJ_FIELD_NUMBER,
} TjFieldKind;

/* One line of an entity's table: property name, kind, place in the instance, code list. */
typedef struct
{
  const char *name;
  TjFieldKind kind;
  gsize offset;
  const TjCodeList *codes;
} TjField;

struct _TjEntityClass
{
  GObjectClass parent_class;
  const TjField *fields;
  guint n_fields;
  GParamSpec **properties;

  /* A field got a new value: the place to follow up derived values. */
  void (*field_changed) (TjEntity *self, guint field);
};

/* `self` is any entity. */
gint64 tj_entity_get_id (gpointer self);
void tj_entity_set_id (gpointer self, gint64 id);
void tj_entity_set_text (TjEntity *self, guint field, const char *value);
void tj_entity_set_number (TjEntity *self, guint field, gint64 value);
const char *tj_entity_get_text (gpointer self, const TjField *field);
gint64 tj_entity_get_number (gpointer self, const TjField *field);
gpointer tj_entity_copy (gpointer self);
void tj_entity_mark_stored (gpointer self);
gboolean tj_entity_is_marked (gpointer self);
gboolean tj_entity_is_stale (gpointer self, gpointer row);
gboolean tj_entity_equal (gpointer self, gpointer other);
gboolean tj_entity_field_equal (gpointer self, gpointer other, guint field);

G_END_DECLS

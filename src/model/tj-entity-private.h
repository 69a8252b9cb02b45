#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

/* An entity states its fields once, as a list macro that takes a macro,
 *
 *   #define FIELDS(FIELD) FIELD (TEXT, given_name, "given-name", NULL) …
 *
 * with Self and PREFIX for its type and its functions' prefix. What follows makes of the list
 * the members, the indices, the table, and the accessors that the header declares. */

#define TJ_FIELD_TYPE_TEXT const char *
#define TJ_FIELD_TYPE_DATE TjDate
#define TJ_FIELD_TYPE_CODE int
#define TJ_FIELD_TYPE_OPTIONAL_CODE int
#define TJ_FIELD_TYPE_NUMBER gint64

/* Empty text is kept as NULL inside and read as "". */
#define TJ_FIELD_READ_TEXT(value) ((value) != NULL ? (value) : "")
#define TJ_FIELD_READ_DATE(value) (value)
#define TJ_FIELD_READ_CODE(value) (value)
#define TJ_FIELD_READ_OPTIONAL_CODE(value) (value)
#define TJ_FIELD_READ_NUMBER(value) (value)

#define TJ_FIELD_WRITE_TEXT tj_entity_set_text
#define TJ_FIELD_WRITE_DATE tj_entity_set_number
#define TJ_FIELD_WRITE_CODE tj_entity_set_number
#define TJ_FIELD_WRITE_OPTIONAL_CODE tj_entity_set_number
#define TJ_FIELD_WRITE_NUMBER tj_entity_set_number

#define TJ_FIELD_MEMBER(kind, member, property, codes) TJ_FIELD_TYPE_##kind member;
#define TJ_FIELD_INDEX(kind, member, property, codes) FIELD_##member,
#define TJ_FIELD_ROW(kind, member, property, codes)                                                \
  { property, TJ_FIELD_##kind, G_STRUCT_OFFSET (Self, member), codes },
#define TJ_FIELD_ACCESSORS(kind, member, property, codes)                                          \
  TJ_FIELD_ACCESSORS_EXPANDED (Self, PREFIX, kind, member)
/* Once more through a macro: PREFIX is not expanded beside a ##. */
#define TJ_FIELD_ACCESSORS_EXPANDED(Type, prefix, kind, member)                                    \
  TJ_FIELD_ACCESSORS_OF (Type, prefix, kind, member)

#define TJ_FIELD_ACCESSORS_OF(Type, prefix, kind, member)                                          \
  TJ_FIELD_TYPE_##kind prefix##_get_##member (Type *self)                                          \
  {                                                                                                \
    g_return_val_if_fail (self != NULL, 0);                                                        \
    return TJ_FIELD_READ_##kind (self->member);                                                    \
  }                                                                                                \
  void prefix##_set_##member (Type *self, TJ_FIELD_TYPE_##kind value)                              \
  {                                                                                                \
    TJ_FIELD_WRITE_##kind ((TjEntity *)self, FIELD_##member, value);                               \
  }

/* The table, the index and the accessors of an entity whose list is FIELDS. */
#define TJ_DEFINE_FIELDS                                                                           \
  enum                                                                                             \
  {                                                                                                \
    FIELDS (TJ_FIELD_INDEX) N_FIELDS                                                               \
  };                                                                                               \
  static const TjField fields[N_FIELDS] = { FIELDS (TJ_FIELD_ROW) };                               \
  FIELDS (TJ_FIELD_ACCESSORS)

void tj_entity_class_install_fields (TjEntityClass *klass, const TjField *fields, guint n_fields);
void tj_entity_init_fields (TjEntity *self);

G_END_DECLS

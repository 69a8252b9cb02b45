/* A letter as sent, without its pages: those stay in the store until asked for. */

#include "config.h"

#include "tj-letter.h"

#include "tj-entity-private.h"

#define Self TjLetter
#define PREFIX tj_letter
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, date, "date", NULL)                                                                 \
  FIELD (TEXT, kind, "kind", NULL)                                                                 \
  FIELD (NUMBER, template_version, "template-version", NULL)                                       \
  FIELD (NUMBER, batch, "batch", NULL)

struct _TjLetter
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjLetter, tj_letter, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_letter_class_init (TjLetterClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_letter_init (TjLetter *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_letter_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjLetter *
tj_letter_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_LETTER, "youth-id", youth_id, NULL);
}

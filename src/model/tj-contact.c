/* A contact with a youth, or an attempt at one (block 2 of the documentation). */

#include "config.h"

#include "tj-contact.h"

#include "tj-entity-private.h"

#define Self TjContact
#define PREFIX tj_contact
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, date, "date", NULL)                                                                 \
  FIELD (CODE, channel, "channel", &tj_channels)                                                   \
  FIELD (CODE, direction, "direction", &tj_directions)                                             \
  FIELD (CODE, outcome, "outcome", &tj_outcomes)                                                   \
  FIELD (CODE, occupation, "occupation", &tj_occupations)                                          \
  FIELD (TEXT, note, "note", NULL)                                                                 \
  FIELD (NUMBER, letter_id, "letter-id", NULL)                                                     \
  FIELD (TEXT, letter_kind, "letter-kind", NULL)

struct _TjContact
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjContact, tj_contact, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_contact_class_init (TjContactClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_contact_init (TjContact *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_contact_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjContact *
tj_contact_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_CONTACT, "youth-id", youth_id, NULL);
}

/* What is known of a youth without contact. It is kept apart from contacts because SCB counts a
 * youth found through a register as not contacted. */

#include "config.h"

#include "tj-knowledge.h"

#include "tj-entity-private.h"

#define Self TjKnowledge
#define PREFIX tj_knowledge
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, date, "date", NULL)                                                                 \
  FIELD (CODE, source, "source", &tj_sources)                                                      \
  FIELD (CODE, occupation, "occupation", &tj_occupations)                                          \
  FIELD (DATE, valid_until, "valid-until", NULL)

struct _TjKnowledge
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjKnowledge, tj_knowledge, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_knowledge_class_init (TjKnowledgeClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_knowledge_init (TjKnowledge *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_knowledge_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjKnowledge *
tj_knowledge_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_KNOWLEDGE, "youth-id", youth_id, NULL);
}

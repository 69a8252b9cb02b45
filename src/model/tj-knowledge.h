#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_KNOWLEDGE (tj_knowledge_get_type ())
G_DECLARE_FINAL_TYPE (TjKnowledge, tj_knowledge, TJ, KNOWLEDGE, TjEntity)

/* What is known of a youth's occupation without contact, from whom, and until when it holds
 * (TJ_DATE_NONE: the routine's interval). */

TjKnowledge *tj_knowledge_new (gint64 youth_id);

gint64 tj_knowledge_get_youth_id (TjKnowledge *self);
TjDate tj_knowledge_get_date (TjKnowledge *self);
int tj_knowledge_get_source (TjKnowledge *self);
int tj_knowledge_get_occupation (TjKnowledge *self);
TjDate tj_knowledge_get_valid_until (TjKnowledge *self);

void tj_knowledge_set_youth_id (TjKnowledge *self, gint64 youth_id);
void tj_knowledge_set_date (TjKnowledge *self, TjDate date);
void tj_knowledge_set_source (TjKnowledge *self, int source);
void tj_knowledge_set_occupation (TjKnowledge *self, int occupation);
void tj_knowledge_set_valid_until (TjKnowledge *self, TjDate valid_until);

G_END_DECLS

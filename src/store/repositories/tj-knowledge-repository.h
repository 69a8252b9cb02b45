#pragma once

#include "tj-knowledge.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_knowledge_insert (TjChange *change, TjKnowledge *knowledge, GError **error);
gboolean tj_knowledge_update (TjChange *change, TjKnowledge *knowledge, GError **error);
TjKnowledge *tj_knowledge_load (TjStore *store, gint64 id, GError **error);
gboolean tj_knowledge_delete (TjChange *change, gint64 id, GError **error);
GPtrArray *tj_knowledge_list (TjStore *store, gint64 youth_id, GError **error);

G_END_DECLS

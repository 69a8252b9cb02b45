#pragma once

#include "tj-context.h"
#include "tj-knowledge.h"

G_BEGIN_DECLS

TjDate tj_knowledge_service_propose_valid_until (TjContext *context, TjKnowledge *knowledge);
gboolean tj_knowledge_service_check (TjContext *context, TjKnowledge *knowledge, GError **error);
gboolean tj_knowledge_service_log (TjContext *context, TjKnowledge *knowledge, GError **error);
gboolean tj_knowledge_service_change (TjContext *context, TjKnowledge *knowledge, GError **error);
gboolean tj_knowledge_service_remove (TjContext *context, gint64 id, GError **error);

G_END_DECLS

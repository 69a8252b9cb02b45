#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_KNOWLEDGE_FORM (tj_knowledge_form_get_type ())
G_DECLARE_FINAL_TYPE (TjKnowledgeForm, tj_knowledge_form, TJ, KNOWLEDGE_FORM, TjForm)

G_END_DECLS

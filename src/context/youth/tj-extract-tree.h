#pragma once

#include <json-glib/json-glib.h>

#include "tj-extract-sheet.h"

G_BEGIN_DECLS

/* The tree of a subject extract as the sections of its sheet. */
typedef struct _TjExtractTree TjExtractTree;

TjExtractTree *tj_extract_tree_new (JsonNode *root);
void tj_extract_tree_free (TjExtractTree *self);
const TjExtractSection *tj_extract_tree_get_sections (TjExtractTree *self, guint *n_sections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjExtractTree, tj_extract_tree_free)

G_END_DECLS

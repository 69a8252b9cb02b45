#pragma once

#include "tj-form-row.h"

G_BEGIN_DECLS

/* What the rows of a form hold: their names and texts. */
typedef GHashTable TjFormTexts;

TjFormTexts *tj_form_texts_new (GPtrArray *rows);
gboolean tj_form_texts_differ (TjFormTexts *self, TjFormRow *row);
char *tj_form_texts_write (TjFormTexts *base, TjFormTexts *now);
gboolean tj_form_texts_read (const char *draft, TjFormTexts **base, TjFormTexts **now);
char *tj_form_texts_merge (GPtrArray *rows, TjFormTexts *base, TjFormTexts *mine);

G_END_DECLS

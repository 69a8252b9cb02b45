#pragma once

#include <glib-object.h>

#include "tj-letter-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTER_ITEM (tj_letter_item_get_type ())
G_DECLARE_FINAL_TYPE (TjLetterItem, tj_letter_item, TJ, LETTER_ITEM, GObject)

TjLetterItem *tj_letter_item_new (TjLetterDraft *draft, TjDate today);
TjLetterItem *tj_letter_item_new_heading (const char *text);
TjLetterDraft *tj_letter_item_get_draft (TjLetterItem *self);
gboolean tj_letter_item_get_chosen (TjLetterItem *self);
void tj_letter_item_set_chosen (TjLetterItem *self, gboolean chosen);

G_END_DECLS

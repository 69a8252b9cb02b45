#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTER (tj_letter_get_type ())
G_DECLARE_FINAL_TYPE (TjLetter, tj_letter, TJ, LETTER, TjEntity)

/* A letter as sent. batch is the id of the first letter printed together with it. The PDF itself
 * stays in the store until asked for: tj_letters_dup_pdf (). */

TjLetter *tj_letter_new (gint64 youth_id);

gint64 tj_letter_get_youth_id (TjLetter *self);
TjDate tj_letter_get_date (TjLetter *self);
const char *tj_letter_get_kind (TjLetter *self);
gint64 tj_letter_get_template_version (TjLetter *self);
gint64 tj_letter_get_batch (TjLetter *self);

void tj_letter_set_youth_id (TjLetter *self, gint64 youth_id);
void tj_letter_set_date (TjLetter *self, TjDate date);
void tj_letter_set_kind (TjLetter *self, const char *kind);
void tj_letter_set_template_version (TjLetter *self, gint64 template_version);
void tj_letter_set_batch (TjLetter *self, gint64 batch);

G_END_DECLS

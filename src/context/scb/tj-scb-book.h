#pragma once

#include "tj-context.h"
#include "tj-scb-layout.h"
#include "tj-scb-record.h"

G_BEGIN_DECLS

/* A half-year as the register has it: every registration that has a day in it, with its contacts
 * and measures, in the order of personal numbers. */
typedef struct _TjScbBook TjScbBook;

TjScbBook *
tj_scb_book_load (TjContext *context, TjHalfYear half, const TjScbLayout *layout, GError **error);
void tj_scb_book_free (TjScbBook *self);
const TjScbRecord *tj_scb_book_get_records (const TjScbBook *self, guint *n_records);
gboolean tj_scb_book_is_protected (const TjScbBook *self, gint64 youth_id);
gint64 tj_scb_book_find_youth (const TjScbBook *self, const char *personal_number);
gboolean tj_scb_book_has_youth (const TjScbBook *self, gint64 youth_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjScbBook, tj_scb_book_free)

G_END_DECLS

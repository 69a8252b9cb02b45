#pragma once

#include "tj-people.h"
#include "tj-types.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_ITEM (tj_youth_item_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthItem, tj_youth_item, TJ, YOUTH_ITEM, GObject)

TjYouthItem *tj_youth_item_new (TjPeople *people, TjAgendaList *list, guint position);
gint64 tj_youth_item_get_id (TjYouthItem *self);
const TjAgendaRow *tj_youth_item_get_row (TjYouthItem *self);
TjDate tj_youth_item_get_today (TjYouthItem *self);
gboolean tj_youth_item_is_protected (TjYouthItem *self);
TjYouth *tj_youth_item_get_youth (TjYouthItem *self);
TjRegistration *tj_youth_item_get_registration (TjYouthItem *self);

char *tj_youth_row_dup_name (const TjAgendaRow *row);
char *tj_youth_row_dup_next (const TjAgendaRow *row, TjDate today);
gboolean tj_youth_row_is_overdue (const TjAgendaRow *row);

G_END_DECLS

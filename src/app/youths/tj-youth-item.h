#pragma once

#include <glib-object.h>

#include "tj-agenda.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_ITEM (tj_youth_item_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthItem, tj_youth_item, TJ, YOUTH_ITEM, GObject)

TjYouthItem *tj_youth_item_new (TjAgendaList *list, gsize position, TjDate today);
gint64 tj_youth_item_get_id (TjYouthItem *self);
const TjAgendaRow *tj_youth_item_get_row (TjYouthItem *self);

char *tj_youth_row_dup_name (const TjAgendaRow *row);
char *tj_youth_row_dup_next (const TjAgendaRow *row, TjDate today);

G_END_DECLS

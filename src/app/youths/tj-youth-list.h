#pragma once

#include <gio/gio.h>

#include "tj-agenda.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_LIST (tj_youth_list_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthList, tj_youth_list, TJ, YOUTH_LIST, GObject)

/* Whether a row belongs on the list at all, apart from what is searched for. */
typedef gboolean (*TjYouthRowFunc) (const TjAgendaRow *row, gpointer user_data);

TjYouthList *tj_youth_list_new (void);
void tj_youth_list_set_rows (TjYouthList *self, TjAgendaList *rows, TjDate today);
void tj_youth_list_set_only (TjYouthList *self,
                             TjYouthRowFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);
void tj_youth_list_set_search (TjYouthList *self, const char *text);
guint tj_youth_list_find (TjYouthList *self, gint64 youth_id);

G_END_DECLS

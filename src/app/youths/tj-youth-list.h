#pragma once

#include "tj-people.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_LIST (tj_youth_list_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthList, tj_youth_list, TJ, YOUTH_LIST, GObject)

/* Whether a row belongs on the list at all, apart from what is searched for. */
typedef gboolean (*TjYouthRowFunc) (TjPeople *people, guint position, gpointer user_data);

/* Orders two rows of people who are not protected. */
typedef int (*TjYouthCompareFunc) (const TjAgendaRow *a, const TjAgendaRow *b);

TjYouthList *tj_youth_list_new (TjPeople *people);
gboolean tj_youth_list_reload (TjYouthList *self, GError **error);
void tj_youth_list_set_only (TjYouthList *self,
                             TjYouthRowFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);
void tj_youth_list_set_order (TjYouthList *self, TjYouthCompareFunc compare, gboolean descending);
void tj_youth_list_set_search (TjYouthList *self, const char *text);
guint tj_youth_list_find (TjYouthList *self, gint64 youth_id);
const TjAgendaRow *tj_youth_list_get_row (TjYouthList *self, guint i);

G_END_DECLS

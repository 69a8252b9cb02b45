#pragma once

#include "tj-store.h"
#include "tj-youth.h"

G_BEGIN_DECLS

gint64 tj_youths_insert (TjChange *change, TjYouth *youth, GError **error);
gboolean tj_youths_update (TjChange *change, TjYouth *youth, GError **error);
TjYouth *tj_youths_load (TjStore *store, gint64 id, GError **error);
gint64 tj_youths_find (TjStore *store, const char *personal_number, GError **error);
GStrv tj_youths_list_earlier_numbers (TjStore *store, gint64 id, GError **error);

/* Every youth, in the order of their numbers: what an import compares with. */
typedef gboolean (*TjYouthFunc) (TjYouth *youth, gpointer user_data);
gboolean tj_youths_foreach (TjStore *store, TjYouthFunc func, gpointer user_data, GError **error);

typedef gboolean (*TjEarlierNumberFunc) (const char *personal_number,
                                         gint64 youth_id,
                                         gpointer user_data);
gboolean tj_youths_foreach_earlier_number (TjStore *store,
                                           TjEarlierNumberFunc func,
                                           gpointer user_data,
                                           GError **error);

G_END_DECLS

#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* `youth_id` had the number before that `other_id` has now. */
typedef void (*TjSharedNumberFunc) (gint64 youth_id, gint64 other_id, gpointer user_data);

gboolean tj_shared_numbers_foreach (TjStore *store,
                                    TjSharedNumberFunc func,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS

#pragma once

#include "tj-statistics-input.h"
#include "tj-store.h"

G_BEGIN_DECLS

TjStatisticsInput *tj_statistics_read (TjStore *store, GError **error);
gboolean tj_statistics_count_residents (TjStore *store,
                                        int first_year,
                                        int last_year,
                                        TjDate day,
                                        guint *n_residents,
                                        GError **error);

G_END_DECLS

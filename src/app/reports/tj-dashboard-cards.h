#pragma once

#include <adwaita.h>

#include "tj-figure-grid.h"
#include "tj-statistics.h"

G_BEGIN_DECLS

void tj_dashboard_cards_fill (GtkBox *box,
                              const TjStatistics *statistics,
                              const char *section,
                              gboolean opens_lists,
                              GCallback on_opened,
                              gpointer page);

G_END_DECLS

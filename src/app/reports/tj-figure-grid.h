#pragma once

#include <adwaita.h>

#include "tj-figure-table.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIGURE_GRID (tj_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (TjFigureGrid, tj_figure_grid, TJ, FIGURE_GRID, AdwBin)

/* Signals: "opened" (guint quantity, const char *what) when a number was chosen. */

GtkWidget *tj_figure_grid_new (const TjFigureTable *table, gboolean opens_lists);
char *tj_figure_grid_dup_text (const TjFigureTable *table);

G_END_DECLS

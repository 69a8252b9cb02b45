#pragma once

#include <gtk/gtk.h>

#include "tj-youth-item.h"
#include "tj-youth-list.h"

G_BEGIN_DECLS

/* A column that the list of youths can have. `compare` is NULL when one cannot order by it. */
typedef struct
{
  const char *id;
  const char *title;
  int width;
  gboolean is_number;
  gboolean expands;
  gboolean is_usual; /* shown until the user chooses otherwise */
  char *(*dup_text) (TjYouthItem *item);
  char *(*dup_tooltip) (TjYouthItem *item);
  TjYouthCompareFunc compare;
} TjYouthColumn;

extern const TjYouthColumn tj_youth_columns[];
extern const gsize tj_n_youth_columns;

const TjYouthColumn *tj_youth_column_find (const char *id);
const TjYouthColumn *tj_youth_column_of (GtkColumnViewColumn *column);
void tj_youth_columns_show (GtkColumnView *view, const TjYouthColumn *column, guint position);
guint tj_youth_columns_find_shown (GtkColumnView *view, const TjYouthColumn *column);
const TjYouthColumn *tj_youth_columns_get_order (GtkColumnView *view, gboolean *descending);

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_SCB_LIST (tj_scb_list_get_type ())
G_DECLARE_FINAL_TYPE (TjScbList, tj_scb_list, TJ, SCB_LIST, AdwBin)

/* The row at a place, made when it is to be seen. */
typedef GtkWidget *(*TjScbListMake) (guint place, gpointer user_data);

void tj_scb_list_show (TjScbList *self,
                       const char *title,
                       guint n_rows,
                       TjScbListMake make,
                       gpointer user_data);

G_END_DECLS

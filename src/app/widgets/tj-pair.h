#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_PAIR (tj_pair_get_type ())
G_DECLARE_FINAL_TYPE (TjPair, tj_pair, TJ, PAIR, GtkWidget)

G_END_DECLS

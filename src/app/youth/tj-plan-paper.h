#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tj_plan_paper_show (GtkWidget *widget, gint64 youth_id, guint version);

G_END_DECLS

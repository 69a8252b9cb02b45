#pragma once

#include "tj-people.h"
#include "tj-sidebar.h"

G_BEGIN_DECLS

void tj_sidebar_lines_build (TjSidebar *sidebar);
gboolean tj_sidebar_lines_count (TjSidebar *sidebar, TjContext *context, GError **error);
void tj_sidebar_lines_show_filters (TjSidebar *sidebar, TjContext *context, TjPeople *people);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_visit_order_key (const char *locality, const char *street);

G_END_DECLS

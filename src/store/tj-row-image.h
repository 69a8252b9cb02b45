#pragma once

#include "tj-statement.h"

G_BEGIN_DECLS

GBytes *tj_row_image_take (TjStatement *row);
gboolean tj_row_image_bind (GBytes *image, TjStatement *statement, GError **error);

G_END_DECLS

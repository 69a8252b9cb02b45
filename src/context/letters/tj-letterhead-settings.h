#pragma once

#include "tj-context.h"
#include "tj-letterhead.h"

G_BEGIN_DECLS

TjLetterhead *tj_letterhead_settings_load (TjContext *context, GError **error);
gboolean tj_letterhead_settings_save (TjContext *context, const TjLetterhead *letterhead, GError **error);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-context.h"
#include "tj-youth.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_HEADER (tj_youth_header_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthHeader, tj_youth_header, TJ, YOUTH_HEADER, AdwBin)

gboolean tj_youth_header_show (TjYouthHeader *self,
                               TjContext *context,
                               TjYouth *youth,
                               gboolean masked,
                               GError **error);

G_END_DECLS

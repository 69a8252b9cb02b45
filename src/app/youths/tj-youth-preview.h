#pragma once

#include <adwaita.h>

#include "tj-agenda.h"
#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_PREVIEW (tj_youth_preview_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthPreview, tj_youth_preview, TJ, YOUTH_PREVIEW, AdwBin)

void tj_youth_preview_show (TjYouthPreview *self, TjContext *context, const TjAgendaRow *row);
void tj_youth_preview_show_number (TjYouthPreview *self, guint n);

G_END_DECLS

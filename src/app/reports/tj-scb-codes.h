#pragma once

#include <adwaita.h>

#include "tj-scb-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCB_CODES (tj_scb_codes_get_type ())
G_DECLARE_FINAL_TYPE (TjScbCodes, tj_scb_codes, TJ, SCB_CODES, AdwBin)

void tj_scb_codes_show (TjScbCodes *self, TjContext *context, const TjScbReport *report);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_PRICE_PAGE (tj_price_page_get_type ())
G_DECLARE_FINAL_TYPE (TjPricePage, tj_price_page, TJ, PRICE_PAGE, AdwPreferencesPage)

void tj_price_page_begin (TjPricePage *self, TjContext *context);

G_END_DECLS

#pragma once

#include "tj-form.h"
#include "tj-price-line.h"

G_BEGIN_DECLS

#define TJ_TYPE_PRICE_FORM (tj_price_form_get_type ())
G_DECLARE_FINAL_TYPE (TjPriceForm, tj_price_form, TJ, PRICE_FORM, TjForm)

void tj_price_form_show (TjPriceForm *self, TjContext *context, TjPriceLine *price);

G_END_DECLS

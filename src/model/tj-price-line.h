#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_PRICE_LINE (tj_price_line_get_type ())
G_DECLARE_FINAL_TYPE (TjPriceLine, tj_price_line, TJ, PRICE_LINE, TjEntity)

/* What src/core calls a TjPrice, with where it comes from; year-ore is in öre. Empty texts and dates
 * without a day mean any. */

TjPriceLine *tj_price_line_new (void);

const char *tj_price_line_get_programme (TjPriceLine *self);
const char *tj_price_line_get_orientation (TjPriceLine *self);
const char *tj_price_line_get_organiser (TjPriceLine *self);
TjDate tj_price_line_get_valid_from (TjPriceLine *self);
TjDate tj_price_line_get_valid_to (TjPriceLine *self);
TjDate tj_price_line_get_begun_from (TjPriceLine *self);
TjDate tj_price_line_get_begun_to (TjPriceLine *self);
gint64 tj_price_line_get_year_ore (TjPriceLine *self);
const char *tj_price_line_get_origin (TjPriceLine *self);

void tj_price_line_set_programme (TjPriceLine *self, const char *programme);
void tj_price_line_set_orientation (TjPriceLine *self, const char *orientation);
void tj_price_line_set_organiser (TjPriceLine *self, const char *organiser);
void tj_price_line_set_valid_from (TjPriceLine *self, TjDate valid_from);
void tj_price_line_set_valid_to (TjPriceLine *self, TjDate valid_to);
void tj_price_line_set_begun_from (TjPriceLine *self, TjDate begun_from);
void tj_price_line_set_begun_to (TjPriceLine *self, TjDate begun_to);
void tj_price_line_set_year_ore (TjPriceLine *self, gint64 year_ore);
void tj_price_line_set_origin (TjPriceLine *self, const char *origin);

G_END_DECLS

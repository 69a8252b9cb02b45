#pragma once

#include "tj-typesetter.h"

G_BEGIN_DECLS

/* The window of a C5 or E65 envelope to the right, in millimetres of an A4 sheet: what is always
 * seen, and what may be seen as the sheet moves in the envelope. */
#define TJ_WINDOW_SURE_LEFT 109.0
#define TJ_WINDOW_SURE_RIGHT 195.0
#define TJ_WINDOW_SURE_TOP 44.0
#define TJ_WINDOW_SURE_BOTTOM 65.5
#define TJ_WINDOW_LEFT 90.0
#define TJ_WINDOW_RIGHT 214.0
#define TJ_WINDOW_TOP 30.0
#define TJ_WINDOW_BOTTOM 79.0

/* Where the address begins. */
#define TJ_ADDRESS_LEFT 112.0
#define TJ_ADDRESS_TOP 46.0

const TjSetText *
tj_address_block_set (TjTypesetter *typesetter, const char *const *lines, double dx);

G_END_DECLS

#pragma once

#include "tj-letter-sheet.h"
#include "tj-letter-template.h"

G_BEGIN_DECLS

void tj_letter_body_draw (const TjLetterSheet *sheet, const GArray *blocks);

G_END_DECLS

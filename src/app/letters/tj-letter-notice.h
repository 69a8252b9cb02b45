#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTER_NOTICE (tj_letter_notice_get_type ())
G_DECLARE_FINAL_TYPE (TjLetterNotice, tj_letter_notice, TJ, LETTER_NOTICE, AdwBin)

void tj_letter_notice_update (TjLetterNotice *self, TjContext *context);

G_END_DECLS

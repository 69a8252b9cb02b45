#pragma once

#include "tj-letter.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_letters_insert (TjChange *change, TjLetter *letter, GBytes *pdf, GError **error);
GPtrArray *tj_letters_list (TjStore *store, gint64 youth_id, GError **error);
GBytes *tj_letters_dup_pdf (TjStore *store, gint64 id, GError **error);

G_END_DECLS

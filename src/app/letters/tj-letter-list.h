#pragma once

#include <gio/gio.h>

#include "tj-letter-item.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTER_LIST (tj_letter_list_get_type ())
G_DECLARE_FINAL_TYPE (TjLetterList, tj_letter_list, TJ, LETTER_LIST, GObject)

/* Signals: "chosen-changed" when a tick was set or taken. */

TjLetterList *tj_letter_list_new (void);
gboolean tj_letter_list_load (TjLetterList *self, TjContext *context, GError **error);
gboolean tj_letter_list_load_for (TjLetterList *self,
                                  TjContext *context,
                                  const char *kind,
                                  GArray *youth_ids,
                                  GError **error);
guint tj_letter_list_choose_only (TjLetterList *self, GArray *youth_ids);
GPtrArray *tj_letter_list_dup_chosen (TjLetterList *self);
guint tj_letter_list_count_letters (TjLetterList *self);
void tj_letter_list_choose_all (TjLetterList *self, gboolean chosen);

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_LINE_LIST (tj_line_list_get_type ())
G_DECLARE_FINAL_TYPE (TjLineList, tj_line_list, TJ, LINE_LIST, AdwBin)

/* Signals: "chosen" with the text that a line was added with. */
void tj_line_list_begin (TjLineList *self, const char *title, const char *description);
void tj_line_list_add (TjLineList *self,
                       const char *title,
                       const char *text,
                       const char *key,
                       const char *button);

G_END_DECLS

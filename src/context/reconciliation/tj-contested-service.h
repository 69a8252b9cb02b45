#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* An organiser with lines that the meeting of a month contests. */
typedef struct
{
  char *organiser;
  guint n_lines;
  gint64 amount_ore;
} TjContested;

void tj_contested_free (TjContested *contested);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjContested, tj_contested_free)

GPtrArray *tj_contested_service_list (TjContext *context, TjDate month, GError **error);
GBytes *
tj_contested_service_draw (TjContext *context, TjDate month, const char *organiser, GError **error);
GBytes *tj_contested_service_write_workbook (TjContext *context,
                                             TjDate month,
                                             const char *organiser,
                                             GError **error);

G_END_DECLS

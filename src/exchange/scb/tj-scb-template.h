#pragma once

#include "tj-scb-layout.h"

G_BEGIN_DECLS

/* A layout made of the header of SCB's own template. */
typedef struct
{
  TjScbLayout *layout;
  guint header_row;   /* as a spreadsheet counts */
  GPtrArray *unknown; /* names of columns that nobody knows; borrowed from the layout */
} TjScbTemplate;

TjScbTemplate *tj_scb_template_read (GBytes *bytes,
                                     const char *name,
                                     TjHalfYear valid_from,
                                     const TjScbLayout *former,
                                     GError **error);
void tj_scb_template_free (TjScbTemplate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjScbTemplate, tj_scb_template_free)

G_END_DECLS

#pragma once

#include "tj-import-source.h"
#include "tj-import-table.h"

G_BEGIN_DECLS

/* How far down a header may stand. */
#define TJ_HEADER_ROWS 25

/* The headings that a source knows, ready for looking up. */
typedef struct _TjHeadings TjHeadings;

/* What a heading stands for, and how much it is preferred: rank 0 is the best. */
typedef struct
{
  guint field;
  guint rank;
} TjHeadingMeaning;

TjHeadings *tj_headings_new (const TjImportSource *source);
void tj_headings_free (TjHeadings *self);
const TjHeadingMeaning *tj_headings_find (const TjHeadings *self, TjCell cell);
guint tj_headings_find_header (const TjHeadings *self, const TjImportTable *table);

char *tj_heading_fold (const char *heading, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjHeadings, tj_headings_free)

G_END_DECLS

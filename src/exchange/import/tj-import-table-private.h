#pragma once

#include "tj-import-table.h"

G_BEGIN_DECLS

/* How a table keeps its cells; for the readers that fill one. */

/* Set in a stored length when the cell lies among the copies and not in the text. */
#define TJ_PLACE_IN_COPIES (1u << 31)

/* Where a cell lies; all zeros is an empty one. */
typedef struct
{
  guint32 offset;
  guint32 length;
} TjPlace;

typedef struct
{
  guint32 first;
  guint32 number;
} TjTableRow;

struct _TjTable
{
  grefcount ref_count;
  GBytes *text;
  const char *start;
  GByteArray *copies;
  GArray *places;
  GArray *rows;
  TjTextInfo info;
  char delimiter;
  char **sheets;
  guint sheet;
  guint n_hidden;
  GCancellable *cancellable; /* while it is read */
  gboolean is_full;          /* more cells than a list may have */
};

TjImportTable *tj_import_table_new (GBytes *text);
TjPlace tj_import_table_keep (TjImportTable *self, const char *text, gsize length);
void
tj_import_table_add_row (TjImportTable *self, guint number, const TjPlace *places, guint n_places);

G_END_DECLS

#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* One kind of data that is held, as a table: rows are string arrays with a text a column. `purpose`
 * says why it is held. A section without rows says that nothing is held. */
typedef struct
{
  const char *title;
  const char *purpose;
  const char *const *columns;
  guint n_columns;
  const char *const *const *rows;
  guint n_rows;
} TjExtractSection;

/* All that is held about one person. Borrowed for the call. */
typedef struct
{
  const char *name;
  const char *personal_number; /* as people write it */
  const char *reference;
  const char *contact; /* whom to ask, and how to reach them */
  const TjExtractSection *sections;
  guint n_sections;
} TjExtractSheet;

GBytes *
tj_extract_sheet_draw (const TjExtractSheet *extract, const TjSheetHead *head, GError **error);

G_END_DECLS

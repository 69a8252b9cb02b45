#pragma once

#include "tj-scb-code.h"
#include "tj-scb-layout.h"
#include "tj-scb-record.h"

G_BEGIN_DECLS

/* One row of the file: a registration with the contact and the measure that stand in it. */
typedef struct
{
  const TjScbRecord *record;
  const TjScbContact *contact; /* NULL for none */
  const TjScbMeasure *measure; /* NULL for none */
} TjScbRow;

/* A word that is in use and that nobody has given SCB's code of. */
typedef struct
{
  char *list;
  char *word;
  char *label;
  char *columns; /* that show it, with commas */
  guint rows;
} TjScbMissingCode;

/* Rows as a layout writes them. */
typedef struct _TjScbRows TjScbRows;

TjScbRows *tj_scb_rows_new (const TjScbLayout *layout,
                            TjHalfYear half,
                            const char *municipality,
                            const TjScbRecord *records,
                            guint n_records);
void tj_scb_rows_free (TjScbRows *self);
guint tj_scb_rows_count (const TjScbRows *self);
const TjScbRow *tj_scb_rows_get (const TjScbRows *self, guint row);
const TjScbLayout *tj_scb_rows_get_layout (const TjScbRows *self);
const char *tj_scb_rows_get_cell (const TjScbRows *self,
                                  guint row,
                                  guint column,
                                  char buffer[TJ_SCB_CELL_BUFFER]);
TjDate tj_scb_rows_get_date (const TjScbRows *self, guint row, guint column);
gboolean tj_scb_rows_is_spreadsheet_date (const TjScbRows *self, guint column);
GPtrArray *tj_scb_rows_list_missing_codes (const TjScbRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjScbRows, tj_scb_rows_free)

G_END_DECLS

#pragma once

#include "tj-exchange-error.h"

G_BEGIN_DECLS

/* The limits of a file from outside: over them it is refused. */
#define TJ_IMPORT_MAX_ROWS 1000000
#define TJ_IMPORT_MAX_BYTES ((gsize)250 * 1024 * 1024)
#define TJ_IMPORT_MAX_CELL 32767
#define TJ_IMPORT_MAX_COLUMNS 16384
#define TJ_IMPORT_MAX_CELLS 50000000

/* A cell as it stands in the file, without the quotes around it. Not NUL-terminated. */
typedef struct
{
  const char *text;
  guint32 length;
  gboolean is_copy; /* `text` lies outside the parsed text and lives until the row's end */
} TjCell;

/* Called for each row that is not blank. `row` counts every row of the file from 1, as a
 * spreadsheet numbers them. Return FALSE to stop. */
typedef gboolean (*TjCsvRowFunc) (guint row, const TjCell *cells, guint n_cells, gpointer data);

gboolean tj_csv_parse (const char *text,
                       gsize length,
                       char delimiter,
                       TjCsvRowFunc func,
                       gpointer data,
                       GError **error);
char tj_csv_detect_delimiter (const char *text, gsize length);

G_END_DECLS

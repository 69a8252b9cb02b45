#pragma once

#include "tj-codes.h"
#include "tj-csv-reader.h"
#include "tj-import-reason.h"
#include "tj-personal-number.h"

G_BEGIN_DECLS

/* What a cell is to be understood as. */
typedef enum
{
  TJ_CELL_TEXT,
  TJ_CELL_NUMBER,
  TJ_CELL_DATE,
  TJ_CELL_NAME,  /* one part of a name */
  TJ_CELL_NAMES, /* given name, then family name; or the reverse with a comma */
  TJ_CELL_NAMES_FAMILY_FIRST,
  TJ_CELL_PHONE,
  TJ_CELL_EMAIL,
  TJ_CELL_POSTAL_CODE,
  TJ_CELL_PROTECTION,
  TJ_CELL_BACKGROUND,
} TjCellKind;

/* A cell understood. `text` is its cleaned text, "" when there is none, never NULL; for names it
 * is the given name and `family` the rest. `error` is set when it could not be understood. */
typedef struct
{
  const char *text;
  const char *family;
  union
  {
    TjPersonalNumber number;
    TjDate date;
    int code;
  };
  TjImportReason error;
  TjImportReason warning;
} TjImportValue;

/* Room for the texts of one row, used again for the next. */
typedef struct
{
  char *start;
  char *end;
  gsize size;
} TjTextRoom;

void tj_text_room_reserve (TjTextRoom *room, gsize size);
gsize tj_text_room_size_for (gsize length);
void tj_text_room_clear (TjTextRoom *room);

void tj_import_value_read (TjImportValue *value,
                           TjCellKind kind,
                           const TjCell *cell,
                           TjDate today,
                           TjTextRoom *room);
void tj_import_number_read (TjImportValue *value, TjDate today);
void tj_import_date_read (TjImportValue *value);

G_END_DECLS

/* Feeds anything that is valid UTF-8 to the reading of cells as each kind there is. The first byte
 * chooses the kind, B for the first. Texts must end within their room. */

#include "config.h"

#include "tj-import-value.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define N_KINDS (TJ_CELL_BACKGROUND + 1)

static void
check_value (const TjImportValue *value, TjCellKind kind)
{
  g_assert_true (g_utf8_validate (value->text, -1, NULL));
  g_assert_true (g_utf8_validate (value->family, -1, NULL));
  if (kind == TJ_CELL_NUMBER && value->error == TJ_REASON_NONE && value->text[0] != '\0')
    g_assert_cmpuint (strlen (value->number.text), ==, 12);
  if (kind == TJ_CELL_DATE && value->error == TJ_REASON_NONE && value->text[0] != '\0')
    g_assert_cmpuint (value->date, !=, TJ_DATE_NONE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  TjTextRoom room = { 0 };
  TjImportValue value;
  TjCell cell;

  if (size < 1 || !g_utf8_validate_len ((const char *)data + 1, size - 1, NULL))
    return 0;
  cell = (TjCell){ .text = (const char *)data + 1, .length = size - 1 };
  tj_text_room_reserve (&room, tj_text_room_size_for (cell.length));
  tj_import_value_read (&value, data[0] % N_KINDS, &cell, tj_date_new (2026, 11, 18), &room);
  check_value (&value, data[0] % N_KINDS);
  g_assert_cmpuint (room.end - room.start, <=, room.size);
  tj_text_room_clear (&room);
  return 0;
}

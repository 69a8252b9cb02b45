#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

/* How a date and a personal number are written, as a layout says. */

/* The letters that either takes at most, with the final NUL. */
#define TJ_SCB_CELL_BUFFER 32

/* The format of a date that is a date to a spreadsheet, too. */
#define TJ_SCB_SPREADSHEET_DATE "spreadsheet-date"

gboolean tj_scb_date_format_holds (const char *format);
const char *tj_scb_date_write (TjDate date, const char *format, char buffer[TJ_SCB_CELL_BUFFER]);
gboolean tj_scb_number_format_holds (const char *format);
const char *
tj_scb_number_write (const char *canonical, const char *format, char buffer[TJ_SCB_CELL_BUFFER]);
gboolean tj_scb_encoding_holds (const char *encoding);

G_END_DECLS

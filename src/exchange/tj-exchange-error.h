#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_EXCHANGE_ERROR (tj_exchange_error_quark ())

/* What reading a file from outside can end in. */
typedef enum
{
  TJ_EXCHANGE_ERROR_EMPTY,          /* nothing in the file */
  TJ_EXCHANGE_ERROR_TOO_LARGE,      /* over the limits of rows, bytes or cell length */
  TJ_EXCHANGE_ERROR_ENCODING,       /* bytes that are no text in any known encoding */
  TJ_EXCHANGE_ERROR_FORMAT,         /* not a table, or not JSON of the expected form */
  TJ_EXCHANGE_ERROR_HEADER,         /* required columns are missing */
  TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE, /* no such source */
  TJ_EXCHANGE_ERROR_CHANGED,        /* the register is no longer as it was in the dry run */
  TJ_EXCHANGE_ERROR_IO,             /* the file system refused */
} TjExchangeError;

GQuark tj_exchange_error_quark (void);

G_END_DECLS

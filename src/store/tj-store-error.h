#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_STORE_ERROR (tj_store_error_quark ())

/* What opening, reading or changing a register can end in. */
typedef enum
{
  TJ_STORE_ERROR_WRONG_KEY,  /* the key does not open the database */
  TJ_STORE_ERROR_NEWER,      /* the schema is newer than this program */
  TJ_STORE_ERROR_BUSY,       /* another instance has the register open */
  TJ_STORE_ERROR_DAMAGED,    /* a page or the audit chain does not verify */
  TJ_STORE_ERROR_NOT_FOUND,  /* no such row */
  TJ_STORE_ERROR_STALE,      /* the row was changed since what is to be written was read */
  TJ_STORE_ERROR_CONSTRAINT, /* a rule of the schema refused the change */
  TJ_STORE_ERROR_EDITED,     /* rows that would be taken back have been worked with since */
  TJ_STORE_ERROR_IO,         /* the file system or SQLCipher refused */
} TjStoreError;

GQuark tj_store_error_quark (void);

G_END_DECLS

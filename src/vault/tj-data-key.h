#pragma once

#include "tj-secret.h"

G_BEGIN_DECLS

#define TJ_DATA_KEY_BYTES 32

/* What each subkey of the data key is for. The numbers are part of the file format. */
typedef enum
{
  TJ_SUBKEY_HEADER = 1,   /* the key file's own MAC */
  TJ_SUBKEY_DATABASE = 2, /* what tj_store_open() takes */
  TJ_SUBKEY_AUDIT = 3,    /* the hash chain of the log */
  TJ_SUBKEY_DRAFT = 4,    /* half-written forms kept over a lock */
  TJ_SUBKEY_BACKUP = 5,   /* the backup file */
} TjSubkey;

TjSecret *tj_data_key_derive (const TjSecret *data_key, TjSubkey which);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_VAULT_ERROR (tj_vault_error_quark ())

/* What opening, changing or writing a key file can end in. */
typedef enum
{
  TJ_VAULT_ERROR_WRONG_KEY,  /* passphrase, keyring or recovery key opens no slot */
  TJ_VAULT_ERROR_DAMAGED,    /* the key file is not one, is cut short, or its MAC does not hold */
  TJ_VAULT_ERROR_NEWER,      /* written by a newer version of the program */
  TJ_VAULT_ERROR_NO_KEYRING, /* no Secret Service answers */
  TJ_VAULT_ERROR_TOO_FEW_SLOTS, /* the last slots that may not be removed */
  TJ_VAULT_ERROR_TYPO,          /* a recovery key whose checksum does not hold */
  TJ_VAULT_ERROR_BAD_INPUT, /* an empty or far too long passphrase, a label that cannot be stored */
  TJ_VAULT_ERROR_CHANGED,   /* another process replaced the key file after it was read */
  TJ_VAULT_ERROR_MISSING,   /* there is no key file */
  TJ_VAULT_ERROR_NO_MEMORY, /* too little free memory for Argon2id */
  TJ_VAULT_ERROR_IO,        /* the file system refused */
} TjVaultError;

GQuark tj_vault_error_quark (void);

G_END_DECLS

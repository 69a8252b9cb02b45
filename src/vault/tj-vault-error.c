/* The error domain of src/vault; its codes are documented in the header. */

#include "config.h"

#include "tj-vault-error.h"

G_DEFINE_QUARK (tj - vault - error - quark, tj_vault_error)

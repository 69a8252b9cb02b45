/* The error domain of src/store; its codes are documented in the header. */

#include "config.h"

#include "tj-store-error.h"

G_DEFINE_QUARK (tj - store - error - quark, tj_store_error)

/* The error domain of src/exchange; its codes are documented in the header. */

#include "config.h"

#include "tj-exchange-error.h"

G_DEFINE_QUARK (tj - exchange - error - quark, tj_exchange_error)

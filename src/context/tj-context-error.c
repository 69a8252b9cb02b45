/* The error domain of src/context; its codes are documented in the header. */

#include "config.h"

#include "tj-context-error.h"

G_DEFINE_QUARK (tj - context - error - quark, tj_context_error)

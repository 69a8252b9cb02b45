/* The error domain of src/paper; its codes are documented in the header. */

#include "config.h"

#include "tj-paper-error.h"

G_DEFINE_QUARK (tj - paper - error - quark, tj_paper_error)

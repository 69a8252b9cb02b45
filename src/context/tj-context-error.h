#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_CONTEXT_ERROR (tj_context_error_quark ())

/* What the services shared by commands and window can end in. */
typedef enum
{
  TJ_CONTEXT_ERROR_NO_REGISTER, /* no register in the folder */
  TJ_CONTEXT_ERROR_EXISTS,      /* the folder holds a register already */
  TJ_CONTEXT_ERROR_LOCKED,      /* the register is locked */
  TJ_CONTEXT_ERROR_BAD_INPUT,   /* a value from the user does not hold */
} TjContextError;

GQuark tj_context_error_quark (void);
gboolean tj_context_refuse (GError **error, const char *message);
gboolean
tj_context_refuse_field (const char **field, const char *name, GError **error, const char *message);

G_END_DECLS

/* The error domain of src/context; its codes are documented in the header. */

#include "config.h"

#include "tj-context-error.h"

G_DEFINE_QUARK (tj - context - error - quark, tj_context_error)

/**
 * tj_context_refuse: sets `error` to say in words what is wrong with what somebody wrote.
 * Returns FALSE, for the caller to return.
 */
gboolean
tj_context_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT, message);
  return FALSE;
}

/**
 * tj_context_refuse_field: as tj_context_refuse(), and says in `field` (NULL: nobody asks) which
 * property of the entity is at fault, for a form to say it there.
 */
gboolean
tj_context_refuse_field (const char **field, const char *name, GError **error, const char *message)
{
  if (field != NULL)
    *field = name;
  return tj_context_refuse (error, message);
}

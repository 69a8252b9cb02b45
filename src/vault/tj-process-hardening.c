/* What the process forbids itself. PR_SET_DUMPABLE is left alone: without it the desktop portals
 * cannot look at the window's process, and printing and file choosing stop. */

#include "config.h"

#include "tj-process-hardening.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/resource.h>

#include "tj-vault-error.h"

/**
 * tj_process_forbid_core_dumps:
 * @error: %TJ_VAULT_ERROR_IO when the system refuses
 *
 * Sets RLIMIT_CORE to 0 for good, for this process and its children: names and keys would be
 * readable in a core dump.
 *
 * Returns: whether it holds
 */
gboolean
tj_process_forbid_core_dumps (GError **error)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) == 0)
    return TRUE;
  g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO,
               _ ("Core dumps could not be forbidden: %s"), g_strerror (errno));
  return FALSE;
}

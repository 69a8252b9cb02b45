/* The registration of a youth that has not ended, which contacts, knowledge, follow-ups and the end
 * itself hang on. */

#include "config.h"

#include "tj-open-registration.h"

#include "tj-registration-repository.h"

#include <glib/gi18n-lib.h>

/**
 * tj_open_registration_load: a youth's open registration. Returns NULL with `error` saying
 * in words when there is none.
 */
TjRegistration *
tj_open_registration_load (TjContext *context, gint64 youth_id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  TjRegistration *registration
      = tj_registrations_load_open (tj_context_get_store (context), youth_id, &problem);

  if (g_error_matches (problem, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND))
    tj_context_refuse (error, _ ("The youth is not registered. Register first."));
  else if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return registration;
}

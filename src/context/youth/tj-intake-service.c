/* A short answer to "what came in?", for the day's first screen. Whom nobody sees takes longer to
 * work out and is asked for on its own (tj-target-group-service.c). */

#include "config.h"

#include "tj-intake-service.h"

#include "tj-import-repository.h"
#include "tj-proposal-service.h"

static gboolean
take_run (const TjImportRun *run, gpointer user_data)
{
  TjIntake *intake = user_data;

  if (!g_str_equal (run->source, "ist"))
    return TRUE;
  intake->last_ist_on = run->date;
  intake->new_youths = run->added;
  intake->gone_youths = run->gone;
  return FALSE;
}

/**
 * tj_intake_service_load: fills in `intake`.
 */
gboolean
tj_intake_service_load (TjContext *context, TjIntake *intake, GError **error)
{
  *intake = (TjIntake){ 0 };
  return tj_imports_foreach (tj_context_get_store (context), take_run, intake, error)
         && tj_proposal_service_count (context, &intake->open_proposals, error);
}

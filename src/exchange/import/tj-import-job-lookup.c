/* What a source asks of its run: who is in the register, whose registration is open, and whom the
 * list has spoken of. */

#include "config.h"

#include "tj-import-job-private.h"

/**
 * tj_import_job_is_protected:
 *
 * Returns: whether the register or the population register marks the person as protected: lists
 *   that do not know it are not to bring their name in
 */
gboolean
tj_import_job_is_protected (TjImportJob *job, const char *personal_number)
{
  return g_hash_table_contains (job->protected, personal_number);
}

/**
 * tj_import_job_find_youth:
 *
 * Returns: (transfer none) (nullable): who had @personal_number when the run began, or an earlier
 *   number that was the same
 */
TjYouth *
tj_import_job_find_youth (TjImportJob *job, const char *personal_number)
{
  return tj_register_index_find (job->index, personal_number);
}

/**
 * tj_import_job_claim_youth:
 *
 * Says that a row speaks of @youth. A list may name a person twice under two numbers; only the
 * first row is taken.
 *
 * Returns: FALSE when a row before did
 */
gboolean
tj_import_job_claim_youth (TjImportJob *job, TjYouth *youth)
{
  return g_hash_table_add (job->claimed, youth);
}

/**
 * tj_import_job_find_open:
 *
 * Returns: (transfer none) (nullable): the youth's registration that was open when the run began
 */
TjRegistration *
tj_import_job_find_open (TjImportJob *job, gint64 youth_id)
{
  return tj_register_index_find_open (job->index, youth_id);
}

/**
 * tj_import_job_is_listed:
 *
 * Returns: whether any row of the list, good or bad, named @youth
 */
gboolean
tj_import_job_is_listed (TjImportJob *job, TjYouth *youth)
{
  return g_hash_table_contains (job->claimed, youth)
         || g_hash_table_contains (job->seen, tj_youth_get_personal_number (youth));
}

/**
 * tj_import_job_foreach_open:
 * @func: (scope call): called for each
 *
 * Goes through those whose registration was open when the run began, in the order of numbers.
 */
void
tj_import_job_foreach_open (TjImportJob *job, TjRegisterIndexFunc func, gpointer user_data)
{
  tj_register_index_foreach_open (job->index, func, user_data);
}

/* One decision on several findings, or each as proposed, in one change. What cannot be decided so is
 * left, and told of. A few are decided at once; many on the worker. */

#include "config.h"

#include "tj-decision-batch.h"

#include "tj-finding-item.h"
#include "tj-work.h"

/* So many take less time than one notices. */
#define AT_ONCE 20

typedef struct
{
  GPtrArray *items; /* TjReconciliationItem */
  int decision;
  TjDecisionBatchDone done;
  TjDecisionBatch batch;
  GError *refusal;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->items);
  g_clear_error (&job->refusal);
  g_free (job);
}

static void
get_decision (Job *job,
              TjContext *context,
              TjReconciliationItem *item,
              TjReconciliationDecision *decision)
{
  if (job->decision == TJ_AS_PROPOSED)
    tj_reconciliation_service_propose (context, item, decision);
  else
    tj_reconciliation_service_suggest (context, item, (TjDecision)job->decision, decision);
}

static gpointer
decide (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (TjReconciliationDecision));

  for (guint i = 0; i < job->items->len; i++)
    {
      TjReconciliationDecision decision;
      g_autoptr (GError) refusal = NULL;

      get_decision (job, context, job->items->pdata[i], &decision);
      if (!tj_reconciliation_service_check (context, job->items->pdata[i], &decision, &refusal))
        {
          job->batch.n_refused++;
          if (job->refusal == NULL)
            job->refusal = g_steal_pointer (&refusal);
          continue;
        }
      g_ptr_array_add (items, job->items->pdata[i]);
      g_array_append_val (decisions, decision);
    }
  if (items->len > 0
      && !tj_reconciliation_service_decide (
          context, items, (const TjReconciliationDecision *)decisions->data, error))
    return NULL;
  job->batch.n_decided = items->len;
  return job;
}

static void
on_done (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  Job *job = user_data;

  job->done (page, &job->batch, error != NULL ? error : job->refusal);
}

static Job *
new_job (GPtrArray *chosen, int decision, TjDecisionBatchDone done)
{
  Job *job = g_new0 (Job, 1);

  job->items = g_ptr_array_new_with_free_func (g_object_unref);
  job->decision = decision;
  job->done = done;
  for (guint i = 0; i < chosen->len; i++)
    {
      TjReconciliationItem *finding = tj_finding_item_get_finding (chosen->pdata[i]);

      if (decision != TJ_AS_PROPOSED || tj_reconciliation_item_get_decision (finding) < 0)
        g_ptr_array_add (job->items, g_object_ref (finding));
    }
  return job;
}

/* Decides on `chosen` (TjFindingItem): a TjDecision, or TJ_AS_PROPOSED. */
void
tj_decision_batch_run (TjPage *page, GPtrArray *chosen, int decision, TjDecisionBatchDone done)
{
  Job *job = new_job (chosen, decision, done);

  if (job->items->len > AT_ONCE)
    {
      tj_work_run (page, decide, on_done, job, job_free);
      return;
    }
  if (job->items->len > 0)
    {
      g_autoptr (GError) error = NULL;

      decide (tj_page_get_context (page), job, &error);
      on_done (page, NULL, error, job);
    }
  job_free (job);
}

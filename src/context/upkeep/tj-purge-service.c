/* The yearly purge (förordning 2006:39 § 7): a proposal to look through, and then the deed, which
 * cannot be undone. */

#include "config.h"

#include "tj-purge-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-draft.h"
#include "tj-registration-repository.h"
#include "tj-report-service.h"
#include "tj-youth-repository.h"

#define PURGED_AT_AGE 21

/* What the tables hold, as a protocol calls it. */
static const struct
{
  const char *table;
  const char *label;
} kinds[] = {
  { "youth", N_ ("Youths with number, name and address") },
  { "youth_number", N_ ("Earlier personal numbers") },
  { "registration", N_ ("Registrations") },
  { "knowledge", N_ ("Knowledge of occupation") },
  { "contact", N_ ("Contacts and attempts") },
  { "follow_up", N_ ("Follow-ups") },
  { "measure", N_ ("Measures") },
  { "activity", N_ ("Activities") },
  { "plan", N_ ("Versions of plans") },
  { "school_report", N_ ("School reports") },
  { "school_report_step", N_ ("Steps in school reports") },
  { "letter", N_ ("Copies of letters") },
  { "import_row", N_ ("Rows of the import log") },
  { "resident", N_ ("Rows of the population list") },
  { "enrolment", N_ ("Enrolments in schools") },
  { "enrolment_before", N_ ("Enrolments in schools") },
  { "invoice_line", N_ ("Invoice lines") },
  { "certificate", N_ ("Certificates") },
  { "adult_study", N_ ("Studies in adult education") },
  { "admission", N_ ("Admissions") },
  { "proposal", N_ ("Proposals from lists") },
  { "reconciliation_item", N_ ("Items of reconciliations") },
};

/**
 * tj_purge_service_kind_label: what a table of the register holds, for people. A table that has no
 * label of its own is other data.
 */
const char *
tj_purge_service_kind_label (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      return _ (kinds[i].label);
  return _ ("Other data");
}

/**
 * tj_purge_candidate_free: frees a candidate.
 */
void
tj_purge_candidate_free (TjPurgeCandidate *candidate)
{
  g_free (candidate->personal_number);
  g_free (candidate->name);
  g_free (candidate);
}

static gboolean
check_year (TjContext *context, guint year, GError **error)
{
  int this_year;

  tj_date_get (tj_context_get_today (context), &this_year, NULL, NULL);
  return year <= (guint)this_year
         || tj_context_refuse (error, _ ("The year lies ahead: its purge is not due yet."));
}

static gboolean
is_registered (TjStore *store, gint64 id, gboolean *is, GError **error)
{
  g_autoptr (GPtrArray) registrations = tj_registrations_list (store, id, error);

  *is = FALSE;
  for (guint i = 0; registrations != NULL && i < registrations->len; i++)
    *is = *is || tj_registration_is_open (registrations->pdata[i]);
  return registrations != NULL;
}

/* Every kind of number begins with it. */
static guint
get_birth_year (TjYouth *youth)
{
  g_autofree char *year = g_strndup (tj_youth_get_personal_number (youth), 4);

  return (guint)g_ascii_strtoull (year, NULL, 10);
}

static TjPurgeCandidate *
new_candidate (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (TjYouth) youth = tj_youths_load (store, id, error);
  g_autoptr (TjPurgeCandidate) candidate = g_new0 (TjPurgeCandidate, 1);

  if (youth == NULL || !is_registered (store, id, &candidate->is_registered, error))
    return NULL;
  candidate->youth_id = id;
  candidate->turns_21 = get_birth_year (youth) + PURGED_AT_AGE;
  candidate->is_protected = tj_youth_is_protected (youth);
  candidate->personal_number
      = g_strdup (candidate->is_protected ? "" : tj_youth_get_personal_number (youth));
  candidate->name
      = candidate->is_protected ? g_strdup (_ ("Protected person")) : tj_youth_dup_name (youth);
  return g_steal_pointer (&candidate);
}

/**
 * tj_purge_service_propose: those who are to be gone by 31 December of `year`, which is not ahead:
 * who turn 21 in it or did before. Returns a new array of TjPurgeCandidate that owns its elements;
 * NULL with `error` set.
 */
GPtrArray *
tj_purge_service_propose (TjContext *context, guint year, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) candidates
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_purge_candidate_free);
  g_autoptr (GArray) ids = NULL;

  if (!check_year (context, year, error) || (ids = tj_purge_find (store, year, error)) == NULL
      || !tj_audit_log (store, "purge-proposal", 0, NULL, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TjPurgeCandidate *candidate = new_candidate (store, g_array_index (ids, gint64, i), error);

      if (candidate == NULL)
        return NULL;
      g_ptr_array_add (candidates, candidate);
    }
  return g_steal_pointer (&candidates);
}

static GArray *
collect_ids (GPtrArray *candidates)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (ids, ((TjPurgeCandidate *)candidates->pdata[i])->youth_id);
  return ids;
}

/**
 * tj_purge_service_preview: what tj_purge_service_run() would take, and takes nothing. Returns what
 * its protocol would say, or NULL with `error` set.
 */
TjPurgeProtocol *
tj_purge_service_preview (TjContext *context, guint year, GPtrArray *candidates, GError **error)
{
  g_autoptr (GArray) ids = collect_ids (candidates);

  if (!check_year (context, year, error))
    return NULL;
  return tj_purge_preview (tj_context_get_store (context), year, (const gint64 *)ids->data,
                           ids->len, error);
}

/**
 * tj_purge_service_run: purges the candidates: their rows in every table, drafts about them, all
 * that could be undone, and what is left in free space. How many there were in the half-years that
 * are over is kept first. Returns the protocol, which names nobody
 * and is kept; NULL with `error` set.
 */
TjPurgeProtocol *
tj_purge_service_run (TjContext *context, guint year, GPtrArray *candidates, GError **error)
{
  g_autoptr (GArray) ids = collect_ids (candidates);

  if (!check_year (context, year, error) || !tj_report_service_keep (context, error))
    return NULL;
  if (!tj_draft_discard_youths (context, (const gint64 *)ids->data, ids->len, error))
    return NULL;
  return tj_purge_run (tj_context_get_store (context), year, tj_context_get_today (context),
                       (const gint64 *)ids->data, ids->len, error);
}

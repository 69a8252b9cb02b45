/* Sheets from the register: values are read, the printing is logged, and src/paper draws. The log's
 * row is written before the paper is handed out: no paper without its trace. */

#include "config.h"

#include "tj-sheet-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-audit.h"
#include "tj-backup-service.h"
#include "tj-case-number.h"
#include "tj-catalogue.h"
#include "tj-extract-service.h"
#include "tj-extract-tree.h"
#include "tj-log-review.h"
#include "tj-measure-repository.h"
#include "tj-plan-repository.h"
#include "tj-plan-sheet.h"
#include "tj-purge-service.h"
#include "tj-purge-sheet.h"
#include "tj-recovery-sheet.h"
#include "tj-sheet-sender.h"
#include "tj-team-list.h"
#include "tj-thinning.h"
#include "tj-youth-repository.h"

/* The log's word for each team sheet. */
static const char *const team_words[] = {
  [TJ_TEAM_SHEET_MEETING] = "meeting",
  [TJ_TEAM_SHEET_EXTENDED] = "extended",
  [TJ_TEAM_SHEET_HOME_VISIT] = "home-visit",
};

/* A plan on its way to its sheet: what the values are borrowed from. */
typedef struct
{
  TjContext *context;
  TjYouth *youth;
  TjPlan *plan;
  GPtrArray *activities;
  GPtrArray *catalogue;
  GArray *rows;
  char *name;
  char *reference;
} PlanDraft;

static void
plan_draft_clear (PlanDraft *draft)
{
  g_clear_object (&draft->youth);
  g_clear_object (&draft->plan);
  g_clear_pointer (&draft->activities, g_ptr_array_unref);
  g_clear_pointer (&draft->catalogue, g_ptr_array_unref);
  g_clear_pointer (&draft->rows, g_array_unref);
  g_free (draft->name);
  g_free (draft->reference);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanDraft, plan_draft_clear)

static TjPlan *
find_plan (TjContext *context, gint64 youth_id, guint version, GError **error)
{
  g_autoptr (GPtrArray) plans = tj_plans_list (tj_context_get_store (context), youth_id, error);

  if (plans == NULL)
    return NULL;
  for (guint i = plans->len; i > 0; i--)
    if (version == 0 || tj_plan_get_version (plans->pdata[i - 1]) == version)
      return g_object_ref (plans->pdata[i - 1]);
  tj_context_refuse (error, plans->len == 0 ? _ ("The youth has no plan yet.")
                                            : _ ("There is no such version of the plan."));
  return NULL;
}

static gboolean
load_plan (PlanDraft *draft, gint64 youth_id, guint version, GError **error)
{
  TjStore *store = tj_context_get_store (draft->context);

  draft->youth = tj_youths_load (store, youth_id, error);
  if (draft->youth == NULL)
    return FALSE;
  draft->plan = find_plan (draft->context, youth_id, version, error);
  if (draft->plan == NULL)
    return FALSE;
  draft->activities = tj_activities_list (store, youth_id, error);
  if (draft->activities == NULL)
    return FALSE;
  draft->catalogue = tj_catalogue_list (store, error);
  return draft->catalogue != NULL;
}

/* What the municipality calls it, or the activity's own words where it is of no catalogue. */
static const char *
get_activity_name (PlanDraft *draft, TjActivity *activity)
{
  for (guint i = 0; i < draft->catalogue->len; i++)
    {
      const TjCatalogueItem *item = g_ptr_array_index (draft->catalogue, i);

      if (item->id == tj_activity_get_catalogue_id (activity))
        return item->name;
    }
  return tj_activity_get_goal (activity);
}

/* Those that are going on or come after the day the version was written. */
static void
add_activities (PlanDraft *draft)
{
  draft->rows = g_array_new (FALSE, FALSE, sizeof (TjPlanSheetActivity));
  for (guint i = 0; i < draft->activities->len; i++)
    {
      TjActivity *activity = draft->activities->pdata[i];
      const TjDate stop = tj_activity_get_stopped_on (activity);
      TjPlanSheetActivity row
          = { get_activity_name (draft, activity),
              tj_code_label (&tj_responsibles, tj_activity_get_responsible (activity)),
              tj_activity_get_started_on (activity), stop };

      if (stop == TJ_DATE_NONE || stop >= tj_plan_get_written_on (draft->plan))
        g_array_append_val (draft->rows, row);
    }
}

static int
get_birth_year (TjYouth *youth)
{
  int year = 0;

  if (!tj_youth_is_protected (youth) && tj_youth_get_birth (youth) != TJ_DATE_NONE)
    tj_date_get (tj_youth_get_birth (youth), &year, NULL, NULL);
  return year;
}

static TjPlanSheet
fill_plan (PlanDraft *draft, const TjSheetSender *sender)
{
  TjPlan *plan = draft->plan;

  draft->name = tj_youth_is_protected (draft->youth) ? g_strdup (_ ("Protected person"))
                                                     : tj_youth_dup_name (draft->youth);
  draft->reference = tj_case_number_format (tj_entity_get_id (draft->youth));
  add_activities (draft);
  return (TjPlanSheet){
    .name = draft->name,
    .reference = draft->reference,
    .birth_year = get_birth_year (draft->youth),
    .version = (guint)tj_plan_get_version (plan),
    .written_on = tj_plan_get_written_on (plan),
    .coordinator = sender->coordinator,
    .goal = tj_plan_get_goal (plan),
    .youth_part = tj_plan_get_youth_part (plan),
    .municipality_part = tj_plan_get_municipality_part (plan),
    .other_part = tj_plan_get_other_part (plan),
    .starts_on = tj_plan_get_starts_on (plan),
    .ends_on = tj_plan_get_ends_on (plan),
    .end_reason = tj_plan_get_end_reason (plan),
    .follow_up = tj_plan_get_follow_up (plan),
    .activities = (const TjPlanSheetActivity *)draft->rows->data,
    .n_activities = draft->rows->len,
  };
}

static gboolean
log_print (TjContext *context,
           const char *action,
           gint64 youth_id,
           const char *details,
           GError **error)
{
  return tj_audit_log (tj_context_get_store (context), action, youth_id, details, error);
}

/**
 * tj_sheet_service_team: a team sheet for today. The log gets "print-team-sheet" with the kind and
 * how many stand on it. Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_sheet_service_team (TjContext *context, TjTeamSheetKind kind, GError **error)
{
  g_autoptr (TjSheetSender) sender = NULL;
  g_autoptr (TjTeamList) list = NULL;
  g_autofree char *details = NULL;
  const TjTeamSheetRow *rows;
  guint n_rows;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL)
    return NULL;
  list = tj_team_list_load (context, kind, error);
  if (list == NULL)
    return NULL;
  rows = tj_team_list_get_rows (list, &n_rows);
  details = g_strdup_printf ("%s youths=%u", team_words[kind], n_rows);
  if (!log_print (context, "print-team-sheet", 0, details, error))
    return NULL;
  return tj_team_sheet_draw (kind, rows, n_rows, &sender->head, error);
}

/**
 * tj_sheet_service_plan: a version of a youth's plan, or with 0 the latest, to read together and to
 * sign. A protected person stands on it by case number. The log gets "print-plan" with the version.
 * Returns a new PDF, or NULL with `error` set: %TJ_CONTEXT_ERROR_BAD_INPUT when there is no such
 * version.
 */
GBytes *
tj_sheet_service_plan (TjContext *context, gint64 youth_id, guint version, GError **error)
{
  g_auto (PlanDraft) draft = { .context = context };
  g_autoptr (TjSheetSender) sender = NULL;
  g_autofree char *details = NULL;
  TjPlanSheet plan;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL || !load_plan (&draft, youth_id, version, error))
    return NULL;
  plan = fill_plan (&draft, sender);
  details = g_strdup_printf ("version=%u", plan.version);
  if (!log_print (context, "print-plan", youth_id, details, error))
    return NULL;
  return tj_plan_sheet_draw (&plan, &sender->head, error);
}

/**
 * tj_sheet_service_log_review: the review of the log of a month (1 … 12). The log gets
 * "print-log-review". Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_sheet_service_log_review (TjContext *context, int year, int month, GError **error)
{
  g_autoptr (TjSheetSender) sender = NULL;
  g_autoptr (TjLogReview) review = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL)
    return NULL;
  review = tj_log_review_load (context, year, month, error);
  if (review == NULL
      || !log_print (context, "print-log-review", 0, tj_log_review_get_sheet (review)->month,
                     error))
    return NULL;
  return tj_log_sheet_draw (tj_log_review_get_sheet (review), &sender->head, error);
}

/* Nobody knows of backups that were put elsewhere. */
static TjDate
get_last_backup_day (TjContext *context, const TjPurgeProtocol *protocol)
{
  g_autofree char *folder = tj_backup_service_dup_folder (context);

  return folder != NULL ? tj_thinning_last_day (protocol->date) : TJ_DATE_NONE;
}

/* A protocol from before tables were counted apart has the sum alone. */
static GArray *
list_counts (const TjPurgeProtocol *protocol)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (TjPurgeSheetCount));
  const TjPurgeSheetCount all = { _ ("Rows of all kinds"), protocol->rows };

  for (guint i = 0; protocol->counts != NULL && i < protocol->counts->len; i++)
    {
      const TjPurgeCount *count = &g_array_index (protocol->counts, TjPurgeCount, i);
      const TjPurgeSheetCount row = { tj_purge_service_kind_label (count->table), count->rows };

      g_array_append_val (counts, row);
    }
  if (counts->len == 0)
    g_array_append_val (counts, all);
  return counts;
}

/**
 * tj_sheet_service_purge: the protocol of a purge that was done. The log gets
 * "print-purge-protocol". Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_sheet_service_purge (TjContext *context, const TjPurgeProtocol *protocol, GError **error)
{
  g_autoptr (TjSheetSender) sender = NULL;
  g_autoptr (GArray) counts = NULL;
  TjPurgeSheet sheet;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL || !log_print (context, "print-purge-protocol", 0, NULL, error))
    return NULL;
  counts = list_counts (protocol);
  sheet = (TjPurgeSheet){ .purged_on = protocol->date,
                          .actor = protocol->actor,
                          .year = (int)protocol->year,
                          .n_youths = protocol->youths,
                          .counts = (const TjPurgeSheetCount *)counts->data,
                          .n_counts = counts->len,
                          .backups_until = get_last_backup_day (context, protocol) };
  return tj_purge_sheet_draw (&sheet, &sender->head, error);
}

/**
 * tj_sheet_service_extract: all that the register holds about a person, for the person alone
 * (dataskyddsförordningen, art. 15). The log gets "extract". Returns a new PDF, or NULL with
 * `error` set.
 */
GBytes *
tj_sheet_service_extract (TjContext *context, gint64 youth_id, GError **error)
{
  g_autoptr (TjSheetSender) sender = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (TjYouth) youth = NULL;
  g_autoptr (TjExtractTree) tree = NULL;
  g_autofree char *name = NULL, *number = NULL, *reference = NULL;
  TjExtractSheet extract = { 0 };

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL || (root = tj_extract_service_build (context, youth_id, error)) == NULL
      || (youth = tj_youths_load (tj_context_get_store (context), youth_id, error)) == NULL)
    return NULL;
  tree = tj_extract_tree_new (root);
  extract.name = name = tj_youth_dup_name (youth);
  extract.personal_number = number
      = tj_personal_number_format (tj_youth_get_personal_number (youth));
  extract.reference = reference = tj_case_number_format (youth_id);
  extract.contact = sender->contact;
  extract.sections = tj_extract_tree_get_sections (tree, &extract.n_sections);
  return tj_extract_sheet_draw (&extract, &sender->head, error);
}

static char *
dup_register_name (TjContext *context, const TjSheetSender *sender)
{
  return sender->sender[0] != '\0' ? g_strdup (sender->sender)
                                   : g_path_get_basename (tj_context_get_register_dir (context));
}

static void
wipe_groups (GStrv groups)
{
  for (guint i = 0; groups[i] != NULL; i++)
    explicit_bzero (groups[i], strlen (groups[i]));
}

/**
 * tj_sheet_service_recovery: the recovery sheet for `key`, as it is written in groups. Works before
 * the register is there, too; once it is open the log gets "print-recovery-sheet". The PDF holds the
 * key: let go of it as soon as it is printed. Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_sheet_service_recovery (TjContext *context, const TjSecret *key, GError **error)
{
  g_autoptr (TjSheetSender) sender = tj_sheet_sender_load (context, error);
  g_autofree char *name = NULL;
  g_auto (GStrv) groups = NULL;
  TjRecoverySheet sheet;
  GBytes *pdf;

  if (sender == NULL
      || (tj_context_is_unlocked (context)
          && !log_print (context, "print-recovery-sheet", 0, NULL, error)))
    return NULL;
  name = dup_register_name (context, sender);
  groups = g_strsplit_set (tj_secret_get_text (key), "- ", -1);
  sheet = (TjRecoverySheet){ name, (const char *const *)groups };
  pdf = tj_recovery_sheet_draw (&sheet, &sender->head, error);
  wipe_groups (groups);
  return pdf;
}

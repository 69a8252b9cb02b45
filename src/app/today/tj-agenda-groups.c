/* What today asks, sorted into groups of youths: the steps that are due, the overdue, those soon
 * to be heard of, the new, what the latest import brought. Today shows their sizes and Youths the people in them, from this one
 * reckoning, so that a number and its list cannot differ. */

#include "config.h"

#include "tj-agenda-groups.h"

#include "tj-date-text.h"
#include "tj-import-repository.h"
#include "tj-reconciliation-service.h"
#include "tj-school-report-service.h"
#include "tj-scb-service.h"

#include <glib/gi18n.h>

#define SOON_DAYS 30
#define WEEK_DAYS 7
#define ADULT_AGE 20

/* The reckoning under way. */
typedef struct
{
  TjAgendaGroups *result;
  TjDate today;
} Reckoning;

static void
group_free (TjAgendaGroup *group)
{
  g_free (group->key);
  g_free (group->label);
  g_hash_table_unref (group->youths);
  g_free (group);
}

static TjAgendaGroup *
find (const TjAgendaGroups *self, const char *key)
{
  guint i;

  for (i = 0; i < self->groups->len; i++)
    {
      TjAgendaGroup *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->key, key))
        return group;
    }

  return NULL;
}

static TjAgendaGroup *
add_group (TjAgendaGroups *self, TjAgendaCard card, const char *key, const char *label)
{
  TjAgendaGroup *group = g_new0 (TjAgendaGroup, 1);

  group->key = g_strdup (key);
  group->label = g_strdup (label);
  group->card = card;
  group->youths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
add_youth (TjAgendaGroups *self, const char *key, gint64 youth_id)
{
  TjAgendaGroup *group = find (self, key);

  g_assert (group != NULL);
  g_hash_table_add (group->youths, g_memdup2 (&youth_id, sizeof youth_id));
}

static char *
step_key (const TjRoutineStep *step)
{
  return g_strdup_printf ("step-%s", step->id);
}

/* One group for each step of the routine, in its order; tracks may share steps. */
static void
add_step_groups (TjAgendaGroups *self, const TjRoutine *routine)
{
  guint i, j;

  for (i = 0; i < routine->tracks->len; i++)
    {
      const TjRoutineTrack *track = g_ptr_array_index (routine->tracks, i);

      for (j = 0; j < track->steps->len; j++)
        {
          const TjRoutineStep *step = g_ptr_array_index (track->steps, j);
          g_autofree char *key = step_key (step);

          if ((step->conditions & TJ_CONDITION_MANUAL) == 0 && find (self, key) == NULL)
            add_group (self, TJ_AGENDA_CARD_NOW, key, step->label);
        }
    }
}

static gboolean
reckon_due (const TjAgendaEntry *entry, gpointer user_data)
{
  Reckoning *reckoning = user_data;
  guint i;

  for (i = 0; i < entry->ladder.n_rungs; i++)
    {
      TjStepState state = tj_ladder_state (&entry->ladder, i, reckoning->today);
      g_autofree char *key = NULL;

      if (state != TJ_STEP_DUE && state != TJ_STEP_OVERDUE)
        continue;

      key = step_key (tj_ladder_step (&entry->ladder, i));
      if (find (reckoning->result, key) != NULL)
        add_youth (reckoning->result, key, entry->youth_id);
      if (state == TJ_STEP_OVERDUE)
        add_youth (reckoning->result, "overdue", entry->youth_id);
    }

  return TRUE;
}

static gboolean
is_known (const TjAgendaRow *row)
{
  return row->occupation != TJ_OCCUPATION_UNKNOWN && row->occupation != TJ_OCCUPATION_NONE;
}

static void
reckon_row (Reckoning *reckoning, const TjAgendaRow *row)
{
  TjAgendaGroups *result = reckoning->result;
  TjDate today = reckoning->today;
  TjDate twenty = tj_date_birthday (row->birth, ADULT_AGE);

  if (row->status == TJ_STATUS_CLOSED)
    return;

  result->n_youths++;
  if (row->next_due > today
      && (result->next_day == TJ_DATE_NONE || row->next_due < result->next_day))
    result->next_day = row->next_due;
  if (row->next_step == NULL && row->next_due > today && row->next_due <= today + WEEK_DAYS)
    add_youth (result, "follow-up", row->youth_id);
  if (row->rests_until != TJ_DATE_NONE && row->rests_until <= today)
    add_youth (result, "expired", row->youth_id);
  if (is_known (row) && row->rests_until > today && row->rests_until <= today + SOON_DAYS)
    add_youth (result, "expires", row->youth_id);
  if (row->birth != TJ_DATE_NONE && twenty <= today)
    add_youth (result, "turned", row->youth_id);
  else if (row->birth != TJ_DATE_NONE && twenty <= today + SOON_DAYS)
    add_youth (result, "twenty", row->youth_id);
  if (row->registered_on + WEEK_DAYS > today && row->registered_on <= today)
    add_youth (result, "new", row->youth_id);
  if (!row->has_details)
    add_youth (result, "no-details", row->youth_id);
  if (row->contact_on == TJ_DATE_NONE)
    add_youth (result, "no-contact", row->youth_id);
}

static void
add_groups (TjAgendaGroups *self, const TjRoutine *routine)
{
  add_step_groups (self, routine);
  add_group (self, TJ_AGENDA_CARD_NOW, "expired", _ ("What was known has expired"));
  add_group (self, TJ_AGENDA_CARD_NOW, "overdue", _ ("Overdue"))->is_alarm = TRUE;
  add_group (self, TJ_AGENDA_CARD_NOW, "turned", _ ("Has turned 20"))->is_alarm = TRUE;
  add_group (self, TJ_AGENDA_CARD_SOON, "follow-up", _ ("Follow-up within a week"));
  add_group (self, TJ_AGENDA_CARD_SOON, "expires", _ ("Knowledge expires within 30 days"));
  add_group (self, TJ_AGENDA_CARD_SOON, "twenty", _ ("Turns 20 within 30 days"));
  add_group (self, TJ_AGENDA_CARD_NEW, "new", _ ("Registered the last week"));
  add_group (self, TJ_AGENDA_CARD_NEW, "no-contact", _ ("Not yet contacted"));
  add_group (self, TJ_AGENDA_CARD_NEW, "no-details", _ ("Without phone and e-mail"));
}

static void
copy_run (TjImportRun *latest, const TjImportRun *run)
{
  *latest = *run;
  latest->source = NULL;
}

/* The runs come latest first. */
static gboolean
on_run (const TjImportRun *run, gpointer user_data)
{
  copy_run (user_data, run);
  return FALSE;
}

static gboolean
on_import_row (guint row, const char *result, gint64 youth_id, gpointer user_data)
{
  if (g_str_equal (result, "new") && youth_id != 0)
    add_youth (user_data, "import-new", youth_id);
  else if (g_str_equal (result, "gone") && youth_id != 0)
    add_youth (user_data, "import-gone", youth_id);
  return TRUE;
}

/* Whom the latest import brought, and whom it had no longer. */
static gboolean
reckon_import (TjAgendaGroups *self, TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  TjImportRun latest = { 0 };
  g_autofree char *date = NULL;
  g_autofree char *added = NULL;
  g_autofree char *gone = NULL;

  if (!tj_imports_foreach (store, on_run, &latest, error))
    return FALSE;
  if (latest.id == 0)
    return TRUE;

  date = tj_date_text_short (latest.date, tj_context_get_today (context));
  added = g_strdup_printf (_ ("New in the import of %s"), date);
  gone = g_strdup_printf (_ ("Gone from the import of %s"), date);
  add_group (self, TJ_AGENDA_CARD_NEW, "import-new", added);
  add_group (self, TJ_AGENDA_CARD_NEW, "import-gone", gone);
  return tj_imports_foreach_row (store, latest.id, on_import_row, self, error);
}

static gboolean
reckon_reports (TjAgendaGroups *self, TjContext *context, GError **error)
{
  guint counts[TJ_N_REPORT_FILTERS];
  TjAgendaGroup *group;

  if (!tj_school_report_service_count (context, counts, error))
    return FALSE;

  group = add_group (self, TJ_AGENDA_CARD_NEW, "school-reports", _ ("School reports to handle"));
  group->screen = "school-reports";
  group->number = counts[TJ_REPORT_FILTER_OPEN];
  return TRUE;
}

/* From six weeks before SCB's last day until the half-year is delivered: how many days are left, or
 * how many have passed. */
static gboolean
reckon_scb (TjAgendaGroups *self, TjContext *context, GError **error)
{
  TjDate today = tj_context_get_today (context);
  TjHalfYear half;
  TjDate deadline;
  TjAgendaGroup *group;
  gboolean is_due, is_late;
  char text[TJ_HALF_YEAR_BUFFER];
  g_autofree char *screen = NULL;

  if (!tj_scb_service_find_due (context, &half, &is_due, error))
    return FALSE;
  if (!is_due)
    return TRUE;
  deadline = tj_half_year_deadline (half);
  is_late = deadline < today;
  screen = g_strdup_printf ("reports:scb/%s", tj_half_year_write (half, text));
  group = add_group (self, is_late ? TJ_AGENDA_CARD_NOW : TJ_AGENDA_CARD_SOON, "scb",
                     is_late ? _ ("Days that the file for SCB is late")
                             : _ ("Days left to send the file to SCB"));
  group->is_alarm = is_late;
  group->screen = g_intern_string (screen);
  group->number = is_late ? today - deadline : deadline - today;
  return TRUE;
}

/* What is open for the next meeting; the head of the page says when it is. */
static gboolean
reckon_reconciliation (TjAgendaGroups *self, TjContext *context, GError **error)
{
  TjReconciliationNext next;
  TjDate today = tj_context_get_today (context);
  const char *label;
  TjAgendaGroup *group;

  if (!tj_reconciliation_service_load_next (context, &next, error))
    return FALSE;
  label = next.is_made || next.n_undecided + next.n_waiting > 0 ? _ ("Open in the reconciliation")
                                                                : _ ("Reconciliation to make");
  group = add_group (self, TJ_AGENDA_CARD_SOON, "reconciliation", label);
  group->screen = "reconciliation";
  group->number = next.n_undecided + next.n_waiting;
  group->is_alarm = next.meeting_on < today;
  return TRUE;
}

/* A youth whom the import knows may have been deregistered since, or purged. */
static void
drop_closed (TjAgendaGroups *self)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const char *const keys[] = { "import-new", "import-gone" };
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (self->list); i++)
    g_hash_table_add (listed, (gpointer)&tj_agenda_list_get_row (self->list, i)->youth_id);
  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      TjAgendaGroup *group = find (self, keys[i]);
      GHashTableIter iter;
      gpointer id;

      if (group == NULL)
        continue;
      g_hash_table_iter_init (&iter, group->youths);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!g_hash_table_contains (listed, id))
          g_hash_table_iter_remove (&iter);
    }
}

/* Reckons today's groups from the agenda. NULL on failure. */
TjAgendaGroups *
tj_agenda_groups_load (TjPeople *people, GError **error)
{
  g_autoptr (TjAgendaGroups) self = g_new0 (TjAgendaGroups, 1);
  TjContext *context = tj_people_get_context (people);
  TjAgendaList *rows = tj_people_load (people, error);
  TjStore *store = tj_context_get_store (context);
  Reckoning reckoning = { self, tj_context_get_today (context) };
  gsize i;

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  add_groups (self, tj_context_get_routine (context));

  if (rows == NULL || !tj_agenda_due (store, reckoning.today, reckon_due, &reckoning, error))
    return NULL;
  self->list = tj_agenda_list_ref (rows);

  for (i = 0; i < tj_agenda_list_get_length (self->list); i++)
    reckon_row (&reckoning, tj_agenda_list_get_row (self->list, i));
  if (!reckon_import (self, context, error) || !reckon_reports (self, context, error)
      || !reckon_scb (self, context, error) || !reckon_reconciliation (self, context, error))
    return NULL;
  drop_closed (self);

  return g_steal_pointer (&self);
}

void
tj_agenda_groups_free (TjAgendaGroups *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->list, tj_agenda_list_unref);
  g_free (self);
}

const TjAgendaGroup *
tj_agenda_groups_find (const TjAgendaGroups *self, const char *key)
{
  return find (self, key);
}

guint
tj_agenda_group_count (const TjAgendaGroup *group)
{
  return group->screen != NULL ? group->number : g_hash_table_size (group->youths);
}

gboolean
tj_agenda_group_has (const TjAgendaGroup *group, gint64 youth_id)
{
  return g_hash_table_contains (group->youths, &youth_id);
}

/* Who stands on which team sheet. The meeting takes all who are open, by status and deadline. The
 * extended team takes those to act on whom at least one attempt has not reached, and those whose
 * home visit waits. The home visits are those whose rung is due or overdue, from door to door.
 * A protected person's name, age and address are not even read into a row. */

#include "config.h"

#include "tj-team-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-agenda.h"
#include "tj-case-number.h"
#include "tj-contact-repository.h"
#include "tj-postal.h"
#include "tj-visit-order.h"
#include "tj-youth-repository.h"

/* Sorts after every place and street: protected persons and those without an address. */
#define LAST_KEY "\x7f"

/* Sorts after every day. */
#define NO_DEADLINE 99999999u

struct _TjTeamList
{
  TjContext *context;
  TjTeamSheetKind kind;
  TjAgendaList *agenda;
  GStringChunk *strings;
  GArray *rows;
};

/* A row with what it is sorted by. */
typedef struct
{
  TjTeamSheetRow row;
  const char *key;
} Entry;

static const char *
keep (TjTeamList *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->strings, text);

  g_free (text);
  return kept;
}

static char *
describe_contact (const TjAgendaRow *row)
{
  char date[TJ_DATE_BUFFER];

  if (row->contact_on == TJ_DATE_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%s %s\n%s", tj_date_write (row->contact_on, date),
                          tj_code_label (&tj_channels, row->contact_channel),
                          tj_code_label (&tj_outcomes, row->contact_outcome));
}

static void
fill_step (TjTeamSheetRow *row, const TjAgendaRow *agenda, TjDate today)
{
  row->due = agenda->next_due;
  if (agenda->next_step != NULL)
    {
      row->step = agenda->next_step->label;
      row->responsible = agenda->next_step->responsible;
    }
  else if (agenda->next_due != TJ_DATE_NONE)
    row->step = _ ("Follow-up");
  if (agenda->next_due != TJ_DATE_NONE && agenda->next_due < today)
    row->days_overdue = (int)(today - agenda->next_due);
}

static void
fill_person (TjTeamList *self, TjTeamSheetRow *row, const TjAgendaRow *agenda, TjDate today)
{
  row->is_protected = agenda->protection != TJ_PROTECTION_NONE;
  row->age = -1;
  if (row->is_protected)
    return;
  row->name = keep (self, g_strdup_printf ("%s %s", agenda->given_name, agenda->family_name));
  if (agenda->birth != TJ_DATE_NONE)
    row->age = tj_date_age (agenda->birth, today);
}

static TjTeamSheetRow
build_row (TjTeamList *self, const TjAgendaRow *agenda)
{
  const TjDate today = tj_context_get_today (self->context);
  TjTeamSheetRow row = { 0 };

  fill_person (self, &row, agenda, today);
  fill_step (&row, agenda, today);
  row.reference = keep (self, tj_case_number_format (agenda->youth_id));
  row.status = tj_code_label (&tj_statuses, agenda->status);
  row.contact = keep (self, describe_contact (agenda));
  return row;
}

/* The attempts of the climb that is under way. */
static gboolean
count_attempts (TjTeamList *self, gint64 youth_id, TjDate since, guint *n_attempts, GError **error)
{
  g_autoptr (GPtrArray) contacts
      = tj_contacts_list (tj_context_get_store (self->context), youth_id, error);

  if (contacts == NULL)
    return FALSE;
  *n_attempts = 0;
  for (guint i = 0; i < contacts->len; i++)
    if (tj_contact_get_date (contacts->pdata[i]) >= since
        && tj_contact_get_direction (contacts->pdata[i]) == TJ_DIRECTION_OUT
        && !tj_outcome_is_reached (tj_contact_get_outcome (contacts->pdata[i])))
      (*n_attempts)++;
  return TRUE;
}

static gboolean
is_home_visit_due (const TjLadder *ladder, TjDate today)
{
  for (guint i = 0; i < ladder->n_rungs; i++)
    {
      const TjStepState state = tj_ladder_state (ladder, i, today);

      if ((tj_ladder_step (ladder, i)->channels & (1u << TJ_CHANNEL_HOME_VISIT)) != 0
          && (state == TJ_STEP_DUE || state == TJ_STEP_OVERDUE))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fill_address (TjTeamList *self, Entry *entry, gint64 youth_id, GError **error)
{
  g_autoptr (TjYouth) youth = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  entry->key = LAST_KEY LAST_KEY;
  if (entry->row.is_protected)
    return TRUE;
  youth = tj_youths_load (tj_context_get_store (self->context), youth_id, error);
  if (youth == NULL)
    return FALSE;
  entry->key = LAST_KEY;
  if (!tj_youth_has_address (youth))
    return TRUE;
  if (tj_youth_get_care_of (youth)[0] != '\0')
    g_string_append_printf (lines, "c/o %s\n", tj_youth_get_care_of (youth));
  g_string_append (lines, tj_youth_get_street (youth));
  if (tj_youth_get_extra (youth)[0] != '\0')
    g_string_append_printf (lines, "\n%s", tj_youth_get_extra (youth));
  code = tj_postal_code_format (tj_youth_get_postal_code (youth));
  entry->row.address = keep (self, g_strdup_printf ("%s\n%s", lines->str, code));
  entry->row.locality = keep (self, g_strdup (tj_youth_get_locality (youth)));
  entry->key = keep (
      self, tj_visit_order_key (tj_youth_get_locality (youth), tj_youth_get_street (youth)));
  return TRUE;
}

static gboolean
consider (TjTeamList *self, const TjAgendaRow *agenda, GError **error)
{
  const TjDate today = tj_context_get_today (self->context);
  Entry entry = { build_row (self, agenda), NULL };
  gboolean visit;
  TjLadder ladder;

  entry.key = keep (
      self, g_strdup_printf ("%d%08u%s", agenda->status,
                             agenda->next_due != TJ_DATE_NONE ? agenda->next_due : NO_DEADLINE,
                             agenda->sort_key));
  if (self->kind != TJ_TEAM_SHEET_MEETING)
    {
      if (agenda->status != TJ_STATUS_TO_ACT)
        return TRUE;
      if (!tj_agenda_load (tj_context_get_store (self->context), agenda->youth_id, &ladder, error)
          || !count_attempts (self, agenda->youth_id, ladder.start, &entry.row.n_attempts, error))
        return FALSE;
      visit = is_home_visit_due (&ladder, today);
      if (!visit && (self->kind == TJ_TEAM_SHEET_HOME_VISIT || entry.row.n_attempts == 0))
        return TRUE;
    }
  if (self->kind == TJ_TEAM_SHEET_HOME_VISIT
      && !fill_address (self, &entry, agenda->youth_id, error))
    return FALSE;
  g_array_append_val (self->rows, entry);
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  return strcmp (one->key, other->key);
}

/* The sheet wants rows alone. */
static void
drop_keys (TjTeamList *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (TjTeamSheetRow), self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (rows, g_array_index (self->rows, Entry, i).row);
  g_array_unref (self->rows);
  self->rows = rows;
}

/**
 * tj_team_list_load: the youths on a team sheet today, in its order. Returns a new list, or NULL
 * with `error` set.
 */
TjTeamList *
tj_team_list_load (TjContext *context, TjTeamSheetKind kind, GError **error)
{
  g_autoptr (TjTeamList) self = g_new0 (TjTeamList, 1);

  self->context = context;
  self->kind = kind;
  self->strings = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->agenda
      = tj_agenda_list (tj_context_get_store (context), -1, tj_context_get_today (context), error);
  if (self->agenda == NULL)
    return NULL;
  for (gsize i = 0; i < tj_agenda_list_get_length (self->agenda); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (self->agenda, i);

      if (row->status != TJ_STATUS_CLOSED && !consider (self, row, error))
        return NULL;
    }
  g_array_sort (self->rows, compare_entries);
  drop_keys (self);
  return g_steal_pointer (&self);
}

/**
 * tj_team_list_free: frees the list and its rows.
 */
void
tj_team_list_free (TjTeamList *self)
{
  g_clear_pointer (&self->agenda, tj_agenda_list_unref);
  g_string_chunk_free (self->strings);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * tj_team_list_get_rows: the rows, owned by the list; `n_rows` takes how many.
 */
const TjTeamSheetRow *
tj_team_list_get_rows (TjTeamList *self, guint *n_rows)
{
  *n_rows = self->rows->len;
  return (const TjTeamSheetRow *)self->rows->data;
}

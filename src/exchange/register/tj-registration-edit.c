/* Brings what a row says about a registration into the register: a youth without an open one gets
 * a new one, else the open one takes what is new. Periods of the same youth never overlap, however
 * far a list lags behind, and what a list does not know takes nothing away. */

#include "config.h"

#include "tj-registration-edit.h"

#include "tj-registration-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the youth's closed registrations forbid. */
typedef struct
{
  TjDate last_end;
  gboolean began_today;
} History;

static gboolean
read_history (TjRegistrationEdit *edit, TjYouth *known, History *history, GError **error)
{
  TjDate today = tj_import_job_get_today (edit->job);
  g_autoptr (GPtrArray) list = tj_registrations_list (tj_import_job_get_store (edit->job),
                                                      tj_entity_get_id (known), error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TjRegistration *registration = g_ptr_array_index (list, i);

      history->last_end
          = MAX (history->last_end, tj_registration_get_deregistered_on (registration));
      history->began_today |= tj_registration_get_registered_on (registration) == today;
    }
  return list != NULL;
}

/* A list that lags behind may name a day that lies in an earlier period. */
static void
plan_new (TjRegistrationEdit *edit, const History *history)
{
  TjDate today = tj_import_job_get_today (edit->job);

  edit->start = edit->facts.registered_on != TJ_DATE_NONE ? edit->facts.registered_on : today;
  if (history->last_end == TJ_DATE_NONE || edit->start > history->last_end)
    return;
  edit->start = today;
  edit->warning = TJ_REASON_REOPENED;
  if (history->began_today)
    edit->problem = TJ_REASON_SAME_DAY;
}

/**
 * tj_registration_edit_plan:
 * @edit: its facts are set; the rest is filled in
 * @known: (nullable): the youth of the register, NULL for a new one
 *
 * Decides what is to be done, and whether it can be, before anything is written.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_registration_edit_plan (TjRegistrationEdit *edit,
                           TjImportJob *job,
                           const TjImportRow *row,
                           TjYouth *known,
                           GError **error)
{
  TjDate said = edit->facts.registered_on;
  History history = { 0 };

  edit->job = job;
  edit->row = row;
  if (known != NULL)
    edit->open = tj_import_job_find_open (job, tj_entity_get_id (known));
  if (edit->open != NULL)
    edit->start = tj_registration_get_registered_on (edit->open);
  if (edit->open != NULL && (said == TJ_DATE_NONE || said == edit->start))
    return TRUE;
  if (known != NULL && !read_history (edit, known, &history, error))
    return FALSE;

  if (edit->open == NULL)
    plan_new (edit, &history);
  else if (said > history.last_end)
    edit->start = said;
  return TRUE;
}

/**
 * tj_registration_edit_clear:
 *
 * Frees what @edit owns.
 */
void
tj_registration_edit_clear (TjRegistrationEdit *edit)
{
  g_clear_pointer (&edit->facts.education, g_free);
}

static gboolean
has_new_date (const TjRegistrationEdit *edit)
{
  return edit->start != tj_registration_get_registered_on (edit->open);
}

static gboolean
has_new_background (const TjRegistrationEdit *edit)
{
  return edit->facts.background != TJ_BACKGROUND_UNKNOWN
         && edit->facts.background != tj_registration_get_background (edit->open);
}

static gboolean
has_new_education (const TjRegistrationEdit *edit)
{
  return edit->facts.education[0] != '\0'
         && strcmp (edit->facts.education, tj_registration_get_latest_education (edit->open)) != 0;
}

/**
 * tj_registration_edit_is_changed:
 *
 * Returns: whether there is anything to save, a new registration or a change to the open one
 */
gboolean
tj_registration_edit_is_changed (const TjRegistrationEdit *edit)
{
  return edit->open == NULL || has_new_date (edit) || has_new_background (edit)
         || has_new_education (edit);
}

static void
change_date (TjRegistrationEdit *edit, TjRegistration *copy)
{
  char old_text[TJ_DATE_BUFFER], new_text[TJ_DATE_BUFFER];

  tj_date_write (tj_registration_get_registered_on (edit->open), old_text);
  tj_date_write (edit->start, new_text);
  tj_import_job_differ (edit->job, edit->row, _ ("Registration date"), old_text, new_text);
  tj_registration_set_registered_on (copy, edit->start);
}

static void
change_background (TjRegistrationEdit *edit, TjRegistration *copy)
{
  tj_import_job_differ (
      edit->job, edit->row, _ ("Background"),
      tj_code_label (&tj_backgrounds, tj_registration_get_background (edit->open)),
      tj_code_label (&tj_backgrounds, edit->facts.background));
  tj_registration_set_background (copy, edit->facts.background);
}

static void
change_education (TjRegistrationEdit *edit, TjRegistration *copy)
{
  tj_import_job_differ (edit->job, edit->row, _ ("Latest education"),
                        tj_registration_get_latest_education (edit->open), edit->facts.education);
  tj_registration_set_latest_education (copy, edit->facts.education);
}

static gboolean
update_open (TjRegistrationEdit *edit, GError **error)
{
  g_autoptr (TjRegistration) copy = tj_entity_copy (edit->open);

  if (has_new_date (edit))
    change_date (edit, copy);
  if (has_new_background (edit))
    change_background (edit, copy);
  if (has_new_education (edit))
    change_education (edit, copy);
  return tj_registrations_update (tj_import_job_get_change (edit->job), copy, error);
}

static gboolean
insert_new (TjRegistrationEdit *edit, gint64 youth_id, GError **error)
{
  g_autoptr (TjRegistration) registration = tj_registration_new (youth_id);

  tj_registration_set_registered_on (registration, edit->start);
  tj_registration_set_background (registration, edit->facts.background);
  tj_registration_set_latest_education (registration, edit->facts.education);
  return tj_registrations_insert (tj_import_job_get_change (edit->job), registration, error) != 0;
}

/**
 * tj_registration_edit_save:
 *
 * Writes what was planned.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_registration_edit_save (TjRegistrationEdit *edit, gint64 youth_id, GError **error)
{
  g_assert (edit->problem == TJ_REASON_NONE);

  if (edit->open == NULL)
    return insert_new (edit, youth_id, error);
  return !tj_registration_edit_is_changed (edit) || update_open (edit, error);
}

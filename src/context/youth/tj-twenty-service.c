/* The twentieth birthday, at which the responsibility ends (skollagen 29:9): who comes to it, and the
 * deregistration that follows. */

#include "config.h"

#include "tj-twenty-service.h"

#include "tj-agenda.h"
#include "tj-registration-ending.h"

#include <glib/gi18n-lib.h>

#define ENDS_AT_AGE 20

/**
 * tj_turning_twenty_free: frees one of tj_twenty_service_list().
 */
void
tj_turning_twenty_free (TjTurningTwenty *twenty)
{
  g_free (twenty->personal_number);
  g_free (twenty->name);
  g_free (twenty);
}

static TjTurningTwenty *
new_turning_twenty (TjContext *context, const TjAgendaRow *row)
{
  TjTurningTwenty *twenty = g_new0 (TjTurningTwenty, 1);

  twenty->youth_id = row->youth_id;
  twenty->is_protected = row->protection != TJ_PROTECTION_NONE;
  twenty->personal_number = g_strdup (twenty->is_protected ? "" : row->personal_number);
  twenty->name = twenty->is_protected
                     ? g_strdup (_ ("Protected person"))
                     : g_strdup_printf ("%s %s", row->given_name, row->family_name);
  twenty->turns_twenty = tj_date_birthday (row->birth, ENDS_AT_AGE);
  twenty->has_turned = twenty->turns_twenty <= tj_context_get_today (context);
  return twenty;
}

static int
compare_birthdays (gconstpointer a, gconstpointer b)
{
  TjDate x = (*(TjTurningTwenty *const *)a)->turns_twenty;
  TjDate y = (*(TjTurningTwenty *const *)b)->turns_twenty;

  return (x > y) - (x < y);
}

/**
 * tj_twenty_service_list: those with an open registration who turn 20 within `days`,
 * or have turned, by birthday. Returns a new array of TjTurningTwenty that owns its elements; NULL
 * with `error` set.
 */
GPtrArray *
tj_twenty_service_list (TjContext *context, guint days, GError **error)
{
  TjDate today = tj_context_get_today (context);
  g_autoptr (TjAgendaList) rows = tj_agenda_list (tj_context_get_store (context), -1, today, error);
  GPtrArray *soon = NULL;

  if (rows == NULL)
    return NULL;
  soon = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_turning_twenty_free);
  for (gsize i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);

      if (row->status != TJ_STATUS_CLOSED && row->birth != TJ_DATE_NONE
          && tj_date_birthday (row->birth, ENDS_AT_AGE) <= today + days)
        g_ptr_array_add (soon, new_turning_twenty (context, row));
    }
  g_ptr_array_sort (soon, compare_birthdays);
  return soon;
}

/* The ending on the birthday, or, when something happened after it, on the day of that. */
static gboolean
load_twenty (TjRegistrationEnding *ending, TjContext *context, gint64 youth_id, GError **error)
{
  if (!tj_registration_ending_load (ending, context, youth_id, error))
    return FALSE;
  if (tj_youth_get_birth (ending->youth) == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("The day of birth is not known."));
  ending->date = MAX (tj_date_birthday (tj_youth_get_birth (ending->youth), ENDS_AT_AGE),
                      tj_registration_get_registered_on (ending->registration));
  ending->date = MAX (ending->date, ending->latest_event);
  return tj_registration_ending_check (ending, TRUE, error);
}

/**
 * tj_twenty_service_preview: the day on which
 * tj_twenty_service_deregister() would deregister the youth. `error` says why it cannot.
 */
gboolean
tj_twenty_service_preview (TjContext *context, gint64 youth_id, TjDate *date, GError **error)
{
  g_auto (TjRegistrationEnding) ending = { .reason = TJ_DEREGISTRATION_TWENTY };

  if (!load_twenty (&ending, context, youth_id, error))
    return FALSE;
  *date = ending.date;
  return TRUE;
}

/**
 * tj_twenty_service_deregister: deregisters youths who have turned 20, each on the
 * birthday (or, when something happened after it, on the day of that), all in one change or none.
 * Measures that are open end with it.
 */
gboolean
tj_twenty_service_deregister (TjContext *context,
                              const gint64 *youth_ids,
                              gsize n_youths,
                              GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "deregister-twenty", error);

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < n_youths; i++)
    {
      g_auto (TjRegistrationEnding) ending = { .reason = TJ_DEREGISTRATION_TWENTY };

      if (!load_twenty (&ending, context, youth_ids[i], error)
          || !tj_registration_ending_write (&ending, change, error))
        return FALSE;
    }
  return tj_change_commit (change, error);
}

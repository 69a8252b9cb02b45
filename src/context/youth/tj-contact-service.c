/* Logging a contact, the same from the command line and the window: checked against the
 * registration it belongs to, earlier follow-ups closed when the youth was reached, and the next
 * one set by the routine. */

#include "config.h"

#include "tj-contact-service.h"

#include <glib/gi18n-lib.h>

#include "tj-contact-repository.h"
#include "tj-follow-up-repository.h"
#include "tj-follow-up-service.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-open-registration.h"

static gboolean
is_reached (TjContact *contact)
{
  return tj_outcome_is_reached (tj_contact_get_outcome (contact));
}

/* A talk today settles what was agreed before it. */
static gboolean
close_earlier_follow_ups (TjContext *context, TjChange *change, TjContact *contact, GError **error)
{
  g_autoptr (GPtrArray) follow_ups = tj_follow_ups_list (tj_context_get_store (context),
                                                         tj_contact_get_youth_id (contact), error);

  if (follow_ups == NULL)
    return FALSE;
  for (guint i = 0; i < follow_ups->len; i++)
    {
      TjFollowUp *follow_up = g_ptr_array_index (follow_ups, i);

      if (tj_follow_up_get_done_on (follow_up) != TJ_DATE_NONE)
        continue;
      tj_follow_up_set_done_on (follow_up, tj_contact_get_date (contact));
      if (!tj_follow_ups_update (change, follow_up, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_follow_up (TjChange *change, TjContact *contact, TjDate due, GError **error)
{
  const char *reason = tj_code_label (&tj_occupations, tj_contact_get_occupation (contact));
  g_autoptr (TjFollowUp) follow_up
      = g_object_new (TJ_TYPE_FOLLOW_UP, "youth-id", tj_contact_get_youth_id (contact), "due", due,
                      "reason", reason, NULL);

  return tj_follow_ups_insert (change, follow_up, error) != 0;
}

/**
 * tj_contact_service_propose_follow_up: when the routine says to hear from the youth again after
 * this contact; TJ_DATE_NONE when nobody was reached.
 */
TjDate
tj_contact_service_propose_follow_up (TjContext *context, TjContact *contact)
{
  if (!is_reached (contact))
    return TJ_DATE_NONE;
  return tj_follow_up_service_propose (context, tj_contact_get_occupation (contact),
                                       tj_contact_get_date (contact));
}

/* What holds for every contact, whenever it was. */
static gboolean
check_content (TjContext *context, TjContact *contact, GError **error)
{
  if (tj_contact_get_date (contact) > tj_context_get_today (context))
    return tj_context_refuse (error,
                              _ ("The contact's date lies ahead. Give today or an earlier day."));
  if (tj_contact_get_channel (contact) == TJ_CHANNEL_CONCERN_REPORT
      && *tj_contact_get_note (contact) != '\0')
    return tj_context_refuse (error, _ ("Of a concern report only the day is noted. Leave the note "
                                        "empty."));
  if (!is_reached (contact) && tj_contact_get_occupation (contact) != TJ_OCCUPATION_UNKNOWN)
    return tj_context_refuse (error,
                              _ ("An occupation can only be noted when the youth was reached."));
  return TRUE;
}

/**
 * tj_contact_service_check: whether the contact can be logged: the youth has an open
 * registration, the day lies within it and not ahead, and an occupation is given only when the
 * youth was reached. `error` says in words what to change.
 */
gboolean
tj_contact_service_check (TjContext *context, TjContact *contact, GError **error)
{
  g_autoptr (TjRegistration) registration
      = tj_open_registration_load (context, tj_contact_get_youth_id (contact), error);
  const TjDate date = tj_contact_get_date (contact);

  if (registration == NULL)
    return FALSE;
  if (date < tj_registration_get_registered_on (registration))
    return tj_context_refuse (error,
                              _ ("The contact is dated before the registration. Check the date."));
  return check_content (context, contact, error);
}

/**
 * tj_contact_service_check_change: whether a contact of the register can be as it is to be: as for a
 * new one, but it may belong to any registration of the youth. `error` says what to change.
 */
gboolean
tj_contact_service_check_change (TjContext *context, TjContact *contact, GError **error)
{
  TjDate date = tj_contact_get_date (contact);
  g_autoptr (GPtrArray) registrations = tj_registrations_list (
      tj_context_get_store (context), tj_contact_get_youth_id (contact), error);

  if (registrations == NULL)
    return FALSE;
  for (guint i = 0; i < registrations->len; i++)
    {
      TjDate end = tj_registration_get_deregistered_on (registrations->pdata[i]);

      if (date >= tj_registration_get_registered_on (registrations->pdata[i])
          && (end == TJ_DATE_NONE || date <= end))
        return check_content (context, contact, error);
    }
  return tj_context_refuse (error, _ ("The contact is dated outside every registration. Check the "
                                      "date."));
}

/**
 * tj_contact_service_change: checks and writes a contact of the register as it is to be. Follow-ups
 * stay as they are. Refused with TJ_STORE_ERROR_STALE when the row was changed since it was read.
 */
gboolean
tj_contact_service_change (TjContext *context, TjContact *contact, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_contact_service_check_change (context, contact, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-contact", error);
  return change != NULL && tj_contacts_update (change, contact, error)
         && tj_change_commit (change, error);
}

/**
 * tj_contact_service_remove: takes a contact that was written by mistake away.
 */
gboolean
tj_contact_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-contact", error);

  return change != NULL && tj_contacts_delete (change, id, error)
         && tj_change_commit (change, error);
}

static gboolean
write_contact (TjContext *context,
               TjChange *change,
               TjContact *contact,
               TjDate follow_up,
               GError **error)
{
  const TjDate next = follow_up != TJ_DATE_NONE
                          ? follow_up
                          : tj_contact_service_propose_follow_up (context, contact);

  if (!tj_contact_service_check (context, contact, error)
      || tj_contacts_insert (change, contact, error) == 0)
    return FALSE;
  if (is_reached (contact) && !close_earlier_follow_ups (context, change, contact, error))
    return FALSE;
  return next == TJ_DATE_NONE || add_follow_up (change, contact, next, error);
}

/**
 * tj_contact_service_log: checks and keeps a contact in one change. `follow_up` is the day agreed
 * for the next one (TJ_DATE_NONE: as the routine proposes). Nothing is kept on failure.
 */
gboolean
tj_contact_service_log (TjContext *context, TjContact *contact, TjDate follow_up, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "log-contact", error);

  return change != NULL && write_contact (context, change, contact, follow_up, error)
         && tj_change_commit (change, error);
}

/**
 * tj_contact_service_log_for: checks and keeps the same contact for each of several youths, as after
 * a round of text messages, in one change: all or nothing. `contact` is left as it was.
 */
gboolean
tj_contact_service_log_for (TjContext *context,
                            TjContact *contact,
                            const gint64 *youth_ids,
                            gsize n_youths,
                            TjDate follow_up,
                            GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "log-contact", error);

  for (gsize i = 0; change != NULL && i < n_youths; i++)
    {
      g_autoptr (TjContact) copy = tj_entity_copy (contact);

      tj_contact_set_youth_id (copy, youth_ids[i]);
      if (!write_contact (context, change, copy, follow_up, error))
        return FALSE;
    }
  return change != NULL && tj_change_commit (change, error);
}

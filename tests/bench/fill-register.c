/* Gives every youth of a register more unanswered attempts than a demo does, so that commands are
 * measured on a long history. With YEARS the attempts are spread over so many years, with a
 * registration of then. The passphrase comes on file descriptor 3.
 * Use: fill-register DIR YYYY-MM-DD ATTEMPTS [YEARS] */

#include "config.h"

#include <stdlib.h>

#include "tj-contact-repository.h"
#include "tj-context.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#define PASSPHRASE_FD 3
#define DAYS_BETWEEN 9
#define DAYS_A_YEAR 365

static gboolean
take_id (TjYouth *youth, gpointer ids)
{
  const gint64 id = tj_entity_get_id (TJ_ENTITY (youth));

  g_array_append_val ((GArray *)ids, id);
  return TRUE;
}

static gboolean
add_attempts (TjChange *change,
              gint64 youth_id,
              TjDate today,
              int attempts,
              int days_between,
              GError **error)
{
  for (int i = 1; i <= attempts; i++)
    {
      g_autoptr (TjContact) contact = tj_contact_new (youth_id);

      tj_contact_set_date (contact, today - (TjDate)(i * days_between));
      tj_contact_set_channel (contact, TJ_CHANNEL_PHONE);
      tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
      if (tj_contacts_insert (change, contact, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* From then until the middle of the time; each youth at another time of the year. */
static gboolean
add_past (TjChange *change, gint64 youth_id, TjDate today, int years, GError **error)
{
  const TjDate from = today - (TjDate)(years * DAYS_A_YEAR - youth_id % DAYS_A_YEAR);
  g_autoptr (TjRegistration) registration
      = g_object_new (TJ_TYPE_REGISTRATION, "youth-id", youth_id, "registered-on", from,
                      "deregistered-on", from + (TjDate)(years * DAYS_A_YEAR / 2), "reason",
                      TJ_DEREGISTRATION_NATIONAL_PROGRAMME, NULL);

  return tj_registrations_insert (change, registration, error) != 0;
}

static gboolean
fill (TjContext *context, int attempts, int years, GError **error)
{
  const int days_between = years > 0 ? years * DAYS_A_YEAR / attempts : DAYS_BETWEEN;
  const TjDate today = tj_context_get_today (context);
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjChange) change = NULL;

  if (!tj_youths_foreach (store, take_id, ids, error)
      || (change = tj_change_begin (store, "fill", error)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if ((years > 0 && !add_past (change, g_array_index (ids, gint64, i), today, years, error))
        || !add_attempts (change, g_array_index (ids, gint64, i), today, attempts, days_between,
                          error))
      return FALSE;
  return tj_change_commit (change, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_fd (PASSPHRASE_FD, &error);
  g_autoptr (TjContext) context = NULL;

  if (argc < 4 || argc > 5 || passphrase == NULL)
    return 2;
  context = tj_context_new (argv[1], tj_date_parse (argv[2]));
  if (tj_context_unlock_with_passphrase (context, passphrase, &error)
      && fill (context, atoi (argv[3]), argc > 4 ? atoi (argv[4]) : 0, &error)
      && tj_context_close (context, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

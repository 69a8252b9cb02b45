/* The target group by our own hand, set against the list of IST: whom the two do not agree on, and
 * above all whom nobody sees. */

#include "config.h"

#include "tj-target-group-service.h"

#include <glib/gi18n-lib.h>

#include "tj-fact-repository.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-resident.h"
#include "tj-target-roll.h"
#include "tj-youth-repository.h"

/**
 * tj_target_row_free: frees a row.
 */
void
tj_target_row_free (TjTargetRow *row)
{
  g_free (row->personal_number);
  g_free (row->name);
  g_free (row->school);
  g_free (row);
}

static char *
dup_name (const TjTargetMember *member)
{
  g_autofree char *name = NULL;

  if (member->is_protected)
    return g_strdup (_ ("Protected person"));
  name = g_strdup_printf ("%s %s", member->given_name, member->family_name);
  return g_strdup (g_strstrip (name));
}

static TjTargetRow *
new_row (const TjTargetMember *member, const TjTargetResult *result)
{
  TjTargetRow *row = g_new0 (TjTargetRow, 1);

  row->youth_id = member->youth_id;
  row->is_protected = member->is_protected;
  row->personal_number = g_strdup (member->is_protected ? "" : member->personal_number);
  row->name = dup_name (member);
  row->in_ist = member->facts.in_ist;
  row->school = g_strdup (result->school != NULL ? result->school : "");
  row->result = *result;
  row->result.school = NULL;
  return row;
}

/* By number; protected people stand last, where their place tells nothing. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TjTargetRow *x = *(TjTargetRow *const *)a, *y = *(TjTargetRow *const *)b;

  if (x->is_protected != y->is_protected)
    return x->is_protected ? 1 : -1;
  if (x->is_protected)
    return (x->youth_id > y->youth_id) - (x->youth_id < y->youth_id);
  return g_strcmp0 (x->personal_number, y->personal_number);
}

/**
 * tj_target_group_service_list: everybody who lives here, is on the latest list of IST or is
 * registered, with the six conditions answered and the finding. With very many people it takes
 * seconds. Returns a new array of TjTargetRow that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_target_group_service_list (TjContext *context, GError **error)
{
  g_autoptr (TjTargetRoll) roll = tj_target_roll_new (context, error);
  GPtrArray *rows = NULL;

  if (roll == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_target_row_free);
  for (guint i = 0; i < tj_target_roll_get_length (roll); i++)
    {
      const TjTargetMember *member = tj_target_roll_get_member (roll, i);
      TjTargetResult result;

      if (!member->is_concerned)
        continue;
      tj_target_group_judge (&member->facts, tj_target_roll_get_sources (roll), &result);
      g_ptr_array_add (rows, new_row (member, &result));
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

/**
 * tj_target_group_service_count_unseen: how many youths nobody sees.
 */
gboolean
tj_target_group_service_count_unseen (TjContext *context, guint *n, GError **error)
{
  g_autoptr (TjTargetRoll) roll = tj_target_roll_new (context, error);

  if (roll == NULL)
    return FALSE;
  *n = 0;
  for (guint i = 0; i < tj_target_roll_get_length (roll); i++)
    {
      const TjTargetMember *member = tj_target_roll_get_member (roll, i);
      TjTargetResult result;

      tj_target_group_judge (&member->facts, tj_target_roll_get_sources (roll), &result);
      *n += member->is_concerned && result.finding == TJ_TARGET_NOBODY_SEES;
    }
  return TRUE;
}

static TjYouth *
new_youth (TjResident *resident)
{
  TjYouth *youth = tj_youth_new ();

  tj_youth_set_personal_number (youth, tj_resident_get_personal_number (resident));
  tj_youth_set_given_name (youth, tj_resident_get_given_name (resident));
  tj_youth_set_family_name (youth, tj_resident_get_family_name (resident));
  tj_youth_set_care_of (youth, tj_resident_get_care_of (resident));
  tj_youth_set_street (youth, tj_resident_get_street (resident));
  tj_youth_set_extra (youth, tj_resident_get_extra (resident));
  tj_youth_set_postal_code (youth, tj_resident_get_postal_code (resident));
  tj_youth_set_locality (youth, tj_resident_get_locality (resident));
  tj_youth_set_protection (youth, tj_resident_get_protection (resident));
  return youth;
}

/* The youth of that number, or a new one as the population register has them. */
static gint64
find_or_add (TjContext *context, TjChange *change, const char *personal_number, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) residents = NULL;
  g_autoptr (TjYouth) youth = NULL;
  gint64 id = tj_youths_find (store, personal_number, NULL);

  if (id != 0)
    return id;
  residents = tj_facts_list (store, TJ_TYPE_RESIDENT, personal_number, error);
  if (residents == NULL)
    return 0;
  if (residents->len == 0)
    {
      tj_context_refuse (error, _ ("The population register's list has nobody with this number."));
      return 0;
    }
  youth = new_youth (residents->pdata[0]);
  return tj_youths_insert (change, youth, error);
}

/**
 * tj_target_group_service_register: registers one whom nobody saw, on `date`, with name and address
 * as the population register has them, in one change. Returns the youth's id; 0 with `error` set.
 */
gint64
tj_target_group_service_register (TjContext *context,
                                  const char *personal_number,
                                  TjDate date,
                                  GError **error)
{
  g_autoptr (TjChange) change = tj_change_begin (tj_context_get_store (context), "register", error);
  gint64 id = change != NULL ? find_or_add (context, change, personal_number, error) : 0;
  g_autoptr (TjRegistration) registration = NULL;

  if (id == 0)
    return 0;
  registration = tj_registration_new (id);
  tj_registration_set_registered_on (registration, date);
  if (!tj_registration_service_check (context, registration, error)
      || tj_registrations_insert (change, registration, error) == 0
      || !tj_change_commit (change, error))
    return 0;
  return id;
}

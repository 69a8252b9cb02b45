/* The target group by our own hand, set against the list of IST: whom the two do not agree on, and
 * above all whom nobody sees. */

#include "config.h"

#include "tj-target-group-service.h"

#include <glib/gi18n-lib.h>

#include "tj-registration-start.h"
#include "tj-target-roll.h"

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

/**
 * tj_target_group_service_register: registers one whom nobody saw, on `date`, with name and address
 * as the population register has them and background as the schools tell it, in one change. Returns
 * the youth's id; 0 with `error` set.
 */
gint64
tj_target_group_service_register (TjContext *context,
                                  const char *personal_number,
                                  TjDate date,
                                  GError **error)
{
  g_auto (TjRegistrationStart) start = { 0 };
  g_autoptr (TjChange) change = NULL;
  gint64 id;

  if (!tj_registration_start_load (&start, context, personal_number, error)
      || !tj_registration_start_find_facts (&start, error))
    return 0;
  start.date = date;
  change = tj_change_begin (tj_context_get_store (context), "register", error);
  id = change != NULL ? tj_registration_start_write (&start, change, error) : 0;
  return id != 0 && tj_change_commit (change, error) ? id : 0;
}

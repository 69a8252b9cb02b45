/* From the address of a screen to the youths on it: a status ("to-act"), a group of Today
 * ("step-brev1"), a saved filter ("filter-3"), the youths behind a number ("chosen=Work=12,15"), or
 * none for all who are not closed. */

#include "config.h"

#include "tj-youth-scope.h"

#include "tj-agenda-groups.h"

#include <glib/gi18n.h>
#include <string.h>

#define FILTER_PREFIX "filter-"
#define CHOSEN_PREFIX "chosen="

static const TjAgendaRow *
row_at (TjPeople *people, guint position)
{
  return tj_agenda_list_get_row (tj_people_load (people, NULL), position);
}

static gboolean
is_open (TjPeople *people, guint position, gpointer user_data)
{
  return row_at (people, position)->status != TJ_STATUS_CLOSED;
}

static gboolean
has_status (TjPeople *people, guint position, gpointer status)
{
  return row_at (people, position)->status == GPOINTER_TO_INT (status);
}

static gboolean
is_in_group (TjPeople *people, guint position, gpointer youths)
{
  return g_hash_table_contains (youths, &row_at (people, position)->youth_id);
}

static gboolean
resolve_group (TjPeople *people, const char *key, TjYouthScope *scope, GError **error)
{
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (people, error);
  const TjAgendaGroup *group;

  if (groups == NULL)
    return FALSE;

  group = tj_agenda_groups_find (groups, key);
  scope->title = g_strdup (group != NULL ? group->label : _ ("Youths"));
  scope->only = group != NULL ? is_in_group : is_open;
  if (group != NULL)
    {
      scope->data = g_hash_table_ref (group->youths);
      scope->destroy = (GDestroyNotify)g_hash_table_unref;
    }
  return TRUE;
}

static gboolean
is_chosen (TjPeople *people, guint position, gpointer filter)
{
  return tj_people_matches (people, position, filter);
}

static gboolean
resolve_filter (TjPeople *people, gint64 id, TjYouthScope *scope, GError **error)
{
  g_autoptr (GError) problem = NULL;
  TjSavedFilter *filter = tj_saved_filters_find (tj_people_get_context (people), id, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  scope->title = g_strdup (filter != NULL ? filter->name : _ ("Youths"));
  if (filter != NULL)
    {
      scope->filter_id = id;
      scope->only = is_chosen;
      scope->data = filter;
      scope->destroy = (GDestroyNotify)tj_saved_filter_free;
    }
  return TRUE;
}

/* A list that was chosen youth by youth: what it is called, and their ids. */
static void
resolve_chosen (const char *part, TjYouthScope *scope)
{
  const char *title = part + strlen (CHOSEN_PREFIX);
  const char *ids = strrchr (title, '=');
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids + 1 : "", ",", -1);
  GHashTable *youths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      g_hash_table_add (youths, g_memdup2 (&id, sizeof id));
    }
  scope->title = ids != NULL ? g_strndup (title, (gsize)(ids - title)) : g_strdup (_ ("Youths"));
  scope->only = is_in_group;
  scope->data = youths;
  scope->destroy = (GDestroyNotify)g_hash_table_unref;
}

/* Fills in `scope`; its title and data are handed over. A part that is unknown, as of a filter that
 * was removed, shows all. FALSE when the register cannot be read. */
gboolean
tj_youth_scope_resolve (TjPeople *people, const char *part, TjYouthScope *scope, GError **error)
{
  int status;

  *scope = (TjYouthScope){ .only = is_open };
  if (tj_people_load (people, error) == NULL)
    return FALSE;

  if (part == NULL)
    {
      scope->title = g_strdup (_ ("Youths"));
    }
  else if (tj_code_parse (&tj_statuses, part, &status))
    {
      scope->title = g_strdup (tj_code_label (&tj_statuses, status));
      scope->only = has_status;
      scope->data = GINT_TO_POINTER (status);
    }
  else if (g_str_has_prefix (part, CHOSEN_PREFIX))
    {
      resolve_chosen (part, scope);
    }
  else if (g_str_has_prefix (part, FILTER_PREFIX))
    {
      return resolve_filter (people, g_ascii_strtoll (part + strlen (FILTER_PREFIX), NULL, 10),
                             scope, error);
    }
  else
    {
      return resolve_group (people, part, scope, error);
    }
  return TRUE;
}

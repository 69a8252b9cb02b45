/* What stands in the sidebar: the screens, under Youths its six lists, and under those the saved
 * filters, each with how many it holds. */

#include "config.h"

#include "tj-sidebar-lines.h"

#include "tj-agenda.h"
#include "tj-screens.h"

#include <glib/gi18n.h>

void
tj_sidebar_lines_build (TjSidebar *sidebar)
{
  const TjScreen *screen;
  guint i;
  int status;

  for (i = 0; (screen = tj_screens_get (i)) != NULL; i++)
    {
      tj_sidebar_append (sidebar, screen->name, _ (screen->title), screen->icon_name);
      if (!g_str_equal (screen->name, "youths"))
        continue;

      for (status = 0; status < TJ_N_STATUSES; status++)
        {
          g_autofree char *list = tj_screens_dup_list (status);

          tj_sidebar_append (sidebar, list, tj_code_label (&tj_statuses, status), NULL);
        }
    }
}

/* Counts the lists anew. */
gboolean
tj_sidebar_lines_count (TjSidebar *sidebar, TjContext *context, GError **error)
{
  guint counts[TJ_N_STATUSES] = { 0 };
  int status;

  if (!tj_agenda_counts (tj_context_get_store (context), tj_context_get_today (context), counts,
                         error))
    return FALSE;

  for (status = 0; status < TJ_N_STATUSES; status++)
    {
      g_autofree char *screen = tj_screens_dup_list (status);

      tj_sidebar_set_count (sidebar, screen, counts[status]);
    }
  return TRUE;
}

/* Gives each saved filter its line under the lists, with the number it chooses. */
void
tj_sidebar_lines_show_filters (TjSidebar *sidebar, TjContext *context, TjPeople *people)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (context, NULL);
  g_autofree char *above = tj_screens_dup_list (TJ_N_STATUSES - 1);
  guint i;

  tj_sidebar_remove_like (sidebar, "youths:filter-");
  for (i = 0; filters != NULL && i < filters->len; i++)
    {
      const TjSavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, filter->id);

      tj_sidebar_insert_below (sidebar, above, screen, filter->name, NULL);
      tj_sidebar_set_count (sidebar, screen, tj_people_count_filter (people, filter));
      g_free (above);
      above = g_strdup (screen);
    }
}

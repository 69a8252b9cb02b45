/* All that the register knows to have happened to a youth, latest first: registrations, contacts,
 * knowledge from others, follow-ups agreed. */

#include "config.h"

#include "tj-timeline.h"

#include "tj-contact-repository.h"
#include "tj-event-row.h"
#include "tj-follow-up-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-registration-repository.h"

#include <glib/gi18n.h>

/* The events on their way to the timeline, unsorted. */
typedef struct
{
  GPtrArray *rows;
  TjDate today;
} Events;

static void
add (Events *events, TjDate date, const char *what, const char *more)
{
  g_ptr_array_add (events->rows,
                   g_object_ref_sink (tj_event_row_new (date, what, more, events->today)));
}

static void
add_registration (gpointer data, gpointer user_data)
{
  TjRegistration *registration = data;
  TjDate end = tj_registration_get_deregistered_on (registration);
  const char *background
      = tj_code_label (&tj_backgrounds, tj_registration_get_background (registration));
  const char *education = tj_registration_get_latest_education (registration);
  g_autofree char *more = *education != '\0' ? g_strdup_printf ("%s · %s", background, education)
                                             : g_strdup (background);

  add (user_data, tj_registration_get_registered_on (registration), _ ("Registered"), more);
  if (end != TJ_DATE_NONE)
    add (user_data, end, _ ("Deregistered"),
         tj_code_label (&tj_deregistrations, tj_registration_get_reason (registration)));
}

static void
add_contact (gpointer data, gpointer user_data)
{
  Events *events = user_data;

  g_ptr_array_add (events->rows,
                   g_object_ref_sink (tj_event_row_new_for_contact (data, events->today)));
}

static void
add_knowledge (gpointer data, gpointer user_data)
{
  TjKnowledge *knowledge = data;
  g_autofree char *source = g_strdup_printf (
      _ ("Source: %s"), tj_code_label (&tj_sources, tj_knowledge_get_source (knowledge)));

  add (user_data, tj_knowledge_get_date (knowledge),
       tj_code_label (&tj_occupations, tj_knowledge_get_occupation (knowledge)), source);
}

static void
add_follow_up (gpointer data, gpointer user_data)
{
  TjFollowUp *follow_up = data;
  TjDate done = tj_follow_up_get_done_on (follow_up);
  const char *reason = tj_follow_up_get_reason (follow_up);

  if (done == TJ_DATE_NONE)
    add (user_data, tj_follow_up_get_due (follow_up), _ ("To be heard of again"), reason);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  TjDate date_a = tj_event_row_get_date (*(TjEventRow *const *)a);
  TjDate date_b = tj_event_row_get_date (*(TjEventRow *const *)b);

  return (date_a < date_b) - (date_a > date_b);
}

static gboolean
collect (GPtrArray *entities, GFunc func, Events *events)
{
  g_autoptr (GPtrArray) owned = entities;

  if (entities == NULL)
    return FALSE;

  g_ptr_array_foreach (owned, func, events);
  return TRUE;
}

/* Puts the youth's events in `box`, in place of what it held. */
gboolean
tj_timeline_fill (GtkBox *box, TjContext *context, gint64 youth_id, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Events events = { rows, tj_context_get_today (context) };
  GtkWidget *child;
  guint i;

  if (!collect (tj_follow_ups_list (store, youth_id, error), add_follow_up, &events)
      || !collect (tj_contacts_list (store, youth_id, error), add_contact, &events)
      || !collect (tj_knowledge_list (store, youth_id, error), add_knowledge, &events)
      || !collect (tj_registrations_list (store, youth_id, error), add_registration, &events))
    return FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  g_ptr_array_sort (rows, compare_dates);
  for (i = 0; i < rows->len; i++)
    gtk_box_append (box, g_ptr_array_index (rows, i));

  return TRUE;
}

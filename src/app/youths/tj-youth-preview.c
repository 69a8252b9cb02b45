/* The selected youth at a glance: what comes next and the last three events, so that most calls
 * need no change of page. */

#include "config.h"

#include "tj-youth-preview.h"

#include "tj-contact-repository.h"
#include "tj-date-text.h"
#include "tj-event-row.h"
#include "tj-youth-item.h"

#include <glib/gi18n.h>

#define N_EVENTS 3

struct _TjYouthPreview
{
  AdwBin parent_instance;

  GtkStack *state;
  AdwStatusPage *none;
  GtkLabel *name;
  GtkLabel *status;
  GtkLabel *next;
  GtkBox *events;
};

G_DEFINE_FINAL_TYPE (TjYouthPreview, tj_youth_preview, ADW_TYPE_BIN)

static void
show_events (TjYouthPreview *self, GPtrArray *contacts, TjDate today)
{
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->events))) != NULL)
    gtk_box_remove (self->events, child);

  for (i = 0; i < contacts->len && i < N_EVENTS; i++)
    gtk_box_append (self->events, tj_event_row_new_for_contact (
                                      g_ptr_array_index (contacts, contacts->len - 1 - i), today));
  if (contacts->len == 0)
    {
      GtkWidget *none = gtk_label_new (_ ("No contact yet"));

      gtk_label_set_xalign (GTK_LABEL (none), 0);
      gtk_widget_add_css_class (none, "dim-label");
      gtk_box_append (self->events, none);
    }
}

/* The age is of the person: a protected one has none here. */
static char *
dup_status (const TjAgendaRow *row, TjDate today)
{
  const char *status = tj_code_label (&tj_statuses, row->status);

  if (row->protection != TJ_PROTECTION_NONE || row->birth == TJ_DATE_NONE)
    return g_strdup (status);
  return g_strdup_printf (_ ("%d years · %s"), tj_date_age (row->birth, today), status);
}

static void
tj_youth_preview_class_init (TjYouthPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-youth-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, state);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, none);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, name);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, status);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, next);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPreview, events);
}

static void
tj_youth_preview_init (TjYouthPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says that so many are selected, or how to select one. */
void
tj_youth_preview_show_number (TjYouthPreview *self, guint n)
{
  g_autofree char *text
      = n > 0 ? g_strdup_printf (ngettext ("%u youth selected", "%u youths selected", n), n)
              : g_strdup (_ ("Select a youth to see what comes next"));

  g_return_if_fail (TJ_IS_YOUTH_PREVIEW (self));

  adw_status_page_set_description (self->none, text);
  gtk_stack_set_visible_child_name (self->state, "none");
}

/* Shows a youth. */
void
tj_youth_preview_show (TjYouthPreview *self, TjContext *context, const TjAgendaRow *row)
{
  TjDate today = tj_context_get_today (context);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TJ_IS_YOUTH_PREVIEW (self));

  gtk_stack_set_visible_child_name (self->state, "youth");
  {
    g_autofree char *name = tj_youth_row_dup_name (row);
    g_autofree char *next = tj_youth_row_dup_next (row, today);
    g_autofree char *status = dup_status (row, today);

    gtk_label_set_label (self->name, name);
    gtk_label_set_label (self->status, status);
    gtk_label_set_label (self->next, next);
  }

  contacts = tj_contacts_list (tj_context_get_store (context), row->youth_id, &error);
  if (contacts == NULL)
    gtk_label_set_label (self->next, error->message);
  else
    show_events (self, contacts, today);
}

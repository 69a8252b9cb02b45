/* One event on a timeline: its date in a column of its own, what happened, and in a second line
 * what more there is to say. */

#include "config.h"

#include "tj-event-row.h"

#include "tj-contact-text.h"
#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjEventRow
{
  GtkWidget parent_instance;

  GtkLabel *when;
  GtkLabel *what;
  GtkLabel *more;

  TjDate date;
};

G_DEFINE_FINAL_TYPE (TjEventRow, tj_event_row, GTK_TYPE_WIDGET)

static void
tj_event_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tj_event_row_parent_class)->dispose (object);
}

static void
tj_event_row_class_init (TjEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_event_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-event-row.ui");
  gtk_widget_class_set_css_name (widget_class, "event");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, TjEventRow, when);
  gtk_widget_class_bind_template_child (widget_class, TjEventRow, what);
  gtk_widget_class_bind_template_child (widget_class, TjEventRow, more);
}

static void
tj_event_row_init (TjEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `more` may be NULL. */
GtkWidget *
tj_event_row_new (TjDate date, const char *what, const char *more, TjDate today)
{
  TjEventRow *self = g_object_new (TJ_TYPE_EVENT_ROW, NULL);
  g_autofree char *when = tj_date_text_short (date, today);
  g_autofree char *full = tj_date_text_long (date);
  g_autofree char *name = g_strdup_printf ("%s: %s", when, what);

  self->date = date;
  gtk_label_set_label (self->when, when);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), full);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL && *more != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/* "Sms, no answer", with the occupation heard of and the note below. */
GtkWidget *
tj_event_row_new_for_contact (TjContact *contact, TjDate today)
{
  g_autofree char *what = tj_contact_text_what (contact);
  g_autofree char *more = tj_contact_text_more (contact);

  return tj_event_row_new (tj_contact_get_date (contact), what, more, today);
}

TjDate
tj_event_row_get_date (TjEventRow *self)
{
  g_return_val_if_fail (TJ_IS_EVENT_ROW (self), TJ_DATE_NONE);

  return self->date;
}

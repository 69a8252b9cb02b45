/* The contacts with a youth: the form that logs one, and below it those there are, to change or to
 * take away. */

#include "config.h"

#include "tj-contacts-tab.h"

#include "tj-contact-form.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-contact-text.h"
#include "tj-date-text.h"
#include "tj-form-section.h"
#include "tj-registration-repository.h"

#include <glib/gi18n.h>

struct _TjContactsTab
{
  AdwBin parent_instance;

  TjForm *form;
  TjFormSection *contacts;

  TjDate today;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjContactsTab,
                               tj_contacts_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static GtkWidget *
new_row (gpointer data, gpointer user_data)
{
  TjContact *contact = data;
  TjDate today = TJ_CONTACTS_TAB (user_data)->today;
  g_autofree char *what = tj_contact_text_what (contact);
  g_autofree char *more = tj_contact_text_more (contact);
  g_autofree char *date = tj_date_text_short (tj_contact_get_date (contact), today);
  g_autofree char *below
      = *more != '\0' ? g_strdup_printf ("%s · %s", date, more) : g_strdup (date);

  return tj_form_section_row (tj_entity_get_id (contact), what, below, TRUE);
}

static gboolean
show_contacts (TjContactsTab *self, TjContext *context, gint64 youth_id, GError **error)
{
  g_autoptr (GPtrArray) contacts
      = tj_contacts_list (tj_context_get_store (context), youth_id, error);

  if (contacts == NULL)
    return FALSE;

  self->today = tj_context_get_today (context);
  tj_form_section_begin (self->contacts, context, youth_id);
  tj_form_section_take_entities (self->contacts, contacts, new_row, self);
  return TRUE;
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjContactsTab *self = TJ_CONTACTS_TAB (tab);
  g_autoptr (TjRegistration) open
      = tj_registrations_load_open (tj_context_get_store (context), youth_id, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->form), open != NULL);
  if (open != NULL)
    tj_form_begin (self->form, context, youth_id, 0);
  return show_contacts (self, context, youth_id, error);
}

static gboolean
open_form (TjYouthTab *tab, const char *section, gint64 subject, const char *row)
{
  if (!g_str_equal (section, "contacts"))
    return FALSE;
  tj_form_section_open_row (TJ_CONTACTS_TAB (tab)->contacts, subject, row);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
  iface->open = open_form;
}

static gboolean
tj_contacts_tab_grab_focus (GtkWidget *widget)
{
  TjContactsTab *self = TJ_CONTACTS_TAB (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->form))
                                    ? GTK_WIDGET (self->form)
                                    : GTK_WIDGET (self->contacts));
}

static void
tj_contacts_tab_class_init (TjContactsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = tj_contacts_tab_grab_focus;
  g_type_ensure (TJ_TYPE_CONTACT_FORM);
  g_type_ensure (TJ_TYPE_FORM_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-contacts-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjContactsTab, form);
  gtk_widget_class_bind_template_child (widget_class, TjContactsTab, contacts);
}

static void
tj_contacts_tab_init (TjContactsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_form_section_set_form (self->contacts, TJ_TYPE_CONTACT_FORM);
  tj_form_section_set_remove (self->contacts, tj_contact_service_remove, N_ ("Contact removed"));
}

/* Where one logs a contact; in the list of contacts when the youth is not registered. */
gboolean
tj_contacts_tab_take_focus (TjContactsTab *self)
{
  g_return_val_if_fail (TJ_IS_CONTACTS_TAB (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->form))
             ? tj_form_take_focus (TJ_FORM (self->form))
             : gtk_widget_grab_focus (GTK_WIDGET (self->contacts));
}

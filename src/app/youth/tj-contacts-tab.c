/* The contacts with a youth: the form that logs one. */

#include "config.h"

#include "tj-contacts-tab.h"

#include "tj-contact-form.h"
#include "tj-registration-repository.h"

#include <glib/gi18n.h>

struct _TjContactsTab
{
  AdwBin parent_instance;

  TjForm *form;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjContactsTab,
                               tj_contacts_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjContactsTab *self = TJ_CONTACTS_TAB (tab);
  g_autoptr (TjRegistration) open
      = tj_registrations_load_open (tj_context_get_store (context), youth_id, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->form), open != NULL);
  if (open != NULL)
    tj_form_begin (self->form, context, youth_id, 0);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
}

static void
on_saved (TjContactsTab *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", _ ("Contact logged"));
}

static gboolean
tj_contacts_tab_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TJ_CONTACTS_TAB (widget)->form));
}

static void
tj_contacts_tab_class_init (TjContactsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = tj_contacts_tab_grab_focus;
  g_type_ensure (TJ_TYPE_CONTACT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-contacts-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjContactsTab, form);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
}

static void
tj_contacts_tab_init (TjContactsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

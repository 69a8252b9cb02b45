/* Who the youth is and how to reach her. */

#include "config.h"

#include "tj-details-tab.h"

#include "tj-postal.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

struct _TjDetailsTab
{
  AdwBin parent_instance;

  GtkWidget *details;
  GtkWidget *protected_note;
  AdwActionRow *number_row;
  AdwActionRow *phone_row;
  AdwActionRow *email_row;
  AdwActionRow *address_row;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjDetailsTab,
                               tj_details_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static void
set_detail (AdwActionRow *row, const char *value)
{
  adw_action_row_set_subtitle (row, *value != '\0' ? value : _ ("missing"));
}

static void
show_details (TjDetailsTab *self, TjYouth *youth)
{
  g_autofree char *number = tj_personal_number_format (tj_youth_get_personal_number (youth));
  g_autofree char *code = tj_postal_code_format (tj_youth_get_postal_code (youth));
  g_autofree char *care_of = g_strdup (tj_youth_get_care_of (youth));
  g_autofree char *address = NULL;

  if (tj_youth_has_address (youth))
    address = g_strdup_printf ("%s%s%s\n%s %s", care_of, *care_of != '\0' ? "\n" : "",
                               tj_youth_get_street (youth), code, tj_youth_get_locality (youth));

  set_detail (self->number_row, number);
  set_detail (self->phone_row, tj_youth_get_phone (youth));
  set_detail (self->email_row, tj_youth_get_email (youth));
  set_detail (self->address_row, address != NULL ? address : "");
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjDetailsTab *self = TJ_DETAILS_TAB (tab);
  g_autoptr (TjYouth) youth = tj_youths_load (tj_context_get_store (context), youth_id, error);

  if (youth == NULL)
    return FALSE;

  gtk_widget_set_visible (self->details, !tj_youth_is_protected (youth));
  gtk_widget_set_visible (self->protected_note, tj_youth_is_protected (youth));
  if (!tj_youth_is_protected (youth))
    show_details (self, youth);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
}

static void
tj_details_tab_class_init (TjDetailsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-details-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, details);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, protected_note);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, number_row);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, phone_row);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, email_row);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, address_row);
}

static void
tj_details_tab_init (TjDetailsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

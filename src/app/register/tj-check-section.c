/* Where the register lies, and whether every page of it and its log are as they were written. */

#include "config.h"

#include "tj-check-section.h"

#include "tj-municipalities.h"
#include "tj-setting-keys.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjCheckSection
{
  TjPage parent_instance;

  AdwActionRow *municipality;
  AdwActionRow *folder;
  AdwActionRow *verdict;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (TjCheckSection, tj_check_section, TJ_TYPE_PAGE)

static gpointer
verify (TjContext *context, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (tj_context_verify (context, error));
}

static void
on_verified (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjCheckSection *self = TJ_CHECK_SECTION (page);

  gtk_spinner_stop (self->spinner);
  adw_action_row_set_icon_name (self->verdict,
                                error == NULL ? "tj-check-symbolic" : "tj-alert-symbolic");
  adw_action_row_set_subtitle (
      self->verdict, error == NULL
                         ? _ ("Every page and every line of the log is as it was written.")
                         : error->message);
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_spinner_start (TJ_CHECK_SECTION (widget)->spinner);
  tj_work_run (TJ_PAGE (widget), verify, on_verified, NULL, NULL);
}

static void
tj_check_section_refresh (TjPage *page)
{
  TjCheckSection *self = TJ_CHECK_SECTION (page);
  TjContext *context = tj_page_get_context (page);
  g_autofree char *folder = g_filename_display_name (tj_context_get_register_dir (context));
  g_autofree char *code = tj_context_dup_setting (context, TJ_SETTING_MUNICIPALITY, NULL);
  g_autofree char *municipality = code != NULL ? tj_municipalities_dup_name (code) : NULL;

  adw_action_row_set_subtitle (self->municipality, municipality != NULL ? municipality : "");
  adw_action_row_set_subtitle (self->folder, folder);
}

static void
tj_check_section_class_init (TjCheckSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TJ_PAGE_CLASS (klass)->refresh = tj_check_section_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-check-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjCheckSection, municipality);
  gtk_widget_class_bind_template_child (widget_class, TjCheckSection, folder);
  gtk_widget_class_bind_template_child (widget_class, TjCheckSection, verdict);
  gtk_widget_class_bind_template_child (widget_class, TjCheckSection, spinner);
  gtk_widget_class_install_action (widget_class, "register.verify", NULL, verify_action);
}

static void
tj_check_section_init (TjCheckSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_check_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_CHECK_SECTION, "context", context, NULL);
}

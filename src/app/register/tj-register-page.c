/* The register itself, a room of sections: what was done in it, and whether it is whole. Each
 * section is a page of its own; this one only holds the doors. */

#include "config.h"

#include "tj-register-page.h"

#include "tj-backup-section.h"
#include "tj-check-section.h"
#include "tj-keys-section.h"
#include "tj-log-section.h"
#include "tj-purge-section.h"
#include "tj-sheets-section.h"

#include <glib/gi18n.h>

struct _TjRegisterPage
{
  TjPage parent_instance;

  AdwViewStack *sections;
};

G_DEFINE_FINAL_TYPE (TjRegisterPage, tj_register_page, TJ_TYPE_PAGE)

/* The doors, in order; the first is the one that stands open. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*build) (TjContext *context);
} sections[] = {
  { "log", N_ ("Log"), "tj-log-symbolic", tj_log_section_new },
  { "purge", N_ ("Purge"), "tj-purge-symbolic", tj_purge_section_new },
  { "sheets", N_ ("Papers"), "tj-sheet-symbolic", tj_sheets_section_new },
  { "backup", N_ ("Backup"), "tj-backup-symbolic", tj_backup_section_new },
  { "keys", N_ ("Keys"), "tj-key-symbolic", tj_keys_section_new },
  { "check", N_ ("Check-Up"), "tj-check-symbolic", tj_check_section_new },
};

static TjPage *
visible_section (TjRegisterPage *self)
{
  return TJ_PAGE (adw_view_stack_get_visible_child (self->sections));
}

static void
on_section_shown (TjRegisterPage *self)
{
  TjPage *section = visible_section (self);
  g_autofree char *screen = NULL;

  if (section == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tj_page_show (section);
  screen = g_strconcat ("register:", adw_view_stack_get_visible_child_name (self->sections), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.note-screen", "s", screen);
}

static void
tj_register_page_go (TjPage *page, const char *part)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (page);

  if (part != NULL && adw_view_stack_get_child_by_name (self->sections, part) != NULL)
    adw_view_stack_set_visible_child_name (self->sections, part);
}

static void
tj_register_page_refresh (TjPage *page)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (page);
  GtkWidget *section;

  for (section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    tj_page_mark_stale (TJ_PAGE (section));
  tj_page_show (visible_section (self));
}

static void
tj_register_page_search (TjPage *page)
{
  tj_page_go (page, "log");
  tj_page_search (visible_section (TJ_REGISTER_PAGE (page)));
}

static void
tj_register_page_constructed (GObject *object)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (object);
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  G_OBJECT_CLASS (tj_register_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    adw_view_stack_add_titled_with_icon (self->sections, sections[i].build (context),
                                         sections[i].name, _ (sections[i].title),
                                         sections[i].icon_name);
}

static void
tj_register_page_class_init (TjRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tj_register_page_constructed;
  TJ_PAGE_CLASS (klass)->go = tj_register_page_go;
  TJ_PAGE_CLASS (klass)->refresh = tj_register_page_refresh;
  TJ_PAGE_CLASS (klass)->search = tj_register_page_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_section_shown);
}

static void
tj_register_page_init (TjRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_register_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_REGISTER_PAGE, "context", context, NULL);
}

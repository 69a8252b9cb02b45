/* A screen that is a room of sections, one tab each (Register, Reports). Each section is a page of
 * its own; this one only holds the doors. A section is addressed as SCREEN:SECTION, and what it
 * shows of itself as SCREEN:SECTION/PART. */

#include "config.h"

#include "tj-sections-page.h"

#include <glib/gi18n.h>

struct _TjSectionsPage
{
  TjPage parent_instance;

  AdwViewStack *sections;
  AdwViewSwitcherTitle *switcher;
  GtkWidget *bar;

  char *name;
};

G_DEFINE_FINAL_TYPE (TjSectionsPage, tj_sections_page, TJ_TYPE_PAGE)

static TjPage *
visible_section (TjSectionsPage *self)
{
  return TJ_PAGE (adw_view_stack_get_visible_child (self->sections));
}

static void
on_section_shown (TjSectionsPage *self)
{
  TjPage *section = visible_section (self);
  g_autofree char *screen = NULL;

  if (section == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tj_page_show (section);
  screen = g_strdup_printf ("%s:%s", self->name,
                            adw_view_stack_get_visible_child_name (self->sections));
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.note-screen", "s", screen);
}

static void
tj_sections_page_go (TjPage *page, const char *part)
{
  TjSectionsPage *self = TJ_SECTIONS_PAGE (page);
  g_auto (GStrv) words = NULL;

  if (part == NULL)
    return;
  words = g_strsplit (part, "/", 2);
  if (words[0] == NULL || adw_view_stack_get_child_by_name (self->sections, words[0]) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->sections, words[0]);
  if (words[1] != NULL)
    tj_page_go (visible_section (self), words[1]);
}

static void
tj_sections_page_refresh (TjPage *page)
{
  TjSectionsPage *self = TJ_SECTIONS_PAGE (page);
  GtkWidget *section;

  for (section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    tj_page_mark_stale (TJ_PAGE (section));
  if (visible_section (self) != NULL)
    tj_page_show (visible_section (self));
}

/* Searches in the section that is open, or in the first that can be searched. */
static void
tj_sections_page_search (TjPage *page)
{
  TjSectionsPage *self = TJ_SECTIONS_PAGE (page);
  GtkWidget *section = GTK_WIDGET (visible_section (self));

  if (section == NULL || TJ_PAGE_GET_CLASS (section)->search == NULL)
    section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
  while (section != NULL && TJ_PAGE_GET_CLASS (section)->search == NULL)
    section = gtk_widget_get_next_sibling (section);
  if (section == NULL)
    return;
  adw_view_stack_set_visible_child (self->sections, section);
  tj_page_search (TJ_PAGE (section));
}

/* Closes the doors to the other sections, or opens them. */
static void
stay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSectionsPage *self = TJ_SECTIONS_PAGE (widget);
  gboolean stays = g_variant_get_boolean (parameter);

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, !stays);
  gtk_widget_set_visible (self->bar, !stays);
}

static void
tj_sections_page_finalize (GObject *object)
{
  TjSectionsPage *self = TJ_SECTIONS_PAGE (object);

  g_free (self->name);

  G_OBJECT_CLASS (tj_sections_page_parent_class)->finalize (object);
}

static void
tj_sections_page_class_init (TjSectionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_sections_page_finalize;
  TJ_PAGE_CLASS (klass)->go = tj_sections_page_go;
  TJ_PAGE_CLASS (klass)->refresh = tj_sections_page_refresh;
  TJ_PAGE_CLASS (klass)->search = tj_sections_page_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-sections-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSectionsPage, sections);
  gtk_widget_class_bind_template_child (widget_class, TjSectionsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TjSectionsPage, bar);
  gtk_widget_class_install_action (widget_class, "sections.stay", "b", stay_action);
  gtk_widget_class_bind_template_callback (widget_class, on_section_shown);
}

static void
tj_sections_page_init (TjSectionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `name` is the screen's word, `title` what its header says (untranslated); the first section is
 * the one that stands open. */
GtkWidget *
tj_sections_page_new (TjContext *context,
                      const char *name,
                      const char *title,
                      const TjSection *sections)
{
  TjSectionsPage *self = g_object_new (TJ_TYPE_SECTIONS_PAGE, "context", context, NULL);

  self->name = g_strdup (name);
  adw_view_switcher_title_set_title (self->switcher, _ (title));
  for (const TjSection *each = sections; each->name != NULL; each++)
    adw_view_stack_add_titled_with_icon (self->sections, each->build (context), each->name,
                                         _ (each->title), each->icon_name);
  return GTK_WIDGET (self);
}

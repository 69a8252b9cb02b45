/* One finished paper over the window: looked at, printed, saved. It lives in memory alone, and goes
 * with the window. Whoever made the paper has logged it. */

#include "config.h"

#include "tj-pdf-window.h"

#include "tj-file-save.h"
#include "tj-pdf-print.h"
#include "tj-pdf-view.h"

#include <glib/gi18n.h>

struct _TjPdfWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  TjPdfView *view;

  GBytes *pdf;
  char *file_name;
};

G_DEFINE_FINAL_TYPE (TjPdfWindow, tj_pdf_window, ADW_TYPE_WINDOW)

static void
tell (TjPdfWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
set_busy (TjPdfWindow *self, gboolean busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf-window.print", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf-window.save", !busy);
}

static void
on_printed (gboolean printed, const GError *error, gpointer user_data)
{
  g_autoptr (TjPdfWindow) self = user_data;

  set_busy (self, FALSE);
  if (error != NULL)
    tell (self, error->message);
  else if (printed)
    tell (self, _ ("Sent to the printer"));
}

static void
on_saved (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjPdfWindow) self = user_data;

  set_busy (self, FALSE);
  if (error != NULL)
    tell (self, error->message);
  else if (saved)
    tell (self, _ ("Saved"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPdfWindow *self = TJ_PDF_WINDOW (widget);

  set_busy (self, TRUE);
  tj_pdf_print (GTK_WINDOW (self), self->pdf, adw_window_title_get_title (self->heading),
                on_printed, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPdfWindow *self = TJ_PDF_WINDOW (widget);

  set_busy (self, TRUE);
  tj_file_save (GTK_WINDOW (self), _ ("Save as PDF"), self->file_name, self->pdf, on_saved,
                g_object_ref (self));
}

static void
tj_pdf_window_dispose (GObject *object)
{
  TjPdfWindow *self = TJ_PDF_WINDOW (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (tj_pdf_window_parent_class)->dispose (object);
}

static void
tj_pdf_window_class_init (TjPdfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_pdf_window_dispose;

  g_type_ensure (TJ_TYPE_PDF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/pdf/tj-pdf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPdfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TjPdfWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, TjPdfWindow, view);

  gtk_widget_class_install_action (widget_class, "pdf-window.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "pdf-window.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "pdf-window.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "pdf-window.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_pdf_window_init (TjPdfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `title` names nobody: it is the window's, and the print queue's. `file_name` is what is proposed
 * when the paper is saved. */
GtkWidget *
tj_pdf_window_new (GtkWindow *parent, const char *title, const char *file_name, GBytes *pdf)
{
  TjPdfWindow *self
      = g_object_new (TJ_TYPE_PDF_WINDOW, "transient-for", parent, "title", title, NULL);
  g_autoptr (GError) error = NULL;

  self->pdf = g_bytes_ref (pdf);
  self->file_name = g_strdup (file_name);
  adw_window_title_set_title (self->heading, title);
  if (!tj_pdf_view_set_bytes (self->view, pdf, &error))
    tell (self, error->message);
  return GTK_WIDGET (self);
}

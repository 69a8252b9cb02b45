/* A document in memory, a page at a time, with the controls to leaf and to zoom. Nothing is
 * written to disk: Poppler reads the bytes that will be printed. */

#include "config.h"

#include "tj-pdf-view.h"

#include "tj-pdf-page.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.25
#define ZOOM_MIN 0.25
#define ZOOM_MAX 4.0

struct _TjPdfView
{
  GtkWidget parent_instance;

  TjPdfPage *paper;
  GtkScrolledWindow *scroller;
  GtkLabel *page_label;

  TjPdfDocument *document;
  int page;
  int n_pages;
};

G_DEFINE_FINAL_TYPE (TjPdfView, tj_pdf_view, GTK_TYPE_WIDGET)

static void
update_actions (TjPdfView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "pdf.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "pdf.next", self->page + 1 < self->n_pages);
  gtk_widget_action_set_enabled (widget, "pdf.zoom-in", self->n_pages > 0);
  gtk_widget_action_set_enabled (widget, "pdf.zoom-out", self->n_pages > 0);
  gtk_widget_action_set_enabled (widget, "pdf.fit", self->n_pages > 0);
}

static void
set_zoom (TjPdfView *self, double zoom)
{
  tj_pdf_page_set_zoom (self->paper, zoom);
  gtk_scrolled_window_set_policy (self->scroller,
                                  zoom == TJ_PDF_PAGE_FIT ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPdfView *self = TJ_PDF_VIEW (widget);
  double zoom = tj_pdf_page_get_shown_zoom (self->paper);

  zoom = g_str_equal (name, "pdf.zoom-in") ? zoom * ZOOM_STEP : zoom / ZOOM_STEP;
  set_zoom (self, CLAMP (zoom, ZOOM_MIN, ZOOM_MAX));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (TJ_PDF_VIEW (widget), TJ_PDF_PAGE_FIT);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPdfView *self = TJ_PDF_VIEW (widget);

  tj_pdf_view_show_page (self, self->page + (g_str_equal (name, "pdf.next") ? 1 : -1));
}

static void
tj_pdf_view_dispose (GObject *object)
{
  TjPdfView *self = TJ_PDF_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tj_pdf_view_parent_class)->dispose (object);
}

static void
tj_pdf_view_class_init (TjPdfViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_pdf_view_dispose;

  g_type_ensure (TJ_TYPE_PDF_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPdfView, paper);
  gtk_widget_class_bind_template_child (widget_class, TjPdfView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TjPdfView, page_label);

  gtk_widget_class_install_action (widget_class, "pdf.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "pdf.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pdf.fit", NULL, fit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "pdf.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "pdf.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "pdf.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "pdf.fit", NULL);
}

static void
tj_pdf_view_init (TjPdfView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GtkWidget *
tj_pdf_view_new (void)
{
  return g_object_new (TJ_TYPE_PDF_VIEW, NULL);
}

/* Shows the document in `bytes` from its first page; NULL shows nothing. */
gboolean
tj_pdf_view_set_bytes (TjPdfView *self, GBytes *bytes, GError **error)
{
  TjPdfDocument *document = NULL;

  g_return_val_if_fail (TJ_IS_PDF_VIEW (self), FALSE);

  if (bytes != NULL)
    {
      document = tj_pdf_document_new (bytes, error);
      if (document == NULL)
        return FALSE;
    }

  g_clear_object (&self->document);
  self->document = document;
  self->n_pages = document != NULL ? tj_pdf_document_get_n_pages (document) : 0;
  tj_pdf_view_show_page (self, CLAMP (self->page, 0, MAX (self->n_pages - 1, 0)));
  return TRUE;
}

/* Turns to `page`, counted from 0. */
void
tj_pdf_view_show_page (TjPdfView *self, int page)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TJ_IS_PDF_VIEW (self));

  self->page = CLAMP (page, 0, MAX (self->n_pages - 1, 0));
  if (self->n_pages > 0)
    text = g_strdup_printf (_ ("Page %d of %d"), self->page + 1, self->n_pages);

  tj_pdf_page_set_page (self->paper, self->document, self->page);
  gtk_label_set_label (self->page_label, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_actions (self);
}

int
tj_pdf_view_get_n_pages (TjPdfView *self)
{
  g_return_val_if_fail (TJ_IS_PDF_VIEW (self), 0);

  return self->n_pages;
}

/* One page of paper on screen, drawn by Poppler from a document in memory. It follows the width it
 * is given, or holds a fixed zoom; 1.0 is the size of the paper on a 96 dpi screen. */

#include "config.h"

#include "tj-pdf-page.h"

#define SCREEN_DPI 96.0
#define PAPER_DPI 72.0
#define SMALLEST_WIDTH 160

struct _TjPdfPage
{
  GtkWidget parent_instance;

  TjPdfDocument *document;
  int page;
  GdkTexture *texture;
  int texture_width;
  double width;
  double height;
  double zoom;
};

G_DEFINE_FINAL_TYPE (TjPdfPage, tj_pdf_page, GTK_TYPE_WIDGET)

static double
natural_scale (TjPdfPage *self)
{
  double zoom = self->zoom > TJ_PDF_PAGE_FIT ? self->zoom : 1.0;

  return zoom * SCREEN_DPI / PAPER_DPI;
}

/* Renders at the screen's own pixels, so that text is sharp at every scale factor. */
static GdkTexture *
render (TjPdfPage *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->width, height / self->height);
  tj_pdf_document_render (self->document, self->page, cr, FALSE);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize)stride * (gsize)height,
                                      (GDestroyNotify)cairo_surface_destroy, surface);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes,
                                    (gsize)stride);
#else
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_A8R8G8B8_PREMULTIPLIED, bytes,
                                    (gsize)stride);
#endif
  return texture;
}

static void
tj_pdf_page_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  TjPdfPage *self = TJ_PDF_PAGE (widget);
  double scale = natural_scale (self);

  if (self->document == NULL)
    {
      *minimum = *natural = 0;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int)(self->width * scale + 0.5);
      *minimum = self->zoom > TJ_PDF_PAGE_FIT ? *natural : MIN (SMALLEST_WIDTH, *natural);
    }
  else
    {
      double width = for_size > 0 ? MIN (for_size, self->width * scale) : self->width * scale;

      *minimum = *natural = (int)(width * self->height / self->width + 0.5);
    }
}

static GtkSizeRequestMode
tj_pdf_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tj_pdf_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TjPdfPage *self = TJ_PDF_PAGE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int factor = gtk_widget_get_scale_factor (widget);

  if (self->document == NULL || width <= 0 || height <= 0)
    return;

  if (self->texture == NULL || self->texture_width != width * factor)
    {
      g_clear_object (&self->texture);
      self->texture = render (self, width * factor, height * factor);
      self->texture_width = width * factor;
    }

  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
tj_pdf_page_dispose (GObject *object)
{
  TjPdfPage *self = TJ_PDF_PAGE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (tj_pdf_page_parent_class)->dispose (object);
}

static void
tj_pdf_page_class_init (TjPdfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_pdf_page_dispose;
  widget_class->measure = tj_pdf_page_measure;
  widget_class->get_request_mode = tj_pdf_page_get_request_mode;
  widget_class->snapshot = tj_pdf_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tj_pdf_page_init (TjPdfPage *self)
{
  self->zoom = TJ_PDF_PAGE_FIT;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
tj_pdf_page_new (void)
{
  return g_object_new (TJ_TYPE_PDF_PAGE, NULL);
}

/* Shows a page of `document`, or nothing when that is NULL. What stands on the page is its
 * description, so that it can be read without sight. */
void
tj_pdf_page_set_page (TjPdfPage *self, TjPdfDocument *document, int page)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TJ_IS_PDF_PAGE (self));

  g_set_object (&self->document, document);
  self->page = page;
  g_clear_object (&self->texture);
  if (document != NULL)
    {
      tj_pdf_document_get_page_size (document, page, &self->width, &self->height);
      text = tj_pdf_document_dup_page_text (document, page);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
tj_pdf_page_set_zoom (TjPdfPage *self, double zoom)
{
  g_return_if_fail (TJ_IS_PDF_PAGE (self));

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The zoom as it looks now, also when it follows the width. */
double
tj_pdf_page_get_shown_zoom (TjPdfPage *self)
{
  g_return_val_if_fail (TJ_IS_PDF_PAGE (self), 1.0);

  if (self->document == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return 1.0;

  return gtk_widget_get_width (GTK_WIDGET (self)) / self->width * PAPER_DPI / SCREEN_DPI;
}

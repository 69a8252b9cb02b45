/* A chart on screen: the marks that paper gets too, in the window's light, dark or high contrast.
 * Whoever does not see it hears it in words, and Enter goes to the table of the same figures. */

#include "config.h"

#include "tj-chart-view.h"

#include "tj-chart-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_WIDTH 260
#define NATURAL_WIDTH 520

struct _TjChartView
{
  GtkWidget parent_instance;

  TjChart *chart;
  GtkWidget *table; /* weak; NULL when there is none */
};

G_DEFINE_FINAL_TYPE (TjChartView, tj_chart_view, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, gboolean strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static double
measure_text (const char *text, gboolean strong, gpointer widget)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, strong);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static TjChartFont
get_font (TjChartView *self)
{
  g_autoptr (PangoLayout) layout = create_layout (GTK_WIDGET (self), "Åg0", FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return (TjChartFont){ measure_text, self, height };
}

static void
tj_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TjChartView *self = TJ_CHART_VIEW (widget);
  TjChartFont font = get_font (self);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = LEAST_WIDTH;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->chart != NULL
                              ? (int)tj_chart_get_height (
                                    self->chart, for_size > 0 ? for_size : NATURAL_WIDTH, &font)
                                    + 2
                              : 0;
}

static GtkSizeRequestMode
tj_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Text and axes take the widget's own colour, which follows the window's contrast. */
static GdkRGBA
get_colour (GtkWidget *widget, guint ink)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  guint32 rgb = tj_chart_ink_rgb (ink, dark);
  GdkRGBA colour
      = { (rgb >> 16 & 0xff) / 255.f, (rgb >> 8 & 0xff) / 255.f, (rgb & 0xff) / 255.f, 1 };

  if (ink == TJ_INK_TEXT || (strong && (ink == TJ_INK_FAINT || ink == TJ_INK_GRID)))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (ink == TJ_INK_GROUND)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "card_bg_color",
                                    &colour);
  if (ink == TJ_INK_GROUND && colour.alpha < 1)
    colour = dark ? (GdkRGBA){ .21f, .21f, .21f, 1 } : (GdkRGBA){ 1, 1, 1, 1 };
  return colour;
}

static void
draw_text (TjChartView *self, cairo_t *cairo, const TjMark *mark)
{
  g_autoptr (PangoLayout) layout = create_layout (GTK_WIDGET (self), mark->text, mark->strong);

  cairo_move_to (cairo, mark->x, mark->y);
  pango_cairo_show_layout (cairo, layout);
}

/* A straight thin line lies on whole pixels, so as to be as thin as it is. */
static void
draw_line (cairo_t *cairo, const TjMark *mark)
{
  gboolean is_thin = mark->thickness <= 1;
  double x = is_thin && mark->width == 0 ? floor (mark->x) + 0.5 : mark->x;
  double y = is_thin && mark->height == 0 ? floor (mark->y) + 0.5 : mark->y;

  cairo_set_line_width (cairo, MAX (mark->thickness, 1));
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x + mark->width, y + mark->height);
  cairo_stroke (cairo);
}

static void
draw_mark (TjChartView *self, cairo_t *cairo, const TjMark *mark)
{
  GdkRGBA colour = get_colour (GTK_WIDGET (self), mark->ink);

  gdk_cairo_set_source_rgba (cairo, &colour);
  switch (mark->kind)
    {
    case TJ_MARK_AREA:
      cairo_rectangle (cairo, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cairo);
      break;
    case TJ_MARK_LINE:
      draw_line (cairo, mark);
      break;
    case TJ_MARK_TEXT:
    default:
      draw_text (self, cairo, mark);
    }
}

static void
tj_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TjChartView *self = TJ_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TjChartFont font = get_font (self);
  g_autoptr (GArray) marks = NULL;
  cairo_t *cairo;

  if (self->chart == NULL)
    return;
  marks = tj_chart_layout (self->chart, width, height - 2, &font);
  cairo = gtk_snapshot_append_cairo (snapshot,
                                     &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, cairo, &g_array_index (marks, TjMark, i));
  cairo_destroy (cairo);
}

static gboolean
show_table (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TjChartView *self = TJ_CHART_VIEW (widget);

  return self->table != NULL && gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

static void
tj_chart_view_dispose (GObject *object)
{
  TjChartView *self = TJ_CHART_VIEW (object);

  g_clear_pointer (&self->chart, tj_chart_free);
  g_clear_weak_pointer (&self->table);
  G_OBJECT_CLASS (tj_chart_view_parent_class)->dispose (object);
}

static void
tj_chart_view_class_init (TjChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_chart_view_dispose;
  widget_class->measure = tj_chart_view_measure;
  widget_class->get_request_mode = tj_chart_view_get_request_mode;
  widget_class->snapshot = tj_chart_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, show_table, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, show_table, NULL);
}

static void
tj_chart_view_init (TjChartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* Takes over the chart; `table` is where its figures stand. */
GtkWidget *
tj_chart_view_new (TjChart *chart, GtkWidget *table)
{
  TjChartView *self = g_object_new (TJ_TYPE_CHART_VIEW, NULL);

  g_set_weak_pointer (&self->table, table);
  tj_chart_view_set_chart (self, chart);
  return GTK_WIDGET (self);
}

/* Takes over the chart. */
void
tj_chart_view_set_chart (TjChartView *self, TjChart *chart)
{
  g_autofree char *words = tj_chart_dup_alt (chart);

  g_return_if_fail (TJ_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, tj_chart_free);
  self->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tj_chart_get_title (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

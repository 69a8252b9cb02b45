/* One line of text in a table whose columns have their width from elsewhere. GTK keeps some two
 * hundred rows of a list alive while twenty are seen: a label lays its text out as soon as it is
 * set, and has the whole list measured again; this one does neither, and lays out what is drawn.
 * Longer text ends in an ellipsis. */

#include "config.h"

#include "tj-text-cell.h"

/* What the cell asks for when its column has no width of its own. */
#define NATURAL_CHARS 10
#define MINIMUM_CHARS 3

struct _TjTextCell
{
  GtkWidget parent_instance;

  char *text;
  gboolean is_number;
  PangoLayout *layout; /* NULL until it is drawn */
  int char_width;      /* in pixels, 0 until it is asked for; so are the next two */
  int ascent;
  int line_height;
};

G_DEFINE_FINAL_TYPE (TjTextCell, tj_text_cell, GTK_TYPE_WIDGET)

static void
forget_font (TjTextCell *self)
{
  g_clear_object (&self->layout);
  self->char_width = 0;
}

static void
ensure_font (TjTextCell *self)
{
  PangoFontMetrics *metrics;
  int descent;

  if (self->char_width != 0)
    return;
  metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  descent = PANGO_PIXELS_CEIL (pango_font_metrics_get_descent (metrics));
  self->char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  self->ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  self->line_height
      = MAX (PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)), self->ascent + descent);
  pango_font_metrics_unref (metrics);
}

static void
ensure_layout (TjTextCell *self)
{
  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->layout, self->is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
tj_text_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  TjTextCell *self = TJ_TEXT_CELL (widget);

  ensure_font (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_CHARS * self->char_width;
      *natural = NATURAL_CHARS * self->char_width;
      return;
    }
  *minimum = *natural = self->line_height;
  *minimum_baseline = *natural_baseline = self->ascent;
}

static void
tj_text_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TjTextCell *self = TJ_TEXT_CELL (widget);
  int height;

  ensure_layout (self);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) / 2.0, self->layout);
}

static void
tj_text_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tj_text_cell_parent_class)->css_changed (widget, change);

  forget_font (TJ_TEXT_CELL (widget));
}

static void
tj_text_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (tj_text_cell_parent_class)->system_setting_changed (widget, setting);

  forget_font (TJ_TEXT_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
tj_text_cell_finalize (GObject *object)
{
  TjTextCell *self = TJ_TEXT_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (tj_text_cell_parent_class)->finalize (object);
}

static void
tj_text_cell_class_init (TjTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_text_cell_finalize;
  widget_class->measure = tj_text_cell_measure;
  widget_class->snapshot = tj_text_cell_snapshot;
  widget_class->css_changed = tj_text_cell_css_changed;
  widget_class->system_setting_changed = tj_text_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tj_text_cell_init (TjTextCell *self)
{
  self->text = g_strdup ("");
}

/* A cell without text; numbers stand to the right. */
GtkWidget *
tj_text_cell_new (gboolean is_number)
{
  TjTextCell *self = g_object_new (TJ_TYPE_TEXT_CELL, "overflow", GTK_OVERFLOW_HIDDEN, NULL);

  self->is_number = is_number;
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  return GTK_WIDGET (self);
}

const char *
tj_text_cell_get_text (TjTextCell *self)
{
  return self->text;
}

/* NULL for nothing. */
void
tj_text_cell_set_text (TjTextCell *self, const char *text)
{
  const char *shown = text != NULL ? text : "";

  if (g_str_equal (self->text, shown))
    return;
  g_free (self->text);
  self->text = g_strdup (shown);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a label or a cell says; "" of anything else. */
const char *
tj_text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (TJ_IS_TEXT_CELL (widget))
    return TJ_TEXT_CELL (widget)->text;
  return "";
}

/* Two panes beside each other, the first the narrower; where there is no room for that, the second
 * stands above the first. */

#include "config.h"

#include "tj-pair.h"

#define SPACING 24
#define LEAST_WIDTH 700
#define FIRST_SHARE 0.38

struct _TjPair
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TjPair, tj_pair, GTK_TYPE_WIDGET)

static int
least (GtkWidget *pane, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (pane, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The width of the first pane when both stand side by side in `width`; 0 when they do not. */
static int
first_width (GtkWidget *widget, int width)
{
  int first = least (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1);
  int second = least (gtk_widget_get_last_child (widget), GTK_ORIENTATION_HORIZONTAL, -1);

  if (width < MAX (LEAST_WIDTH, first + SPACING + second))
    return 0;

  return CLAMP ((int)(FIRST_SHARE * width), first, width - SPACING - second);
}

static int
height_for (GtkWidget *widget, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int beside = first_width (widget, width);

  if (beside == 0)
    return least (first, GTK_ORIENTATION_VERTICAL, width) + SPACING
           + least (second, GTK_ORIENTATION_VERTICAL, width);

  return MAX (least (first, GTK_ORIENTATION_VERTICAL, beside),
              least (second, GTK_ORIENTATION_VERTICAL, width - SPACING - beside));
}

static void
tj_pair_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int natural_first, natural_second;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = height_for (widget, for_size < 0 ? G_MAXINT16 : for_size);
      return;
    }

  gtk_widget_measure (first, orientation, -1, NULL, &natural_first, NULL, NULL);
  gtk_widget_measure (second, orientation, -1, NULL, &natural_second, NULL, NULL);
  *minimum = MAX (least (first, orientation, -1), least (second, orientation, -1));
  *natural = MAX (*minimum, natural_first + SPACING + natural_second);
}

static void
tj_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int beside = first_width (widget, width);
  int top = least (second, GTK_ORIENTATION_VERTICAL, width);

  if (beside == 0)
    {
      gtk_widget_size_allocate (second, &(GtkAllocation){ 0, 0, width, top }, -1);
      gtk_widget_size_allocate (
          first, &(GtkAllocation){ 0, top + SPACING, width, MAX (0, height - top - SPACING) }, -1);
      return;
    }

  gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, beside, height }, -1);
  gtk_widget_size_allocate (
      second, &(GtkAllocation){ beside + SPACING, 0, width - SPACING - beside, height }, -1);
}

static GtkSizeRequestMode
tj_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tj_pair_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tj_pair_parent_class)->dispose (object);
}

static void
tj_pair_class_init (TjPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_pair_dispose;
  widget_class->measure = tj_pair_measure;
  widget_class->size_allocate = tj_pair_size_allocate;
  widget_class->get_request_mode = tj_pair_get_request_mode;
}

static void
tj_pair_init (TjPair *self)
{
}

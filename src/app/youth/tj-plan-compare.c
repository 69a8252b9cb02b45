/* Two versions of a plan side by side, point by point: a point that differs says so, and what one
 * version has that the other has not is underlined, where it was taken away struck through. */

#include "config.h"

#include "tj-plan-compare.h"

#include "tj-date-text.h"
#include "tj-text-diff.h"

#include <glib/gi18n.h>

#define N_SIDES 2

struct _TjPlanCompare
{
  AdwWindow parent_instance;

  GtkDropDown *left;
  GtkDropDown *right;
  GtkGrid *grid;
  GtkLabel *verdict;

  GPtrArray *plans;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjPlanCompare, tj_plan_compare, ADW_TYPE_WINDOW)

static const struct
{
  const char *title;
  const char *property;
} points[] = {
  { N_ ("1. Individual planning and goal"), "goal" },
  { N_ ("2. What the youth is responsible for"), "youth-part" },
  { N_ ("3. What the municipality is responsible for"), "municipality-part" },
  { N_ ("4. What another actor is responsible for"), "other-part" },
  { N_ ("5. Starts on"), "starts-on" },
  { N_ ("5. Ends on"), "ends-on" },
  { N_ ("6. Why it ended"), "end-reason" },
  { N_ ("7. When it is followed up and evaluated"), "follow-up" },
};

static char *
dup_value (TjPlan *plan, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (plan), property);
  char *text = NULL;
  guint day = TJ_DATE_NONE;

  if (G_IS_PARAM_SPEC_UINT (pspec))
    {
      g_object_get (plan, property, &day, NULL);
      return day != TJ_DATE_NONE ? tj_date_text_long (day) : g_strdup ("");
    }
  g_object_get (plan, property, &text, NULL);
  return text != NULL ? text : g_strdup ("");
}

static PangoAttrList *
new_marks (GArray *spans, gboolean is_taken_away)
{
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const TjTextSpan *span = &g_array_index (spans, TjTextSpan, i);
      PangoAttribute *attributes[]
          = { is_taken_away ? pango_attr_strikethrough_new (TRUE)
                            : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
              pango_attr_weight_new (PANGO_WEIGHT_BOLD) };

      for (gsize j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          attributes[j]->start_index = (guint)span->start;
          attributes[j]->end_index = (guint)span->end;
          pango_attr_list_insert (marks, attributes[j]);
        }
    }
  return marks;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_text (const char *text, GArray *spans, gboolean is_taken_away)
{
  GtkWidget *label = new_label (*text != '\0' ? text : "–", "plan-text");
  PangoAttrList *marks = new_marks (spans, is_taken_away);

  gtk_label_set_attributes (GTK_LABEL (label), marks);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  pango_attr_list_unref (marks);
  if (spans->len > 0)
    gtk_widget_add_css_class (label, "changed");
  return label;
}

static GtkWidget *
new_heading (const char *title, gboolean differs)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_label_new (_ ("Changed"));

  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_widget_add_css_class (mark, "report-weight");
  gtk_widget_set_visible (mark, differs);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

/* Whether the point differs. */
static gboolean
add_point (TjPlanCompare *self, gsize i, TjPlan *older, TjPlan *newer)
{
  g_autofree char *before = dup_value (older, points[i].property);
  g_autofree char *after = dup_value (newer, points[i].property);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
  g_autoptr (GArray) come = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
  const int row = (int)i * 2;
  gboolean differs;

  tj_text_diff (before, after, gone, come);
  differs = gone->len > 0 || come->len > 0;
  gtk_grid_attach (self->grid, new_heading (_ (points[i].title), differs), 0, row, N_SIDES, 1);
  gtk_grid_attach (self->grid, new_text (before, gone, TRUE), 0, row + 1, 1, 1);
  gtk_grid_attach (self->grid, new_text (after, come, FALSE), 1, row + 1, 1, 1);
  return differs;
}

static void
compare (TjPlanCompare *self)
{
  guint left = gtk_drop_down_get_selected (self->left);
  guint right = gtk_drop_down_get_selected (self->right);
  g_autofree char *verdict = NULL;
  guint n = 0;
  GtkWidget *child;

  if (self->filling || left >= self->plans->len || right >= self->plans->len)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    if (add_point (self, i, self->plans->pdata[left], self->plans->pdata[right]))
      n++;
  verdict = n == 0 ? g_strdup (_ ("The versions say the same."))
                   : g_strdup_printf (ngettext ("%u point differs.", "%u points differ.", n), n);
  gtk_label_set_label (self->verdict, verdict);
}

static void
tj_plan_compare_dispose (GObject *object)
{
  g_clear_pointer (&TJ_PLAN_COMPARE (object)->plans, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_plan_compare_parent_class)->dispose (object);
}

static void
tj_plan_compare_class_init (TjPlanCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_plan_compare_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-plan-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPlanCompare, left);
  gtk_widget_class_bind_template_child (widget_class, TjPlanCompare, right);
  gtk_widget_class_bind_template_child (widget_class, TjPlanCompare, grid);
  gtk_widget_class_bind_template_child (widget_class, TjPlanCompare, verdict);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_plan_compare_init (TjPlanCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_versions (TjPlanCompare *self)
{
  g_autoptr (GtkStringList) versions = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->plans->len; i++)
    {
      TjPlan *plan = self->plans->pdata[i];
      g_autofree char *date = tj_date_text_long (tj_plan_get_written_on (plan));
      g_autofree char *text
          = g_strdup_printf (_ ("Version %d, %s"), (int)tj_plan_get_version (plan), date);

      gtk_string_list_append (versions, text);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->left, G_LIST_MODEL (versions));
  gtk_drop_down_set_model (self->right, G_LIST_MODEL (versions));
  self->filling = FALSE;
}

/* Shows the version beside the one before it. */
GtkWidget *
tj_plan_compare_new (GtkWindow *parent, GPtrArray *plans, gint64 version)
{
  TjPlanCompare *self = g_object_new (TJ_TYPE_PLAN_COMPARE, "transient-for", parent, NULL);
  guint place = plans->len - 1;

  self->plans = g_ptr_array_ref (plans);
  fill_versions (self);
  for (guint i = 0; i < plans->len; i++)
    if (tj_plan_get_version (plans->pdata[i]) == version)
      place = i;
  tj_plan_compare_choose (self, place > 0 ? place - 1 : place, place);
  return GTK_WIDGET (self);
}

/* Shows the versions at these places of the array. */
void
tj_plan_compare_choose (TjPlanCompare *self, guint left, guint right)
{
  g_return_if_fail (TJ_IS_PLAN_COMPARE (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->left, left);
  gtk_drop_down_set_selected (self->right, right);
  self->filling = FALSE;
  compare (self);
}

/* One rung of a drawn ladder: a mark on a rail, the step's name under it and a caption with its
 * date. State is told by the shape of the mark and in words, not by colour alone. */

#include "config.h"

#include "tj-ladder-step.h"

/* "e-post" is one word in a narrow column, too. */
#define NON_BREAKING_HYPHEN "\342\200\221"

struct _TjLadderStep
{
  GtkWidget parent_instance;

  GtkWidget *rail_before;
  GtkWidget *rail_after;
  GtkImage *mark;
  GtkLabel *name;
  GtkLabel *caption;

  char *summary;
};

G_DEFINE_FINAL_TYPE (TjLadderStep, tj_ladder_step, GTK_TYPE_WIDGET)

static const char *
icon_of (TjStepState state)
{
  switch (state)
    {
    case TJ_STEP_DONE:
      return "tj-check-symbolic";
    case TJ_STEP_OVERDUE:
      return "tj-alert-symbolic";
    case TJ_STEP_SKIPPED:
      return "tj-skip-symbolic";
    case TJ_STEP_DUE:
      return "tj-dot-symbolic";
    case TJ_STEP_LATER:
    case TJ_N_STEP_STATES:
    default:
      return NULL;
    }
}

static void
tj_ladder_step_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tj_ladder_step_parent_class)->dispose (object);
}

static void
tj_ladder_step_finalize (GObject *object)
{
  g_free (TJ_LADDER_STEP (object)->summary);
  G_OBJECT_CLASS (tj_ladder_step_parent_class)->finalize (object);
}

static void
tj_ladder_step_class_init (TjLadderStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_ladder_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = tj_ladder_step_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-ladder-step.ui");
  gtk_widget_class_set_css_name (widget_class, "ladderstep");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_bind_template_child (widget_class, TjLadderStep, rail_before);
  gtk_widget_class_bind_template_child (widget_class, TjLadderStep, rail_after);
  gtk_widget_class_bind_template_child (widget_class, TjLadderStep, mark);
  gtk_widget_class_bind_template_child (widget_class, TjLadderStep, name);
  gtk_widget_class_bind_template_child (widget_class, TjLadderStep, caption);
}

static void
tj_ladder_step_init (TjLadderStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_ladder_step_new (const char *label, const char *caption, TjStepState state)
{
  TjLadderStep *self = g_object_new (TJ_TYPE_LADDER_STEP, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "-", -1);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  name = g_strjoinv (NON_BREAKING_HYPHEN, parts);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_add_css_class (GTK_WIDGET (self), tj_code_word (&tj_step_states, state));
  gtk_image_set_from_icon_name (self->mark, icon_of (state));

  description = g_strdup_printf ("%s, %s", tj_code_label (&tj_step_states, state), caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  self->summary = g_strdup_printf ("%s: %s", label, description);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->summary);

  return GTK_WIDGET (self);
}

/* The rail ends at the first and the last step. */
void
tj_ladder_step_set_ends (TjLadderStep *self, gboolean first, gboolean last)
{
  g_return_if_fail (TJ_IS_LADDER_STEP (self));

  gtk_widget_set_opacity (self->rail_before, first ? 0 : 1);
  gtk_widget_set_opacity (self->rail_after, last ? 0 : 1);
}

/* Name, state and date in words, for the description of the whole ladder. */
const char *
tj_ladder_step_get_summary (TjLadderStep *self)
{
  g_return_val_if_fail (TJ_IS_LADDER_STEP (self), NULL);

  return self->summary;
}

/* A ladder drawn as a line of steps: for a youth with the dates of each step, or for a routine
 * with the time each step has. It copies what it shows and keeps no pointer to the ladder. */

#include "config.h"

#include "tj-ladder-view.h"

#include "tj-date-text.h"
#include "tj-ladder-step.h"

#include <glib/gi18n.h>

struct _TjLadderView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TjLadderView, tj_ladder_view, GTK_TYPE_WIDGET)

static char *
rung_caption (const TjLadder *ladder, guint i, TjDate today)
{
  const TjRung *rung = &ladder->rungs[i];
  g_autofree char *date = NULL;

  switch (tj_ladder_state (ladder, i, today))
    {
    case TJ_STEP_DONE:
      return tj_date_text_short (rung->done_on, today);
    case TJ_STEP_OVERDUE:
      return tj_date_text_overdue (tj_ladder_days_overdue (ladder, i, today));
    case TJ_STEP_SKIPPED:
      return tj_text_within (rung->skip != TJ_SKIP_NONE ? tj_skip_label (rung->skip)
                                                        : _ ("not needed"));
    case TJ_STEP_DUE:
    case TJ_STEP_LATER:
    case TJ_N_STEP_STATES:
    default:
      if (rung->due == TJ_DATE_NONE)
        return g_strdup (_ ("when needed"));
      date = tj_date_text_short (rung->due, today);
      return g_strdup_printf (_ ("by %s"), date);
    }
}

static char *
window_caption (guint months)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int i;

  /* From September: a school year is read from its autumn. */
  for (i = 0; i < 12; i++)
    {
      int month = (i + 8) % 12 + 1;

      if ((months & (1u << month)) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, tj_month_text (month));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
step_caption (const TjRoutineStep *step)
{
  g_autofree char *period = NULL;

  if ((step->conditions & TJ_CONDITION_MANUAL) != 0)
    return g_strdup (_ ("when needed"));
  if (step->anchor == TJ_ANCHOR_WINDOW)
    return window_caption (step->window_months);

  period = tj_period_text (step->offset);
  if (step->has_from && step->from.months == step->offset.months
      && step->from.days == step->offset.days)
    return g_strdup_printf (_ ("after %s"), period);

  return g_strdup_printf (_ ("within %s"), period);
}

static void
finish_steps (TjLadderView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      tj_ladder_step_set_ends (TJ_LADDER_STEP (child), gtk_widget_get_prev_sibling (child) == NULL,
                               gtk_widget_get_next_sibling (child) == NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              tj_ladder_step_get_summary (TJ_LADDER_STEP (child)));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The ladder"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

static void
add_step (TjLadderView *self, const char *label, const char *caption, TjStepState state)
{
  gtk_widget_set_parent (tj_ladder_step_new (label, caption, state), GTK_WIDGET (self));
}

static void
tj_ladder_view_dispose (GObject *object)
{
  tj_ladder_view_clear (TJ_LADDER_VIEW (object));
  G_OBJECT_CLASS (tj_ladder_view_parent_class)->dispose (object);
}

static void
tj_ladder_view_class_init (TjLadderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_ladder_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "ladder");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tj_ladder_view_init (TjLadderView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
}

GtkWidget *
tj_ladder_view_new (void)
{
  return g_object_new (TJ_TYPE_LADDER_VIEW, NULL);
}

void
tj_ladder_view_clear (TjLadderView *self)
{
  GtkWidget *child;

  g_return_if_fail (TJ_IS_LADDER_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* Draws the steps of one youth as they stand on `today`. */
void
tj_ladder_view_set_ladder (TjLadderView *self, const TjLadder *ladder, TjDate today)
{
  guint i;

  g_return_if_fail (TJ_IS_LADDER_VIEW (self));
  g_return_if_fail (ladder != NULL);

  tj_ladder_view_clear (self);
  for (i = 0; i < ladder->n_rungs; i++)
    {
      g_autofree char *caption = rung_caption (ladder, i, today);

      add_step (self, tj_ladder_step (ladder, i)->label, caption,
                tj_ladder_state (ladder, i, today));
    }
  finish_steps (self);
}

/* Draws a routine's track: what it asks for and how soon. */
void
tj_ladder_view_set_track (TjLadderView *self, const TjRoutineTrack *track)
{
  guint i;

  g_return_if_fail (TJ_IS_LADDER_VIEW (self));
  g_return_if_fail (track != NULL);

  tj_ladder_view_clear (self);
  for (i = 0; i < track->steps->len; i++)
    {
      const TjRoutineStep *step = g_ptr_array_index (track->steps, i);
      g_autofree char *caption = step_caption (step);

      add_step (self, step->label, caption, TJ_STEP_LATER);
    }
  finish_steps (self);
}

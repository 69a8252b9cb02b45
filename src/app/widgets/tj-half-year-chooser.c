/* Which half-year: the one that goes on, or one of those before it. Emits "chosen" when the user
 * takes another. */

#include "config.h"

#include "tj-half-year-chooser.h"

#include <glib/gi18n.h>

/* How many half-years there are to choose from, the one that goes on included. */
#define N_HALVES 9

struct _TjHalfYearChooser
{
  AdwBin parent_instance;

  GtkDropDown *half;
  GtkStringList *names;

  TjHalfYear latest;
  gboolean is_filling;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjHalfYearChooser, tj_half_year_chooser, ADW_TYPE_BIN)

static void
on_selected (TjHalfYearChooser *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
tj_half_year_chooser_class_init (TjHalfYearChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/widgets/tj-half-year-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TjHalfYearChooser, half);
  gtk_widget_class_bind_template_child (widget_class, TjHalfYearChooser, names);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
tj_half_year_chooser_init (TjHalfYearChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Offers the half-years up to today; one further back than they reach is not shown as chosen, but
 * the latest is. */
void
tj_half_year_chooser_show (TjHalfYearChooser *self, TjDate today, TjHalfYear half)
{
  guint chosen = 0;

  g_return_if_fail (TJ_IS_HALF_YEAR_CHOOSER (self));

  self->is_filling = TRUE;
  self->latest = tj_half_year_of (today);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);
  for (guint i = 0; i < N_HALVES; i++)
    {
      TjHalfYear each = tj_half_year_add (self->latest, -(int)i);
      g_autofree char *name = tj_half_year_dup_name (each);

      gtk_string_list_append (self->names, name);
      if (tj_half_year_compare (each, half) == 0)
        chosen = i;
    }
  gtk_drop_down_set_selected (self->half, chosen);
  self->is_filling = FALSE;
}

TjHalfYear
tj_half_year_chooser_get (TjHalfYearChooser *self)
{
  g_return_val_if_fail (TJ_IS_HALF_YEAR_CHOOSER (self), (TjHalfYear){ 0 });

  return tj_half_year_add (self->latest, -(int)gtk_drop_down_get_selected (self->half));
}

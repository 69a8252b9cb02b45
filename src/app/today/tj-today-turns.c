/* Whose turn it is: the few youths whose step has waited longest, each a button to their page. */

#include "config.h"

#include "tj-today-turns.h"

#include "tj-youth-item.h"

#include <string.h>

#define N_TURNS 8

struct _TjTodayTurns
{
  AdwBin parent_instance;

  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (TjTodayTurns, tj_today_turns, ADW_TYPE_BIN)

static gboolean
is_due (const TjAgendaRow *row)
{
  return row->status != TJ_STATUS_CLOSED && row->next_step != NULL
         && (row->next_state == TJ_STEP_DUE || row->next_state == TJ_STEP_OVERDUE);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TjAgendaRow *row_a = *(const TjAgendaRow *const *)a;
  const TjAgendaRow *row_b = *(const TjAgendaRow *const *)b;

  if (row_a->next_due != row_b->next_due)
    return row_a->next_due < row_b->next_due ? -1 : 1;

  return strcmp (row_a->sort_key, row_b->sort_key);
}

static GPtrArray *
due_rows (TjAgendaList *list)
{
  GPtrArray *rows = g_ptr_array_new ();
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (list); i++)
    if (is_due (tj_agenda_list_get_row (list, i)))
      g_ptr_array_add (rows, (gpointer)tj_agenda_list_get_row (list, i));

  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static GtkWidget *
new_text (const char *text, gboolean overdue)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (overdue)
    gtk_widget_add_css_class (label, "overdue");
  return label;
}

static GtkWidget *
new_line (const TjAgendaRow *row, TjDate today)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = tj_youth_row_dup_name (row);
  g_autofree char *next = tj_youth_row_dup_next (row, today);
  g_autofree char *target = g_strdup_printf ("youth:%" G_GINT64_FORMAT, row->youth_id);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, next);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), new_text (name, FALSE));
  gtk_box_append (GTK_BOX (box), new_text (next, row->next_state == TJ_STEP_OVERDUE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-screen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static void
tj_today_turns_class_init (TjTodayTurnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/today/tj-today-turns.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTodayTurns, lines);
}

static void
tj_today_turns_init (TjTodayTurns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows those of `list` whose step is due; hides when there are none. */
void
tj_today_turns_show (TjTodayTurns *self, TjAgendaList *list, TjDate today)
{
  g_autoptr (GPtrArray) rows = due_rows (list);
  GtkWidget *child;
  guint i;

  g_return_if_fail (TJ_IS_TODAY_TURNS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (i = 0; i < rows->len && i < N_TURNS; i++)
    gtk_box_append (self->lines, new_line (g_ptr_array_index (rows, i), today));

  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);
}

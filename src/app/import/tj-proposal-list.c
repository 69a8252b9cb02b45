/* What the lists propose to do with registrations, all ticked. Nothing is done before the coordinator
 * says yes, which she does for all of them at once after having looked them over. */

#include "config.h"

#include "tj-proposal-list.h"

#include "tj-proposal-row.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjProposalList
{
  AdwBin parent_instance;

  GtkStack *state;
  GtkListBox *rows;
  GtkCheckButton *all;
  GtkButton *accept;
  GtkButton *decline;

  TjPage *page; /* borrowed: this is within it */
  gboolean setting_all;
};

/* An answer on its way to the register. */
typedef struct
{
  GArray *ids;
  gboolean is_yes;
  guint n_accepted;
} Answer;

G_DEFINE_FINAL_TYPE (TjProposalList, tj_proposal_list, ADW_TYPE_BIN)

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->ids);
  g_free (answer);
}

static TjProposalRow *
nth_row (TjProposalList *self, guint i)
{
  return TJ_PROPOSAL_ROW (gtk_list_box_get_row_at_index (self->rows, (int)i));
}

static guint
count_rows (TjProposalList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->rows, (int)n) != NULL)
    n++;
  return n;
}

static GArray *
list_chosen (TjProposalList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < count_rows (self); i++)
    {
      gint64 id = tj_proposal_row_get_id (nth_row (self, i));

      if (tj_proposal_row_get_chosen (nth_row (self, i)))
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
show_chosen (TjProposalList *self)
{
  g_autoptr (GArray) ids = list_chosen (self);
  guint n = count_rows (self);
  g_autofree char *accept = g_strdup_printf (
      ngettext ("_Yes to %u Proposal", "_Yes to %u Proposals", ids->len), ids->len);

  gtk_button_set_label (self->accept, accept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposals.accept", ids->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposals.decline", ids->len > 0);
  self->setting_all = TRUE;
  gtk_check_button_set_active (self->all, ids->len == n);
  gtk_check_button_set_inconsistent (self->all, ids->len > 0 && ids->len < n);
  self->setting_all = FALSE;
}

static void
on_row_chosen (TjProposalList *self)
{
  if (!self->setting_all)
    show_chosen (self);
}

static void
on_all_toggled (TjProposalList *self)
{
  gboolean chosen = gtk_check_button_get_active (self->all);

  if (self->setting_all)
    return;
  self->setting_all = TRUE;
  for (guint i = 0; i < count_rows (self); i++)
    tj_proposal_row_set_chosen (nth_row (self, i), chosen);
  show_chosen (self);
}

static gpointer
give_answer (TjContext *context, gpointer user_data, GError **error)
{
  Answer *answer = user_data;
  const gint64 *ids = (const gint64 *)(gpointer)answer->ids->data;

  if (answer->is_yes)
    tj_proposal_service_accept (context, ids, answer->ids->len, &answer->n_accepted, error);
  else
    tj_proposal_service_decline (context, ids, answer->ids->len, error);
  return NULL;
}

static void
on_answered (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  const Answer *answer = user_data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      tj_page_show_error (page, _ ("The answer could not be kept"), error);
      return;
    }
  if (answer->is_yes)
    text = g_strdup_printf (
        ngettext ("%u proposal carried out", "%u proposals carried out", answer->n_accepted),
        answer->n_accepted);
  else
    text = g_strdup_printf (
        ngettext ("%u proposal declined", "%u proposals declined", answer->ids->len),
        answer->ids->len);
  gtk_widget_activate_action (GTK_WIDGET (page), "frame.toast-undo", "s", text);
  tj_page_mark_stale (page);
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjProposalList *self = TJ_PROPOSAL_LIST (widget);
  Answer *answer = g_new0 (Answer, 1);

  answer->ids = list_chosen (self);
  answer->is_yes = g_str_equal (name, "proposals.accept");
  tj_work_run (self->page, give_answer, on_answered, answer, answer_free);
}

static void
tj_proposal_list_class_init (TjProposalListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-proposal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TjProposalList, state);
  gtk_widget_class_bind_template_child (widget_class, TjProposalList, rows);
  gtk_widget_class_bind_template_child (widget_class, TjProposalList, all);
  gtk_widget_class_bind_template_child (widget_class, TjProposalList, accept);
  gtk_widget_class_bind_template_child (widget_class, TjProposalList, decline);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_install_action (widget_class, "proposals.accept", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "proposals.decline", NULL, answer_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "proposals.accept", NULL);
}

static void
tj_proposal_list_init (TjProposalList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The page it is part of, for the register and for what there is to tell. */
void
tj_proposal_list_set_page (TjProposalList *self, TjPage *page)
{
  g_return_if_fail (TJ_IS_PROPOSAL_LIST (self));

  self->page = page;
}

static void
add_row (gpointer item, gpointer user_data)
{
  TjProposalList *self = user_data;
  TjDate today = tj_context_get_today (tj_page_get_context (self->page));
  GtkWidget *row = tj_proposal_row_new (item, today);

  gtk_list_box_append (self->rows, row);
  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (on_row_chosen), self,
                           G_CONNECT_SWAPPED);
}

/* Reads anew what waits for an answer; returns how many do. */
guint
tj_proposal_list_refresh (TjProposalList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tj_proposal_service_list (tj_page_get_context (self->page), &error);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (items == NULL)
    tj_page_show_error (self->page, _ ("The proposals could not be read"), error);
  else
    g_ptr_array_foreach (items, add_row, self);
  gtk_stack_set_visible_child_name (self->state, count_rows (self) > 0 ? "proposals" : "none");
  show_chosen (self);
  return count_rows (self);
}

/* On the yes, so that one key is enough for the lot. */
void
tj_proposal_list_focus (TjProposalList *self)
{
  g_return_if_fail (TJ_IS_PROPOSAL_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

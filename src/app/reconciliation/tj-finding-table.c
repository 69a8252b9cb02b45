/* The findings of a month, a section at a time, and what is chosen among them. Where it has the focus
 * the keys of the decisions are heard, and after a decision it goes on to the next finding. */

#include "config.h"

#include "tj-finding-table.h"

#include "tj-decision-keys.h"
#include "tj-tab-stop.h"

#include <glib/gi18n.h>

struct _TjFindingTable
{
  AdwBin parent_instance;

  GtkDropDown *section;
  GtkStringList *section_names;
  GtkToggleButton *undecided;
  GtkColumnView *view;
  GtkMultiSelection *selection;

  TjFindingList *list;
  GArray *sections; /* int: what each line of the drop-down shows */
  gboolean filling;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_SECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjFindingTable, tj_finding_table, ADW_TYPE_BIN)

static void
add_section (TjFindingTable *self, int section, const char *name)
{
  TjFindingSums sums = tj_finding_list_sum (self->list, section);
  g_autofree char *text = NULL;

  if (sums.n == 0 && section != TJ_SECTION_ALL)
    return;
  text = g_strdup_printf ("%s (%u)", name, sums.n);
  g_array_append_val (self->sections, section);
  gtk_string_list_append (self->section_names, text);
}

static int
current_section (TjFindingTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->section);

  return selected < self->sections->len ? g_array_index (self->sections, int, selected)
                                        : TJ_SECTION_ALL;
}

/* The same section stays chosen when it is still there. */
static void
fill_sections (TjFindingTable *self)
{
  int chosen = current_section (self);
  guint selected = 0;

  g_array_set_size (self->sections, 0);
  gtk_string_list_splice (self->section_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->section_names)), NULL);
  add_section (self, TJ_SECTION_ALL, _ ("All sections"));
  add_section (self, TJ_SECTION_CARRIED_OVER, _ ("Open since earlier months"));
  for (int kind = 0; kind < TJ_N_FINDING_KINDS; kind++)
    add_section (self, kind, tj_code_label (&tj_finding_kinds, kind));

  for (guint i = 0; i < self->sections->len; i++)
    if (g_array_index (self->sections, int, i) == chosen)
      selected = i;
  gtk_drop_down_set_selected (self->section, selected);
  if (g_array_index (self->sections, int, selected) != chosen)
    tj_finding_list_set_section (self->list, g_array_index (self->sections, int, selected));
}

static void
tell_chosen (TjFindingTable *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_selection_changed (TjFindingTable *self)
{
  tell_chosen (self);
}

static void
on_section_chosen (TjFindingTable *self)
{
  if (self->filling)
    return;
  tj_finding_list_set_section (self->list, current_section (self));
  g_signal_emit (self, signals[SIGNAL_SECTION_CHANGED], 0);
}

static void
on_undecided_toggled (TjFindingTable *self)
{
  tj_finding_list_set_undecided_only (self->list, gtk_toggle_button_get_active (self->undecided));
}

static void
tj_finding_table_dispose (GObject *object)
{
  TjFindingTable *self = TJ_FINDING_TABLE (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->sections, g_array_unref);
  G_OBJECT_CLASS (tj_finding_table_parent_class)->dispose (object);
}

static void
tj_finding_table_class_init (TjFindingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_finding_table_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SECTION_CHANGED]
      = g_signal_new ("section-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TJ_TYPE_FINDING_ITEM);
  g_type_ensure (TJ_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-finding-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFindingTable, section);
  gtk_widget_class_bind_template_child (widget_class, TjFindingTable, section_names);
  gtk_widget_class_bind_template_child (widget_class, TjFindingTable, undecided);
  gtk_widget_class_bind_template_child (widget_class, TjFindingTable, view);
  gtk_widget_class_bind_template_child (widget_class, TjFindingTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_undecided_toggled);
  tj_decision_keys_install (widget_class);
}

static void
tj_finding_table_init (TjFindingTable *self)
{
  self->sections = g_array_new (FALSE, FALSE, sizeof (int));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = tj_finding_list_new ();
  gtk_multi_selection_set_model (self->selection, tj_finding_list_get_model (self->list));
  self->filling = FALSE;
}

void
tj_finding_table_fill (TjFindingTable *self, TjContext *context, TjReconciliationView *view)
{
  g_return_if_fail (TJ_IS_FINDING_TABLE (self));

  self->filling = TRUE;
  tj_finding_list_fill (self->list, context, view);
  fill_sections (self);
  self->filling = FALSE;
  tell_chosen (self);
}

/* The chosen TjFindingItems, in the order they stand; a new array that owns its elements. */
GPtrArray *
tj_finding_table_list_chosen (TjFindingTable *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gpointer item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

/* What the section comes to that is shown. */
TjFindingSums
tj_finding_table_sum (TjFindingTable *self)
{
  return tj_finding_list_sum (self->list, current_section (self));
}

static gboolean
is_undecided (TjFindingTable *self, guint position)
{
  g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return tj_reconciliation_item_get_decision (tj_finding_item_get_finding (item)) < 0;
}

/* Chooses the next finding that is undecided, after the last one chosen and then from the top. */
void
tj_finding_table_go_on (TjFindingTable *self)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint first = gtk_bitset_is_empty (chosen) ? 0 : gtk_bitset_get_maximum (chosen);

  for (guint i = 0; i < n; i++)
    {
      guint position = (first + i) % n;

      if (!is_undecided (self, position))
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
      tj_finding_table_take_focus (self);
      return;
    }
}

/* Puts the focus on the first chosen row: after a change of rows the list has forgotten it. */
gboolean
tj_finding_table_take_focus (TjFindingTable *self)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    return FALSE;
  if (!gtk_bitset_is_empty (chosen))
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", gtk_bitset_get_minimum (chosen));
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

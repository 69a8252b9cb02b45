/* What is chosen among the findings: one with its evidence, the keys and the form of its decision, or
 * several to decide on together. */

#include "config.h"

#include "tj-finding-pane.h"

#include "tj-decision-form.h"
#include "tj-decision-keys.h"

#include <glib/gi18n.h>

struct _TjFindingPane
{
  AdwBin parent_instance;

  GtkStack *state;
  GtkLabel *several;
  TjDecisionKeys *several_keys;
  GtkLabel *name;
  GtkLabel *evidence;
  TjDecisionKeys *keys;
  TjDecisionForm *form;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjFindingPane, tj_finding_pane, ADW_TYPE_BIN)

static void
on_decided (TjFindingPane *self)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static gboolean
is_waiting (GPtrArray *chosen)
{
  for (guint i = 0; i < chosen->len; i++)
    if (tj_reconciliation_service_is_waiting (tj_finding_item_get_finding (chosen->pdata[i])))
      return TRUE;
  return FALSE;
}

static void
show_one (TjFindingPane *self, TjContext *context, TjFindingItem *item)
{
  TjReconciliationItem *finding = tj_finding_item_get_finding (item);
  g_autofree char *evidence = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_object_get (item, "evidence", &evidence, "number", &number, NULL);
  text = *number != '\0' ? g_strdup_printf ("%s\n%s", number, evidence) : g_strdup (evidence);
  gtk_label_set_label (self->name, tj_finding_item_get_name (item));
  gtk_label_set_label (self->evidence, text);
  tj_decision_keys_set_proposal (self->keys, tj_reconciliation_item_get_decision (finding) < 0
                                                 ? tj_reconciliation_item_get_proposal (finding)
                                                 : -1);
  tj_decision_form_show (self->form, context, finding);
}

static void
show_several (TjFindingPane *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (NULL, "%u finding chosen", "%u findings chosen", n), n);

  gtk_label_set_label (self->several, text);
}

static void
tj_finding_pane_class_init (TjFindingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TJ_TYPE_DECISION_FORM);
  g_type_ensure (TJ_TYPE_DECISION_KEYS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-finding-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, state);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, several);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, several_keys);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, name);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, keys);
  gtk_widget_class_bind_template_child (widget_class, TjFindingPane, form);
  gtk_widget_class_bind_template_callback (widget_class, on_decided);
}

static void
tj_finding_pane_init (TjFindingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_finding_pane_show (TjFindingPane *self,
                      TjContext *context,
                      GPtrArray *chosen,
                      gboolean is_closed)
{
  g_return_if_fail (TJ_IS_FINDING_PANE (self));

  if (chosen->len == 1)
    show_one (self, context, chosen->pdata[0]);
  show_several (self, chosen->len);
  tj_decision_keys_set_waiting (chosen->len == 1 ? self->keys : self->several_keys,
                                is_waiting (chosen));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !is_closed);
  gtk_stack_set_visible_child_name (self->state, chosen->len == 0   ? "none"
                                                 : chosen->len == 1 ? "one"
                                                                    : "several");
}

/* The decisions with the key of each: a digit where findings are chosen decides at once, and a click
 * does the same. Whoever holds the findings has the actions reconciliation.decide and
 * reconciliation.carry-out. */

#include "config.h"

#include "tj-decision-keys.h"

#include <glib/gi18n.h>

/* A longer decision is told in full by its tooltip and to screen readers. */
#define MOST_CHARS 22

struct _TjDecisionKeys
{
  AdwBin parent_instance;

  GtkWidget *buttons[TJ_N_DECISIONS];
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (TjDecisionKeys, tj_decision_keys, ADW_TYPE_BIN)

static GtkWidget *
new_button (const char *key, const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *words = gtk_label_new (label);
  g_autofree char *name = g_strdup_printf (_ ("%s (key %s)"), label, key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_add_css_class (cap, "numeric");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), MOST_CHARS);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "decision-key");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
tj_decision_keys_class_init (TjDecisionKeysClass *klass)
{
}

static void
tj_decision_keys_init (TjDecisionKeys *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < TJ_N_DECISIONS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i + 1);

      self->buttons[i] = new_button (key, tj_code_label (&tj_decisions, i));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), "reconciliation.decide");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "i", i);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  self->done = new_button ("0", _ ("The answer has come"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->done), "reconciliation.carry-out");
  gtk_box_append (GTK_BOX (box), self->done);
  gtk_widget_set_visible (self->done, FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The decision that is proposed stands out; -1 for none. */
void
tj_decision_keys_set_proposal (TjDecisionKeys *self, int proposal)
{
  g_return_if_fail (TJ_IS_DECISION_KEYS (self));

  for (int i = 0; i < TJ_N_DECISIONS; i++)
    if (i == proposal)
      gtk_widget_add_css_class (self->buttons[i], "proposed");
    else
      gtk_widget_remove_css_class (self->buttons[i], "proposed");
}

/* Whether an answer is waited for, which can then be ticked off. */
void
tj_decision_keys_set_waiting (TjDecisionKeys *self, gboolean is_waiting)
{
  g_return_if_fail (TJ_IS_DECISION_KEYS (self));

  gtk_widget_set_visible (self->done, is_waiting);
}

/* Binds the keys in a class of widget: they are heard where it has the focus. */
void
tj_decision_keys_install (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < TJ_N_DECISIONS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint)(GDK_KEY_1 + i), 0,
                                           "reconciliation.decide", "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint)(GDK_KEY_KP_1 + i), 0,
                                           "reconciliation.decide", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "reconciliation.carry-out",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "reconciliation.carry-out",
                                       NULL);
}

/* The passphrase, typed twice, with its strength as the time it takes to guess. There are no rules
 * of composition; only what a day of guessing would find is refused. */

#include "config.h"

#include "tj-first-run-passphrase.h"

#include "tj-passphrase-strength.h"

#include <glib/gi18n.h>

#define SECONDS_A_DAY (24.0 * 60 * 60)

struct _TjFirstRunPassphrase
{
  TjFirstRunPage parent_instance;

  GtkEditable *first;
  GtkEditable *second;
  GtkLevelBar *level;
  GtkLabel *strength;
  GtkLabel *repeat;
};

G_DEFINE_FINAL_TYPE (TjFirstRunPassphrase, tj_first_run_passphrase, TJ_TYPE_FIRST_RUN_PAGE)

static gboolean
show_strength (TjFirstRunPassphrase *self, const char *text)
{
  TjPassphraseStrength strength = tj_passphrase_estimate (text);
  g_autofree char *time = tj_passphrase_strength_to_text (&strength);
  g_autofree char *sentence = NULL;
  gboolean holds = strength.seconds >= SECONDS_A_DAY;

  if (*text == '\0')
    sentence = g_strdup (_ ("Four or five words that do not belong together are easy to remember "
                            "and hard to guess."));
  else if (holds)
    sentence = g_strdup_printf (_ ("Time to guess: %s"), time);
  else
    sentence = g_strdup_printf (_ ("Time to guess: %s. Make it longer."), time);

  gtk_level_bar_set_value (self->level, tj_passphrase_strength_to_fraction (&strength));
  gtk_label_set_label (self->strength, sentence);
  return holds;
}

static void
on_typed (TjFirstRunPassphrase *self)
{
  const char *first = gtk_editable_get_text (self->first);
  const char *second = gtk_editable_get_text (self->second);
  gboolean holds = show_strength (self, first);
  gboolean same = g_str_equal (first, second);

  gtk_label_set_label (self->repeat, *second == '\0' ? ""
                                     : same          ? _ ("The two are the same.")
                                                     : _ ("The two are not the same yet."));
  tj_first_run_page_set_ready (TJ_FIRST_RUN_PAGE (self), holds && same);
}

static void
on_first_activate (TjFirstRunPassphrase *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->second));
}

static void
on_second_activate (TjFirstRunPassphrase *self)
{
  tj_first_run_page_finish (TJ_FIRST_RUN_PAGE (self));
}

static void
tj_first_run_passphrase_class_init (TjFirstRunPassphraseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/first-run/tj-first-run-passphrase.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPassphrase, first);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPassphrase, second);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPassphrase, level);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPassphrase, strength);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPassphrase, repeat);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_first_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_second_activate);
}

static void
tj_first_run_passphrase_init (TjFirstRunPassphrase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_typed (self);
}

TjSecret *
tj_first_run_passphrase_dup_secret (TjFirstRunPassphrase *self)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_PASSPHRASE (self), NULL);

  return tj_secret_new_from_string (gtk_editable_get_text (self->first));
}

void
tj_first_run_passphrase_wipe (TjFirstRunPassphrase *self)
{
  g_return_if_fail (TJ_IS_FIRST_RUN_PASSPHRASE (self));

  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}

/* How the municipality counts interkommunal ersättning, and who meets on the 20th. */

#include "config.h"

#include "tj-ike-page.h"

#include "tj-ike-rules.h"
#include "tj-setting-keys.h"

#include <glib/gi18n.h>

/* In the order they are shown. */
static const char *const counts[] = { "reading-date", "per-day" };

/* In the same order: each in one sentence. */
static const char *const count_words[]
    = { N_ ("Who is enrolled on one day of the month costs the whole month, others nothing"),
        N_ ("Each day of enrolment costs its part of the month") };

struct _TjIkePage
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *count;
  GtkWidget *reading_day_row;
  GtkSpinButton *reading_day;
  GtkSwitch *summer;
  GtkEditable *participants;

  TjContext *context;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjIkePage, tj_ike_page, ADW_TYPE_PREFERENCES_PAGE)

static void
save (TjIkePage *self, const char *key, const char *value)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->context == NULL)
    return;
  tj_context_set_setting (self->context, key, value, &error);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                    adw_toast_new (error != NULL ? error->message : _ ("Saved")));
}

static void
show_count (TjIkePage *self)
{
  guint selected = MIN (adw_combo_row_get_selected (self->count), G_N_ELEMENTS (counts) - 1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->count), _ (count_words[selected]));
  gtk_widget_set_sensitive (self->reading_day_row, selected == TJ_IKE_READING_DATE);
}

static void
on_count_selected (TjIkePage *self)
{
  guint selected = adw_combo_row_get_selected (self->count);

  show_count (self);
  if (selected < G_N_ELEMENTS (counts))
    save (self, TJ_SETTING_IKE_COUNT, counts[selected]);
}

static void
on_reading_day_changed (TjIkePage *self)
{
  g_autofree char *day
      = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->reading_day));

  save (self, TJ_SETTING_IKE_READING_DAY, day);
}

static void
on_summer_toggled (TjIkePage *self)
{
  save (self, TJ_SETTING_IKE_DEFERS_SUMMER, gtk_switch_get_active (self->summer) ? "yes" : "no");
}

static void
on_participants_applied (TjIkePage *self)
{
  save (self, TJ_SETTING_IKE_PARTICIPANTS, gtk_editable_get_text (self->participants));
}

/* Not only when it goes: AdwPreferencesWindow 1.2 keeps its pages for ever. */
static void
tj_ike_page_unroot (GtkWidget *widget)
{
  g_clear_object (&TJ_IKE_PAGE (widget)->context);
  GTK_WIDGET_CLASS (tj_ike_page_parent_class)->unroot (widget);
}

static void
tj_ike_page_class_init (TjIkePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unroot = tj_ike_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/preferences/tj-ike-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjIkePage, count);
  gtk_widget_class_bind_template_child (widget_class, TjIkePage, reading_day_row);
  gtk_widget_class_bind_template_child (widget_class, TjIkePage, reading_day);
  gtk_widget_class_bind_template_child (widget_class, TjIkePage, summer);
  gtk_widget_class_bind_template_child (widget_class, TjIkePage, participants);
  gtk_widget_class_bind_template_callback (widget_class, on_count_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_reading_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_summer_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_participants_applied);
}

static void
tj_ike_page_init (TjIkePage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->participants)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Participants"), -1);
}

static void
fill (TjIkePage *self, const TjIkeRules *rules, const char *participants)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->count, (guint)rules->count);
  gtk_spin_button_set_value (self->reading_day, rules->reading_day);
  gtk_switch_set_active (self->summer, rules->defers_summer);
  gtk_editable_set_text (self->participants, participants);
  show_count (self);
  self->filling = FALSE;
}

void
tj_ike_page_begin (TjIkePage *self, TjContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjIkeRulesSetting) setting
      = tj_ike_rules_setting_load (context, tj_context_get_today (context), &error);
  g_autofree char *participants
      = tj_context_dup_setting (context, TJ_SETTING_IKE_PARTICIPANTS, NULL);

  g_return_if_fail (TJ_IS_IKE_PAGE (self));

  g_set_object (&self->context, context);
  if (setting != NULL)
    fill (self, tj_ike_rules_setting_get (setting), participants != NULL ? participants : "");
}

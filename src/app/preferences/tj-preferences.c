/* Preferences: whose register it is, what stands on the letters, and how the municipality reaches
 * out. They live in the register itself, so every change is a change of the register. */

#include "config.h"

#include "tj-preferences.h"

#include "tj-catalogue-page.h"
#include "tj-ike-page.h"
#include "tj-letterhead-settings.h"
#include "tj-municipality-chooser.h"
#include "tj-price-page.h"
#include "tj-routine-chooser.h"
#include "tj-routine.h"
#include "tj-setting-keys.h"

#include <glib/gi18n.h>

struct _TjPreferences
{
  AdwPreferencesWindow parent_instance;

  TjMunicipalityChooser *municipality;
  TjRoutineChooser *routine;
  TjCataloguePage *catalogue;
  TjIkePage *ike;
  TjPricePage *prices;
  AdwPreferencesGroup *contact_group;
  AdwPreferencesGroup *sender_group;
  AdwComboRow *fold;
  AdwComboRow *lock_minutes;
  GtkSpinButton *address_dx;
  GtkSpinButton *address_dy;

  TjContext *context;
  TjLetterhead *letterhead;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjPreferences, tj_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The parts of the letterhead that are typed, in the order they are shown. */
static const struct
{
  const char *key;
  const char *title;
  gboolean is_contact;
} parts[] = {
  { "contact_name", N_ ("Name"), TRUE },
  { "contact_title", N_ ("Title"), TRUE },
  { "phone", N_ ("Phone"), TRUE },
  { "email", N_ ("E-mail"), TRUE },
  { "municipality", N_ ("Municipality as it is signed"), FALSE },
  { "unit", N_ ("Unit"), FALSE },
  { "visiting_address", N_ ("Visiting address"), FALSE },
  { "postal_address", N_ ("Postal address"), FALSE },
  { "web", N_ ("Web"), FALSE },
};

static const char *const folds[] = { "c5", "e65" };

/* In the order they are shown; the second is what holds until another is chosen. */
static const char *const lock_minutes[] = { "5", "10", "20", "60", "0" };

static void
tell (TjPreferences *self, const GError *error)
{
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (error != NULL ? error->message : _ ("Saved")));
}

static void
save_part (TjPreferences *self, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;

  tj_letterhead_set (self->letterhead, key, value);
  tj_letterhead_settings_save (self->context, self->letterhead, &error);
  tell (self, error);
}

static void
on_entry_apply (AdwEntryRow *row, TjPreferences *self)
{
  save_part (self, g_object_get_data (G_OBJECT (row), "part"),
             gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
on_offset_changed (TjPreferences *self, GtkSpinButton *button)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.1f", gtk_spin_button_get_value (button));
  save_part (self, button == self->address_dx ? "address_dx" : "address_dy", text);
}

static void
on_fold_selected (TjPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->fold);

  if (selected < G_N_ELEMENTS (folds))
    save_part (self, "fold", folds[selected]);
}

static void
on_lock_selected (TjPreferences *self)
{
  const guint selected = adw_combo_row_get_selected (self->lock_minutes);
  g_autoptr (GError) error = NULL;

  if (self->filling || selected >= G_N_ELEMENTS (lock_minutes))
    return;

  tj_context_set_setting (self->context, TJ_SETTING_LOCK_MINUTES, lock_minutes[selected], &error);
  tell (self, error);
}

static guint
find_lock_minutes (TjContext *context)
{
  g_autofree char *minutes = tj_context_dup_setting (context, TJ_SETTING_LOCK_MINUTES, NULL);

  for (guint i = 0; minutes != NULL && i < G_N_ELEMENTS (lock_minutes); i++)
    if (g_str_equal (lock_minutes[i], minutes))
      return i;
  return 1;
}

static void
on_municipality_chosen (TjPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;

  tj_context_set_setting (self->context, TJ_SETTING_MUNICIPALITY,
                          tj_municipality_chooser_get_code (self->municipality), &error);
  tell (self, error);
}

static void
on_routine_chosen (TjPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;

  tj_context_set_preset_routine (self->context, tj_routine_chooser_get_routine (self->routine),
                                 &error);
  tell (self, error);
}

static void
add_entry (TjPreferences *self, gsize i)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (row));
  g_autofree char *value = tj_letterhead_dup_value (self->letterhead, parts[i].key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (parts[i].title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (parts[i].title), -1);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "part", (gpointer)parts[i].key);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_entry_apply), self, 0);
  adw_preferences_group_add (parts[i].is_contact ? self->contact_group : self->sender_group, row);
}

static void
fill (TjPreferences *self)
{
  g_autofree char *municipality
      = tj_context_dup_setting (self->context, TJ_SETTING_MUNICIPALITY, NULL);
  const TjRoutine *routine = tj_context_get_routine (self->context);
  gsize i;

  self->filling = TRUE;
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    add_entry (self, i);
  gtk_spin_button_set_value (self->address_dx, self->letterhead->address_dx);
  gtk_spin_button_set_value (self->address_dy, self->letterhead->address_dy);
  adw_combo_row_set_selected (self->lock_minutes, find_lock_minutes (self->context));
  adw_combo_row_set_selected (self->fold, self->letterhead->fold == TJ_FOLD_E65 ? 1 : 0);
  tj_municipality_chooser_set_code (self->municipality, municipality);
  if (routine != NULL)
    tj_routine_chooser_set_routine (self->routine, routine->id);
  self->filling = FALSE;
}

static void
tj_preferences_dispose (GObject *object)
{
  TjPreferences *self = TJ_PREFERENCES (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->letterhead, tj_letterhead_free);
  G_OBJECT_CLASS (tj_preferences_parent_class)->dispose (object);
}

static void
tj_preferences_class_init (TjPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_preferences_dispose;

  g_type_ensure (TJ_TYPE_MUNICIPALITY_CHOOSER);
  g_type_ensure (TJ_TYPE_ROUTINE_CHOOSER);
  g_type_ensure (TJ_TYPE_CATALOGUE_PAGE);
  g_type_ensure (TJ_TYPE_IKE_PAGE);
  g_type_ensure (TJ_TYPE_PRICE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/preferences/tj-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, municipality);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, routine);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, catalogue);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, ike);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, prices);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, contact_group);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, sender_group);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, fold);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, lock_minutes);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, address_dx);
  gtk_widget_class_bind_template_child (widget_class, TjPreferences, address_dy);
  gtk_widget_class_bind_template_callback (widget_class, on_municipality_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_routine_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_offset_changed);
}

static void
tj_preferences_init (TjPreferences *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

GtkWidget *
tj_preferences_new (TjContext *context)
{
  TjPreferences *self = g_object_new (TJ_TYPE_PREFERENCES, NULL);
  g_autoptr (GError) error = NULL;

  self->context = g_object_ref (context);
  self->letterhead = tj_letterhead_settings_load (context, &error);
  if (self->letterhead == NULL)
    {
      self->letterhead = tj_letterhead_new ();
      tell (self, error);
    }
  fill (self);
  tj_catalogue_page_begin (self->catalogue, context);
  tj_ike_page_begin (self->ike, context);
  tj_price_page_begin (self->prices, context);
  return GTK_WIDGET (self);
}

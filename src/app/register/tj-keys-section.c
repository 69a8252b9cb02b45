/* What opens the register: a new passphrase, a new recovery sheet, this computer's keyring or not, and
 * the list of all ways in, from which any can go as long as enough remain. */

#include "config.h"

#include "tj-keys-section.h"

#include "tj-key-service.h"
#include "tj-passphrase-dialog.h"
#include "tj-pdf-window.h"
#include "tj-sheet-service.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjKeysSection
{
  TjPage parent_instance;

  GtkSwitch *keyring;
  AdwPreferencesGroup *ways;

  GPtrArray *rows;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjKeysSection, tj_keys_section, TJ_TYPE_PAGE)

static void
tell (TjKeysSection *self, gboolean done, const char *text, const GError *error)
{
  if (done)
    tj_page_toast (TJ_PAGE (self), text);
  else
    tj_page_show_error (TJ_PAGE (self), _ ("The keys were not changed"), error);
  tj_page_mark_stale (TJ_PAGE (self));
}

static gpointer
change_passphrase (TjContext *context, gpointer passphrase, GError **error)
{
  return GINT_TO_POINTER (tj_key_service_change_passphrase (context, passphrase, error));
}

static void
on_passphrase_changed (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  tell (TJ_KEYS_SECTION (page), error == NULL,
        _ ("The new passphrase opens the register from now on"), error);
}

static void
on_passphrase_typed (TjSecret *passphrase, gpointer user_data)
{
  g_autoptr (TjKeysSection) self = user_data;

  if (passphrase != NULL && tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    tj_work_run (TJ_PAGE (self), change_passphrase, on_passphrase_changed,
                 tj_secret_ref (passphrase), (GDestroyNotify)tj_secret_unref);
}

static void
passphrase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_passphrase_dialog_ask (GTK_WINDOW (gtk_widget_get_root (widget)), on_passphrase_typed,
                            g_object_ref (widget));
}

/* The sheet is shown to be printed or saved; it is the only copy of the key. */
static void
recovery_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjKeysSection *self = TJ_KEYS_SECTION (widget);
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) key = tj_key_service_add_recovery_key (context, &error);
  g_autoptr (GBytes) pdf = key != NULL ? tj_sheet_service_recovery (context, key, &error) : NULL;

  tell (self, pdf != NULL,
        _ ("Print the sheet and put it in its place; then take the former key away"), error);
  if (pdf != NULL)
    gtk_window_present (
        GTK_WINDOW (tj_pdf_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                       _ ("Recovery sheet"), _ ("recovery-sheet.pdf"), pdf)));
}

static void
on_keyring_switched (TjKeysSection *self)
{
  const gboolean on = gtk_switch_get_active (self->keyring);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->filling)
    return;
  done = tj_key_service_set_keyring (tj_page_get_context (TJ_PAGE (self)), on, &error);
  tell (self, done,
        on ? _ ("This computer's keyring opens the register")
           : _ ("No keyring opens the register any more"),
        error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjKeysSection *self = TJ_KEYS_SECTION (widget);
  g_autoptr (GError) error = NULL;
  const gboolean done = tj_key_service_remove (tj_page_get_context (TJ_PAGE (self)),
                                               (guint)g_variant_get_int32 (parameter), &error);

  tell (self, done, _ ("That key opens the register no more"), error);
}

static GtkWidget *
new_row (const TjKeySlot *slot)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *label = tj_key_slot_kind_get_label (tj_key_slot_get_kind (slot));
  g_autoptr (GDateTime) created
      = g_date_time_new_from_unix_local (tj_key_slot_get_created_at (slot));
  g_autofree char *date
      = created != NULL ? g_date_time_format (created, "%Y-%m-%d") : g_strdup ("");
  g_autofree char *subtitle = g_strdup_printf (_ ("since %s"), date);
  g_autofree char *what = g_strdup_printf (_ ("Take away: %s"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take This Key Away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "keys.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int)tj_key_slot_get_id (slot));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
tj_keys_section_refresh (TjPage *page)
{
  TjKeysSection *self = TJ_KEYS_SECTION (page);
  TjContext *context = tj_page_get_context (page);
  TjKeyFile *keys = tj_context_get_key_file (context);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->ways, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < tj_key_file_get_n_slots (keys); i++)
    {
      GtkWidget *row = new_row (tj_key_file_get_slot (keys, i));

      adw_preferences_group_add (self->ways, row);
      g_ptr_array_add (self->rows, row);
    }
  self->filling = TRUE;
  gtk_switch_set_active (self->keyring, tj_key_service_has_keyring (context));
  self->filling = FALSE;
}

static void
tj_keys_section_dispose (GObject *object)
{
  g_clear_pointer (&TJ_KEYS_SECTION (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_keys_section_parent_class)->dispose (object);
}

static void
tj_keys_section_class_init (TjKeysSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_keys_section_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_keys_section_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-keys-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjKeysSection, keyring);
  gtk_widget_class_bind_template_child (widget_class, TjKeysSection, ways);
  gtk_widget_class_bind_template_callback (widget_class, on_keyring_switched);

  gtk_widget_class_install_action (widget_class, "keys.passphrase", NULL, passphrase_action);
  gtk_widget_class_install_action (widget_class, "keys.recovery", NULL, recovery_action);
  gtk_widget_class_install_action (widget_class, "keys.remove", "i", remove_action);
}

static void
tj_keys_section_init (TjKeysSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
tj_keys_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_KEYS_SECTION, "context", context, NULL);
}

/* The register itself: where it lies, what opens it, whether its pages and its log hold, and the
 * latest lines of the log. */

#include "config.h"

#include "tj-register-page.h"

#include "tj-audit.h"
#include "tj-case-number.h"
#include "tj-key-file.h"
#include "tj-key-slot.h"
#include "tj-municipalities.h"
#include "tj-setting-keys.h"

#include <glib/gi18n.h>

#define N_LOG_LINES 12

struct _TjRegisterPage
{
  TjPage parent_instance;

  AdwActionRow *municipality;
  AdwActionRow *folder;
  AdwActionRow *keys;
  AdwActionRow *verdict;
  GtkButton *verify;
  GtkSpinner *spinner;
  AdwPreferencesGroup *log_group;
  GPtrArray *log_rows;
};

G_DEFINE_FINAL_TYPE (TjRegisterPage, tj_register_page, TJ_TYPE_PAGE)

/* What the log's words mean to its reader; a word without a line is shown as it is. */
static const struct
{
  const char *action;
  const char *text;
} actions[] = {
  { "create", N_ ("Register created") },
  { "open", N_ ("Register opened") },
  { "open-failed", N_ ("Opening failed") },
  { "read", N_ ("A person was read") },
  { "unlock-protected", N_ ("A protected person was unlocked") },
  { "list", N_ ("The list of youths was read") },
  { "search", N_ ("A search was made") },
  { "due", N_ ("The due list was read") },
  { "log-contact", N_ ("Contact logged") },
  { "send-letters", N_ ("Letters logged as sent") },
  { "preview-letter", N_ ("Letter previewed") },
  { "print-letter", N_ ("Letter printed") },
  { "save-letter", N_ ("Letter saved to a file") },
  { "import-ist", N_ ("List from IST imported") },
  { "import-contacts", N_ ("Phone numbers imported") },
  { "settings", N_ ("Preferences changed") },
  { "fill-demo", N_ ("Invented people added") },
  { "undo", N_ ("Change undone") },
  { "redo", N_ ("Change made again") },
  { "verify", N_ ("Register verified") },
};

static const char *
action_text (const char *action)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, action))
      return _ (actions[i].text);

  return action;
}

/* Instants are kept in UTC and shown in the time of this place. */
static char *
local_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at);
}

static gboolean
collect_line (const TjAuditEntry *entry, gpointer user_data)
{
  GPtrArray *rows = user_data;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = local_time (entry->at);
  g_autofree char *number = entry->youth_id != 0 ? tj_case_number_format (entry->youth_id) : NULL;
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s%s%s", time, entry->actor, number != NULL ? " · " : "", number != NULL ? number : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action_text (entry->action));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "numeric");
  g_ptr_array_add (rows, g_object_ref_sink (row));
  return rows->len < N_LOG_LINES;
}

static void
show_log (TjRegisterPage *self, TjStore *store)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < self->log_rows->len; i++)
    adw_preferences_group_remove (self->log_group, g_ptr_array_index (self->log_rows, i));
  g_ptr_array_set_size (self->log_rows, 0);

  if (!tj_audit_foreach (store, collect_line, rows, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The log could not be read"), error);

  for (i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (self->log_group, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->log_rows, g_ptr_array_index (rows, i));
    }
}

static void
show_keys (TjRegisterPage *self, TjKeyFile *key_file)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < tj_key_file_get_n_slots (key_file); i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? ", " : "",
        tj_key_slot_kind_get_label (tj_key_slot_get_kind (tj_key_file_get_slot (key_file, i))));

  adw_action_row_set_subtitle (self->keys, text->str);
}

static void
verify_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (tj_context_verify (TJ_CONTEXT (task_data), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean holds = g_task_propagate_boolean (G_TASK (result), &error);

  gtk_widget_activate_action (GTK_WIDGET (self), "frame.busy", "b", FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  adw_action_row_set_icon_name (self->verdict, holds ? "tj-check-symbolic" : "tj-alert-symbolic");
  adw_action_row_set_subtitle (
      self->verdict,
      holds ? _ ("Every page and every line of the log is as it was written.") : error->message);
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_verified, NULL);

  g_task_set_task_data (task, g_object_ref (tj_page_get_context (TJ_PAGE (self))), g_object_unref);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_activate_action (widget, "frame.busy", "b", TRUE);
  g_task_run_in_thread (task, verify_thread);
}

static void
tj_register_page_refresh (TjPage *page)
{
  TjRegisterPage *self = TJ_REGISTER_PAGE (page);
  TjContext *context = tj_page_get_context (page);
  g_autofree char *folder = g_filename_display_name (tj_context_get_register_dir (context));
  g_autofree char *code = tj_context_dup_setting (context, TJ_SETTING_MUNICIPALITY, NULL);
  g_autofree char *municipality = code != NULL ? tj_municipalities_dup_name (code) : NULL;

  adw_action_row_set_subtitle (self->municipality, municipality != NULL ? municipality : "");
  adw_action_row_set_subtitle (self->folder, folder);
  show_keys (self, tj_context_get_key_file (context));
  show_log (self, tj_context_get_store (context));
}

static void
tj_register_page_dispose (GObject *object)
{
  g_clear_pointer (&TJ_REGISTER_PAGE (object)->log_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_register_page_parent_class)->dispose (object);
}

static void
tj_register_page_class_init (TjRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_register_page_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_register_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, municipality);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, folder);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, keys);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, verify);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TjRegisterPage, log_group);
  gtk_widget_class_install_action (widget_class, "register.verify", NULL, verify_action);
}

static void
tj_register_page_init (TjRegisterPage *self)
{
  self->log_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_register_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_REGISTER_PAGE, "context", context, NULL);
}

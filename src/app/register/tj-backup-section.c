/* Backups: where they go by themselves, the latest one, one more now, a rehearsal of restoring it, and
 * until when somebody who was purged may still be in one. */

#include "config.h"

#include "tj-backup-section.h"

#include "tj-backup-service.h"
#include "tj-date-text.h"
#include "tj-purge.h"
#include "tj-setting-keys.h"
#include "tj-thinning.h"
#include "tj-work.h"

#include <glib/gi18n.h>

/* So old a latest backup is pointed out. */
#define STALE_DAYS 7

struct _TjBackupSection
{
  TjPage parent_instance;

  AdwActionRow *folder;
  AdwActionRow *latest;
  AdwActionRow *purged;
  GtkWidget *forget;
  GtkSpinner *spinner;
  AdwPreferencesGroup *history;

  GtkFileChooserNative *chooser;
  GPtrArray *rows;
  char *latest_path;
};

/* What is done with a backup on the worker thread; without a path, in the chosen folder. */
typedef struct
{
  gboolean is_rehearsal;
  char *path;
  TjBackupCounts counts;
} Job;

G_DEFINE_FINAL_TYPE (TjBackupSection, tj_backup_section, TJ_TYPE_PAGE)

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job);
}

static char *
dup_text (const TjBackupFile *file, TjDate today)
{
  g_autofree char *date = tj_date_text_short (file->date, today);
  g_autofree char *size = g_format_size (file->bytes);

  return g_strdup_printf (_ ("%s at %.2s:%.2s · %s"), date, file->time, file->time + 2, size);
}

static void
show_latest (TjBackupSection *self, GPtrArray *files, TjDate today)
{
  const TjBackupFile *file = files->len > 0 ? g_ptr_array_index (files, files->len - 1) : NULL;
  const gboolean is_stale = file == NULL || file->date + STALE_DAYS < today;
  g_autofree char *text = file != NULL ? dup_text (file, today) : NULL;

  g_free (self->latest_path);
  self->latest_path = file != NULL ? g_strdup (file->path) : NULL;
  adw_action_row_set_icon_name (self->latest, is_stale ? "tj-alert-symbolic" : "tj-check-symbolic");
  adw_action_row_set_subtitle (self->latest,
                               text != NULL ? text : _ ("There is no backup in the folder."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.rehearse", file != NULL);
}

static void
show_history (TjBackupSection *self, GPtrArray *files, TjDate today)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->history, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = files->len; i > 0; i--)
    {
      const TjBackupFile *file = g_ptr_array_index (files, i - 1);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = dup_text (file, today);
      g_autofree char *last = tj_date_format (tj_thinning_last_day (file->date));
      g_autofree char *subtitle = g_strdup_printf (_ ("kept until %s at most"), last);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_add_css_class (row, "numeric");
      adw_preferences_group_add (self->history, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), files->len > 0);
}

/* The latest purge is the one whose people may be longest in a backup. */
static void
show_purged (TjBackupSection *self, TjStore *store, TjDate today)
{
  g_autoptr (GPtrArray) protocols = tj_purge_list_protocols (store, NULL);
  const TjPurgeProtocol *protocol
      = protocols != NULL && protocols->len > 0 ? g_ptr_array_index (protocols, 0) : NULL;
  const gboolean is_shown = protocol != NULL && tj_thinning_last_day (protocol->date) >= today;

  gtk_widget_set_visible (GTK_WIDGET (self->purged), is_shown);
  if (is_shown)
    {
      g_autofree char *date = tj_date_format (protocol->date);
      g_autofree char *last = tj_date_format (tj_thinning_last_day (protocol->date));
      g_autofree char *text = g_strdup_printf (
          _ ("Who was purged on %s may be in backups of the folder until %s. Copies that were put "
             "elsewhere are not thinned: take them away yourself."),
          date, last);

      adw_action_row_set_subtitle (self->purged, text);
    }
}

static void
show_folder (TjBackupSection *self, const char *folder)
{
  g_autofree char *name = folder != NULL ? g_filename_display_name (folder) : NULL;

  adw_action_row_set_subtitle (
      self->folder, name != NULL ? name
                                 : _ ("None is chosen. Choose one on another disk or a network "
                                      "drive: a backup on the same disk is lost with it."));
  gtk_widget_set_visible (self->forget, folder != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->latest), folder != NULL);
}

static void
tj_backup_section_refresh (TjPage *page)
{
  TjBackupSection *self = TJ_BACKUP_SECTION (page);
  TjContext *context = tj_page_get_context (page);
  const TjDate today = tj_context_get_today (context);
  g_autofree char *folder = tj_backup_service_dup_folder (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tj_backup_service_list (context, &error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  show_folder (self, folder);
  show_latest (self, files != NULL ? files : none, today);
  show_history (self, files != NULL ? files : none, today);
  show_purged (self, tj_context_get_store (context), today);
  if (files == NULL)
    adw_action_row_set_subtitle (self->latest, error->message);
}

static gpointer
work (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;
  gboolean is_done;

  if (job->is_rehearsal)
    is_done = tj_backup_service_rehearse (context, job->path, &job->counts, error);
  else if (job->path != NULL)
    is_done = tj_backup_service_write_in (context, job->path, &job->counts, error);
  else
    is_done = tj_backup_service_run (context, &job->counts, error);
  return GINT_TO_POINTER (is_done);
}

static void
on_worked (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjBackupSection *self = TJ_BACKUP_SECTION (page);
  Job *job = user_data;
  g_autofree char *text = NULL;

  gtk_spinner_stop (self->spinner);
  tj_page_mark_stale (page);
  if (error != NULL)
    {
      tj_page_show_error (
          page, job->is_rehearsal ? _ ("The backup cannot be restored") : _ ("No backup was made"),
          error);
      return;
    }
  text = g_strdup_printf (job->is_rehearsal
                              ? _ ("The backup can be restored: %'u youths, %'u rows")
                              : _ ("Backed up, read back and counted: %'u youths, %'u rows"),
                          (guint)job->counts.youths, (guint)job->counts.rows);
  tj_page_toast (page, text);
}

static void
start (TjBackupSection *self, gboolean is_rehearsal, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->is_rehearsal = is_rehearsal;
  job->path = g_strdup (path);
  gtk_spinner_start (self->spinner);
  tj_work_run (TJ_PAGE (self), work, on_worked, job, (GDestroyNotify)job_free);
}

static void
set_folder (TjBackupSection *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (!tj_context_set_setting (tj_page_get_context (TJ_PAGE (self)), TJ_SETTING_BACKUP_FOLDER,
                               folder, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The folder could not be noted"), error);
}

/* The first backup is made at once: a folder that cannot be written to says so now. */
static void
on_folder_chosen (GtkNativeDialog *dialog, int response, TjBackupSection *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const gboolean is_elsewhere = g_object_get_data (G_OBJECT (dialog), "elsewhere") != NULL;

  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL
      || !tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    return;
  if (!is_elsewhere)
    set_folder (self, path);
  start (self, FALSE, is_elsewhere ? path : NULL);
}

static void
choose_folder (TjBackupSection *self, gboolean is_elsewhere)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  self->chooser = gtk_file_chooser_native_new (
      is_elsewhere ? _ ("Back Up Elsewhere") : _ ("Folder for Backups"), window,
      GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (is_elsewhere)
    g_object_set_data (G_OBJECT (self->chooser), "elsewhere", self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_folder_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_folder (TJ_BACKUP_SECTION (widget), FALSE);
}

static void
elsewhere_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_folder (TJ_BACKUP_SECTION (widget), TRUE);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_folder (TJ_BACKUP_SECTION (widget), "");
}

static void
now_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *folder = tj_backup_service_dup_folder (tj_page_get_context (TJ_PAGE (widget)));

  if (folder != NULL)
    start (TJ_BACKUP_SECTION (widget), FALSE, NULL);
  else
    choose_folder (TJ_BACKUP_SECTION (widget), FALSE);
}

static void
rehearse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjBackupSection *self = TJ_BACKUP_SECTION (widget);

  if (self->latest_path != NULL)
    start (self, TRUE, self->latest_path);
}

static void
tj_backup_section_dispose (GObject *object)
{
  TjBackupSection *self = TJ_BACKUP_SECTION (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->latest_path, g_free);
  G_OBJECT_CLASS (tj_backup_section_parent_class)->dispose (object);
}

static void
tj_backup_section_class_init (TjBackupSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_backup_section_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_backup_section_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-backup-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, folder);
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, latest);
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, purged);
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, forget);
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, spinner);
  gtk_widget_class_bind_template_child (widget_class, TjBackupSection, history);

  gtk_widget_class_install_action (widget_class, "backup.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "backup.elsewhere", NULL, elsewhere_action);
  gtk_widget_class_install_action (widget_class, "backup.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "backup.now", NULL, now_action);
  gtk_widget_class_install_action (widget_class, "backup.rehearse", NULL, rehearse_action);
}

static void
tj_backup_section_init (TjBackupSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
tj_backup_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_BACKUP_SECTION, "context", context, NULL);
}

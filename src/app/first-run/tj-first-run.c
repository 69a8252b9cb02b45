/* The first run, four pages: where the register lives, the passphrase, the recovery sheet, whose
 * register it is. The keys are made after the second page and nothing is written before the last
 * one is done. Emits "opened" when the register is made, "found" when the chosen folder holds one. */

#include "config.h"

#include "tj-first-run.h"

#include "tj-first-run-passphrase.h"
#include "tj-first-run-place.h"
#include "tj-first-run-recovery.h"
#include "tj-first-run-routine.h"
#include "tj-keyring.h"
#include "tj-pdf-window.h"
#include "tj-sheet-service.h"

#include <glib/gi18n.h>

typedef enum
{
  PAGE_PLACE,
  PAGE_PASSPHRASE,
  PAGE_RECOVERY,
  PAGE_ROUTINE,
  N_PAGES
} Page;

struct _TjFirstRun
{
  AdwBin parent_instance;

  GtkStack *pages;
  AdwWindowTitle *title;
  GtkLabel *problem;
  GtkRevealer *problem_revealer;
  GtkButton *next_button;
  GtkWidget *import_button;
  GtkSpinner *spinner;
  TjFirstRunPlace *place;
  TjFirstRunPassphrase *passphrase;
  TjFirstRunRecovery *recovery;
  TjFirstRunRoutine *routine;

  TjContext *context;
  Page page;
  gboolean busy;
  gboolean then_import;
};

/* What the two jobs of the worker thread need and bring. */
typedef struct
{
  TjContext *context;
  TjSecret *passphrase;
  char *municipality;
  char *routine;
  gboolean with_keyring;
  gboolean keyring_available;
} Job;

enum
{
  SIGNAL_OPENED,
  SIGNAL_FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const page_names[N_PAGES] = { "place", "passphrase", "recovery", "routine" };

G_DEFINE_FINAL_TYPE (TjFirstRun, tj_first_run, ADW_TYPE_BIN)

static void
job_free (Job *job)
{
  g_object_unref (job->context);
  g_clear_pointer (&job->passphrase, tj_secret_unref);
  g_free (job->municipality);
  g_free (job->routine);
  g_free (job);
}

static Job *
job_new (TjFirstRun *self)
{
  Job *job = g_new0 (Job, 1);

  job->context = g_object_ref (self->context);
  return job;
}

static gboolean
page_is_ready (TjFirstRun *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return !TJ_IS_FIRST_RUN_PAGE (child) || tj_first_run_page_get_ready (TJ_FIRST_RUN_PAGE (child));
}

static void
update_actions (TjFirstRun *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "first-run.back", self->page > 0 && !self->busy);
  gtk_widget_action_set_enabled (widget, "first-run.next", page_is_ready (self) && !self->busy);
  gtk_widget_action_set_enabled (widget, "first-run.import", page_is_ready (self) && !self->busy);
}

static void
set_busy (TjFirstRun *self, gboolean busy)
{
  self->busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  if (busy)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pages), !busy);
  update_actions (self);
}

static void
show_problem (TjFirstRun *self, const GError *error)
{
  gtk_revealer_set_reveal_child (self->problem_revealer, error != NULL);
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
}

static void
show_page (TjFirstRun *self, Page page)
{
  g_autofree char *subtitle = g_strdup_printf (_ ("Step %d of %d"), (int)page + 1, N_PAGES);

  self->page = page;
  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->pages, page_names[page]);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_button_set_label (self->next_button, page == PAGE_ROUTINE ? _ ("Create the Register")
                                           : page == PAGE_PLACE ? _ ("Begin")
                                                                : _ ("Continue"));
  gtk_widget_set_visible (self->import_button, page == PAGE_ROUTINE);
  update_actions (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
prepare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  TjSecret *recovery_key = tj_context_prepare (job->context, job->passphrase, FALSE, &error);

  job->keyring_available = tj_keyring_is_available (cancellable);
  if (recovery_key != NULL)
    g_task_return_pointer (task, recovery_key, (GDestroyNotify)tj_secret_unref);
  else
    g_task_return_error (task, error);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjFirstRun *self = TJ_FIRST_RUN (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) recovery_key = g_task_propagate_pointer (G_TASK (result), &error);

  set_busy (self, FALSE);
  if (recovery_key == NULL)
    {
      show_problem (self, error);
      return;
    }

  tj_first_run_recovery_show (self->recovery, recovery_key);
  tj_first_run_routine_offer_keyring (self->routine, job->keyring_available);
  show_page (self, PAGE_RECOVERY);
}

static void
create_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (tj_context_create (job->context, job->municipality, job->routine, job->with_keyring, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjFirstRun *self = TJ_FIRST_RUN (source);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_problem (self, error);
      return;
    }

  tj_first_run_passphrase_wipe (self->passphrase);
  tj_first_run_recovery_wipe (self->recovery);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  if (self->then_import)
    gtk_widget_activate_action (window, "win.show-screen", "s", "import");
}

static void
run_job (TjFirstRun *self, Job *job, GTaskThreadFunc thread, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done, NULL);

  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  show_problem (self, NULL);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, thread);
}

static void
prepare (TjFirstRun *self)
{
  Job *job = job_new (self);

  job->passphrase = tj_first_run_passphrase_dup_secret (self->passphrase);
  run_job (self, job, prepare_thread, on_prepared);
}

/* The place is noted first: a register that the next start does not find would seem lost. */
static void
create (TjFirstRun *self)
{
  g_autoptr (GError) error = NULL;
  Job *job;

  if (!tj_first_run_place_keep (self->place, &error))
    {
      show_problem (self, error);
      return;
    }
  job = job_new (self);
  job->municipality = g_strdup (tj_first_run_routine_get_municipality (self->routine));
  job->routine = g_strdup (tj_first_run_routine_get_routine (self->routine));
  job->with_keyring = tj_first_run_routine_wants_keyring (self->routine);
  run_job (self, job, create_thread, on_created);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFirstRun *self = TJ_FIRST_RUN (widget);

  if (self->page == PAGE_PASSPHRASE)
    prepare (self);
  else if (self->page == PAGE_ROUTINE)
    {
      self->then_import = FALSE;
      create (self);
    }
  else
    show_page (self, self->page + 1);
}

/* The last page: makes the register and goes on to the first list. */
static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFirstRun *self = TJ_FIRST_RUN (widget);

  self->then_import = TRUE;
  create (self);
}

/* A sheet on paper is surer than handwriting; saved, it is for the printer to be found by. */
static void
show_sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFirstRun *self = TJ_FIRST_RUN (widget);
  TjSecret *key = tj_first_run_recovery_get_key (self->recovery);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf
      = key != NULL ? tj_sheet_service_recovery (self->context, key, &error) : NULL;

  if (pdf != NULL)
    gtk_window_present (
        GTK_WINDOW (tj_pdf_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                       _ ("Recovery sheet"), _ ("recovery-sheet.pdf"), pdf)));
  show_problem (self, error);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFirstRun *self = TJ_FIRST_RUN (widget);

  show_page (self, self->page - 1);
}

static void
on_page_finished (TjFirstRun *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "first-run.next", NULL);
}

static void
on_register_found (TjFirstRun *self)
{
  g_autoptr (GError) error = NULL;

  if (tj_first_run_place_keep (self->place, &error))
    g_signal_emit (self, signals[SIGNAL_FOUND], 0);
  else
    show_problem (self, error);
}

static void
tj_first_run_dispose (GObject *object)
{
  g_clear_object (&TJ_FIRST_RUN (object)->context);
  G_OBJECT_CLASS (tj_first_run_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_FIRST_RUN_PLACE);
  g_type_ensure (TJ_TYPE_FIRST_RUN_PASSPHRASE);
  g_type_ensure (TJ_TYPE_FIRST_RUN_RECOVERY);
  g_type_ensure (TJ_TYPE_FIRST_RUN_ROUTINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/first-run/tj-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, pages);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, title);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, problem);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, next_button);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, import_button);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, spinner);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, place);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, recovery);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRun, routine);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_page_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_register_found);
}

static void
tj_first_run_class_init (TjFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_first_run_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "first-run.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "first-run.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "first-run.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "first-run.show-sheet", NULL, show_sheet_action);
}

static void
tj_first_run_init (TjFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_first_run_new (TjContext *context)
{
  TjFirstRun *self = g_object_new (TJ_TYPE_FIRST_RUN, NULL);

  self->context = g_object_ref (context);
  tj_first_run_place_set_context (self->place, context);
  show_page (self, PAGE_PLACE);
  return GTK_WIDGET (self);
}

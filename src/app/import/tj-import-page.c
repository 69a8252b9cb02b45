/* Import: from a file to the register on one screen. The file is opened (chosen, or dropped anywhere
 * on the window), its columns are looked over, the list is tried, and what would happen is looked
 * over before it does. Reading, trying and taking in run on a worker thread; meanwhile this page
 * shows how far it has come and can stop it, and nothing else may ask for the register. */

#include "config.h"

#include "tj-import-page.h"

#include "tj-file-save.h"
#include "tj-import-bar.h"
#include "tj-import-choose.h"
#include "tj-import-columns.h"
#include "tj-import-done.h"
#include "tj-import-preview.h"
#include "tj-import-rejected.h"
#include "tj-import-review.h"
#include "tj-import-start.h"
#include "tj-import-undo.h"
#include "tj-import-work.h"
#include "tj-proposal-list.h"
#include "tj-review-lines.h"
#include "tj-work.h"

#include <glib/gi18n.h>

#define PROGRESS_INTERVAL_MS 80

/* How much of the width, or of the height of a narrow window, the columns get. */
#define COLUMNS_WIDTH 392
#define COLUMNS_HEIGHT 300

struct _TjImportPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkWidget *again;
  GtkStack *state;
  GtkPaned *panes;
  TjImportStart *start;
  TjImportColumns *columns;
  TjImportPreview *preview;
  TjImportReview *review;
  TjProposalList *proposals;
  TjImportDone *done;
  TjImportBar *bar;

  TjImportSession *session; /* the file that is shown */
  TjImportSession *next;    /* the file that is being opened */
  gboolean is_applied;      /* the list of `session` is in the register */
  TjImportWork *work;
  guint progress_timer;
  gboolean is_choosing;
};

G_DEFINE_FINAL_TYPE (TjImportPage, tj_import_page, TJ_TYPE_PAGE)

static void tj_import_page_refresh (TjPage *page);

static gboolean
shows (TjImportPage *self, const char *state)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->state), state) == 0;
}

static void
update_actions (TjImportPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->work == NULL;
  g_autofree char *trouble
      = self->session != NULL && idle ? tj_import_session_dup_trouble (self->session) : NULL;

  gtk_widget_action_set_enabled (widget, "import.open", idle && !self->is_choosing);
  gtk_widget_action_set_enabled (widget, "import.back",
                                 idle && shows (self, "review") && !self->is_applied);
  gtk_widget_action_set_enabled (widget, "import.try",
                                 idle && shows (self, "columns") && trouble == NULL);
  gtk_widget_action_set_enabled (widget, "import.apply",
                                 idle && shows (self, "review") && !self->is_applied);
  gtk_widget_action_set_enabled (widget, "import.save-rejected", idle && self->session != NULL);
  gtk_widget_action_set_enabled (widget, "import.close", idle && !shows (self, "start"));
  gtk_widget_action_set_enabled (widget, "import.cancel", !idle);
}

/* The bar is for what can be done next; after the import the page itself says that. */
static void
show_bar (TjImportPage *self, const char *state)
{
  if (g_str_equal (state, "columns"))
    tj_import_bar_show_columns (self->bar);
  else if (g_str_equal (state, "review"))
    tj_import_bar_show_review (self->bar, self->session, self->is_applied);
  else
    tj_import_bar_show_nothing (self->bar);
}

/* Goes to one of the steps; title and bar follow. */
static void
show_state (TjImportPage *self, const char *state)
{
  gboolean is_start = g_str_equal (state, "start");
  const char *source = self->session != NULL ? tj_import_session_get_source (self->session) : NULL;

  gtk_stack_set_visible_child_name (self->state, state);
  adw_window_title_set_subtitle (
      self->title, !is_start && source != NULL ? tj_import_get_source_label (source) : "");
  gtk_widget_set_visible (self->again, !is_start);
  show_bar (self, state);
  update_actions (self);
}

static void
show_columns (TjImportPage *self)
{
  tj_import_columns_show (self->columns, self->session);
  tj_import_preview_show (self->preview, self->session);
  show_state (self, "columns");
}

static void
on_mapping_changed (TjImportPage *self)
{
  tj_import_preview_show (self->preview, self->session);
  show_state (self, "columns");
}

static void
forget_session (TjImportPage *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, on_mapping_changed, self);
  tj_import_columns_show (self->columns, NULL);
  tj_import_preview_show (self->preview, NULL);
  tj_import_review_show (self->review, NULL);
  g_clear_object (&self->session);
  self->is_applied = FALSE;
}

static void
take_session (TjImportPage *self, TjImportSession *session)
{
  g_autoptr (GError) error = NULL;

  forget_session (self);
  self->session = session;
  if (!tj_import_session_recall (session, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The columns could not be recalled"), error);
  g_signal_connect_object (session, "mapping-changed", G_CALLBACK (on_mapping_changed), self,
                           G_CONNECT_SWAPPED);
  show_columns (self);
  gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

/* A reading gives no fraction. */
static gboolean
on_progress_time (gpointer user_data)
{
  TjImportPage *self = TJ_IMPORT_PAGE (user_data);

  tj_import_bar_set_fraction (self->bar,
                              self->next != NULL ? -1 : tj_import_work_get_fraction (self->work));
  return G_SOURCE_CONTINUE;
}

/* Only the bar is left to the user while a thread works; the sidebar rests too. */
static void
set_resting (TjImportPage *self, gboolean is_resting)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), !is_resting);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.work", "b", is_resting);
  update_actions (self);
}

static void
begin_working (TjImportPage *self, const char *doing)
{
  set_resting (self, TRUE);
  self->progress_timer = g_timeout_add (PROGRESS_INTERVAL_MS, on_progress_time, self);
  tj_import_bar_begin (self->bar, doing);
}

static void
end_working (TjImportPage *self)
{
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  tj_import_bar_end (self->bar);
  set_resting (self, FALSE);
}

static void
on_opened (TjImportPage *self, const GError *error)
{
  g_autoptr (TjImportSession) session = g_steal_pointer (&self->next);

  if (error == NULL)
    {
      take_session (self, g_steal_pointer (&session));
      return;
    }
  forget_session (self);
  tj_import_start_set_trouble (self->start, error->message);
  show_state (self, "start");
}

static void
on_tried (TjImportPage *self, const GError *error)
{
  if (error != NULL)
    {
      tj_page_show_error (TJ_PAGE (self), _ ("The list could not be tried"), error);
      return;
    }
  tj_import_review_show (self->review, self->session);
  show_state (self, "review");
  tj_import_bar_focus_apply (self->bar);
}

static void
on_applied (TjImportPage *self, const GError *error)
{
  if (error != NULL)
    {
      tj_page_show_error (TJ_PAGE (self), _ ("Nothing was imported"), error);
      return;
    }
  self->is_applied = TRUE;
  tj_import_done_show (self->done, self->session, tj_proposal_list_refresh (self->proposals));
  show_state (self, "done");
  gtk_widget_child_focus (GTK_WIDGET (self->done), GTK_DIR_TAB_FORWARD);
}

static void
on_cancelled (TjImportPage *self)
{
  g_clear_object (&self->next);
  tj_page_toast (TJ_PAGE (self), _ ("Cancelled. Nothing was imported."));
  show_state (self,
              self->session != NULL ? gtk_stack_get_visible_child_name (self->state) : "start");
}

static void
on_worked (TjImportWorkKind kind, const GError *error, gpointer user_data)
{
  TjImportPage *self = TJ_IMPORT_PAGE (user_data);

  g_clear_pointer (&self->work, tj_import_work_free);
  end_working (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    on_cancelled (self);
  else if (kind == TJ_IMPORT_WORK_TRY)
    on_tried (self, error);
  else if (kind == TJ_IMPORT_WORK_APPLY)
    on_applied (self, error);
  else
    on_opened (self, error);
}

static void
start_work (TjImportPage *self,
            TjImportSession *session,
            TjImportWorkKind kind,
            GFile *file,
            const char *sheet)
{
  static const char *const words[] = {
    [TJ_IMPORT_WORK_OPEN] = N_ ("Reading the file"),
    [TJ_IMPORT_WORK_SHEET] = N_ ("Reading the file"),
    [TJ_IMPORT_WORK_TRY] = N_ ("Comparing with the register"),
    [TJ_IMPORT_WORK_APPLY] = N_ ("Importing"),
  };

  self->work = tj_import_work_start (session, kind, file, sheet, on_worked, self);
  begin_working (self, _ (words[kind]));
}

static void
on_sheet_chosen (TjImportPage *self, const char *sheet)
{
  g_autofree char *name = g_strdup (sheet);
  g_autoptr (TjImportSession) session = g_object_ref (self->session);

  forget_session (self);
  self->next = g_steal_pointer (&session);
  start_work (self, self->next, TJ_IMPORT_WORK_SHEET, NULL, name);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (TjImportPage) self = user_data;

  self->is_choosing = FALSE;
  update_actions (self);
  if (file != NULL)
    tj_import_page_open (self, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  self->is_choosing = TRUE;
  update_actions (self);
  tj_import_choose (GTK_WINDOW (gtk_widget_get_root (widget)), on_file_chosen, g_object_ref (self));
}

static void
try_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  start_work (self, self->session, TJ_IMPORT_WORK_TRY, NULL, NULL);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!tj_import_session_remember (self->session, &error))
    {
      tj_page_show_error (TJ_PAGE (self), _ ("Nothing was imported"), error);
      return;
    }
  start_work (self, self->session, TJ_IMPORT_WORK_APPLY, NULL, NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  tj_import_review_show (self->review, NULL);
  show_columns (self);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  forget_session (self);
  show_state (self, "start");
  tj_import_page_refresh (TJ_PAGE (self));
}

static void
proposals_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  tj_proposal_list_refresh (self->proposals);
  show_state (self, "proposals");
  tj_proposal_list_focus (self->proposals);
}

/* The rows once more, after they were taken in. */
static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);

  tj_import_review_show (self->review, self->session);
  tj_import_review_choose (self->review, TJ_REVIEW_NOTES);
  show_state (self, "review");
}

/* Which import to take back. */
typedef struct
{
  gint64 run_id;
} Undo;

static gpointer
undo_run (TjContext *context, gpointer user_data, GError **error)
{
  tj_import_undo (tj_context_get_store (context), ((Undo *)user_data)->run_id, NULL, error);
  return NULL;
}

static void
on_undone (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  if (error != NULL)
    {
      tj_page_show_error (page, _ ("The import was not undone"), error);
      return;
    }
  tj_page_toast (page, _ ("The import was undone"));
  gtk_widget_activate_action (GTK_WIDGET (page), "import.close", NULL);
  tj_page_mark_stale (page);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Undo *undo = g_new (Undo, 1);

  undo->run_id = g_variant_get_int64 (parameter);
  tj_work_run (TJ_PAGE (widget), undo_run, on_undone, undo, g_free);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_import_work_cancel (TJ_IMPORT_PAGE (widget)->work);
}

static void
on_rejected_saved (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjImportPage) self = user_data;
  g_autoptr (GError) log_error = NULL;

  if (error != NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The file could not be saved"), error);
  if (!saved)
    return;
  if (tj_import_rejected_log (self->session, &log_error))
    tj_page_toast (TJ_PAGE (self), _ ("The rejected rows were saved"));
  else
    tj_page_show_error (TJ_PAGE (self), _ ("The log could not be written"), log_error);
}

static void
save_rejected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjImportPage *self = TJ_IMPORT_PAGE (widget);
  g_autoptr (GBytes) bytes = tj_import_rejected_write (self->session);
  g_autofree char *file_name = NULL;
  char today[TJ_DATE_BUFFER];

  tj_date_write (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), today);
  file_name = g_strdup_printf (_ ("rejected-rows-%s.csv"), today);
  tj_file_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save Rejected Rows"), file_name,
                bytes, on_rejected_saved, g_object_ref (self));
}

/* In a narrow window the columns stand above the rows. */
static void
on_folded (TjImportPage *self)
{
  gboolean folded = tj_page_get_folded (TJ_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (self->panes, folded ? COLUMNS_HEIGHT : COLUMNS_WIDTH);
  tj_import_review_set_folded (self->review, folded);
}

static void
tj_import_page_go (TjPage *page, const char *part)
{
  if (g_strcmp0 (part, "proposals") == 0 && TJ_IMPORT_PAGE (page)->work == NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "import.proposals", NULL);
}

static void
tj_import_page_refresh (TjPage *page)
{
  TjImportPage *self = TJ_IMPORT_PAGE (page);

  tj_import_start_refresh (self->start, tj_page_get_context (page));
  tj_import_start_set_proposals (self->start, tj_proposal_list_refresh (self->proposals));
}

static void
tj_import_page_dispose (GObject *object)
{
  TjImportPage *self = TJ_IMPORT_PAGE (object);

  g_clear_handle_id (&self->progress_timer, g_source_remove);
  g_clear_pointer (&self->work, tj_import_work_free);
  g_clear_object (&self->next);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tj_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_IMPORT_BAR);
  g_type_ensure (TJ_TYPE_IMPORT_START);
  g_type_ensure (TJ_TYPE_IMPORT_COLUMNS);
  g_type_ensure (TJ_TYPE_IMPORT_PREVIEW);
  g_type_ensure (TJ_TYPE_IMPORT_REVIEW);
  g_type_ensure (TJ_TYPE_PROPOSAL_LIST);
  g_type_ensure (TJ_TYPE_IMPORT_DONE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, again);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, panes);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, start);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, review);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, done);
  gtk_widget_class_bind_template_child (widget_class, TjImportPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_chosen);
}

static void
tj_import_page_class_init (TjImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_import_page_dispose;
  TJ_PAGE_CLASS (klass)->go = tj_import_page_go;
  TJ_PAGE_CLASS (klass)->refresh = tj_import_page_refresh;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.try", NULL, try_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "import.proposals", NULL, proposals_action);
  gtk_widget_class_install_action (widget_class, "import.look", NULL, look_action);
  gtk_widget_class_install_action (widget_class, "import.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.save-rejected", NULL,
                                   save_rejected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
tj_import_page_init (TjImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::folded", G_CALLBACK (on_folded), NULL);
  on_folded (self);
  tj_proposal_list_set_page (self->proposals, TJ_PAGE (self));
  show_state (self, "start");
}

GtkWidget *
tj_import_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_IMPORT_PAGE, "context", context, NULL);
}

/* Opens a file that was chosen or dropped; while another is being worked on nothing happens. */
void
tj_import_page_open (TjImportPage *self, GFile *file)
{
  g_return_if_fail (TJ_IS_IMPORT_PAGE (self) && G_IS_FILE (file));

  if (self->work != NULL)
    return;
  tj_import_start_set_trouble (self->start, NULL);
  self->next = tj_import_session_new (tj_page_get_context (TJ_PAGE (self)));
  start_work (self, self->next, TJ_IMPORT_WORK_OPEN, file, NULL);
}

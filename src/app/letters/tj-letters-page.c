/* Letters: what is due, ticked; the pages as they will be printed; print or save; and then the
 * question whether they were. The preview shows the ticked letters set as one document, in
 * memory. While a batch is set or asked about, the list holds still. */

#include "config.h"

#include "tj-letters-page.h"

#include "tj-file-save.h"
#include "tj-letter-list.h"
#include "tj-letter-notice.h"
#include "tj-letter-question.h"
#include "tj-letter-row.h"
#include "tj-pdf-print.h"
#include "tj-pdf-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ticks often come in a row; the preview follows the last of them. */
#define PREVIEW_DELAY_MS 150

/* So few are set before one notices; the screen need not go grey for them. */
#define SMALL_BATCH 60

struct _TjLettersPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkStack *state;
  GtkStack *preview_state;
  TjLetterNotice *notice;
  GtkSingleSelection *selection;
  GtkCheckButton *all;
  TjPdfView *preview;
  GtkSpinner *spinner;

  TjLetterList *list;
  GPtrArray *chosen;
  GPtrArray *drafts;
  GBytes *pdf;
  GArray *wanted;
  char *wanted_kind;
  guint preview_timer;
  gboolean holds_still;
  gboolean setting_all;
};

/* What is done with the pages once they are set. */
typedef enum
{
  FOR_PREVIEW,
  FOR_PRINT,
  FOR_FILE,
} Purpose;

typedef struct
{
  TjContext *context;
  GPtrArray *drafts;
  Purpose purpose;
} Job;

G_DEFINE_FINAL_TYPE (TjLettersPage, tj_letters_page, TJ_TYPE_PAGE)

static const char *const log_words[] = { "preview-letter", "print-letter", "save-letter" };

static void
job_free (Job *job)
{
  g_object_unref (job->context);
  g_ptr_array_unref (job->drafts);
  g_free (job);
}

static GtkWindow *
window_of (TjLettersPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
update_actions (TjLettersPage *self)
{
  gboolean can_print = self->pdf != NULL && !self->holds_still;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.print", can_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.save", can_print);
}

static void
set_holds_still (TjLettersPage *self, gboolean holds_still)
{
  self->holds_still = holds_still;
  update_actions (self);
}

static void
show_chosen_count (TjLettersPage *self)
{
  guint n = self->chosen != NULL ? self->chosen->len : 0;
  guint all = tj_letter_list_count_letters (self->list);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u letters"), n, all);

  adw_window_title_set_subtitle (self->title, text);
  self->setting_all = TRUE;
  gtk_check_button_set_active (self->all, n == all && all > 0);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < all);
  self->setting_all = FALSE;
}

/* Notes which letters are ticked now. */
static void
take_chosen (TjLettersPage *self)
{
  guint i;

  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->chosen = tj_letter_list_dup_chosen (self->list);
  self->drafts = g_ptr_array_new ();
  for (i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (self->drafts, tj_letter_item_get_draft (g_ptr_array_index (self->chosen, i)));
  show_chosen_count (self);
}

static void
show_selected_page (TjLettersPage *self)
{
  TjLetterItem *item = gtk_single_selection_get_selected_item (self->selection);
  const TjLetterDraft *draft = item != NULL ? tj_letter_item_get_draft (item) : NULL;

  if (self->pdf != NULL && draft != NULL && draft->first_page > 0)
    tj_pdf_view_show_page (self->preview, (int)draft->first_page - 1);
}

static void
show_pdf (TjLettersPage *self, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (pdf != NULL)
    self->pdf = g_bytes_ref (pdf);
  if (!tj_pdf_view_set_bytes (self->preview, pdf, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The pages could not be shown"), error);

  gtk_stack_set_visible_child_name (self->preview_state, pdf != NULL ? "pages" : "none");
  show_selected_page (self);
  update_actions (self);
}

static void
on_recorded (GPtrArray *printed, gpointer user_data)
{
  g_autoptr (TjLettersPage) self = user_data;
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  set_holds_still (self, FALSE);
  if (printed == NULL || !tj_context_is_unlocked (context))
    return;

  if (!tj_letter_service_record (context, printed, &error))
    {
      tj_page_show_error (TJ_PAGE (self), _ ("The letters could not be logged as sent"), error);
      return;
    }

  text = g_strdup_printf (
      ngettext ("%u letter logged as sent", "%u letters logged as sent", printed->len),
      printed->len);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", text);
  tj_page_mark_stale (TJ_PAGE (self));
}

static void
ask_if_printed (TjLettersPage *self)
{
  set_holds_still (self, TRUE);
  tj_letter_question_ask (window_of (self), self->drafts, on_recorded, g_object_ref (self));
}

static void
on_printed (gboolean printed, const GError *error, gpointer user_data)
{
  g_autoptr (TjLettersPage) self = user_data;

  set_holds_still (self, FALSE);
  if (error != NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The letters could not be printed"), error);
  else if (printed)
    ask_if_printed (self);
}

static void
on_saved (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjLettersPage) self = user_data;

  set_holds_still (self, FALSE);
  if (error != NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The file could not be saved"), error);
  else if (saved)
    ask_if_printed (self);
}

static void
choose_file (TjLettersPage *self)
{
  char today[TJ_DATE_BUFFER];
  g_autofree char *name = NULL;

  tj_date_write (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), today);
  name = g_strdup_printf (_ ("letters-%s.pdf"), today);
  set_holds_still (self, TRUE);
  tj_file_save (window_of (self), _ ("Save as PDF"), name, self->pdf, on_saved,
                g_object_ref (self));
}

static void
print_pages (TjLettersPage *self)
{
  set_holds_still (self, TRUE);
  tj_pdf_print (window_of (self), self->pdf, _ ("Letters"), on_printed, g_object_ref (self));
}

static void
compose_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GBytes *pdf
      = tj_letter_service_compose (job->context, job->drafts, log_words[job->purpose], &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);

  gtk_spinner_stop (self->spinner);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.busy", "b", FALSE);
  set_holds_still (self, FALSE);
  show_pdf (self, pdf);
  if (pdf == NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The letters could not be set"), error);
  else if (job->purpose == FOR_PRINT)
    print_pages (self);
  else if (job->purpose == FOR_FILE)
    choose_file (self);
}

/* Sets the ticked letters on the worker thread. The register is its own meanwhile. */
static void
compose (TjLettersPage *self, Purpose purpose)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  take_chosen (self);
  if (self->drafts->len == 0)
    {
      show_pdf (self, NULL);
      return;
    }

  job = g_new0 (Job, 1);
  job->context = g_object_ref (tj_page_get_context (TJ_PAGE (self)));
  job->drafts = g_ptr_array_ref (self->drafts);
  job->purpose = purpose;

  task = g_task_new (self, NULL, on_composed, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  set_holds_still (self, TRUE);
  if (self->drafts->len <= SMALL_BATCH)
    {
      g_task_run_in_thread_sync (task, compose_thread);
      on_composed (G_OBJECT (self), G_ASYNC_RESULT (task), NULL);
      return;
    }

  gtk_spinner_start (self->spinner);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.busy", "b", TRUE);
  g_task_run_in_thread (task, compose_thread);
}

static gboolean
on_preview_time (gpointer user_data)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (user_data);

  if (self->holds_still)
    return G_SOURCE_CONTINUE;

  self->preview_timer = 0;
  compose (self, FOR_PREVIEW);
  return G_SOURCE_REMOVE;
}

static void
on_chosen_changed (TjLettersPage *self)
{
  g_clear_handle_id (&self->preview_timer, g_source_remove);
  self->preview_timer = g_timeout_add (PREVIEW_DELAY_MS, on_preview_time, self);
}

static void
on_all_toggled (TjLettersPage *self)
{
  if (!self->setting_all)
    tj_letter_list_choose_all (self->list, gtk_check_button_get_active (self->all));
}

static void
on_activated (TjLettersPage *self, guint position)
{
  g_autoptr (TjLetterItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  tj_letter_item_set_chosen (item, !tj_letter_item_get_chosen (item));
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (widget);

  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    on_activated (self, gtk_single_selection_get_selected (self->selection));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  compose (TJ_LETTERS_PAGE (widget), FOR_PRINT);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  compose (TJ_LETTERS_PAGE (widget), FOR_FILE);
}

/* "12,15": letters to those youths ticked and no other; "twenty/12,15": letters of that kind to
 * them, due or not. */
static void
tj_letters_page_go (TjPage *page, const char *part)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (page);
  const char *slash = part != NULL ? strchr (part, '/') : NULL;
  g_auto (GStrv) ids = NULL;
  guint i;

  if (part == NULL && self->wanted == NULL)
    return;

  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->wanted_kind, g_free);
  if (part != NULL)
    {
      self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->wanted_kind = slash != NULL ? g_strndup (part, (gsize)(slash - part)) : NULL;
      ids = g_strsplit (slash != NULL ? slash + 1 : part, ",", -1);
    }
  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (ids[i], NULL, 10);

      g_array_append_val (self->wanted, id);
    }
  tj_page_mark_stale (page);
}

/* Whoever has no letter waiting is not passed over in silence. */
static void
choose_wanted (TjLettersPage *self)
{
  guint n = tj_letter_list_choose_only (self->list, self->wanted);
  guint n_left = self->wanted->len - MIN (n, self->wanted->len);
  g_autofree char *text = NULL;

  if (n_left == 0)
    return;
  text = g_strdup_printf (ngettext ("%u of the selected has no letter that is due",
                                    "%u of the selected have no letter that is due", n_left),
                          n_left);
  tj_page_toast (TJ_PAGE (self), text);
}

static gboolean
load_list (TjLettersPage *self, GError **error)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  if (self->wanted_kind != NULL)
    return tj_letter_list_load_for (self->list, context, self->wanted_kind, self->wanted, error);
  if (!tj_letter_list_load (self->list, context, error))
    return FALSE;
  if (self->wanted != NULL)
    choose_wanted (self);
  return TRUE;
}

static void
tj_letters_page_refresh (TjPage *page)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (page);
  g_autoptr (GError) error = NULL;

  /* Setting a batch writes to the log and so tells of a change; the list is the same. */
  if (self->holds_still)
    return;
  tj_letter_notice_update (self->notice, tj_page_get_context (page));
  if (!load_list (self, &error))
    {
      tj_page_show_error (page, _ ("The list of letters could not be read"), error);
      return;
    }

  gtk_stack_set_visible_child_name (
      self->state, g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 ? "letters" : "empty");
  compose (self, FOR_PREVIEW);
}

static void
tj_letters_page_dispose (GObject *object)
{
  TjLettersPage *self = TJ_LETTERS_PAGE (object);

  g_clear_handle_id (&self->preview_timer, g_source_remove);
  g_clear_object (&self->list);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->wanted_kind, g_free);
  G_OBJECT_CLASS (tj_letters_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_PDF_VIEW);
  g_type_ensure (TJ_TYPE_LETTER_NOTICE);
  g_type_ensure (TJ_TYPE_LETTER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/letters/tj-letters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, preview_state);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, notice);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, all);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TjLettersPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_selected_page);
}

static void
tj_letters_page_class_init (TjLettersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_letters_page_dispose;
  TJ_PAGE_CLASS (klass)->go = tj_letters_page_go;
  TJ_PAGE_CLASS (klass)->refresh = tj_letters_page_refresh;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "letters.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letters.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "letters.toggle", NULL, toggle_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letters.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "letters.save",
                                       NULL);
}

static void
tj_letters_page_init (TjLettersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = tj_letter_list_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "chosen-changed", G_CALLBACK (on_chosen_changed), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
tj_letters_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_LETTERS_PAGE, "context", context, NULL);
}

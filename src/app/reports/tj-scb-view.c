/* A half-year on its way to SCB: what is left to mend, what codes are missing, what has changed since
 * the last delivery, and then the file. The address says which half-year ("2026H2"). The register is
 * read on the worker thread; what was read stays in view until it has been read anew. */

#include "config.h"

#include "tj-scb-view.h"

#include "tj-half-year-chooser.h"
#include "tj-date-text.h"
#include "tj-scb-codes.h"
#include "tj-scb-layout-box.h"
#include "tj-scb-list.h"
#include "tj-scb-rows-view.h"
#include "tj-scb-service.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjScbView
{
  TjPage parent_instance;

  TjHalfYearChooser *half;
  GtkSpinner *spinner;
  GtkStack *body;
  GtkImage *mark;
  GtkLabel *state;
  GtkLabel *state_text;
  GtkLabel *delivery;
  TjScbList *errors;
  TjScbList *warnings;
  TjScbCodes *codes;
  TjScbList *changes;
  TjScbLayoutBox *layout;

  GtkFileChooserNative *chooser;
  TjHalfYear chosen;
  TjScbReport *report; /* NULL before it is read */
  gboolean is_working;
};

/* What is done on the worker thread: without a path the half-year is only read. */
typedef struct
{
  TjHalfYear half;
  const TjScbReport *report; /* of the page, which does not read meanwhile */
  TjScbFormat format;
  char *path;
} Job;

G_DEFINE_FINAL_TYPE (TjScbView, tj_scb_view, TJ_TYPE_PAGE)

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job);
}

static char *
dup_left (const TjScbReport *report)
{
  g_autofree char *errors
      = g_strdup_printf (ngettext ("%u error", "%u errors", report->n_errors), report->n_errors);
  g_autofree char *codes = g_strdup_printf (
      ngettext ("%u code", "%u codes", report->missing_codes->len), report->missing_codes->len);

  if (report->n_errors > 0 && report->missing_codes->len > 0)
    return g_strdup_printf (_ ("Left before the file is ready: %s and %s"), errors, codes);
  return g_strdup_printf (_ ("Left before the file is ready: %s"),
                          report->n_errors > 0 ? errors : codes);
}

static char *
dup_facts (TjScbView *self)
{
  TjDate today = tj_context_get_today (tj_page_get_context (TJ_PAGE (self)));
  guint n = tj_scb_rows_count (self->report->rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  g_autofree char *deadline = tj_date_text_short (self->report->deadline, today);
  gboolean is_over = tj_half_year_last_day (self->chosen) < today;

  return g_strdup_printf (is_over ? _ ("%s. To be with SCB by %s at the latest.")
                                  : _ ("%s so far: the half-year is not over. To be with SCB by "
                                       "%s at the latest."),
                          rows, deadline);
}

static void
show_state (TjScbView *self)
{
  gboolean is_ready = tj_scb_report_is_ready (self->report);
  g_autofree char *left = is_ready ? g_strdup (_ ("Ready for SCB")) : dup_left (self->report);
  g_autofree char *facts = dup_facts (self);

  gtk_image_set_from_icon_name (self->mark, is_ready ? "tj-check-symbolic" : "tj-alert-symbolic");
  gtk_label_set_label (self->state, left);
  gtk_label_set_label (self->state_text, facts);
}

static void
show_delivery (TjScbView *self)
{
  TjDate today = tj_context_get_today (tj_page_get_context (TJ_PAGE (self)));
  const TjScbReport *report = self->report;
  g_autofree char *text = NULL;

  if (report->prepared != NULL)
    text = g_strdup (_ ("A file has been saved and not marked as delivered. Upload it to SCB, then "
                        "mark it."));
  else if (report->delivered != NULL)
    {
      g_autofree char *date = tj_date_text_short (report->delivered->delivered_on, today);

      text = g_strdup_printf (_ ("Delivered %s. A new upload replaces the earlier one."), date);
    }
  gtk_label_set_label (self->delivery, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->delivery), text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scb.deliver", report->prepared != NULL);
}

static GtkWidget *
make_error (guint place, gpointer user_data)
{
  TjScbView *self = user_data;

  return tj_scb_finding_row (tj_page_get_context (TJ_PAGE (self)), self->report,
                             &g_array_index (self->report->findings, TjScbFinding, place));
}

/* Warnings stand behind the errors. */
static GtkWidget *
make_warning (guint place, gpointer user_data)
{
  TjScbView *self = user_data;

  return make_error (self->report->n_errors + place, self);
}

static GtkWidget *
make_change (guint place, gpointer user_data)
{
  TjScbView *self = user_data;

  return tj_scb_difference_row (tj_page_get_context (TJ_PAGE (self)), self->report,
                                self->report->differences->pdata[place]);
}

static void
show_lists (TjScbView *self)
{
  const TjScbReport *report = self->report;
  guint n_changes = report->differences != NULL ? report->differences->len : 0;
  g_autofree char *errors = g_strdup_printf (
      ngettext ("%u Error to Mend", "%u Errors to Mend", report->n_errors), report->n_errors);
  g_autofree char *warnings = g_strdup_printf (
      ngettext ("%u Warning", "%u Warnings", report->n_warnings), report->n_warnings);
  g_autofree char *changes
      = g_strdup_printf (ngettext ("%u Change Since the Delivery of %s",
                                   "%u Changes Since the Delivery of %s", n_changes),
                         n_changes, report->former != NULL ? report->former->half : "");

  tj_scb_list_show (self->errors, errors, report->n_errors, make_error, self);
  tj_scb_list_show (self->warnings, warnings, report->n_warnings, make_warning, self);
  tj_scb_list_show (self->changes, changes, n_changes, make_change, self);
}

static void
show_report (TjScbView *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  gboolean has_rows = tj_scb_rows_count (self->report->rows) > 0 || self->report->n_errors > 0;

  gtk_stack_set_visible_child_name (self->body, has_rows ? "report" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scb.save", has_rows);
  show_state (self);
  show_delivery (self);
  show_lists (self);
  tj_scb_codes_show (self->codes, context, self->report);
  tj_scb_layout_box_show (self->layout, context, self->report);
}

static gpointer
work (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;

  if (job->path != NULL
      && !tj_scb_service_export (context, job->report, job->format, job->path, error))
    return NULL;
  return tj_scb_service_load (context, job->half, error);
}

static void
tell_saved (TjScbView *self)
{
  tj_page_toast (TJ_PAGE (self), tj_scb_report_is_ready (self->report)
                                     ? _ ("File for SCB saved")
                                     : _ ("Draft saved: it is not ready for SCB"));
}

static void
on_worked (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjScbView *self = TJ_SCB_VIEW (page);
  Job *job = user_data;

  self->is_working = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    {
      g_clear_pointer ((TjScbReport **)&result, tj_scb_report_free);
      return;
    }
  gtk_spinner_stop (self->spinner);
  if (error != NULL)
    {
      tj_page_show_error (page,
                          job->path != NULL ? _ ("The file could not be saved")
                                            : _ ("The half-year could not be read"),
                          error);
      return;
    }
  g_clear_pointer (&self->report, tj_scb_report_free);
  self->report = result;
  show_report (self);
  if (job->path != NULL)
    tell_saved (self);
}

/* Takes over `path`. */
static void
start (TjScbView *self, TjScbFormat format, char *path)
{
  Job *job = g_new0 (Job, 1);

  job->half = self->chosen;
  job->report = self->report;
  job->format = format;
  job->path = path;
  self->is_working = TRUE;
  gtk_spinner_start (self->spinner);
  tj_work_run (TJ_PAGE (self), work, on_worked, job, (GDestroyNotify)job_free);
}

static void
tj_scb_view_refresh (TjPage *page)
{
  TjScbView *self = TJ_SCB_VIEW (page);

  if (self->chosen.year == 0)
    self->chosen = tj_scb_service_propose_half (tj_page_get_context (page));
  tj_half_year_chooser_show (self->half, tj_context_get_today (tj_page_get_context (page)),
                             self->chosen);
  self->chosen = tj_half_year_chooser_get (self->half);
  if (!self->is_working)
    start (self, TJ_SCB_TEXT, NULL);
}

static void
tj_scb_view_go (TjPage *page, const char *part)
{
  TjScbView *self = TJ_SCB_VIEW (page);

  if (part != NULL && tj_half_year_parse (part, &self->chosen))
    tj_page_mark_stale (page);
}

static void
on_half_chosen (TjScbView *self)
{
  if (self->is_working)
    return;
  self->chosen = tj_half_year_chooser_get (self->half);
  start (self, TJ_SCB_TEXT, NULL);
}

static void
on_path_chosen (GtkNativeDialog *dialog, int response, TjScbView *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->report == NULL || self->is_working
      || !tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    return;
  start (self, g_str_has_suffix (path, ".csv") ? TJ_SCB_TEXT : TJ_SCB_WORKBOOK,
         g_steal_pointer (&path));
}

/* The name says which half-year, and of one that is not ready that it is a draft. */
static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjScbView *self = TJ_SCB_VIEW (widget);
  char half[TJ_HALF_YEAR_BUFFER];
  g_autofree char *proposal = NULL;

  if (self->report == NULL)
    return;
  proposal = g_strdup_printf (
      tj_scb_report_is_ready (self->report) ? _ ("scb-%s.%s") : _ ("draft-scb-%s.%s"),
      tj_half_year_write (self->chosen, half), g_variant_get_string (parameter, NULL));
  self->chooser = gtk_file_chooser_native_new (_ ("Save the File for SCB"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), proposal);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_path_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
deliver_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjScbView *self = TJ_SCB_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (tj_scb_service_mark_delivered (tj_page_get_context (TJ_PAGE (self)), self->chosen, &error))
    gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Marked as delivered"));
  else
    tj_page_show_error (TJ_PAGE (self), _ ("It could not be marked as delivered"), error);
}

static void
on_template_chosen (GtkNativeDialog *dialog, int response, TjScbView *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL
      && tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self)))
      && !tj_scb_layout_box_read (self->layout, file, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("No layout could be made of the file"), error);
}

static void
read_template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjScbView *self = TJ_SCB_VIEW (widget);

  self->chooser = gtk_file_chooser_native_new (_ ("SCB's Template"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_template_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
tj_scb_view_dispose (GObject *object)
{
  TjScbView *self = TJ_SCB_VIEW (object);

  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (tj_scb_view_parent_class)->dispose (object);
}

/* Not before: the worker may be writing what the report says. */
static void
tj_scb_view_finalize (GObject *object)
{
  g_clear_pointer (&TJ_SCB_VIEW (object)->report, tj_scb_report_free);
  G_OBJECT_CLASS (tj_scb_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_SCB_CODES);
  g_type_ensure (TJ_TYPE_SCB_LAYOUT_BOX);
  g_type_ensure (TJ_TYPE_SCB_LIST);
  g_type_ensure (TJ_TYPE_HALF_YEAR_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-scb-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TjScbView, half);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, spinner);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, body);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, mark);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, state);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, state_text);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, delivery);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, errors);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, warnings);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, codes);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, changes);
  gtk_widget_class_bind_template_child (widget_class, TjScbView, layout);
  gtk_widget_class_bind_template_callback (widget_class, on_half_chosen);
}

static void
tj_scb_view_class_init (TjScbViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_scb_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tj_scb_view_finalize;
  TJ_PAGE_CLASS (klass)->refresh = tj_scb_view_refresh;
  TJ_PAGE_CLASS (klass)->go = tj_scb_view_go;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "scb.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "scb.deliver", NULL, deliver_action);
  gtk_widget_class_install_action (widget_class, "scb.read-template", NULL, read_template_action);
}

static void
tj_scb_view_init (TjScbView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scb.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scb.deliver", FALSE);
}

GtkWidget *
tj_scb_view_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_SCB_VIEW, "context", context, NULL);
}

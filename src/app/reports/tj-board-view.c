/* The half-year's report to the board: the coordinator's texts to the left, the report as it will be
 * printed to the right, and the approved ones below. An approved half-year shows what was approved,
 * until a new version is begun. The address says which half-year ("2026H2"). */

#include "config.h"

#include "tj-board-view.h"

#include "tj-half-year-chooser.h"
#include "tj-audit.h"
#include "tj-board-files.h"
#include "tj-board-form.h"
#include "tj-date-text.h"
#include "tj-pdf-view.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjBoardView
{
  TjPage parent_instance;

  TjHalfYearChooser *half;
  GtkLabel *state;
  GtkLabel *state_text;
  GtkStack *texts;
  TjBoardForm *form;
  AdwPreferencesGroup *approved;
  GtkStack *preview;
  AdwStatusPage *trouble;
  TjPdfView *pdf;

  TjHalfYear chosen;
  GPtrArray *reports;    /* TjBoardReport, all */
  TjBoardReport *shown;  /* the chosen half-year's, as it is looked at */
  GPtrArray *rows;       /* of `approved` */
  gboolean is_rewriting; /* a new version of an approved half-year */
  gboolean is_behind;    /* the preview is to be drawn again when the register is free */
};

G_DEFINE_FINAL_TYPE (TjBoardView, tj_board_view, TJ_TYPE_PAGE)

static TjDate
today_of (TjBoardView *self)
{
  return tj_context_get_today (tj_page_get_context (TJ_PAGE (self)));
}

/* A report is mostly written of the half-year that has ended. */
static TjHalfYear
usual_half (TjBoardView *self)
{
  return tj_half_year_add (tj_half_year_of (today_of (self)), -1);
}

/* The latest approved report of the chosen half-year, or NULL. */
static const TjBoardReport *
find_approved (TjBoardView *self)
{
  const TjBoardReport *found = NULL;

  for (guint i = 0; i < self->reports->len; i++)
    {
      const TjBoardReport *report = self->reports->pdata[i];

      if (tj_half_year_compare (report->half, self->chosen) == 0
          && report->approved_on != TJ_DATE_NONE)
        found = report;
    }
  return found;
}

static gboolean
is_approved (TjBoardView *self)
{
  return self->shown != NULL && self->shown->approved_on != TJ_DATE_NONE;
}

static gboolean
is_over (TjBoardView *self)
{
  return tj_half_year_last_day (self->chosen) < today_of (self);
}

static void
show_state (TjBoardView *self)
{
  const TjBoardReport *approved = find_approved (self);
  g_autofree char *day
      = approved != NULL ? tj_date_format_long (approved->approved_on) : g_strdup ("");
  g_autofree char *text = NULL;

  if (is_approved (self))
    text = g_strdup_printf (_ ("Approved on %s. It does not change any more."), day);
  else if (approved != NULL)
    text = g_strdup_printf (_ ("A new version. It replaces the one approved on %s once it is "
                               "approved itself."),
                            day);
  else if (is_over (self))
    text = g_strdup (_ ("Its figures are those of the register today, until it is approved."));
  else
    text = g_strdup (_ ("The half-year is not over: its figures go on changing, and it can be "
                        "approved when it is."));
  gtk_label_set_label (self->state, is_approved (self) ? _ ("Approved") : _ ("Draft"));
  gtk_label_set_label (self->state_text, text);
}

static void
enable_actions (TjBoardView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "board.save-pdf", self->shown != NULL);
  gtk_widget_action_set_enabled (widget, "board.save-tables", self->shown != NULL);
  gtk_widget_action_set_enabled (widget, "board.approve",
                                 self->shown != NULL && !is_approved (self) && is_over (self));
  gtk_widget_action_set_enabled (widget, "board.rewrite", is_approved (self));
}

static GtkWidget *
new_row (const TjBoardReport *report)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *half = tj_half_year_dup_name (report->half);
  g_autofree char *day = tj_date_format_long (report->approved_on);
  g_autofree char *subtitle
      = report->version > 1
            ? g_strdup_printf (_ ("Approved on %s, version %u"), day, report->version)
            : g_strdup_printf (_ ("Approved on %s"), day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), half);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", report->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "board.open");
  return row;
}

static void
show_approved (TjBoardView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->approved, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = self->reports->len; i-- > 0;)
    {
      const TjBoardReport *report = self->reports->pdata[i];
      GtkWidget *row;

      if (report->approved_on == TJ_DATE_NONE)
        continue;
      row = new_row (report);
      adw_preferences_group_add (self->approved, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->approved), self->rows->len > 0);
}

static void
show_texts (TjBoardView *self)
{
  gtk_stack_set_visible_child_name (self->texts, is_approved (self) ? "approved" : "draft");
  if (!is_approved (self))
    tj_board_form_show (self->form, tj_page_get_context (TJ_PAGE (self)), self->chosen);
}

static gpointer
draw (TjContext *context, gpointer user_data, GError **error)
{
  return tj_board_report_service_draw (context, user_data, error);
}

static void
show_trouble (TjBoardView *self, const char *text)
{
  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->preview, "trouble");
}

static void show_preview (TjBoardView *self);

static void
on_drawn (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjBoardView *self = TJ_BOARD_VIEW (page);
  g_autoptr (GBytes) bytes = result;
  g_autoptr (GError) problem = NULL;

  if (bytes == NULL)
    show_trouble (self, error->message);
  else if (!tj_pdf_view_set_bytes (self->pdf, bytes, &problem))
    show_trouble (self, problem->message);
  else
    gtk_stack_set_visible_child_name (self->preview, "pdf");
  if (self->is_behind)
    show_preview (self);
}

static void
free_report (gpointer report)
{
  tj_board_report_free (report);
}

static void
show_preview (TjBoardView *self)
{
  self->is_behind = tj_context_is_working (tj_page_get_context (TJ_PAGE (self)));
  if (self->is_behind)
    return;
  if (gtk_stack_get_visible_child (self->preview) != GTK_WIDGET (self->pdf))
    gtk_stack_set_visible_child_name (self->preview, "drawing");
  tj_work_run (TJ_PAGE (self), draw, on_drawn, tj_board_report_copy (self->shown), free_report);
}

/* Reads which report the chosen half-year shows. */
static gboolean
load (TjBoardView *self, GError **error)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->shown, tj_board_report_free);
  self->reports = tj_board_report_service_list (context, error);
  if (self->reports == NULL)
    return FALSE;
  self->shown = self->is_rewriting ? tj_board_report_service_open (context, self->chosen, error)
                                   : tj_board_report_service_find (context, self->chosen, error);
  return self->shown != NULL;
}

/* That somebody looks is logged once for each half-year, not each time it is drawn. */
static void
log_reading (TjBoardView *self)
{
  char half[TJ_HALF_YEAR_BUFFER];
  g_autofree char *details = g_strdup_printf ("half=%s", tj_half_year_write (self->chosen, half));
  g_autoptr (GError) error = NULL;

  if (!tj_audit_log (tj_context_get_store (tj_page_get_context (TJ_PAGE (self))), "report", 0,
                     details, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The reading could not be logged"), error);
}

static void
tj_board_view_refresh (TjPage *page)
{
  TjBoardView *self = TJ_BOARD_VIEW (page);
  g_autoptr (GError) error = NULL;

  if (self->chosen.year == 0)
    {
      self->chosen = usual_half (self);
      log_reading (self);
    }
  tj_half_year_chooser_show (self->half, today_of (self), self->chosen);
  self->chosen = tj_half_year_chooser_get (self->half);
  if (!load (self, &error))
    {
      tj_page_show_error (page, _ ("The reports could not be read"), error);
      return;
    }
  show_state (self);
  show_approved (self);
  show_texts (self);
  enable_actions (self);
  show_preview (self);
}

static void
tj_board_view_go (TjPage *page, const char *part)
{
  TjBoardView *self = TJ_BOARD_VIEW (page);

  if (part == NULL || !tj_half_year_parse (part, &self->chosen))
    self->chosen = usual_half (self);
  self->is_rewriting = FALSE;
  log_reading (self);
  tj_page_mark_stale (page);
}

static void
on_half_chosen (TjBoardView *self)
{
  self->chosen = tj_half_year_chooser_get (self->half);
  self->is_rewriting = FALSE;
  log_reading (self);
  tj_page_mark_stale (TJ_PAGE (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_board_files_save (TJ_PAGE (widget), TJ_BOARD_VIEW (widget)->shown,
                       g_str_equal (name, "board.save-tables"));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjBoardView *self = TJ_BOARD_VIEW (widget);

  for (guint i = 0; i < self->reports->len; i++)
    {
      const TjBoardReport *report = self->reports->pdata[i];

      if (report->id == g_variant_get_int64 (parameter))
        tj_board_files_show (TJ_PAGE (self), report);
    }
}

static void
rewrite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TJ_BOARD_VIEW (widget)->is_rewriting = TRUE;
  tj_page_mark_stale (TJ_PAGE (widget));
}

static gpointer
approve (TjContext *context, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (tj_board_report_service_approve (context, user_data, error));
}

/* What the register now has is shown by its own change. */
static void
on_approved (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  if (GPOINTER_TO_INT (result))
    gtk_widget_activate_action (GTK_WIDGET (page), "frame.toast-undo", "s",
                                _ ("The report is approved"));
  else
    tj_page_show_error (page, _ ("The report is not approved"), error);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, TjBoardView *self)
{
  if (!g_str_equal (response, "approve") || self->shown == NULL || is_approved (self)
      || tj_context_is_working (tj_page_get_context (TJ_PAGE (self))))
    return;
  self->is_rewriting = FALSE;
  tj_work_run (TJ_PAGE (self), approve, on_approved, tj_board_report_copy (self->shown),
               free_report);
}

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjBoardView *self = TJ_BOARD_VIEW (widget);
  g_autofree char *name_of_half = tj_half_year_dup_name (self->chosen);
  g_autofree char *half = tj_text_within (name_of_half);
  g_autofree char *heading = g_strdup_printf (_ ("Approve the Report on the %s?"), half);
  GtkWidget *dialog;

  if (tj_form_is_changed (TJ_FORM (self->form)))
    {
      tj_page_toast (TJ_PAGE (self), _ ("Save the texts first, so that they come along."));
      return;
    }
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), heading,
      _ ("It is kept as it stands now, with its figures and texts, and no longer follows the "
         "register. The mark DRAFT goes away. What has to be changed later becomes a new version "
         "that says which one it replaces."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "approve",
                                    _ ("Approve"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "approve",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tj_board_view_dispose (GObject *object)
{
  TjBoardView *self = TJ_BOARD_VIEW (object);

  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->shown, tj_board_report_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tj_board_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, half);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, state);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, state_text);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, texts);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, form);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, approved);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, preview);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, trouble);
  gtk_widget_class_bind_template_child (widget_class, TjBoardView, pdf);
  gtk_widget_class_bind_template_callback (widget_class, on_half_chosen);
}

static void
tj_board_view_class_init (TjBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_board_view_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_board_view_refresh;
  TJ_PAGE_CLASS (klass)->go = tj_board_view_go;

  g_type_ensure (TJ_TYPE_BOARD_FORM);
  g_type_ensure (TJ_TYPE_PDF_VIEW);
  g_type_ensure (TJ_TYPE_HALF_YEAR_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-board-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "board.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "board.save-tables", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "board.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "board.rewrite", NULL, rewrite_action);
  gtk_widget_class_install_action (widget_class, "board.approve", NULL, approve_action);
}

static void
tj_board_view_init (TjBoardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  enable_actions (self);
}

GtkWidget *
tj_board_view_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_BOARD_VIEW, "context", context, NULL);
}

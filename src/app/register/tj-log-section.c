/* The log: who did what to whom and when, latest first; which rows, whether its chain holds, the
 * review of a month, and the rows as a file. Looking here is itself logged. */

#include "config.h"

#include "tj-log-section.h"

#include "tj-date-text.h"
#include "tj-file-save.h"
#include "tj-log-export.h"
#include "tj-log-filter-bar.h"
#include "tj-log-list.h"
#include "tj-sheet-job.h"
#include "tj-sheet-service.h"
#include "tj-work.h"

#include <glib/gi18n.h>

#define N_REVIEW_MONTHS 13

struct _TjLogSection
{
  TjPage parent_instance;

  TjLogFilterBar *filter_bar;
  GtkStack *state;
  GtkSingleSelection *selection;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkMenuButton *review;

  TjLogList *list;
  gboolean is_read;
  gboolean is_person_sought;
};

G_DEFINE_FINAL_TYPE (TjLogSection, tj_log_section, TJ_TYPE_PAGE)

static void
show_verdict (TjLogSection *self, const char *icon_name, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_icon), icon_name != NULL);
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (self->verdict_icon, icon_name);
  gtk_label_set_label (self->verdict, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verdict), text);
}

static void
show_count (TjLogSection *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u row", "%'u rows", n), n);

  show_verdict (self, NULL, text);
  gtk_stack_set_visible_child_name (self->state, n > 0 ? "list" : "empty");
}

/* Once for the visit, and once when somebody begins to look for a person. Whom is not noted: what was
 * typed would stay in the log for good. */
static gboolean
log_reading (TjLogSection *self, const TjLogFilter *filter, GError **error)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  const gboolean begins_search = filter->youths != NULL && !self->is_person_sought;

  self->is_person_sought = filter->youths != NULL;
  if (self->is_read && !begins_search)
    return TRUE;
  self->is_read = TRUE;
  return tj_audit_log (tj_context_get_store (context), "log", 0, filter->action, error);
}

static void
load (TjLogSection *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  TjLogFilter filter = { 0 };
  g_autoptr (GError) error = NULL;

  if (!tj_log_filter_bar_fill (self->filter_bar, context, &filter, &error)
      || !log_reading (self, &filter, &error)
      || !tj_log_list_load (self->list, context, &filter, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The log could not be read"), error);
  tj_log_filter_bar_clear_filter (&filter);
  show_count (self);
}

/* A search field tells of a change a while after it was made: another section may be shown by then,
 * with a thread that has the register. */
static void
on_filter_changed (TjLogSection *self)
{
  if (tj_page_get_context (TJ_PAGE (self)) != NULL && self->list != NULL
      && tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    tj_page_mark_stale (TJ_PAGE (self));
}

/* To whom the row is about, when the register still has them. */
static void
on_activated (TjLogSection *self, guint position)
{
  g_autoptr (TjLogItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const gint64 youth_id = tj_log_item_get_youth_id (item);
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT, youth_id);

  if (youth_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static gpointer
verify (TjContext *context, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (tj_context_verify_log (context, error));
}

static void
on_verified (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  show_verdict (TJ_LOG_SECTION (page), error == NULL ? "tj-check-symbolic" : "tj-alert-symbolic",
                error == NULL ? _ ("The log is whole: no row was changed, removed or moved.")
                              : error->message);
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_work_run (TJ_PAGE (widget), verify, on_verified, NULL, NULL);
}

static GBytes *
make_review (TjContext *context, gpointer month, GError **error)
{
  const int count = GPOINTER_TO_INT (month);

  return tj_sheet_service_log_review (context, count / 12, count % 12 + 1, error);
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const int count = g_variant_get_int32 (parameter);
  g_autofree char *title
      = g_strdup_printf (_ ("Review of the log, %04d-%02d"), count / 12, count % 12 + 1);
  g_autofree char *file_name
      = g_strdup_printf (_ ("log-review-%04d-%02d.pdf"), count / 12, count % 12 + 1);

  tj_sheet_job_show (TJ_PAGE (widget), title, file_name, make_review, GINT_TO_POINTER (count),
                     NULL);
}

/* The months that may be reviewed, this one first, as months since the year 0. */
static void
fill_months (TjLogSection *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  int year, month;

  tj_date_get (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), &year, &month, NULL);
  for (int i = 0; i < N_REVIEW_MONTHS; i++)
    {
      const int count = year * 12 + month - 1 - i;
      g_autofree char *text = g_strdup_printf ("%s %d", tj_month_text (count % 12 + 1), count / 12);
      g_autofree char *label = tj_text_heading (text);
      g_autofree char *action = g_strdup_printf ("log.review(%d)", count);

      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_menu_model (self->review, G_MENU_MODEL (menu));
}

static void
on_exported (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjLogSection) self = user_data;

  if (error != NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The file could not be saved"), error);
  else if (saved)
    tj_page_toast (TJ_PAGE (self), _ ("The log was exported"));
}

static GBytes *
make_export (TjLogSection *self, gboolean as_pdf, GError **error)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  TjLogFilter filter = { 0 };
  GBytes *bytes = NULL;

  if (tj_log_filter_bar_fill (self->filter_bar, context, &filter, error))
    bytes = as_pdf ? tj_log_export_pdf (context, &filter, error)
                   : tj_log_export_csv (context, &filter, error);
  tj_log_filter_bar_clear_filter (&filter);
  return bytes;
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjLogSection *self = TJ_LOG_SECTION (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  const char *kind = g_variant_get_string (parameter, NULL);
  const gboolean as_pdf = g_str_equal (kind, "pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_export (self, as_pdf, &error);
  char today[TJ_DATE_BUFFER];
  g_autofree char *file_name = NULL;

  if (bytes == NULL)
    {
      tj_page_show_error (TJ_PAGE (self), _ ("The log could not be exported"), error);
      return;
    }
  tj_date_write (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), today);
  file_name = g_strdup_printf (_ ("log-%s.%s"), today, kind);
  tj_file_save (window, _ ("Export the Log"), file_name, bytes, on_exported, g_object_ref (self));
}

static void
tj_log_section_refresh (TjPage *page)
{
  TjLogSection *self = TJ_LOG_SECTION (page);

  fill_months (self);
  load (self);
}

static void
tj_log_section_search (TjPage *page)
{
  tj_log_filter_bar_focus_person (TJ_LOG_SECTION (page)->filter_bar);
}

static void
tj_log_section_dispose (GObject *object)
{
  g_clear_object (&TJ_LOG_SECTION (object)->list);
  G_OBJECT_CLASS (tj_log_section_parent_class)->dispose (object);
}

static void
tj_log_section_class_init (TjLogSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_log_section_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_log_section_refresh;
  TJ_PAGE_CLASS (klass)->search = tj_log_section_search;

  g_type_ensure (TJ_TYPE_LOG_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-log-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, state);
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, selection);
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, verdict);
  gtk_widget_class_bind_template_child (widget_class, TjLogSection, review);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);

  gtk_widget_class_install_action (widget_class, "log.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "log.review", "i", review_action);
  gtk_widget_class_install_action (widget_class, "log.export", "s", export_action);
}

static void
tj_log_section_init (TjLogSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = tj_log_list_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

GtkWidget *
tj_log_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_LOG_SECTION, "context", context, NULL);
}

/* What there is on paper about a youth: the letters as they were sent, the plans, what schools have
 * reported, that a concern report was made, and all of it in an extract for the person (GDPR, article
 * 15). */

#include "config.h"

#include "tj-documents-tab.h"

#include "tj-audit.h"
#include "tj-contact-repository.h"
#include "tj-date-text.h"
#include "tj-extract-service.h"
#include "tj-file-save.h"
#include "tj-form-section.h"
#include "tj-letter-repository.h"
#include "tj-letter-template.h"
#include "tj-pdf-window.h"
#include "tj-plan-paper.h"
#include "tj-plan-repository.h"
#include "tj-school-report-repository.h"
#include "tj-sheet-job.h"
#include "tj-sheet-service.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TjDocumentsTab
{
  AdwBin parent_instance;

  TjFormSection *letters;
  TjFormSection *plans;
  TjFormSection *reports;
  TjFormSection *concerns;

  TjContext *context;
  gint64 youth_id;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjDocumentsTab,
                               tj_documents_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

typedef GPtrArray *(*ListFunc) (TjStore *store, gint64 youth_id, GError **error);
typedef GtkWidget *(*RowFunc) (gpointer entity);

static char *
dup_letter_title (TjLetter *letter)
{
  g_autoptr (TjLetterTemplate) template
      = tj_letter_template_load (tj_letter_get_kind (letter), "sv", NULL);

  return g_strdup (template != NULL ? tj_letter_template_get_title (template)
                                    : tj_letter_get_kind (letter));
}

static GtkWidget *
new_letter_row (gpointer letter)
{
  g_autofree char *title = dup_letter_title (letter);
  g_autofree char *date = tj_date_text_long (tj_letter_get_date (letter));
  GtkWidget *row = tj_form_section_row (0, title, date, FALSE);

  tj_form_section_row_add_button (row, _ ("Show…"), "documents.show-letter",
                                  tj_entity_get_id (letter));
  return row;
}

static GtkWidget *
new_plan_row (gpointer plan)
{
  const gint64 version = tj_plan_get_version (plan);
  g_autofree char *date = tj_date_text_long (tj_plan_get_written_on (plan));
  g_autofree char *title = g_strdup_printf (_ ("Version %d"), (int)version);
  GtkWidget *row = tj_form_section_row (0, title, date, FALSE);

  tj_form_section_row_add_button (row, _ ("Show…"), "documents.show-plan", version);
  return row;
}

static GtkWidget *
new_report_row (gpointer report)
{
  g_autofree char *date = tj_date_text_long (tj_school_report_get_received_on (report));
  g_autofree char *more
      = g_strdup_printf ("%s · %s · %s", date, tj_school_report_get_school (report),
                         tj_code_label (&tj_report_states, tj_school_report_get_state (report)));
  GtkWidget *row = tj_form_section_row (
      0, tj_code_label (&tj_report_categories, tj_school_report_get_category (report)), more,
      FALSE);

  tj_form_section_row_add_button (row, _ ("Open"), "documents.open-report",
                                  tj_entity_get_id (report));
  return row;
}

/* Only that one was made, and when. */
static GtkWidget *
new_concern_row (gpointer contact)
{
  g_autofree char *date = NULL;

  if (tj_contact_get_channel (contact) != TJ_CHANNEL_CONCERN_REPORT)
    return NULL;
  date = tj_date_text_long (tj_contact_get_date (contact));
  return tj_form_section_row (0, _ ("Concern report made"), date, FALSE);
}

/* The latest first; those that `new_row` makes nothing of are left out. */
static gboolean
fill (TjDocumentsTab *self, TjFormSection *section, ListFunc list, RowFunc new_row, GError **error)
{
  g_autoptr (GPtrArray) all = list (tj_context_get_store (self->context), self->youth_id, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (all == NULL)
    return FALSE;
  for (guint i = all->len; i > 0; i--)
    {
      GtkWidget *row = new_row (all->pdata[i - 1]);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  tj_form_section_begin (section, self->context, self->youth_id);
  tj_form_section_take_rows (section, rows);
  return TRUE;
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjDocumentsTab *self = TJ_DOCUMENTS_TAB (tab);

  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  return fill (self, self->letters, tj_letters_list, new_letter_row, error)
         && fill (self, self->plans, tj_plans_list, new_plan_row, error)
         && fill (self, self->reports, tj_school_reports_list, new_report_row, error)
         && fill (self, self->concerns, tj_contacts_list, new_concern_row, error);
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
}

static TjPage *
page_of (gpointer widget)
{
  return TJ_PAGE (gtk_widget_get_ancestor (widget, TJ_TYPE_PAGE));
}

static GtkWindow *
window_of (gpointer widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

/* What was sent is looked at as it was sent. */
static void
show_letter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjDocumentsTab *self = TJ_DOCUMENTS_TAB (widget);
  TjStore *store = tj_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_letters_dup_pdf (store, g_variant_get_int64 (parameter), &error);

  if (pdf == NULL || !tj_audit_log (store, "read-letter", self->youth_id, NULL, &error))
    tj_page_show_error (page_of (self), _ ("The letter could not be read"), error);
  else
    gtk_window_present (GTK_WINDOW (
        tj_pdf_window_new (window_of (self), _ ("Letter as sent"), _ ("letter.pdf"), pdf)));
}

static void
show_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_plan_paper_show (widget, TJ_DOCUMENTS_TAB (widget)->youth_id,
                      (guint)g_variant_get_int64 (parameter));
}

static void
open_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *screen
      = g_strdup_printf ("school-reports:%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));

  gtk_widget_activate_action (widget, "win.show-screen", "s", screen);
}

static void
new_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *screen = g_strdup_printf ("school-reports:new+%" G_GINT64_FORMAT,
                                             TJ_DOCUMENTS_TAB (widget)->youth_id);

  gtk_widget_activate_action (widget, "win.show-screen", "s", screen);
}

static GBytes *
draw_extract (TjContext *context, gpointer youth_id, GError **error)
{
  return tj_sheet_service_extract (context, *(gint64 *)youth_id, error);
}

static void
extract_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjDocumentsTab *self = TJ_DOCUMENTS_TAB (widget);

  tj_sheet_job_show (page_of (self), _ ("Subject extract"), _ ("extract.pdf"), draw_extract,
                     g_memdup2 (&self->youth_id, sizeof self->youth_id), g_free);
}

static void
on_saved (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjDocumentsTab) self = user_data;

  if (error != NULL)
    tj_page_show_error (page_of (self), _ ("The file could not be saved"), error);
  else if (saved)
    gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast", "s", _ ("Saved"));
}

static void
extract_json_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjDocumentsTab *self = TJ_DOCUMENTS_TAB (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = tj_extract_service_build (self->context, self->youth_id, &error);
  g_autoptr (GBytes) json = NULL;
  char *text;

  if (root == NULL)
    {
      tj_page_show_error (page_of (self), _ ("The extract could not be made"), error);
      return;
    }
  text = json_to_string (root, TRUE);
  json = g_bytes_new_take (text, strlen (text));
  tj_file_save (window_of (self), _ ("Save Extract"), _ ("extract.json"), json, on_saved,
                g_object_ref (self));
}

static void
tj_documents_tab_dispose (GObject *object)
{
  g_clear_object (&TJ_DOCUMENTS_TAB (object)->context);
  G_OBJECT_CLASS (tj_documents_tab_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "documents.show-letter", "x", show_letter_action);
  gtk_widget_class_install_action (widget_class, "documents.show-plan", "x", show_plan_action);
  gtk_widget_class_install_action (widget_class, "documents.open-report", "x", open_report_action);
  gtk_widget_class_install_action (widget_class, "documents.new-report", NULL, new_report_action);
  gtk_widget_class_install_action (widget_class, "documents.extract-pdf", NULL, extract_pdf_action);
  gtk_widget_class_install_action (widget_class, "documents.extract-json", NULL,
                                   extract_json_action);
}

static void
tj_documents_tab_class_init (TjDocumentsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_documents_tab_dispose;
  g_type_ensure (TJ_TYPE_FORM_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-documents-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDocumentsTab, letters);
  gtk_widget_class_bind_template_child (widget_class, TjDocumentsTab, plans);
  gtk_widget_class_bind_template_child (widget_class, TjDocumentsTab, reports);
  gtk_widget_class_bind_template_child (widget_class, TjDocumentsTab, concerns);
  install_actions (widget_class);
}

static void
tj_documents_tab_init (TjDocumentsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

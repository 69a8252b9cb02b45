/* The yearly purge (förordning 2006:39, 7 §): a proposal with reasons, what would go, a question that
 * cannot be answered by mistake, and the protocol, which names nobody. */

#include "config.h"

#include "tj-purge-section.h"

#include "tj-backup-service.h"
#include "tj-purge-item.h"
#include "tj-purge-question.h"
#include "tj-purge-service.h"
#include "tj-sheet-job.h"
#include "tj-sheet-service.h"
#include "tj-work.h"

#include <glib/gi18n.h>

struct _TjPurgeSection
{
  TjPage parent_instance;

  GtkSpinButton *year;
  AdwPreferencesGroup *proposal;
  GtkWidget *nobody;
  GtkSingleSelection *selection;
  AdwPreferencesGroup *history;

  GListStore *items;
  GPtrArray *candidates;
  GPtrArray *protocols;
  GPtrArray *rows;
};

/* A purge on its way through the worker thread. */
typedef struct
{
  guint year;
  GPtrArray *candidates;
} Job;

G_DEFINE_FINAL_TYPE (TjPurgeSection, tj_purge_section, TJ_TYPE_PAGE)

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->candidates);
  g_free (job);
}

static guint
this_year (TjPurgeSection *self)
{
  int year;

  tj_date_get (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), &year, NULL, NULL);
  return (guint)year;
}

/* Takes over `candidates`; NULL: nothing is proposed. */
static void
show_proposal (TjPurgeSection *self, GPtrArray *candidates)
{
  const guint n = candidates != NULL ? candidates->len : 0;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u youth is to leave the register", "%u youths are to leave the register", n), n);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = candidates;
  g_list_store_remove_all (self->items);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TjPurgeItem) item
          = tj_purge_item_new (g_ptr_array_index (candidates, i), this_year (self));

      g_list_store_append (self->items, item);
    }
  adw_preferences_group_set_title (self->proposal, title);
  gtk_widget_set_visible (GTK_WIDGET (self->proposal), n > 0);
  gtk_widget_set_visible (self->nobody, candidates != NULL && n == 0);
}

static void
on_year_changed (TjPurgeSection *self)
{
  if (self->items != NULL)
    show_proposal (self, NULL);
}

static void
propose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (widget);
  const guint year = (guint)gtk_spin_button_get_value_as_int (self->year);
  g_autoptr (GError) error = NULL;
  GPtrArray *candidates
      = tj_purge_service_propose (tj_page_get_context (TJ_PAGE (self)), year, &error);

  show_proposal (self, candidates);
  if (candidates == NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("No proposal could be made"), error);
}

static void
on_activated (TjPurgeSection *self, guint position)
{
  g_autoptr (TjPurgeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  g_autofree char *screen
      = g_strdup_printf ("youth:%" G_GINT64_FORMAT, tj_purge_item_get_youth_id (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static TjPurgeProtocol *
find_protocol (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) protocols = tj_purge_list_protocols (tj_context_get_store (context), error);

  for (guint i = 0; protocols != NULL && i < protocols->len; i++)
    if (((TjPurgeProtocol *)protocols->pdata[i])->id == id)
      return g_ptr_array_steal_index (protocols, i);
  return NULL;
}

static GBytes *
make_protocol (TjContext *context, gpointer id, GError **error)
{
  g_autoptr (TjPurgeProtocol) protocol = find_protocol (context, *(gint64 *)id, error);

  return protocol != NULL ? tj_sheet_service_purge (context, protocol, error) : NULL;
}

static void
show_protocol (TjPurgeSection *self, gint64 id, guint year)
{
  g_autofree char *file_name = g_strdup_printf (_ ("purge-protocol-%u.pdf"), year);

  tj_sheet_job_show (TJ_PAGE (self), _ ("Purge protocol"), file_name, make_protocol,
                     g_memdup2 (&id, sizeof id), g_free);
}

static gpointer
purge (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;
  TjPurgeProtocol *protocol = tj_purge_service_run (context, job->year, job->candidates, error);
  g_autofree char *folder = tj_backup_service_dup_folder (context);
  TjBackupCounts counts;

  /* The purge is done all the same: the section for backups shows that the latest is old. */
  if (protocol != NULL && folder != NULL)
    tj_backup_service_run (context, &counts, NULL);
  return protocol;
}

static void
on_purged (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (page);
  g_autoptr (TjPurgeProtocol) protocol = result;
  g_autofree char *text = NULL;

  show_proposal (self, NULL);
  tj_page_mark_stale (page);
  if (protocol == NULL)
    {
      tj_page_show_error (page, _ ("The purge was not done in full"), error);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%u youth was purged", "%u youths were purged", protocol->youths),
      protocol->youths);
  tj_page_toast (page, text);
  show_protocol (self, protocol->id, protocol->year);
}

static void
on_answered (gboolean confirmed, gpointer user_data)
{
  g_autoptr (TjPurgeSection) self = user_data;
  Job *job;

  if (!confirmed || self->candidates == NULL
      || !tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    return;
  job = g_new0 (Job, 1);
  job->year = (guint)gtk_spin_button_get_value_as_int (self->year);
  job->candidates = g_ptr_array_ref (self->candidates);
  tj_work_run (TJ_PAGE (self), purge, on_purged, job, (GDestroyNotify)job_free);
}

static guint
count_registered (GPtrArray *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += ((TjPurgeCandidate *)candidates->pdata[i])->is_registered;
  return n;
}

static gpointer
preview (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return tj_purge_service_preview (context, job->year, job->candidates, error);
}

static void
on_previewed (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (TjPurgeProtocol) protocol = result;
  Job *job = user_data;

  if (protocol == NULL)
    tj_page_show_error (page, _ ("What would go could not be counted"), error);
  else
    tj_purge_question_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), protocol,
                           count_registered (job->candidates), on_answered, g_object_ref (page));
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (widget);
  Job *job;

  if (self->candidates == NULL)
    return;
  job = g_new0 (Job, 1);
  job->year = (guint)gtk_spin_button_get_value_as_int (self->year);
  job->candidates = g_ptr_array_ref (self->candidates);
  tj_work_run (TJ_PAGE (self), preview, on_previewed, job, (GDestroyNotify)job_free);
}

static void
protocol_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (widget);
  const TjPurgeProtocol *protocol = NULL;
  const guint index = (guint)g_variant_get_int32 (parameter);

  if (self->protocols != NULL && index < self->protocols->len)
    protocol = g_ptr_array_index (self->protocols, index);
  if (protocol != NULL)
    show_protocol (self, protocol->id, protocol->year);
}

static GtkWidget *
new_history_row (const TjPurgeProtocol *protocol, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Protocol…"));
  g_autofree char *date = tj_date_format (protocol->date);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%s: %u youth", "%s: %u youths", protocol->youths), date, protocol->youths);
  g_autofree char *subtitle = g_strdup_printf (_ ("Turned 21 in %u or before · %u rows · by %s"),
                                               protocol->year, protocol->rows, protocol->actor);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "purge.protocol");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int)index);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_history (TjPurgeSection *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->history, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->protocols, g_ptr_array_unref);
  self->protocols = tj_purge_list_protocols (
      tj_context_get_store (tj_page_get_context (TJ_PAGE (self))), &error);
  if (self->protocols == NULL)
    tj_page_show_error (TJ_PAGE (self), _ ("The protocols could not be read"), error);

  for (guint i = 0; self->protocols != NULL && i < self->protocols->len; i++)
    {
      GtkWidget *row = new_history_row (self->protocols->pdata[i], i);

      adw_preferences_group_add (self->history, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), self->rows->len > 0);
}

static void
tj_purge_section_refresh (TjPage *page)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (page);
  const double year = this_year (self);

  if (gtk_adjustment_get_upper (gtk_spin_button_get_adjustment (self->year)) > year)
    {
      gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->year), year);
      gtk_spin_button_set_value (self->year, year);
    }
  show_history (self);
}

static void
tj_purge_section_dispose (GObject *object)
{
  TjPurgeSection *self = TJ_PURGE_SECTION (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->protocols, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_purge_section_parent_class)->dispose (object);
}

static void
tj_purge_section_class_init (TjPurgeSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_purge_section_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_purge_section_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-purge-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPurgeSection, year);
  gtk_widget_class_bind_template_child (widget_class, TjPurgeSection, proposal);
  gtk_widget_class_bind_template_child (widget_class, TjPurgeSection, nobody);
  gtk_widget_class_bind_template_child (widget_class, TjPurgeSection, selection);
  gtk_widget_class_bind_template_child (widget_class, TjPurgeSection, history);
  gtk_widget_class_bind_template_callback (widget_class, on_year_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);

  gtk_widget_class_install_action (widget_class, "purge.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "purge.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "purge.protocol", "i", protocol_action);
}

static void
tj_purge_section_init (TjPurgeSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->items = g_list_store_new (TJ_TYPE_PURGE_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
}

GtkWidget *
tj_purge_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_PURGE_SECTION, "context", context, NULL);
}

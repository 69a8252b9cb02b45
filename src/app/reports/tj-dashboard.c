/* The figures as they stand, of any period: section by section, each number a door to its list. In
 * presentation mode they obey disclosure control as the printed report does, no list opens and the
 * rest of the window is closed, until one leaves it. */

#include "config.h"

#include "tj-dashboard.h"

#include "tj-agenda.h"
#include "tj-dashboard-cards.h"
#include "tj-period-bar.h"
#include "tj-report-service.h"
#include "tj-report.h"
#include "tj-work.h"

#include <glib/gi18n.h>

/* From so many youths on the counting is noticed, and done by a worker. */
#define MANY_YOUTHS 1500

/* What the sections are called here, where there is little room; as tj_report_sections. */
static const char *const short_titles[]
    = { NC_ ("figures", "Numbers"),  NC_ ("figures", "Contact"),   NC_ ("figures", "Occupation"),
        NC_ ("figures", "Measures"), NC_ ("figures", "Results"),   NC_ ("figures", "Prevention"),
        NC_ ("figures", "Times"),    NC_ ("figures", "Comparison") };

struct _TjDashboard
{
  TjPage parent_instance;

  TjPeriodBar *period;
  GtkWidget *sections;
  GtkStack *state;
  AdwStatusPage *trouble;
  GtkScrolledWindow *scroller;
  GtkBox *cards;
  GtkButton *present_button;
  GtkRevealer *presenting;
  GtkLabel *presenting_text;

  GtkToggleButton *first_toggle;
  const char *section;
  TjStatistics *statistics;
  gboolean is_presenting;
  gboolean is_counting;
  gboolean is_due; /* to be counted when it is seen */
};

G_DEFINE_FINAL_TYPE (TjDashboard, tj_dashboard, TJ_TYPE_PAGE)

/* What is counted; handed to the worker and back. */
typedef struct
{
  TjStatisticsPeriod period;
  guint threshold;
} Request;

static gpointer
count_period (TjContext *context, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (TjStatisticsInput) input = tj_report_service_read (context, error);

  return input != NULL
             ? tj_report_service_count (context, input, request->period, request->threshold, error)
             : NULL;
}

/* "youths:chosen=Work, Women=12,15": the youths behind a number. */
static void
on_number_opened (TjDashboard *self, guint quantity, const char *what)
{
  g_autoptr (GArray) members = NULL;
  g_autoptr (GString) screen = g_string_new ("youths:chosen=");

  if (self->is_presenting)
    return;
  members = tj_statistics_dup_members (self->statistics, quantity);
  g_string_append_printf (screen, "%s=", what);
  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (screen, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (members, gint64, i));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen->str);
}

static void
show_section (TjDashboard *self)
{
  if (self->statistics == NULL)
    return;
  tj_dashboard_cards_fill (self->cards, self->statistics, self->section, !self->is_presenting,
                           G_CALLBACK (on_number_opened), self);
  gtk_stack_set_visible_child_name (self->state, "figures");
}

static void
show_trouble (TjDashboard *self, const GError *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->state, "trouble");
}

static void
show_count (TjDashboard *self, TjStatistics *statistics, const GError *error)
{
  if (statistics == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->statistics, tj_statistics_unref);
  self->statistics = statistics;
  show_section (self);
}

static void
on_counted (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TJ_DASHBOARD (page)->is_counting = FALSE;
  show_count (TJ_DASHBOARD (page), result, error);
}

static gboolean
has_many_youths (TjContext *context)
{
  guint counts[TJ_N_STATUSES] = { 0 }, sum = 0;

  if (!tj_agenda_counts (tj_context_get_store (context), tj_context_get_today (context), counts,
                         NULL))
    return FALSE; /* the count itself will tell why */
  for (guint i = 0; i < TJ_N_STATUSES; i++)
    sum += counts[i];
  return sum > MANY_YOUTHS;
}

static void
count (TjDashboard *self, const Request *request)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;
  Request copy = *request;

  if (has_many_youths (context))
    {
      self->is_counting = TRUE;
      tj_work_run (TJ_PAGE (self), count_period, on_counted, g_memdup2 (request, sizeof *request),
                   g_free);
      return;
    }
  show_count (self, count_period (context, &copy, &error), error);
}

static void
load (TjDashboard *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;
  Request request = { 0 };

  self->is_due = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_due || self->is_counting || context == NULL || !tj_context_is_unlocked (context)
      || !tj_period_bar_get_period (self->period, &request.period))
    return;
  if (self->is_presenting && !tj_report_service_get_threshold (context, &request.threshold, &error))
    {
      show_trouble (self, error);
      return;
    }
  count (self, &request);
}

/* The first screen of a window is asked for before the window is there. */
static void
on_mapped (TjDashboard *self)
{
  if (self->is_due)
    load (self);
}

static void
tj_dashboard_refresh (TjPage *page)
{
  TjDashboard *self = TJ_DASHBOARD (page);

  tj_period_bar_set_today (self->period, tj_context_get_today (tj_page_get_context (page)));
  load (self);
}

static void
on_section_toggled (GtkToggleButton *toggle, TjDashboard *self)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;
  self->section = g_object_get_data (G_OBJECT (toggle), "section");
  show_section (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* A word of tj_report_sections. */
static void
tj_dashboard_go (TjPage *page, const char *part)
{
  GtkWidget *child = gtk_widget_get_first_child (TJ_DASHBOARD (page)->sections);

  for (; child != NULL && part != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *toggle = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      if (g_strcmp0 (g_object_get_data (G_OBJECT (toggle), "section"), part) == 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
    }
}

static void
add_section (TjDashboard *self, const char *section, const char *title)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "figures", title));
  GtkWidget *child = gtk_flow_box_child_new ();

  g_object_set_data (G_OBJECT (toggle), "section", (gpointer)section);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_tooltip_text (toggle, tj_report_get_section_title (section));
  if (self->first_toggle == NULL)
    self->first_toggle = GTK_TOGGLE_BUTTON (toggle);
  else
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), self->first_toggle);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_section_toggled), self, 0);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), toggle);
  gtk_flow_box_append (GTK_FLOW_BOX (self->sections), child);
}

/* Says in the window's own words what others see. */
static void
tell_presenting (TjDashboard *self)
{
  guint threshold = TJ_REPORT_THRESHOLD;
  g_autofree char *text = NULL;

  /* When it cannot be read load() says so. */
  tj_report_service_get_threshold (tj_page_get_context (TJ_PAGE (self)), &threshold, NULL);
  text = g_strdup_printf (_ ("Presentation mode: numbers below %u, and those that would tell them,"
                             " are shown as “..”. Lists and the other screens are closed."),
                          threshold);
  gtk_label_set_label (self->presenting_text, text);
}

/* Names must not be there when a screen is shown to others, so all goes at once: what is counted
 * openly is dropped before anything is counted anew. */
static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjDashboard *self = TJ_DASHBOARD (widget);

  if (self->is_counting)
    return;
  self->is_presenting = !self->is_presenting;
  gtk_widget_activate_action (widget, "frame.present", "b", self->is_presenting);
  gtk_widget_activate_action (widget, "sections.stay", "b", self->is_presenting);
  if (self->is_presenting)
    tell_presenting (self);
  gtk_revealer_set_reveal_child (self->presenting, self->is_presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->present_button), !self->is_presenting);
  g_clear_pointer (&self->statistics, tj_statistics_unref);
  gtk_stack_set_visible_child_name (self->state, "waiting");
  load (self);
}

/* The key only begins it: names are not shown again by a stray key. */
static gboolean
present_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!TJ_DASHBOARD (widget)->is_presenting)
    gtk_widget_activate_action (widget, "dashboard.present", NULL);
  return TRUE;
}

static void
tj_dashboard_dispose (GObject *object)
{
  g_clear_pointer (&TJ_DASHBOARD (object)->statistics, tj_statistics_unref);
  G_OBJECT_CLASS (tj_dashboard_parent_class)->dispose (object);
}

static void
tj_dashboard_class_init (TjDashboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_dashboard_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_dashboard_refresh;
  TJ_PAGE_CLASS (klass)->go = tj_dashboard_go;

  g_type_ensure (TJ_TYPE_PERIOD_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-dashboard.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, period);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, sections);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, state);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, trouble);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, scroller);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, cards);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, present_button);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, presenting);
  gtk_widget_class_bind_template_child (widget_class, TjDashboard, presenting_text);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_install_action (widget_class, "dashboard.present", NULL, present_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F5, 0, present_key, NULL);
}

static void
tj_dashboard_init (TjDashboard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  self->section = tj_report_sections[0];
  for (guint i = 0; i < G_N_ELEMENTS (short_titles); i++)
    add_section (self, tj_report_sections[i], short_titles[i]);
  gtk_toggle_button_set_active (self->first_toggle, TRUE);
}

GtkWidget *
tj_dashboard_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_DASHBOARD, "context", context, NULL);
}

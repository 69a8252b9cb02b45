/* Today: the date and three cards of numbers, each of which opens its list. */

#include "config.h"

#include "tj-today-page.h"

#include "tj-agenda-groups.h"
#include "tj-date-text.h"
#include "tj-half-year.h"
#include "tj-holidays.h"
#include "tj-reconciliation-service.h"
#include "tj-setting-keys.h"
#include "tj-today-card.h"
#include "tj-today-trend.h"
#include "tj-today-turns.h"

#include <glib/gi18n.h>

struct _TjTodayPage
{
  TjPage parent_instance;

  GtkLabel *date_label;
  GtkLabel *week_label;
  GtkLabel *coming_label;
  GtkStack *state;
  AdwStatusPage *done;
  TjTodayCard *now;
  TjTodayCard *soon;
  TjTodayCard *fresh;
  TjTodayTurns *turns;
  TjTodayTrend *trend;

  TjPeople *people;
};

G_DEFINE_FINAL_TYPE (TjTodayPage, tj_today_page, TJ_TYPE_PAGE)

/* The reconciliation of this month, or of the next one when it has been. */
static TjDate
next_meeting (TjDate today)
{
  int year, month, day;
  TjDate first, meeting;

  tj_date_get (today, &year, &month, &day);
  first = tj_date_new (year, month, 1);
  meeting = tj_reconciliation_service_meeting_date (first);
  return meeting >= today
             ? meeting
             : tj_reconciliation_service_meeting_date (tj_date_add_months (first, 1));
}

/* When the board meets next, if that is known and still to come; "" else. */
static char *
dup_meeting (TjContext *context)
{
  TjDate today = tj_context_get_today (context);
  g_autofree char *setting = tj_context_dup_setting (context, TJ_SETTING_REPORT_MEETING, NULL);
  TjDate meeting = setting != NULL ? tj_date_parse (setting) : TJ_DATE_NONE;
  g_autofree char *relative = NULL;

  if (meeting == TJ_DATE_NONE || meeting < today)
    return g_strdup ("");
  relative = tj_date_text_relative (meeting, today);
  return g_strdup_printf (_ (" · Board %s"), relative);
}

/* SCB's next last day: 1 February or 1 September, or the working day after it. */
static TjDate
find_delivery (TjDate today)
{
  TjHalfYear half = tj_half_year_add (tj_half_year_of (today), -1);

  return tj_half_year_deadline (today <= tj_half_year_deadline (half) ? half
                                                                      : tj_half_year_add (half, 1));
}

/* The reconciliation of the 20th, SCB's last days, and the board. */
static char *
dup_coming (TjContext *context)
{
  TjDate today = tj_context_get_today (context);
  TjDate reconciliation = next_meeting (today);
  TjDate delivery = find_delivery (today);
  g_autofree char *first = tj_date_text_relative (reconciliation, today);
  g_autofree char *second = tj_date_text_relative (delivery, today);
  g_autofree char *dates = g_strdup_printf (_ ("Reconciliation %s · SCB %s"), first, second);
  g_autofree char *meeting = dup_meeting (context);

  return g_strconcat (dates, meeting, NULL);
}

static void
show_date (TjTodayPage *self, TjContext *context)
{
  TjDate today = tj_context_get_today (context);
  g_autofree char *date = tj_date_text_long (today);
  g_autofree char *heading = tj_text_heading (date);
  g_autofree char *week = g_strdup_printf (_ ("week %d"), tj_date_iso_week (today));
  const char *holiday = tj_holidays_name (today);
  g_autofree char *line
      = holiday != NULL ? g_strdup_printf ("%s · %s", week, holiday) : g_strdup (week);
  g_autofree char *coming = dup_coming (context);

  gtk_label_set_label (self->date_label, heading);
  gtk_label_set_label (self->week_label, line);
  gtk_label_set_label (self->coming_label, coming);
}

static gboolean
something_is_due (const TjAgendaGroups *groups)
{
  guint i;

  for (i = 0; i < groups->groups->len; i++)
    {
      const TjAgendaGroup *group = g_ptr_array_index (groups->groups, i);

      if (group->card == TJ_AGENDA_CARD_NOW && tj_agenda_group_count (group) > 0)
        return TRUE;
    }

  return FALSE;
}

static void
show_done (TjTodayPage *self, const TjAgendaGroups *groups, TjDate today)
{
  g_autofree char *date = NULL;
  g_autofree char *relative = NULL;
  g_autofree char *text = NULL;

  if (groups->next_day == TJ_DATE_NONE)
    {
      adw_status_page_set_description (self->done, _ ("Nothing waits on any day to come."));
      return;
    }

  date = tj_date_text_long (groups->next_day);
  relative = tj_date_text_relative (groups->next_day, today);
  text = g_strdup_printf (_ ("Next: %s, %s"), date, relative);
  adw_status_page_set_description (self->done, text);
}

static void
tj_today_page_refresh (TjPage *page)
{
  TjTodayPage *self = TJ_TODAY_PAGE (page);
  TjContext *context = tj_page_get_context (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (self->people, &error);

  show_date (self, context);
  if (groups == NULL)
    {
      tj_page_show_error (page, _ ("Today's list could not be read"), error);
      return;
    }

  tj_today_card_set_groups (self->now, groups, TJ_AGENDA_CARD_NOW);
  tj_today_card_set_groups (self->soon, groups, TJ_AGENDA_CARD_SOON);
  tj_today_card_set_groups (self->fresh, groups, TJ_AGENDA_CARD_NEW);
  tj_today_turns_show (self->turns, groups->list, tj_context_get_today (context));
  tj_today_trend_show (self->trend, context, groups->n_youths);
  show_done (self, groups, tj_context_get_today (context));

  gtk_widget_set_visible (GTK_WIDGET (self->now), something_is_due (groups));
  gtk_widget_set_visible (GTK_WIDGET (self->done), !something_is_due (groups));
  gtk_stack_set_visible_child_name (self->state, groups->n_youths > 0 ? "cards" : "empty");
}

static void
tj_today_page_dispose (GObject *object)
{
  g_clear_object (&TJ_TODAY_PAGE (object)->people);
  G_OBJECT_CLASS (tj_today_page_parent_class)->dispose (object);
}

static void
tj_today_page_class_init (TjTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_today_page_dispose;
  TJ_PAGE_CLASS (klass)->refresh = tj_today_page_refresh;

  g_type_ensure (TJ_TYPE_TODAY_CARD);
  g_type_ensure (TJ_TYPE_TODAY_TREND);
  g_type_ensure (TJ_TYPE_TODAY_TURNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/today/tj-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, week_label);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, coming_label);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, done);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, now);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, soon);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, fresh);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, turns);
  gtk_widget_class_bind_template_child (widget_class, TjTodayPage, trend);
}

static void
tj_today_page_init (TjTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_today_page_new (TjPeople *people)
{
  TjTodayPage *self
      = g_object_new (TJ_TYPE_TODAY_PAGE, "context", tj_people_get_context (people), NULL);

  self->people = g_object_ref (people);
  return GTK_WIDGET (self);
}

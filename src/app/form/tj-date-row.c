/* A row with a date, typed as one likes (2026-11-18, 20261118, 18/11, idag) or chosen in a
 * calendar. What was typed is set out in full under the field, and written as ISO once one leaves
 * it. */

#include "config.h"

#include "tj-date-row.h"

#include "tj-date-input.h"
#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjDateRow
{
  TjTextRow parent_instance;

  GtkCalendar *calendar;
  GtkPopover *popover;

  TjDate today;
};

static TjFormRowInterface *parent_iface;

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjDateRow,
                               tj_date_row,
                               TJ_TYPE_TEXT_ROW,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

/* In a draft a date is the same however it was typed; what is no date stays as typed. */
static char *
dup_text (TjFormRow *row)
{
  TjDate date = tj_date_row_get_date (TJ_DATE_ROW (row));

  return date != TJ_DATE_NONE ? tj_date_format (date) : parent_iface->dup_text (row);
}

static char *
check (TjFormRow *row)
{
  g_autofree char *problem = parent_iface->check (row);
  g_autofree char *text = parent_iface->dup_text (row);

  if (problem != NULL)
    return g_steal_pointer (&problem);
  if (*text != '\0' && tj_date_row_get_date (TJ_DATE_ROW (row)) == TJ_DATE_NONE)
    return g_strdup (_ ("Write the date as year-month-day, as in 2026-11-18."));
  return NULL;
}

static void
form_row_init (TjFormRowInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->dup_text = dup_text;
  iface->check = check;
}

static void
on_text_changed (TjDateRow *self)
{
  TjDate date = tj_date_row_get_date (self);
  g_autofree char *hint = date != TJ_DATE_NONE ? tj_date_text_long (date) : NULL;

  tj_field_row_set_hint (TJ_FIELD_ROW (self), hint);
}

static void
on_leave (TjDateRow *self)
{
  TjDate date = tj_date_row_get_date (self);

  if (date != TJ_DATE_NONE)
    tj_date_row_set_date (self, date);
}

static void
on_day_selected (TjDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  tj_text_row_set_text (TJ_TEXT_ROW (self), text);
  gtk_popover_popdown (self->popover);
}

/* The calendar opens on the day that stands in the field. */
static void
on_popover_shown (TjDateRow *self)
{
  TjDate date = tj_date_row_get_date (self);
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  if (date == TJ_DATE_NONE)
    date = self->today;
  if (date == TJ_DATE_NONE)
    return;

  tj_date_get (date, &year, &month, &day_of_month);
  day = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
}

static void
on_popover_closed (TjDateRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The button is made at once and its calendar, which is costly, when first asked for. */
static void
make_calendar (GtkMenuButton *button, gpointer user_data)
{
  TjDateRow *self = TJ_DATE_ROW (user_data);

  if (self->popover != NULL)
    return;

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_object_set (self->calendar, "show-week-numbers", TRUE, NULL);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
}

static void
add_button (TjDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "tj-today-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose the Day"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose the Day"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_calendar, self, NULL);
  tj_field_row_add_suffix (TJ_FIELD_ROW (self), button);
}

static void
tj_date_row_class_init (TjDateRowClass *klass)
{
}

static void
tj_date_row_init (TjDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (tj_field_row_get_field (TJ_FIELD_ROW (self)), focus);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  tj_text_row_set_placeholder (TJ_TEXT_ROW (self), _ ("YYYY-MM-DD"));
  g_signal_connect (self, "notify::text", G_CALLBACK (on_text_changed), NULL);
  add_button (self);
}

GtkWidget *
tj_date_row_new (const char *title)
{
  return g_object_new (TJ_TYPE_DATE_ROW, "title", title, NULL);
}

/* The day that "idag" means, and near which a day without a year lies. */
void
tj_date_row_set_today (TjDateRow *self, TjDate today)
{
  g_return_if_fail (TJ_IS_DATE_ROW (self));

  self->today = today;
}

/* TJ_DATE_NONE when empty, and when what is written is no date. */
TjDate
tj_date_row_get_date (TjDateRow *self)
{
  g_return_val_if_fail (TJ_IS_DATE_ROW (self), TJ_DATE_NONE);

  return tj_date_read (tj_text_row_get_text (TJ_TEXT_ROW (self)), self->today);
}

void
tj_date_row_set_date (TjDateRow *self, TjDate date)
{
  char text[TJ_DATE_BUFFER] = "";

  g_return_if_fail (TJ_IS_DATE_ROW (self));

  tj_text_row_set_text (TJ_TEXT_ROW (self), date != TJ_DATE_NONE ? tj_date_write (date, text) : "");
}

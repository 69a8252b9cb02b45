#pragma once

#include <gtk/gtk.h>

#include "tj-contact.h"

G_BEGIN_DECLS

#define TJ_TYPE_EVENT_ROW (tj_event_row_get_type ())
G_DECLARE_FINAL_TYPE (TjEventRow, tj_event_row, TJ, EVENT_ROW, GtkWidget)

GtkWidget *tj_event_row_new (TjDate date, const char *what, const char *more, TjDate today);
GtkWidget *tj_event_row_new_for_contact (TjContact *contact, TjDate today);
TjDate tj_event_row_get_date (TjEventRow *self);

G_END_DECLS

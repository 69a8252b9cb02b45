#pragma once

#include "tj-page.h"
#include "tj-people.h"

G_BEGIN_DECLS

#define TJ_TYPE_TODAY_PAGE (tj_today_page_get_type ())
G_DECLARE_FINAL_TYPE (TjTodayPage, tj_today_page, TJ, TODAY_PAGE, TjPage)

GtkWidget *tj_today_page_new (TjPeople *people);

G_END_DECLS

#pragma once

#include "tj-page.h"
#include "tj-people.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTHS_PAGE (tj_youths_page_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthsPage, tj_youths_page, TJ, YOUTHS_PAGE, TjPage)

GtkWidget *tj_youths_page_new (TjPeople *people);

G_END_DECLS

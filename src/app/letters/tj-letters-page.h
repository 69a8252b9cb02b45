#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTERS_PAGE (tj_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (TjLettersPage, tj_letters_page, TJ, LETTERS_PAGE, TjPage)

GtkWidget *tj_letters_page_new (TjContext *context);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_CATALOGUE_PAGE (tj_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (TjCataloguePage, tj_catalogue_page, TJ, CATALOGUE_PAGE, AdwPreferencesPage)

void tj_catalogue_page_begin (TjCataloguePage *self, TjContext *context);

G_END_DECLS

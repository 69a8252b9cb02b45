#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_IKE_PAGE (tj_ike_page_get_type ())
G_DECLARE_FINAL_TYPE (TjIkePage, tj_ike_page, TJ, IKE_PAGE, AdwPreferencesPage)

void tj_ike_page_begin (TjIkePage *self, TjContext *context);

G_END_DECLS

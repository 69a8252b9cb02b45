#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN_PAGE (tj_first_run_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjFirstRunPage, tj_first_run_page, TJ, FIRST_RUN_PAGE, AdwBin)

struct _TjFirstRunPageClass
{
  AdwBinClass parent_class;
};

gboolean tj_first_run_page_get_ready (TjFirstRunPage *self);
void tj_first_run_page_set_ready (TjFirstRunPage *self, gboolean ready);
void tj_first_run_page_finish (TjFirstRunPage *self);

G_END_DECLS

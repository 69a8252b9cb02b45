#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_PAGE (tj_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjPage, tj_page, TJ, PAGE, AdwBin)

/* `go` is told which part of the screen to show (a list, a youth; NULL for the screen as such).
 * `refresh` reads the register anew; called when the page is shown after a change.
 * `search` puts the focus where one searches; NULL when the page has nothing to search.
 * `take_focus` puts it where the work begins; NULL when that is the first place that takes it. Not
 * the grab_focus of the widget: GTK calls that too when Tab comes to the page. */
struct _TjPageClass
{
  AdwBinClass parent_class;

  void (*go) (TjPage *self, const char *part);
  void (*refresh) (TjPage *self);
  void (*search) (TjPage *self);
  gboolean (*take_focus) (TjPage *self);
};

TjContext *tj_page_get_context (TjPage *self);
gboolean tj_page_get_folded (TjPage *self);
void tj_page_set_folded (TjPage *self, gboolean folded);
void tj_page_mark_stale (TjPage *self);
void tj_page_go (TjPage *self, const char *part);
void tj_page_show (TjPage *self);
gboolean tj_page_search (TjPage *self);
void tj_page_take_focus (TjPage *self);

void tj_page_toast (TjPage *self, const char *text);
void tj_page_show_error (TjPage *self, const char *heading, const GError *error);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_TAB (tj_youth_tab_get_type ())
G_DECLARE_INTERFACE (TjYouthTab, tj_youth_tab, TJ, YOUTH_TAB, GtkWidget)

/* One tab of a youth's page. `show` reads what it shows: when the tab is first looked at, when
 * another youth comes, and when the register has changed; what is half-written must then stay
 * (tj_form_begin () sees to it). `open`, which a tab need not have, opens the form about `subject` in
 * one of its sections with the focus in `row` (NULL: where it begins); FALSE for no such section. */
struct _TjYouthTabInterface
{
  GTypeInterface parent_interface;

  gboolean (*show) (TjYouthTab *self, TjContext *context, gint64 youth_id, GError **error);
  gboolean (*open) (TjYouthTab *self, const char *section, gint64 subject, const char *row);
};

gboolean tj_youth_tab_show (TjYouthTab *self, TjContext *context, gint64 youth_id, GError **error);
gboolean tj_youth_tab_open (TjYouthTab *self, const char *section, gint64 subject, const char *row);

G_END_DECLS

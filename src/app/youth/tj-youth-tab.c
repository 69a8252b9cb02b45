/* What a youth's page asks of its tabs: to show a youth. */

#include "config.h"

#include "tj-youth-tab.h"

G_DEFINE_INTERFACE (TjYouthTab, tj_youth_tab, GTK_TYPE_WIDGET)

static void
tj_youth_tab_default_init (TjYouthTabInterface *iface)
{
}

gboolean
tj_youth_tab_show (TjYouthTab *self, TjContext *context, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_YOUTH_TAB (self), FALSE);

  return TJ_YOUTH_TAB_GET_IFACE (self)->show (self, context, youth_id, error);
}

gboolean
tj_youth_tab_open (TjYouthTab *self, const char *section, gint64 subject, const char *row)
{
  g_return_val_if_fail (TJ_IS_YOUTH_TAB (self), FALSE);

  return TJ_YOUTH_TAB_GET_IFACE (self)->open != NULL
         && TJ_YOUTH_TAB_GET_IFACE (self)->open (self, section, subject, row);
}

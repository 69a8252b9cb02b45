/* The measures a youth takes part in, with their activities. */

#include "config.h"

#include "tj-measures-tab.h"

struct _TjMeasuresTab
{
  AdwBin parent_instance;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjMeasuresTab,
                               tj_measures_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
}

static void
tj_measures_tab_class_init (TjMeasuresTabClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/tjugo/Tjugo/ui/youth/tj-measures-tab.ui");
}

static void
tj_measures_tab_init (TjMeasuresTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The youth's plan and its versions. */

#include "config.h"

#include "tj-plan-tab.h"

struct _TjPlanTab
{
  AdwBin parent_instance;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjPlanTab,
                               tj_plan_tab,
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
tj_plan_tab_class_init (TjPlanTabClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/tjugo/Tjugo/ui/youth/tj-plan-tab.ui");
}

static void
tj_plan_tab_init (TjPlanTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

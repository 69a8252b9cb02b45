/* What has been sent to a youth and set on paper. */

#include "config.h"

#include "tj-documents-tab.h"

struct _TjDocumentsTab
{
  AdwBin parent_instance;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjDocumentsTab,
                               tj_documents_tab,
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
tj_documents_tab_class_init (TjDocumentsTabClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/tjugo/Tjugo/ui/youth/tj-documents-tab.ui");
}

static void
tj_documents_tab_init (TjDocumentsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

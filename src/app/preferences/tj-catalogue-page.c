/* The lists that are the municipality's own: the activities it offers, and the reasons why a measure
 * ends. */

#include "config.h"

#include "tj-catalogue-page.h"

#include "tj-catalogue-group.h"
#include "tj-catalogue-service.h"
#include "tj-catalogue.h"
#include "tj-code-book-service.h"

#include <glib/gi18n.h>

struct _TjCataloguePage
{
  AdwPreferencesPage parent_instance;

  TjCatalogueGroup *activities;
  TjCatalogueGroup *reasons;
};

G_DEFINE_FINAL_TYPE (TjCataloguePage, tj_catalogue_page, ADW_TYPE_PREFERENCES_PAGE)

static gboolean
foreach_activity (TjContext *context, TjCatalogueName add, TjCatalogueGroup *group, GError **error)
{
  g_autoptr (GPtrArray) items = tj_catalogue_service_list (context, TRUE, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const TjCatalogueItem *item = items->pdata[i];
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);

      add (group, key, item->name, !item->is_retired);
    }
  return items != NULL;
}

static gboolean
rename_activity (TjContext *context, const char *key, const char *name, GError **error)
{
  return tj_catalogue_service_rename (context, g_ascii_strtoll (key, NULL, 10), name, error);
}

static gboolean
offer_activity (TjContext *context, const char *key, gboolean is_offered, GError **error)
{
  return tj_catalogue_service_retire (context, g_ascii_strtoll (key, NULL, 10), !is_offered, error);
}

static gboolean
foreach_reason (TjContext *context, TjCatalogueName add, TjCatalogueGroup *group, GError **error)
{
  g_autoptr (TjCodeBook) book
      = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error);

  for (guint i = 0; book != NULL && i < tj_code_book_get_length (book); i++)
    {
      const TjCodeBookItem *item = tj_code_book_get_item (book, i);

      add (group, item->word, item->label, !item->is_retired);
    }
  return book != NULL;
}

static gboolean
add_reason (TjContext *context, const char *name, GError **error)
{
  return tj_code_book_service_add (context, TJ_CODE_BOOK_MEASURE_END, name, error);
}

static gboolean
rename_reason (TjContext *context, const char *key, const char *name, GError **error)
{
  return tj_code_book_service_rename (context, TJ_CODE_BOOK_MEASURE_END, key, name, error);
}

static gboolean
offer_reason (TjContext *context, const char *key, gboolean is_offered, GError **error)
{
  return tj_code_book_service_retire (context, TJ_CODE_BOOK_MEASURE_END, key, !is_offered, error);
}

static const TjCatalogueKind activities = {
  .title = N_ ("Activity"),
  .new_title = N_ ("New activity"),
  .foreach = foreach_activity,
  .add = tj_catalogue_service_add,
  .rename = rename_activity,
  .offer = offer_activity,
};

static const TjCatalogueKind reasons = {
  .title = N_ ("Reason"),
  .new_title = N_ ("New reason"),
  .foreach = foreach_reason,
  .add = add_reason,
  .rename = rename_reason,
  .offer = offer_reason,
};

static void
tj_catalogue_page_class_init (TjCataloguePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TJ_TYPE_CATALOGUE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/preferences/tj-catalogue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjCataloguePage, activities);
  gtk_widget_class_bind_template_child (widget_class, TjCataloguePage, reasons);
}

static void
tj_catalogue_page_init (TjCataloguePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_catalogue_page_begin (TjCataloguePage *self, TjContext *context)
{
  g_return_if_fail (TJ_IS_CATALOGUE_PAGE (self));

  tj_catalogue_group_begin (self->activities, context, &activities);
  tj_catalogue_group_begin (self->reasons, context, &reasons);
}

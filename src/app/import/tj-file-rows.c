/* All rows of a file below its headings, a million if need be: a lazy GListModel straight on the
 * table. An item is made when its row is to be seen. The model never changes: with other headings
 * one makes another. */

#include "config.h"

#include "tj-file-rows.h"

#include "tj-file-row.h"

struct _TjFileRows
{
  GObject parent_instance;

  TjImportSession *session;
  guint first;
  guint n_rows;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjFileRows,
                               tj_file_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TJ_TYPE_FILE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return TJ_FILE_ROWS (model)->n_rows;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TjFileRows *self = TJ_FILE_ROWS (model);

  return position < self->n_rows ? tj_file_row_new (self->session, self->first + position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tj_file_rows_finalize (GObject *object)
{
  g_clear_object (&TJ_FILE_ROWS (object)->session);
  G_OBJECT_CLASS (tj_file_rows_parent_class)->finalize (object);
}

static void
tj_file_rows_class_init (TjFileRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_file_rows_finalize;
}

static void
tj_file_rows_init (TjFileRows *self)
{
}

TjFileRows *
tj_file_rows_new (TjImportSession *session)
{
  TjFileRows *self = g_object_new (TJ_TYPE_FILE_ROWS, NULL);

  self->session = g_object_ref (session);
  self->first = tj_import_session_get_header (session) + 1;
  self->n_rows = tj_import_table_get_n_rows (tj_import_session_get_table (session)) - self->first;
  return self;
}

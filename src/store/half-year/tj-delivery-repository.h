#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* What stands between names and between cells where several are one text. */
#define TJ_DELIVERY_SEPARATOR "\x1f"

/* A file for SCB that was written, and perhaps sent. */
typedef struct
{
  gint64 id;
  char *half; /* 2026H2 */
  char *layout;
  char *format;        /* xlsx or csv */
  char *made_at;       /* UTC */
  TjDate delivered_on; /* TJ_DATE_NONE: nobody has said that it was sent */
  guint rows;
  char *columns; /* names, with TJ_DELIVERY_SEPARATOR between */
  char *sha256;
  TjDate emptied_on; /* TJ_DATE_NONE: the file is there */
} TjDelivery;

/* A row as it was sent. Texts are borrowed for the call. */
typedef struct
{
  const char *personal_number;
  TjDate registered_on;
  gboolean is_open;
  const char *cells; /* with TJ_DELIVERY_SEPARATOR between */
} TjDeliveryRow;

typedef void (*TjDeliveryRowFunc) (const TjDelivery *delivery,
                                   const TjDeliveryRow *row,
                                   gpointer user_data);

void tj_delivery_free (TjDelivery *delivery);

TjChange *tj_deliveries_begin (TjStore *store, const char *details, GError **error);
gint64 tj_deliveries_insert (TjChange *change,
                             const TjDelivery *delivery,
                             GBytes *content,
                             GError **error);
gboolean tj_deliveries_add_row (TjChange *change,
                                gint64 delivery_id,
                                const TjDeliveryRow *row,
                                GError **error);
gboolean
tj_deliveries_set_delivered (TjChange *change, gint64 id, TjDate delivered_on, GError **error);
gboolean tj_deliveries_drop_unsent (TjChange *change, const char *half, GError **error);
GPtrArray *tj_deliveries_list (TjStore *store, GError **error);
GBytes *tj_deliveries_dup_content (TjStore *store, gint64 id, GError **error);
gboolean tj_deliveries_foreach_row (TjStore *store,
                                    const TjDelivery *delivery,
                                    TjDeliveryRowFunc func,
                                    gpointer user_data,
                                    GError **error);
gboolean tj_deliveries_foreach_row_of_youth (TjStore *store,
                                             gint64 youth_id,
                                             TjDeliveryRowFunc func,
                                             gpointer user_data,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjDelivery, tj_delivery_free)

G_END_DECLS

#pragma once

#include "tj-entity.h"
#include "tj-statement.h"

G_BEGIN_DECLS

/* How an entity's table of fields lies in the database: the column is the property's name with
 * underscores. The SQL is made once, when it is first asked for. */
typedef struct
{
  const char *name;
  GType (*get_type) (void);
  const char *order;
  const char *owner; /* the column that says whose a row is; NULL: youth_id */
  char *columns;
  char *insert;
  char *update;
  char *select;
  char *list;
} TjTable;

extern TjTable tj_table_youth, tj_table_registration, tj_table_contact, tj_table_knowledge,
    tj_table_follow_up, tj_table_letter, tj_table_measure, tj_table_activity, tj_table_plan,
    tj_table_school_report, tj_table_school_report_step, tj_table_resident, tj_table_enrolment,
    tj_table_invoice_line, tj_table_certificate, tj_table_adult_study, tj_table_admission,
    tj_table_proposal, tj_table_price_line, tj_table_reconciliation, tj_table_reconciliation_item;

/* The SQL of tj_table_pack ()'s row is `insert`. */
const TjTable *tj_table_prepare (TjTable *self);
gboolean tj_table_insert (TjTable *self, TjConnection *connection, gpointer entity, GError **error);
gboolean tj_table_update (TjTable *self, TjConnection *connection, gpointer entity, GError **error);
void tj_table_pack (TjTable *self, gint64 id, gpointer entity, GByteArray *row);
gpointer tj_table_load (TjTable *self, TjConnection *connection, gint64 id, GError **error);
gpointer tj_table_read (TjTable *self, TjStatement *statement, GError **error);
GPtrArray *tj_table_list (TjTable *self, TjConnection *connection, gint64 youth_id, GError **error);
GPtrArray *tj_table_list_by_number (TjTable *self,
                                    TjConnection *connection,
                                    const char *personal_number,
                                    GError **error);
GPtrArray *tj_table_list_all (TjTable *self, TjConnection *connection, GError **error);
gboolean
tj_table_read_all (TjTable *self, TjStatement *select, GPtrArray *entities, GError **error);

G_END_DECLS

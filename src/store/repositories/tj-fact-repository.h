#pragma once

#include "tj-entity.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* What lists say of people by their personal number, whether they are youths of the register or
 * not: entities of the types TjResident, TjEnrolment, TjInvoiceLine, TjCertificate, TjAdultStudy
 * and TjAdmission, whose first field is the number. */

typedef gboolean (*TjFactFunc) (gpointer fact, gpointer user_data);

gboolean tj_facts_insert (TjChange *change, gpointer fact, GError **error);
gboolean tj_facts_update (TjChange *change, gpointer fact, GError **error);
gboolean tj_facts_delete (TjChange *change, gpointer fact, GError **error);
gboolean
tj_facts_foreach (TjStore *store, GType type, TjFactFunc func, gpointer user_data, GError **error);
GPtrArray *tj_facts_list (TjStore *store, GType type, const char *personal_number, GError **error);
GPtrArray *tj_facts_list_of_youth (TjStore *store, GType type, gint64 youth_id, GError **error);
GHashTable *tj_facts_load_protected (TjStore *store, GError **error);
const char *tj_fact_get_number (gpointer fact);

G_END_DECLS

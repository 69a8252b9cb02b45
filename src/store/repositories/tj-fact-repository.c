/* What lists say of people, by their number. All such tables are alike, so that they share one
 * repository: they are filled by lists only, compared as a whole and looked up by number. */

#include "config.h"

#include "tj-fact-repository.h"

#include "tj-admission.h"
#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-change-private.h"
#include "tj-enrolment.h"
#include "tj-invoice-line.h"
#include "tj-resident.h"
#include "tj-youth-repository.h"

static TjTable *
find_table (GType type)
{
  TjTable *const tables[] = { &tj_table_resident,    &tj_table_enrolment,   &tj_table_invoice_line,
                              &tj_table_certificate, &tj_table_adult_study, &tj_table_admission };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i]->get_type () == type)
      return tables[i];
  g_assert_not_reached ();
}

/**
 * tj_fact_get_number:
 *
 * Returns: (transfer none): whom it is about, twelve letters
 */
const char *
tj_fact_get_number (gpointer fact)
{
  return tj_entity_get_text (fact, TJ_ENTITY_GET_CLASS (fact)->fields);
}

/**
 * tj_facts_insert:
 * @fact: a new one; it is told its id
 *
 * Adds what a list says. Of very many a row that the schema refuses is told of a little later, at
 * the latest by the commit.
 *
 * Returns: whether it is in
 */
gboolean
tj_facts_insert (TjChange *change, gpointer fact, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_ENTITY (fact), FALSE);

  return tj_change_insert (change, find_table (G_OBJECT_TYPE (fact)), fact, error);
}

/**
 * tj_facts_update:
 * @fact: one of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so
 */
gboolean
tj_facts_update (TjChange *change, gpointer fact, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_ENTITY (fact), FALSE);

  return tj_change_update (change, find_table (G_OBJECT_TYPE (fact)), fact, error);
}

/**
 * tj_facts_delete:
 * @fact: one of the register
 *
 * Takes it out, as a list that replaces another no longer has it.
 *
 * Returns: whether it is gone
 */
gboolean
tj_facts_delete (TjChange *change, gpointer fact, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_ENTITY (fact), FALSE);

  return tj_change_delete (change, find_table (G_OBJECT_TYPE (fact)), tj_entity_get_id (fact),
                           error);
}

/**
 * tj_facts_foreach:
 * @type: of the entities
 * @func: (scope call): called for each; FALSE ends the walk
 *
 * Goes through all that lists say of one kind, in the order it came.
 *
 * Returns: whether it could be read
 */
gboolean
tj_facts_foreach (TjStore *store, GType type, TjFactFunc func, gpointer user_data, GError **error)
{
  TjTable *table = find_table (type);
  g_autofree char *sql = NULL;
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY id", tj_table_prepare (table)->columns,
                         table->name);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      g_autoptr (TjEntity) fact = tj_table_read (table, select, error);

      if (fact == NULL)
        return FALSE;
      if (!func (fact, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_facts_list:
 * @type: of the entities
 * @personal_number: twelve letters
 *
 * Returns: (transfer container) (element-type TjEntity): all of one kind about a person, in order
 *   of date; NULL with a #TjStoreError
 */
GPtrArray *
tj_facts_list (TjStore *store, GType type, const char *personal_number, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store) && personal_number != NULL, NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list_by_number (find_table (type), store->connection, personal_number, error);
}

/**
 * tj_facts_list_of_youth:
 * @type: of the entities
 *
 * Returns: (transfer container) (element-type TjEntity): all of one kind about a youth, under the
 *   number of today and then the earlier ones; NULL with a #TjStoreError
 */
GPtrArray *
tj_facts_list_of_youth (TjStore *store, GType type, gint64 youth_id, GError **error)
{
  g_autoptr (TjYouth) youth = tj_youths_load (store, youth_id, error);
  g_auto (GStrv) earlier = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (youth == NULL)
    return NULL;
  facts = tj_facts_list (store, type, tj_youth_get_personal_number (youth), error);
  earlier = tj_youths_list_earlier_numbers (store, youth_id, error);
  if (facts == NULL || earlier == NULL)
    return NULL;
  for (char **number = earlier; *number != NULL; number++)
    {
      GPtrArray *more = tj_facts_list (store, type, *number, error);

      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (facts, more);
    }
  return g_steal_pointer (&facts);
}

/**
 * tj_facts_load_protected:
 *
 * Returns: (transfer full): the numbers, also earlier ones, of all whom the register or the
 *   population register marks as protected, as a set; NULL with a #TjStoreError
 */
GHashTable *
tj_facts_load_protected (TjStore *store, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (
      store->connection,
      "SELECT personal_number FROM youth WHERE protection <> 'none'"
      " UNION ALL SELECT n.personal_number FROM youth_number n JOIN youth y ON y.id = n.youth_id"
      " WHERE y.protection <> 'none'"
      " UNION ALL SELECT personal_number FROM resident WHERE protection <> 'none'",
      error);
  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_hash_table_add (numbers, g_strdup (tj_statement_get_text (select, 0)));
  return step == TJ_STATEMENT_END ? g_steal_pointer (&numbers) : NULL;
}

/* Takes the name and the address of somebody who has become protected out of what lists said before
 * anybody knew. What they attend and what is paid stays: it names nobody. */

#include "config.h"

#include "tj-fact-shield.h"

#include "tj-adult-study.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-invoice-line.h"
#include "tj-resident.h"

static const char *const secrets[] = { "given-name", "family-name", "care-of",  "street",
                                       "extra",      "postal-code", "locality", NULL };

static void
blank (gpointer fact)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (fact);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TjField *field = &klass->fields[i];

      if (field->kind == TJ_FIELD_TEXT && g_strv_contains (secrets, field->name))
        tj_entity_set_text (fact, i, "");
      else if (field->codes == &tj_protections
               && tj_entity_get_number (fact, field) == TJ_PROTECTION_NONE)
        tj_entity_set_number (fact, i, TJ_PROTECTION_MARKED);
    }
}

/**
 * tj_fact_shield:
 * @personal_number: of one who is protected
 *
 * Takes name and address out of what lists have said.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_fact_shield (TjStore *store, TjChange *change, const char *personal_number, GError **error)
{
  const GType types[]
      = { TJ_TYPE_RESIDENT, TJ_TYPE_ENROLMENT, TJ_TYPE_INVOICE_LINE, TJ_TYPE_ADULT_STUDY };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) facts = tj_facts_list (store, types[i], personal_number, error);

      if (facts == NULL)
        return FALSE;
      for (guint k = 0; k < facts->len; k++)
        {
          blank (facts->pdata[k]);
          if (!tj_facts_update (change, facts->pdata[k], error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Writes and reads entities by their tables of fields, so that a column is named in two places
 * only: the migration that makes it and the field that carries it. Whether a row may be written,
 * and what its change leaves behind for undo and audit, is the change's matter. */

#include "config.h"

#include "tj-table.h"

#include <glib/gi18n-lib.h>

#include "tj-activity.h"
#include "tj-admission.h"
#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-contact.h"
#include "tj-enrolment.h"
#include "tj-follow-up.h"
#include "tj-invoice-line.h"
#include "tj-knowledge.h"
#include "tj-letter.h"
#include "tj-measure.h"
#include "tj-plan.h"
#include "tj-price-line.h"
#include "tj-proposal.h"
#include "tj-reconciliation-item.h"
#include "tj-reconciliation.h"
#include "tj-registration.h"
#include "tj-resident.h"
#include "tj-row-image.h"
#include "tj-school-report-step.h"
#include "tj-school-report.h"
#include "tj-youth.h"

TjTable tj_table_youth = { .name = "youth", .get_type = tj_youth_get_type, .order = "id" };
TjTable tj_table_registration = { .name = "registration",
                                  .get_type = tj_registration_get_type,
                                  .order = "registered_on, id" };
TjTable tj_table_contact
    = { .name = "contact", .get_type = tj_contact_get_type, .order = "date, id" };
TjTable tj_table_knowledge
    = { .name = "knowledge", .get_type = tj_knowledge_get_type, .order = "date, id" };
TjTable tj_table_follow_up
    = { .name = "follow_up", .get_type = tj_follow_up_get_type, .order = "due, id" };
TjTable tj_table_letter = { .name = "letter", .get_type = tj_letter_get_type, .order = "date, id" };
TjTable tj_table_measure = { .name = "measure",
                             .get_type = tj_measure_get_type,
                             .order = "coalesce (started_on, decided_on), id" };
TjTable tj_table_activity
    = { .name = "activity", .get_type = tj_activity_get_type, .order = "started_on, id" };
TjTable tj_table_plan = { .name = "plan", .get_type = tj_plan_get_type, .order = "version, id" };
TjTable tj_table_school_report = { .name = "school_report",
                                   .get_type = tj_school_report_get_type,
                                   .order = "received_on, id" };
TjTable tj_table_school_report_step = { .name = "school_report_step",
                                        .get_type = tj_school_report_step_get_type,
                                        .order = "report_id, date, id" };

#define OWNED_BY_NUMBER .owner = "personal_number"

TjTable tj_table_resident
    = { .name = "resident", .get_type = tj_resident_get_type, .order = "id", OWNED_BY_NUMBER };
TjTable tj_table_enrolment = { .name = "enrolment",
                               .get_type = tj_enrolment_get_type,
                               .order = "starts_on, id",
                               OWNED_BY_NUMBER };
TjTable tj_table_invoice_line = { .name = "invoice_line",
                                  .get_type = tj_invoice_line_get_type,
                                  .order = "month, id",
                                  OWNED_BY_NUMBER };
TjTable tj_table_certificate = { .name = "certificate",
                                 .get_type = tj_certificate_get_type,
                                 .order = "issued_on, id",
                                 OWNED_BY_NUMBER };
TjTable tj_table_adult_study = { .name = "adult_study",
                                 .get_type = tj_adult_study_get_type,
                                 .order = "starts_on, id",
                                 OWNED_BY_NUMBER };
TjTable tj_table_admission = { .name = "admission",
                               .get_type = tj_admission_get_type,
                               .order = "year, id",
                               OWNED_BY_NUMBER };
TjTable tj_table_proposal
    = { .name = "proposal", .get_type = tj_proposal_get_type, .order = "proposed_on, id" };
TjTable tj_table_price_line = { .name = "price",
                                .get_type = tj_price_line_get_type,
                                .order = "programme, orientation, organiser, valid_from, id",
                                .owner = "id" };
TjTable tj_table_reconciliation = { .name = "reconciliation",
                                    .get_type = tj_reconciliation_get_type,
                                    .order = "month, id",
                                    .owner = "id" };
TjTable tj_table_reconciliation_item = { .name = "reconciliation_item",
                                         .get_type = tj_reconciliation_item_get_type,
                                         .order = "id",
                                         .owner = "reconciliation_id" };

/* The columns beside id, with @suffix and commas: "date, channel" or "date = ?, channel = ?". */
static char *
join_columns (TjEntityClass *klass, const char *suffix)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (joined, "%s%s%s", i > 0 ? ", " : "", klass->fields[i].name, suffix);
  g_string_replace (joined, "-", "_", 0);
  return g_string_free (joined, FALSE);
}

static char *
join_parameters (guint n)
{
  GString *joined = g_string_new ("?");

  for (guint i = 1; i < n; i++)
    g_string_append (joined, ", ?");
  return g_string_free (joined, FALSE);
}

static void
compose (TjTable *self)
{
  TjEntityClass *klass = g_type_class_ref (self->get_type ());
  g_autofree char *columns = join_columns (klass, "");
  g_autofree char *assignments = join_columns (klass, " = ?");
  g_autofree char *parameters = join_parameters (klass->n_fields);

  self->insert
      = g_strdup_printf ("INSERT INTO %s (id, %s) VALUES (?, %s)", self->name, columns, parameters);
  self->update = g_strdup_printf ("UPDATE %s SET %s WHERE id = ?", self->name, assignments);
  self->select = g_strdup_printf ("SELECT id, %s FROM %s WHERE id = ?", columns, self->name);
  self->list
      = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s = ? ORDER BY %s", columns, self->name,
                         self->owner != NULL ? self->owner : "youth_id", self->order);
  self->columns = g_strdup_printf ("id, %s", columns);
  g_type_class_unref (klass);
}

/**
 * tj_table_prepare:
 *
 * Makes the table's SQL if nobody has.
 *
 * Returns: (transfer none): @self
 */
const TjTable *
tj_table_prepare (TjTable *self)
{
  static gsize composed;

  if (g_once_init_enter (&composed))
    {
      TjTable *all[] = {
        &tj_table_youth,         &tj_table_registration,       &tj_table_contact,
        &tj_table_knowledge,     &tj_table_follow_up,          &tj_table_letter,
        &tj_table_measure,       &tj_table_activity,           &tj_table_plan,
        &tj_table_school_report, &tj_table_school_report_step, &tj_table_resident,
        &tj_table_enrolment,     &tj_table_invoice_line,       &tj_table_certificate,
        &tj_table_adult_study,   &tj_table_admission,          &tj_table_proposal,
        &tj_table_price_line,    &tj_table_reconciliation,     &tj_table_reconciliation_item
      };

      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        compose (all[i]);
      g_once_init_leave (&composed, 1);
    }
  return self;
}

static void
pack_field (GByteArray *row, gpointer entity, const TjField *field)
{
  gint64 number = field->kind != TJ_FIELD_TEXT ? tj_entity_get_number (entity, field) : 0;

  switch (field->kind)
    {
    case TJ_FIELD_TEXT:
      tj_row_image_add_text (row, tj_entity_get_text (entity, field));
      break;
    case TJ_FIELD_DATE:
      tj_row_image_add_date (row, (TjDate)number);
      break;
    case TJ_FIELD_CODE:
    case TJ_FIELD_OPTIONAL_CODE:
      tj_row_image_add_text (row, tj_code_word (field->codes, (int)number));
      break;
    case TJ_FIELD_NUMBER:
      tj_row_image_add_reference (row, number);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
pack_fields (GByteArray *row, gpointer entity)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    pack_field (row, entity, &klass->fields[i]);
}

/**
 * tj_table_pack:
 * @id: the row's id, 0 to have one given
 * @row: takes the parameters of the table's insert
 *
 * Writes down @entity as a row.
 */
void
tj_table_pack (TjTable *self, gint64 id, gpointer entity, GByteArray *row)
{
  tj_row_image_begin (row);
  tj_row_image_add_reference (row, id);
  pack_fields (row, entity);
}

/**
 * tj_table_insert:
 * @entity: a new entity
 *
 * Inserts @entity and tells it its id.
 *
 * Returns: whether it is in
 */
gboolean
tj_table_insert (TjTable *self, TjConnection *connection, gpointer entity, GError **error)
{
  g_autoptr (GByteArray) row = g_byte_array_new ();

  tj_table_pack (self, 0, entity, row);
  if (!tj_row_image_run (row, connection, tj_table_prepare (self)->insert, error))
    return FALSE;
  tj_entity_set_id (entity, tj_connection_get_last_id (connection));
  return TRUE;
}

/**
 * tj_table_update:
 * @entity: an entity with the id of a row
 *
 * Writes every field of the row.
 *
 * Returns: whether it is written
 */
gboolean
tj_table_update (TjTable *self, TjConnection *connection, gpointer entity, GError **error)
{
  g_autoptr (GByteArray) row = g_byte_array_new ();

  tj_row_image_begin (row);
  pack_fields (row, entity);
  tj_row_image_add_number (row, tj_entity_get_id (entity));
  return tj_row_image_run (row, connection, tj_table_prepare (self)->update, error);
}

static gboolean
read_code (TjStatement *statement, int column, TjEntity *entity, guint index, GError **error)
{
  const TjField *field = &TJ_ENTITY_GET_CLASS (entity)->fields[index];
  int code = -1;

  if (field->kind == TJ_FIELD_OPTIONAL_CODE && tj_statement_is_null (statement, column))
    return TRUE;
  if (!tj_code_parse (field->codes, tj_statement_get_text (statement, column), &code))
    {
      g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                   /* TRANSLATORS: the name of a field */
                   _ ("The register holds a code for “%s” that this program does not know"),
                   field->name);
      return FALSE;
    }
  tj_entity_set_number (entity, index, code);
  return TRUE;
}

/**
 * tj_table_read:
 * @statement: a row with the table's columns first, id before the rest
 *
 * Returns: (transfer full): the entity of the row, or NULL with %TJ_STORE_ERROR_DAMAGED
 */
gpointer
tj_table_read (TjTable *self, TjStatement *statement, GError **error)
{
  g_autoptr (TjEntity) entity = g_object_new (self->get_type (), NULL);
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (entity);

  tj_entity_set_id (entity, tj_statement_get_number (statement, 0));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      int column = (int)i + 1;

      switch (klass->fields[i].kind)
        {
        case TJ_FIELD_TEXT:
          tj_entity_set_text (entity, i, tj_statement_get_text (statement, column));
          break;
        case TJ_FIELD_DATE:
          tj_entity_set_number (entity, i, tj_statement_get_date (statement, column));
          break;
        case TJ_FIELD_NUMBER:
          tj_entity_set_number (entity, i, tj_statement_get_number (statement, column));
          break;
        case TJ_FIELD_CODE:
        case TJ_FIELD_OPTIONAL_CODE:
          if (!read_code (statement, column, entity, i, error))
            return NULL;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return g_steal_pointer (&entity);
}

static gpointer
mark_stored (gpointer entity)
{
  if (entity != NULL)
    tj_entity_mark_stored (entity);
  return entity;
}

/**
 * tj_table_load:
 *
 * Returns: (transfer full): the entity of row @id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
gpointer
tj_table_load (TjTable *self, TjConnection *connection, gint64 id, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (connection, tj_table_prepare (self)->select, error);

  if (select == NULL)
    return NULL;

  tj_statement_bind_number (select, 1, id);
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      return mark_stored (tj_table_read (self, select, error));
    case TJ_STATEMENT_END:
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                           _ ("It is not in the register"));
      return NULL;
    default:
      return NULL;
    }
}

/**
 * tj_table_read_all:
 * @select: as for tj_table_read(), not stepped yet
 * @entities: takes the entities
 *
 * Reads all rows of a query.
 *
 * Returns: whether they could be read
 */
gboolean
tj_table_read_all (TjTable *self, TjStatement *select, GPtrArray *entities, GError **error)
{
  TjStatementStep step;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      gpointer entity = tj_table_read (self, select, error);

      if (entity == NULL)
        return FALSE;
      g_ptr_array_add (entities, entity);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_table_list:
 *
 * Returns: (transfer container) (element-type TjEntity): what the table holds of a youth, in order
 *   of date; NULL with a #TjStoreError
 */
GPtrArray *
tj_table_list (TjTable *self, TjConnection *connection, gint64 youth_id, GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) list
      = tj_statement_new (connection, tj_table_prepare (self)->list, error);

  if (list == NULL)
    return NULL;
  tj_statement_bind_number (list, 1, youth_id);
  if (!tj_table_read_all (self, list, entities, error))
    return NULL;
  for (guint i = 0; i < entities->len; i++)
    tj_entity_mark_stored (entities->pdata[i]);
  return g_steal_pointer (&entities);
}

/**
 * tj_table_list_by_number:
 *
 * Returns: (transfer container) (element-type TjEntity): what the table holds under a personal
 *   number, in order of date; NULL with a #TjStoreError
 */
GPtrArray *
tj_table_list_by_number (TjTable *self,
                         TjConnection *connection,
                         const char *personal_number,
                         GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) list
      = tj_statement_new (connection, tj_table_prepare (self)->list, error);

  if (list == NULL)
    return NULL;
  tj_statement_bind_text (list, 1, personal_number);
  return tj_table_read_all (self, list, entities, error) ? g_steal_pointer (&entities) : NULL;
}

/**
 * tj_table_list_all:
 *
 * Returns: (transfer container) (element-type TjEntity): all that the table holds, in its order;
 *   NULL with a #TjStoreError
 */
GPtrArray *
tj_table_list_all (TjTable *self, TjConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM %s ORDER BY %s", tj_table_prepare (self)->columns, self->name, self->order);
  g_autoptr (TjStatement) list = tj_statement_new (connection, sql, error);

  if (list == NULL)
    return NULL;
  return tj_table_read_all (self, list, entities, error) ? g_steal_pointer (&entities) : NULL;
}

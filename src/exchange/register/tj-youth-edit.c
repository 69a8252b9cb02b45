/* Brings what a row says about a person into their record, field by field: only what differs is
 * written, and old and new are noted for the preview. Nothing reaches the store before it is
 * saved, so that a row can still be rejected. */

#include "config.h"

#include "tj-youth-edit.h"

#include "tj-youth-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *label;
  const char *(*get) (TjYouth *youth);
  void (*set) (TjYouth *youth, const char *text);
} fields[TJ_N_YOUTH_EDITS] = {
  [TJ_YOUTH_EDIT_GIVEN_NAME]
  = { N_ ("Given name"), tj_youth_get_given_name, tj_youth_set_given_name },
  [TJ_YOUTH_EDIT_FAMILY_NAME]
  = { N_ ("Family name"), tj_youth_get_family_name, tj_youth_set_family_name },
  [TJ_YOUTH_EDIT_CARE_OF] = { N_ ("Care of"), tj_youth_get_care_of, tj_youth_set_care_of },
  [TJ_YOUTH_EDIT_STREET] = { N_ ("Street address"), tj_youth_get_street, tj_youth_set_street },
  [TJ_YOUTH_EDIT_EXTRA] = { N_ ("Address line 2"), tj_youth_get_extra, tj_youth_set_extra },
  [TJ_YOUTH_EDIT_POSTAL_CODE]
  = { N_ ("Postal code"), tj_youth_get_postal_code, tj_youth_set_postal_code },
  [TJ_YOUTH_EDIT_LOCALITY] = { N_ ("Locality"), tj_youth_get_locality, tj_youth_set_locality },
  [TJ_YOUTH_EDIT_PHONE] = { N_ ("Phone"), tj_youth_get_phone, tj_youth_set_phone },
  [TJ_YOUTH_EDIT_EMAIL] = { N_ ("E-mail"), tj_youth_get_email, tj_youth_set_email },
};

static TjYouth *
current (const TjYouthEdit *edit)
{
  return edit->youth != NULL ? edit->youth : edit->known;
}

/* The record that may be written to. */
static TjYouth *
writable (TjYouthEdit *edit)
{
  if (edit->youth == NULL)
    edit->youth = tj_entity_copy (edit->known);
  return edit->youth;
}

/**
 * tj_youth_edit_begin:
 * @edit: (out caller-allocates): to be cleared
 * @known: (nullable): the youth of the register; NULL makes a new one
 *
 * Begins to bring @row into a youth's record.
 */
void
tj_youth_edit_begin (TjYouthEdit *edit, TjImportJob *job, const TjImportRow *row, TjYouth *known)
{
  *edit = (TjYouthEdit){ .job = job, .row = row, .known = known };
  if (known == NULL)
    edit->youth = tj_youth_new ();
}

/**
 * tj_youth_edit_clear:
 *
 * Lets go of the copy; what was not saved is forgotten.
 */
void
tj_youth_edit_clear (TjYouthEdit *edit)
{
  g_clear_object (&edit->youth);
}

/**
 * tj_youth_edit_get:
 *
 * Returns: (transfer none): the field as it would be saved
 */
const char *
tj_youth_edit_get (const TjYouthEdit *edit, TjYouthEditField field)
{
  return fields[field].get (current (edit));
}

/**
 * tj_youth_edit_set:
 * @text: also "" to empty the field
 *
 * Sets a field when it differs.
 */
void
tj_youth_edit_set (TjYouthEdit *edit, TjYouthEditField field, const char *text)
{
  const char *old_text = tj_youth_edit_get (edit, field);

  if (strcmp (old_text, text) == 0)
    return;
  if (edit->known != NULL)
    tj_import_job_differ (edit->job, edit->row, _ (fields[field].label), old_text, text);
  fields[field].set (writable (edit), text);
}

/**
 * tj_youth_edit_protect:
 * @protection: a #TjProtection
 *
 * Marks the youth as protected. A marking is never lifted by a list.
 */
void
tj_youth_edit_protect (TjYouthEdit *edit, int protection)
{
  int old = tj_youth_get_protection (current (edit));

  if (protection <= old)
    return;
  if (edit->known != NULL)
    tj_import_job_differ (edit->job, edit->row, _ ("Protection"),
                          tj_code_label (&tj_protections, old),
                          tj_code_label (&tj_protections, protection));
  tj_youth_set_protection (writable (edit), protection);
}

/**
 * tj_youth_edit_is_changed:
 *
 * Returns: whether there is anything to save
 */
gboolean
tj_youth_edit_is_changed (const TjYouthEdit *edit)
{
  return edit->youth != NULL;
}

/**
 * tj_youth_edit_save:
 * @youth_id: (out): the youth, new or known
 *
 * Writes what differs.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_youth_edit_save (TjYouthEdit *edit, gint64 *youth_id, GError **error)
{
  TjChange *change = tj_import_job_get_change (edit->job);

  if (edit->youth != NULL && tj_youth_is_protected (edit->youth)
      && !tj_import_job_shield (edit->job, tj_youth_get_personal_number (edit->youth), error))
    return FALSE;
  if (edit->known == NULL)
    {
      *youth_id = tj_youths_insert (change, edit->youth, error);
      return *youth_id != 0;
    }
  *youth_id = tj_entity_get_id (edit->known);
  return edit->youth == NULL || tj_youths_update (change, edit->youth, error);
}

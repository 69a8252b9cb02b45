/* Who a row of a list is about, for lists on the screen and for files of rejected rows. The file may
 * name somebody whose identity the register protects, or mark as protected somebody it does not
 * know yet; neither may be named. */

#include "config.h"

#include "tj-row-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-case-number.h"
#include "tj-import-source.h"
#include "tj-import-value.h"
#include "tj-youth-repository.h"

/* A value of the row; FALSE when the list has no such column. `room` holds its text. */
static gboolean
read_value (TjImportSession *session,
            guint index,
            TjCellKind kind,
            TjTextRoom *room,
            TjImportValue *value)
{
  const TjMapping *mapping = tj_import_session_get_mapping (session);
  const TjImportSource *source = tj_mapping_get_source (mapping);
  const TjDate today = tj_context_get_today (tj_import_session_get_context (session));

  for (guint field = 0; field < source->n_fields; field++)
    if (source->fields[field].kind == kind && tj_mapping_get_column (mapping, field) >= 0)
      {
        TjCell cell = tj_import_table_get_cell (tj_import_session_get_table (session), index,
                                                tj_mapping_get_column (mapping, field));

        tj_text_room_reserve (room, tj_text_room_size_for (cell.length));
        tj_import_value_read (value, kind, &cell, today, room);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_marked (TjImportSession *session, guint index)
{
  TjTextRoom room = { 0 };
  TjImportValue value;
  gboolean is_marked = read_value (session, index, TJ_CELL_PROTECTION, &room, &value)
                       && value.code != TJ_PROTECTION_NONE;

  tj_text_room_clear (&room);
  return is_marked;
}

/* Whom the register knows by the number of the row; 0 when nobody. */
static gint64
find_youth (TjImportSession *session, guint index)
{
  TjStore *store = tj_context_get_store (tj_import_session_get_context (session));
  TjTextRoom room = { 0 };
  TjImportValue value;
  gint64 youth_id = 0;

  /* A register that cannot be asked names nobody: the caller shows what the list says of itself. */
  if (read_value (session, index, TJ_CELL_NUMBER, &room, &value) && value.error == TJ_REASON_NONE
      && value.text[0] != '\0')
    youth_id = tj_youths_find (store, value.number.text, NULL);
  tj_text_room_clear (&room);
  return youth_id;
}

static TjYouth *
load_youth (TjImportSession *session, const TjImportOutcome *outcome)
{
  TjStore *store = tj_context_get_store (tj_import_session_get_context (session));
  gint64 youth_id = outcome->youth_id;

  if (youth_id == 0 && outcome->row > 0)
    youth_id = find_youth (session, outcome->index);
  return youth_id > 0 ? tj_youths_load (store, youth_id, NULL) : NULL;
}

static char *
dup_text (TjImportSession *session, guint index, const char *field)
{
  return g_strstrip (tj_import_dup_text (tj_import_session_get_import (session), index, field));
}

/* What a row is about in a list of things: "NB, Djurvård, 2026". */
static char *
dup_subject (TjImportSession *session, guint index, const char *subject)
{
  g_auto (GStrv) ids = g_strsplit (subject, "|", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = dup_text (session, index, ids[i]);

      if (text[0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text);
    }
  return g_strdup (words->str);
}

/* The name as the list spells it, "" when it has none. */
static char *
dup_listed_name (TjImportSession *session, guint index)
{
  static const char *const whole[] = { "name", "name-family-first" };
  g_autofree char *given = dup_text (session, index, "given-name");
  g_autofree char *family = dup_text (session, index, "family-name");
  g_autofree char *both = g_strdup_printf ("%s %s", given, family);

  g_strstrip (both);
  for (gsize i = 0; i < G_N_ELEMENTS (whole) && both[0] == '\0'; i++)
    {
      g_free (both);
      both = dup_text (session, index, whole[i]);
    }
  return g_steal_pointer (&both);
}

static char *
dup_protected_name (TjYouth *youth)
{
  g_autofree char *number = NULL;

  if (youth == NULL)
    return g_strdup (_ ("Protected person"));
  number = tj_case_number_format (tj_entity_get_id (youth));
  return g_strdup_printf (_ ("Protected person · %s"), number);
}

static void
name_person (TjRowPerson *person,
             TjImportSession *session,
             const TjImportOutcome *outcome,
             TjYouth *youth)
{
  const char *subject = tj_mapping_get_source (tj_import_session_get_mapping (session))->subject;

  if (subject != NULL)
    {
      person->name = dup_subject (session, outcome->index, subject);
      return;
    }
  if (outcome->row > 0)
    {
      person->name = dup_listed_name (session, outcome->index);
      person->number = dup_text (session, outcome->index, "personal-number");
    }
  if (person->name != NULL && person->name[0] == '\0' && youth != NULL)
    g_clear_pointer (&person->name, g_free);
  if (person->name == NULL && youth != NULL)
    person->name = tj_youth_dup_name (youth);
  if (person->number == NULL && youth != NULL)
    person->number = g_strdup (tj_youth_get_personal_number (youth));
}

/**
 * tj_row_person_new:
 * @outcome: a row of the list of @session, or a youth who is not on it
 *
 * Asks the register, which no other thread may have.
 *
 * Returns: (transfer full): whom it is about
 */
TjRowPerson *
tj_row_person_new (TjImportSession *session, const TjImportOutcome *outcome)
{
  TjRowPerson *person;
  g_autoptr (TjYouth) youth = NULL;

  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (session) && outcome != NULL, NULL);
  g_return_val_if_fail (tj_import_session_get_import (session) != NULL, NULL);

  person = g_new0 (TjRowPerson, 1);
  youth = load_youth (session, outcome);
  person->is_protected = (youth != NULL && tj_youth_is_protected (youth))
                         || (outcome->row > 0 && is_marked (session, outcome->index));
  if (person->is_protected)
    person->name = dup_protected_name (youth);
  else
    name_person (person, session, outcome, youth);
  if (person->name == NULL)
    person->name = g_strdup ("");
  if (person->number == NULL)
    person->number = g_strdup ("");
  return person;
}

/**
 * tj_row_person_free:
 *
 * Frees @person.
 */
void
tj_row_person_free (TjRowPerson *person)
{
  g_free (person->name);
  g_free (person->number);
  g_free (person);
}

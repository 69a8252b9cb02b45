/* Phone numbers and e-mail addresses of youths that the register knows, from a school or from the
 * coordinator's own notes. An empty cell empties nothing. */

#include "config.h"

#include "tj-import-headings.h"
#include "tj-youth-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_NUMBER,
  FIELD_MOBILE,
  FIELD_PHONE,
  FIELD_EMAIL,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  [FIELD_NUMBER]
  = { "personal-number", N_ ("Personal number"), TJ_HEADINGS_NUMBER, TJ_CELL_NUMBER, TRUE, TRUE },
  [FIELD_MOBILE]
  = { "mobile", N_ ("Mobile phone"), TJ_HEADINGS_MOBILE, TJ_CELL_PHONE, FALSE, TRUE },
  [FIELD_PHONE] = { "phone", N_ ("Phone"), TJ_HEADINGS_PHONE, TJ_CELL_PHONE, FALSE, TRUE },
  [FIELD_EMAIL] = { "email", N_ ("E-mail"), TJ_HEADINGS_EMAIL, TJ_CELL_EMAIL, FALSE, TRUE },
};

static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Phone or e-mail");
  return columns[FIELD_MOBILE] >= 0 || columns[FIELD_PHONE] >= 0 || columns[FIELD_EMAIL] >= 0;
}

/* The number without what people put between its digits. */
static char *
bare_number (const char *phone)
{
  GString *bare = g_string_new (NULL);

  for (; *phone != '\0'; phone++)
    if (g_ascii_isdigit (*phone) || *phone == '+')
      g_string_append_c (bare, *phone);
  if (g_str_has_prefix (bare->str, "+46"))
    {
      g_string_erase (bare, 0, 3);
      if (bare->str[0] != '0')
        g_string_prepend_c (bare, '0');
    }
  return g_string_free (bare, FALSE);
}

static gboolean
is_same_phone (const char *a, const char *b)
{
  g_autofree char *bare_a = bare_number (a);
  g_autofree char *bare_b = bare_number (b);

  return strcmp (bare_a, bare_b) == 0;
}

static void
set_details (TjYouthEdit *edit, const char *phone, const char *email)
{
  if (phone[0] != '\0' && !is_same_phone (phone, tj_youth_edit_get (edit, TJ_YOUTH_EDIT_PHONE)))
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_PHONE, phone);
  if (email[0] != '\0'
      && g_ascii_strcasecmp (email, tj_youth_edit_get (edit, TJ_YOUTH_EDIT_EMAIL)) != 0)
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_EMAIL, email);
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  const char *number = row->values[FIELD_NUMBER].number.text;
  const char *mobile = row->values[FIELD_MOBILE].text;
  const char *phone = mobile[0] != '\0' ? mobile : row->values[FIELD_PHONE].text;
  const char *email = row->values[FIELD_EMAIL].text;
  g_auto (TjYouthEdit) edit = { 0 };
  TjYouth *known = tj_import_job_find_youth (job, number);

  if (known == NULL || (phone[0] == '\0' && email[0] == '\0'))
    {
      tj_import_job_reject (job, row, known == NULL ? FIELD_NUMBER : -1,
                            known == NULL ? TJ_REASON_UNKNOWN_YOUTH : TJ_REASON_NOTHING_IN_ROW,
                            outcome);
      return TRUE;
    }
  if (!tj_import_job_claim_youth (job, known))
    {
      tj_import_job_reject (job, row, -1, TJ_REASON_DUPLICATE, outcome);
      return TRUE;
    }
  tj_youth_edit_begin (&edit, job, row, known);
  set_details (&edit, phone, email);
  if (tj_youth_edit_is_changed (&edit))
    outcome->result = TJ_IMPORT_CHANGED;
  return tj_youth_edit_save (&edit, &outcome->youth_id, error);
}

const TjImportSource tj_import_source_contacts = {
  .id = "contacts",
  .label = N_ ("Contact details"),
  .action = "import-contacts",
  .fields = fields,
  .n_fields = N_FIELDS,
  .check_columns = check_columns,
  .apply = apply,
};

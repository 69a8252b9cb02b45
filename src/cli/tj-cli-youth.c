/* How a youth is named on the command line: by number and name, and a protected person by case
 * number alone. */

#include "config.h"

#include "tj-cli-youth.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-personal-number.h"
#include "tj-youth-repository.h"

/**
 * tj_json_add_identity: adds personal_number (null for a protected person), case_number
 * (null for one who is not in the register) and protected.
 */
void
tj_json_add_identity (JsonBuilder *builder,
                      gint64 youth_id,
                      const char *personal_number,
                      TjProtection protection)
{
  const gboolean is_protected = protection != TJ_PROTECTION_NONE;
  g_autofree char *case_number = youth_id != 0 ? tj_case_number_format (youth_id) : NULL;

  tj_json_add_string (builder, "personal_number", is_protected ? NULL : personal_number);
  tj_json_add_string (builder, "case_number", case_number);
  tj_json_add_boolean (builder, "protected", is_protected);
}

/**
 * tj_cli_given_name: the name, or for a protected person the words that stand for it.
 */
const char *
tj_cli_given_name (const char *given_name, TjProtection protection)
{
  return protection == TJ_PROTECTION_NONE ? given_name : _ ("Protected person");
}

/**
 * tj_cli_family_name: the name, or nothing for a protected person.
 */
const char *
tj_cli_family_name (const char *family_name, TjProtection protection)
{
  return protection == TJ_PROTECTION_NONE ? family_name : "";
}

/**
 * tj_cli_find_youth: the row of the youth whose number is written in `text` in any of its forms.
 * Returns 0 with `error` set when it is no number or nobody has it.
 */
gint64
tj_cli_find_youth (TjCli *cli, const char *text, GError **error)
{
  TjPersonalNumber number;
  const TjNumberProblem problem
      = tj_personal_number_parse (text, tj_context_get_today (cli->context), &number);

  if (problem != TJ_NUMBER_OK)
    {
      g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
                           tj_number_problem_message (problem));
      return 0;
    }
  return tj_youths_find (tj_context_get_store (cli->context), number.text, error);
}

/* The recovery sheet: the one paper that opens the register when the passphrase is forgotten or the
 * computer is gone. Large groups, what it is for and where it belongs; no personal data. */

#include "config.h"

#include "tj-recovery-sheet.h"

#include <glib/gi18n-lib.h>

#define GROUPS_PER_ROW 4

static void
draw_advice (TjSheet *sheet)
{
  const char *const keep[] = {
    _ ("Keep it sealed in the municipality’s safe or with the registrar, never beside the "
       "computer."),
    _ ("Do not photograph it, scan it, mail it or type it into anything but Tjugo."),
    _ ("Write on the envelope what it is and who may open it, and write down who takes it out."),
    _ ("If someone may have seen it: make a new recovery key in Tjugo, print a new sheet and shred "
       "this one."),
    NULL,
  };
  const char *const use[] = {
    _ ("Open Tjugo and choose the recovery key where it asks for the passphrase."),
    _ ("Type the groups in their order. Capital and small letters are the same; there is no "
       "letter I, L, O or U."),
    _ ("Choose a new passphrase afterwards, and put the sheet back."),
    NULL,
  };

  tj_sheet_heading (sheet, 2, _ ("Where to keep it"));
  tj_sheet_points (sheet, keep);
  tj_sheet_heading (sheet, 2, _ ("How to use it"));
  tj_sheet_points (sheet, use);
}

/**
 * tj_recovery_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the sheet as a finished PDF
 */
GBytes *
tj_recovery_sheet_draw (const TjRecoverySheet *recovery, const TjSheetHead *head, GError **error)
{
  const char *const labels[] = { _ ("Sealed on, by"), _ ("Kept at"), NULL };
  g_autofree char *date = tj_date_format (head->date);
  const TjSheetFact facts[]
      = { { _ ("Register"), recovery->register_name }, { _ ("Printed on"), date } };
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = _ ("Recovery sheet");
  own.handling = _ ("Who has this sheet and the register’s files can read the register.");
  own.landscape = FALSE;
  sheet = tj_sheet_new (&own);
  tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), 2);
  tj_sheet_paragraph (
      sheet, _ ("This is the key to the register if the passphrase is forgotten or the computer "
                "with its keyring is lost. Without either nobody can open the register, the "
                "makers of the program included."));
  tj_sheet_heading (sheet, 2, _ ("The recovery key"));
  tj_sheet_groups (sheet, recovery->groups, GROUPS_PER_ROW);
  draw_advice (sheet);
  tj_sheet_gap (sheet, 4);
  tj_sheet_signatures (sheet, labels);
  return tj_sheet_finish (sheet, error);
}

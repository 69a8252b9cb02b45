/* What the log and undo call each thing that is done: a lower-case English word, kept, and a label,
 * shown. A word without a label is shown as it is: a register may have been written by a newer
 * program. */

#include "config.h"

#include "tj-action.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *action;
  const char *label;
} actions[] = {
  { "log-contact", NC_ ("action", "Log a contact") },
  { "change-contact", NC_ ("action", "Change a contact") },
  { "remove-contact", NC_ ("action", "Remove a contact") },
  { "change-youth", NC_ ("action", "Change the details") },
  { "set-follow-up", NC_ ("action", "Set a follow-up") },
  { "move-follow-up", NC_ ("action", "Move a follow-up") },
  { "do-follow-up", NC_ ("action", "Tick off a follow-up") },
  { "change-follow-up", NC_ ("action", "Change a follow-up") },
  { "remove-follow-up", NC_ ("action", "Remove a follow-up") },
  { "log-knowledge", NC_ ("action", "Note what is known") },
  { "change-knowledge", NC_ ("action", "Change what is known") },
  { "remove-knowledge", NC_ ("action", "Remove what was known") },
  { "add-measure", NC_ ("action", "Add a measure") },
  { "change-measure", NC_ ("action", "Change a measure") },
  { "end-measure", NC_ ("action", "End a measure") },
  { "remove-measure", NC_ ("action", "Remove a measure") },
  { "add-activity", NC_ ("action", "Add an activity") },
  { "change-activity", NC_ ("action", "Change an activity") },
  { "remove-activity", NC_ ("action", "Remove an activity") },
  { "read-letter", NC_ ("action", "Read a letter as sent") },
  { "add-plan", NC_ ("action", "Write a plan") },
  { "revise-plan", NC_ ("action", "Revise a plan") },
  { "register", NC_ ("action", "Register") },
  { "change-registration", NC_ ("action", "Change a registration") },
  { "deregister", NC_ ("action", "Deregister") },
  { "deregister-twenty", NC_ ("action", "Deregister those who have turned 20") },
  { "receive-school-report", NC_ ("action", "Receive a school report") },
  { "remove-school-report", NC_ ("action", "Remove a school report") },
  { "change-school-report", NC_ ("action", "Correct a school report") },
  { "handle-school-report", NC_ ("action", "Handle a school report") },
  { "merge", NC_ ("action", "Merge two rows of one youth") },
  { "merge-into", NC_ ("action", "Merged with another row") },
  { "send-letters", NC_ ("action", "Send letters") },
  { "preview-letter", NC_ ("action", "Look at a letter") },
  { "print-letter", NC_ ("action", "Print a letter") },
  { "save-letter", NC_ ("action", "Save a letter to a file") },
  { "print-team-sheet", NC_ ("action", "Print a team sheet") },
  { "print-plan", NC_ ("action", "Print a plan") },
  { "print-log-review", NC_ ("action", "Print the review of the log") },
  { "print-recovery-sheet", NC_ ("action", "Print the recovery sheet") },
  { "print-purge-protocol", NC_ ("action", "Print a purge protocol") },
  { "import-ist", NC_ ("action", "Import the list of IST") },
  { "import-contacts", NC_ ("action", "Import contact details") },
  { "import-population", NC_ ("action", "Import the population register") },
  { "import-vux", NC_ ("action", "Import the report of adult education") },
  { "import-studiebevis", NC_ ("action", "Import studiebevis") },
  { "import-ib", NC_ ("action", "Import IB results") },
  { "import-admission", NC_ ("action", "Import the admission") },
  { "import-enrolments", NC_ ("action", "Import enrolments") },
  { "import-school-reports", NC_ ("action", "Import school reports") },
  { "import-invoices", NC_ ("action", "Import invoices") },
  { "import-prices", NC_ ("action", "Import prices") },
  { "save-rejected", NC_ ("action", "Save rejected rows to a file") },
  { "accept-proposals", NC_ ("action", "Accept proposals") },
  { "decline-proposal", NC_ ("action", "Decline a proposal") },
  { "proposals", NC_ ("action", "List proposals") },
  { "target-group", NC_ ("action", "Work out the target group") },
  { "bus-cards", NC_ ("action", "List those entitled to a bus card") },
  { "make-reconciliation", NC_ ("action", "Make a reconciliation") },
  { "decide-reconciliation", NC_ ("action", "Decide in a reconciliation") },
  { "carry-out-reconciliation", NC_ ("action", "Tick off decisions of a reconciliation") },
  { "close-reconciliation", NC_ ("action", "Close a reconciliation") },
  { "reopen-reconciliation", NC_ ("action", "Reopen a reconciliation") },
  { "print-reconciliation", NC_ ("action", "Print a reconciliation") },
  { "export-reconciliation", NC_ ("action", "Export a reconciliation") },
  { "print-contested", NC_ ("action", "Print what is contested") },
  { "export-contested", NC_ ("action", "Export what is contested") },
  { "write-board-report", NC_ ("action", "Write the board report") },
  { "approve-board-report", NC_ ("action", "Approve the board report") },
  { "print-board-report", NC_ ("action", "Print the board report") },
  { "export-board-report", NC_ ("action", "Export the tables of the board report") },
  { "fill-prices", NC_ ("action", "Fill the price list") },
  { "change-price", NC_ ("action", "Change a price") },
  { "fill-demo", NC_ ("action", "Fill the demo") },
  { "change-scb-layout", NC_ ("action", "Change the layout of SCB's file") },
  { "check-scb", NC_ ("action", "Check a half-year before SCB") },
  { "export-scb", NC_ ("action", "Export the file for SCB") },
  { "export-scb-check", NC_ ("action", "Export a check file") },
  { "deliver-scb", NC_ ("action", "Mark as delivered to SCB") },
  { "settings", NC_ ("action", "Change the settings") },
  { "fill-catalogue", NC_ ("action", "Fill the catalogue") },
  { "change-catalogue", NC_ ("action", "Change the catalogue") },
  { "change-codes", NC_ ("action", "Change a list of codes") },
  { "create", NC_ ("action", "Make the register") },
  { "open-failed", NC_ ("action", "Fail to open the register") },
  { "verify", NC_ ("action", "Check the register") },
  { "search", NC_ ("action", "Search among the youths") },
  { "open", NC_ ("action", "Open the register") },
  { "read", NC_ ("action", "Read about a youth") },
  { "unlock-protected", NC_ ("action", "Show a protected person") },
  { "list", NC_ ("action", "List the youths") },
  { "due", NC_ ("action", "List what is due") },
  { "report", NC_ ("action", "Count the half-year's figures") },
  { "log", NC_ ("action", "Read the log") },
  { "export-log", NC_ ("action", "Export the log") },
  { "undo", NC_ ("action", "Undo") },
  { "redo", NC_ ("action", "Redo") },
  { "extract", NC_ ("action", "Write a subject extract") },
  { "keep-figures", NC_ ("action", "Keep the half-years' figures") },
  { "purge-proposal", NC_ ("action", "Propose a purge") },
  { "purge", NC_ ("action", "Purge") },
  { "purge-youth", NC_ ("action", "Purged") },
  { "backup", NC_ ("action", "Make a backup") },
  { "backup-failed", NC_ ("action", "Fail to make a backup") },
  { "rehearse-backup", NC_ ("action", "Rehearse a backup") },
  { "restore", NC_ ("action", "Restore from a backup") },
  { "add-passphrase", NC_ ("action", "Add a passphrase") },
  { "add-keyring", NC_ ("action", "Add the keyring") },
  { "add-recovery-key", NC_ ("action", "Add a recovery key") },
  { "remove-key", NC_ ("action", "Remove a key") },
};

/**
 * tj_action_get_word:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the word of one of the actions that have a label; NULL after
 *   the last
 */
const char *
tj_action_get_word (guint index)
{
  return index < G_N_ELEMENTS (actions) ? actions[index].action : NULL;
}

/**
 * tj_action_label:
 * @action: a word of the log
 *
 * Returns: (transfer none): what people read for it, in their language
 */
const char *
tj_action_label (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, action))
      return g_dpgettext2 (GETTEXT_PACKAGE, "action", actions[i].label);
  return action;
}

/* The register itself, a room of sections: what was done in it, and whether it is whole. */

#include "config.h"

#include "tj-register-page.h"

#include "tj-backup-section.h"
#include "tj-check-section.h"
#include "tj-keys-section.h"
#include "tj-log-section.h"
#include "tj-purge-section.h"
#include "tj-sections-page.h"
#include "tj-sheets-section.h"

#include <glib/gi18n.h>

static const TjSection sections[] = {
  { "log", N_ ("Log"), "tj-log-symbolic", tj_log_section_new },
  { "purge", N_ ("Purge"), "tj-purge-symbolic", tj_purge_section_new },
  { "sheets", N_ ("Papers"), "tj-sheet-symbolic", tj_sheets_section_new },
  { "backup", N_ ("Backup"), "tj-backup-symbolic", tj_backup_section_new },
  { "keys", N_ ("Keys"), "tj-key-symbolic", tj_keys_section_new },
  { "check", N_ ("Check-Up"), "tj-check-symbolic", tj_check_section_new },
  { NULL },
};

GtkWidget *
tj_register_page_new (TjContext *context)
{
  return tj_sections_page_new (context, "register", N_ ("Register"), sections);
}

#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_BACKUP_SECTION (tj_backup_section_get_type ())
G_DECLARE_FINAL_TYPE (TjBackupSection, tj_backup_section, TJ, BACKUP_SECTION, TjPage)

GtkWidget *tj_backup_section_new (TjContext *context);

G_END_DECLS

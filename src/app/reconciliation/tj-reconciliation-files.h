#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

/* The files of a month: the paper of the meeting, the spreadsheet, and the decisions in it. */
void tj_reconciliation_files_show (TjPage *page, TjDate month);
void tj_reconciliation_files_show_contested (TjPage *page, TjDate month, const char *organiser);
void tj_reconciliation_files_save (TjPage *page, TjDate month);
void tj_reconciliation_files_read (TjPage *page, TjDate month);

void tj_reconciliation_files_read_file (TjPage *page, TjDate month, GFile *file);
void tj_reconciliation_files_save_contested (TjPage *page, TjDate month, const char *organiser);

G_END_DECLS

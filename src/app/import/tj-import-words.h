#pragma once

#include "tj-import.h"
#include "tj-import-repository.h"

G_BEGIN_DECLS

char *tj_import_words_counts (const guint counts[TJ_N_IMPORT_RESULTS]);
char *tj_import_words_report (TjImportReport *report);
char *tj_import_words_apply (TjImportReport *report);
char *tj_import_words_proposals (guint n);
char *tj_import_words_run (const TjImportRun *run);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_REVIEW (tj_import_review_get_type ())
G_DECLARE_FINAL_TYPE (TjImportReview, tj_import_review, TJ, IMPORT_REVIEW, AdwBin)

void tj_import_review_show (TjImportReview *self, TjImportSession *session);
void tj_import_review_set_folded (TjImportReview *self, gboolean folded);
void tj_import_review_choose (TjImportReview *self, guint review);

G_END_DECLS

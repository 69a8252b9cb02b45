#pragma once

#include "tj-context.h"
#include "tj-purge.h"
#include "tj-team-sheet.h"

G_BEGIN_DECLS

/* Every sheet but letters: filled from the register, logged, and given as a finished PDF in memory,
 * for preview, printer and file alike (tj_paper_save ()). */

GBytes *tj_sheet_service_team (TjContext *context, TjTeamSheetKind kind, GError **error);
GBytes *tj_sheet_service_plan (TjContext *context, gint64 youth_id, guint version, GError **error);
GBytes *tj_sheet_service_log_review (TjContext *context, int year, int month, GError **error);
GBytes *tj_sheet_service_extract (TjContext *context, gint64 youth_id, GError **error);
GBytes *
tj_sheet_service_purge (TjContext *context, const TjPurgeProtocol *protocol, GError **error);
GBytes *tj_sheet_service_recovery (TjContext *context, const TjSecret *key, GError **error);

G_END_DECLS

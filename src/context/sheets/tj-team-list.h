#pragma once

#include "tj-context.h"
#include "tj-team-sheet.h"

G_BEGIN_DECLS

/* The rows of a team sheet with the strings they borrow. */
typedef struct _TjTeamList TjTeamList;

TjTeamList *tj_team_list_load (TjContext *context, TjTeamSheetKind kind, GError **error);
void tj_team_list_free (TjTeamList *self);
const TjTeamSheetRow *tj_team_list_get_rows (TjTeamList *self, guint *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTeamList, tj_team_list_free)

G_END_DECLS

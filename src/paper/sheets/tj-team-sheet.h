#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* The papers that the team takes along. */
typedef enum
{
  TJ_TEAM_SHEET_MEETING,    /* each second week: all who are open */
  TJ_TEAM_SHEET_EXTENDED,   /* each sixth week: those nobody has reached */
  TJ_TEAM_SHEET_HOME_VISIT, /* those to seek at home, in the order of the streets */
} TjTeamSheetKind;

/* A youth on a team sheet. Strings are borrowed; NULL and "" leave one out. Of a protected person
 * only the reference, the status and the steps are drawn, whatever else is filled in. */
typedef struct
{
  gboolean is_protected;
  const char *name;
  const char *reference; /* the case number */
  int age;               /* years; negative: left out */
  const char *status;
  const char *contact; /* the latest one, in words */
  guint n_attempts;
  const char *step;
  TjDate due;
  int days_overdue; /* 0 or less: in time */
  const char *responsible;
  const char *address;  /* lines, without postal code and locality */
  const char *locality; /* with postal code */
} TjTeamSheetRow;

GBytes *tj_team_sheet_draw (TjTeamSheetKind kind,
                            const TjTeamSheetRow *rows,
                            guint n_rows,
                            const TjSheetHead *head,
                            GError **error);

G_END_DECLS

#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* How much of one kind was removed. */
typedef struct
{
  const char *what;
  guint64 n_rows;
} TjPurgeSheetCount;

/* What a purge did: no names, no numbers of persons. Borrowed for the call. */
typedef struct
{
  TjDate purged_on;
  const char *actor; /* the user's name at the computer */
  int year;          /* those who turned 21 in it, or before */
  guint n_youths;
  const TjPurgeSheetCount *counts;
  guint n_counts;
  TjDate
      backups_until; /* when the last backup that holds them has aged out; TJ_DATE_NONE: unknown */
} TjPurgeSheet;

GBytes *tj_purge_sheet_draw (const TjPurgeSheet *purge, const TjSheetHead *head, GError **error);

G_END_DECLS

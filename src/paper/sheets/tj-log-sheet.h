#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* The kinds that the days are counted by. */
typedef enum
{
  TJ_LOG_SHEET_OPENED,
  TJ_LOG_SHEET_FAILED, /* failed openings */
  TJ_LOG_SHEET_READ,
  TJ_LOG_SHEET_LISTED,
  TJ_LOG_SHEET_PRINTED, /* printed and exported */
  TJ_LOG_SHEET_CHANGED,
  TJ_LOG_SHEET_UNLOCKED, /* protected persons */
  TJ_LOG_SHEET_N_KINDS,
} TjLogSheetKind;

typedef struct
{
  TjDate date;
  guint counts[TJ_LOG_SHEET_N_KINDS];
} TjLogSheetDay;

typedef struct
{
  const char *label;
  guint count;
} TjLogSheetCount;

/* An unlocking of a protected person; no name. */
typedef struct
{
  TjDate date;
  const char *time; /* hours and minutes */
  const char *actor;
  const char *reference; /* the case number */
  const char *reason;
} TjLogSheetUnlock;

/* A month of the log. Borrowed for the call. */
typedef struct
{
  const char *month; /* "2026-10" */
  const TjLogSheetDay *days;
  guint n_days;
  const TjLogSheetCount *actions;
  guint n_actions;
  const TjLogSheetCount *actors;
  guint n_actors;
  const TjLogSheetUnlock *unlocks;
  guint n_unlocks;
  gboolean is_intact; /* the log's chain was verified */
} TjLogSheet;

GBytes *tj_log_sheet_draw (const TjLogSheet *log, const TjSheetHead *head, GError **error);

G_END_DECLS

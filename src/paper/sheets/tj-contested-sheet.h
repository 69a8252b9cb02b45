#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

/* A line of an organiser's invoice that is contested. Strings are borrowed; of a protected pupil
 * name and number are left out, so that the line is known by its invoice. */
typedef struct
{
  const char *name;
  const char *personal_number;
  const char *school;
  const char *programme;
  const char *invoice_number;
  const char *evidence;
  gint64 amount_ore;
} TjContestedRow;

typedef struct
{
  const char *organiser;
  const char *month; /* in words */
  const char *contact;
  const TjContestedRow *rows;
  guint n_rows;
} TjContestedSheet;

GBytes *
tj_contested_sheet_draw (const TjContestedSheet *self, const TjSheetHead *head, GError **error);

G_END_DECLS

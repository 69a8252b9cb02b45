#pragma once

#include "tj-letterhead.h"
#include "tj-paper.h"

G_BEGIN_DECLS

/* What every letter of a batch has around its text. Borrowed. */
typedef struct
{
  TjPaper *paper;
  const TjLetterhead *letterhead;
} TjLetterSheet;

/* The text's measures on the sheet, in points. */
#define TJ_SHEET_WIDTH TJ_MM (210)
#define TJ_SHEET_HEIGHT TJ_MM (297)
#define TJ_SHEET_LEFT TJ_MM (25)
#define TJ_SHEET_TEXT_WIDTH TJ_MM (148)
#define TJ_SHEET_TEXT_TOP TJ_MM (88)
#define TJ_SHEET_NEXT_TOP TJ_MM (25)
#define TJ_SHEET_TEXT_BOTTOM TJ_MM (269)

/* What stands beside the window: each label above its value; NULL leaves it out. */
typedef struct
{
  const char *label;
  const char *value;
  gboolean personal;
} TjLetterNotice;

void
tj_letter_sheet_begin (const TjLetterSheet *self, const TjLetterNotice *notices, guint n_notices);
void tj_letter_sheet_begin_next (const TjLetterSheet *self, guint number);
void tj_letter_sheet_address (const TjLetterSheet *self, const char *const *lines);

G_END_DECLS

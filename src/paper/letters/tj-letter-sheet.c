/* The sheet that a letter is written on: letterhead, date and reference, address, fold marks,
 * footer and, in a demo register, its mark. Nothing but the address enters the window's area
 * (x 90–214, y 30–79 mm). What repeats the sender on every sheet is an artifact. */

#include "config.h"

#include "tj-letter-sheet.h"

#include "tj-address-block.h"

#define FAMILY "Noto Sans"
#define DEEP                                                                                       \
  {                                                                                                \
    0.09, 0.25, 0.38                                                                               \
  }
#define GREY                                                                                       \
  {                                                                                                \
    0.36, 0.38, 0.41                                                                               \
  }
#define PALE                                                                                       \
  {                                                                                                \
    0.93, 0.93, 0.94                                                                               \
  }
#define RED                                                                                        \
  {                                                                                                \
    0.70, 0.11, 0.11                                                                               \
  }
#define BLACK                                                                                      \
  {                                                                                                \
    0, 0, 0                                                                                        \
  }

#define HAIRLINE 0.5
#define HEAD_TOP TJ_MM (15)
#define HEAD_WIDTH TJ_MM (140)
#define HEAD_HEIGHT TJ_MM (14)
#define FOOTER_TOP TJ_MM (276)
#define FOOTER_COLUMNS 4
#define FOOTER_WIDTH TJ_MM (160)
#define FOOTER_GAP TJ_MM (4)
#define NOTICE_TOP TJ_MM (46)
#define NOTICE_STEP TJ_MM (10.5)
#define NOTICE_WIDTH TJ_MM (60)

static const TjColour deep = DEEP;
static const TjColour grey = GREY;
static const TjTextStyle label_style = { FAMILY, FALSE, 8, 10, GREY };
static const TjTextStyle value_style = { FAMILY, FALSE, 10, 13, BLACK };
static const TjTextStyle footer_style = { FAMILY, FALSE, 7.5, 10, GREY };
static const TjTextStyle footer_head_style = { FAMILY, TRUE, 7.5, 10, DEEP };
static const TjTextStyle demo_style = { FAMILY, TRUE, 10, 12, RED };
static const TjTextStyle watermark_style = { FAMILY, TRUE, 150, 170, PALE };

/* Sizes for the sender's name and unit, from large to small. */
static const struct
{
  TjTextStyle municipality;
  TjTextStyle unit;
} head_styles[] = {
  { { FAMILY, TRUE, 17, 20, DEEP }, { FAMILY, FALSE, 10, 13, GREY } },
  { { FAMILY, TRUE, 13, 16, DEEP }, { FAMILY, FALSE, 9, 11.5, GREY } },
  { { FAMILY, TRUE, 10, 12.5, DEEP }, { FAMILY, FALSE, 8, 10, GREY } },
  { { FAMILY, TRUE, 7, 9, DEEP }, { FAMILY, FALSE, 6, 7.5, GREY } },
};

static const TjSetText *
set (const TjLetterSheet *self, const TjTextStyle *style, double width, const char *text)
{
  return tj_typesetter_set (tj_paper_get_typesetter (self->paper), style, width, text);
}

static void
draw_fold_mark (const TjLetterSheet *self, double y)
{
  tj_paper_line (self->paper, TJ_MM (5), TJ_MM (y), TJ_MM (10), TJ_MM (y), HAIRLINE, grey);
}

static void
draw_fold_marks (const TjLetterSheet *self)
{
  tj_paper_begin_artifact (self->paper, "/Type/Layout");
  if (self->letterhead->fold == TJ_FOLD_E65)
    {
      draw_fold_mark (self, 99);
      draw_fold_mark (self, 198);
    }
  else
    draw_fold_mark (self, 148.5);
  tj_paper_end_content (self->paper);
}

static void
draw_demo_mark (const TjLetterSheet *self)
{
  const char *mark = "DEMO";

  if (!self->letterhead->demo)
    return;
  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Watermark");
  tj_paper_rotated_text (self->paper, set (self, &watermark_style, 0, mark), TJ_MM (28),
                         TJ_MM (222), 40);
  tj_paper_text (self->paper, set (self, &demo_style, 0, mark), TJ_MM (173), TJ_MM (15));
  tj_paper_end_content (self->paper);
}

static char *
join (const char *separator, const char *one, const char *other)
{
  return g_strconcat (one, one[0] != '\0' && other[0] != '\0' ? separator : "", other, NULL);
}

/* The columns that hold something, side by side with equal gaps; where they are too wide for one
 * row, each wraps within its share. */
static void
draw_footer_columns (const TjLetterSheet *self, const char *const *columns, double y)
{
  const TjSetText *texts[FOOTER_COLUMNS];
  double width = 0;
  double x = TJ_SHEET_LEFT;
  guint n = 0;

  for (guint i = 0; i < FOOTER_COLUMNS; i++)
    if (columns[i][0] != '\0')
      {
        texts[n] = set (self, &footer_style, 0, columns[i]);
        width += texts[n++]->width;
      }
  if (n > 0 && width + (n - 1) * FOOTER_GAP > FOOTER_WIDTH)
    {
      double share = (FOOTER_WIDTH - (n - 1) * FOOTER_GAP) / n;

      n = 0;
      for (guint i = 0; i < FOOTER_COLUMNS; i++)
        if (columns[i][0] != '\0')
          texts[n++] = set (self, &footer_style, share, columns[i]);
      width = share * n;
    }
  for (guint i = 0; i < n; i++)
    {
      tj_paper_text (self->paper, texts[i], x, y);
      x += texts[i]->width + (n > 1 ? (FOOTER_WIDTH - width) / (n - 1) : 0);
    }
}

static void
draw_footer (const TjLetterSheet *self)
{
  const TjLetterhead *head = self->letterhead;
  g_autofree char *reach = join ("\n", head->phone, head->email);
  const char *const columns[FOOTER_COLUMNS]
      = { head->postal_address, head->visiting_address, reach, head->web };

  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Footer");
  tj_paper_line (self->paper, TJ_SHEET_LEFT, FOOTER_TOP, TJ_SHEET_LEFT + FOOTER_WIDTH, FOOTER_TOP,
                 HAIRLINE, deep);
  if (head->municipality[0] != '\0')
    tj_paper_text (self->paper, set (self, &footer_head_style, 0, head->municipality),
                   TJ_SHEET_LEFT, FOOTER_TOP + 4);
  draw_footer_columns (self, columns, FOOTER_TOP + 15);
  tj_paper_end_content (self->paper);
}

static void
draw_furniture (const TjLetterSheet *self)
{
  draw_demo_mark (self);
  draw_fold_marks (self);
  draw_footer (self);
}

/* Text that another text of the same element follows: the space parts them when read aloud. */
static const TjSetText *
set_before (const TjLetterSheet *self, const TjTextStyle *style, double width, const char *text)
{
  g_autofree char *spaced = g_strconcat (text, " ", NULL);

  return set (self, style, width, spaced);
}

/* The largest of the letterhead's sizes at which the sender's name and unit end above the window,
 * as the municipality's name is long in places. */
static guint
choose_head (const TjLetterSheet *self, const char *municipality, const char *unit)
{
  guint i;

  for (i = 0; i + 1 < G_N_ELEMENTS (head_styles); i++)
    {
      double height = 0;

      if (municipality[0] != '\0')
        height += set (self, &head_styles[i].municipality, HEAD_WIDTH, municipality)->height;
      if (unit[0] != '\0')
        height += set (self, &head_styles[i].unit, HEAD_WIDTH, unit)->height;
      if (height <= HEAD_HEIGHT)
        break;
    }
  return i;
}

static void
draw_letterhead (const TjLetterSheet *self)
{
  const TjLetterhead *head = self->letterhead;
  guint size = choose_head (self, head->municipality, head->unit);
  double y = HEAD_TOP;

  if (head->municipality[0] == '\0' && head->unit[0] == '\0')
    return;
  tj_paper_open (self->paper, "P", NULL);
  tj_paper_begin_content (self->paper, "P");
  if (head->municipality[0] != '\0')
    {
      const TjSetText *text
          = set_before (self, &head_styles[size].municipality, HEAD_WIDTH, head->municipality);

      tj_paper_text (self->paper, text, TJ_SHEET_LEFT, y);
      y += text->height;
    }
  if (head->unit[0] != '\0')
    tj_paper_text (self->paper, set (self, &head_styles[size].unit, HEAD_WIDTH, head->unit),
                   TJ_SHEET_LEFT, y);
  tj_paper_end_content (self->paper);
  tj_paper_close (self->paper);
}

static void
draw_notice (const TjLetterSheet *self, const TjLetterNotice *notice, double y)
{
  TjTypesetter *typesetter = tj_paper_get_typesetter (self->paper);

  tj_paper_open (self->paper, "P", NULL);
  tj_paper_begin_content (self->paper, "P");
  tj_paper_text (self->paper, set_before (self, &label_style, NOTICE_WIDTH, notice->label),
                 TJ_SHEET_LEFT, y);
  tj_paper_text (self->paper,
                 notice->personal ? tj_typesetter_set_once (typesetter, &value_style, NOTICE_WIDTH,
                                                            notice->value)
                                  : set (self, &value_style, NOTICE_WIDTH, notice->value),
                 TJ_SHEET_LEFT, y + label_style.leading);
  tj_paper_end_content (self->paper);
  tj_paper_close (self->paper);
}

static void
draw_notices (const TjLetterSheet *self,
              const TjLetterNotice *notices,
              guint n_notices,
              gboolean personal)
{
  double y = NOTICE_TOP;

  for (guint i = 0; i < n_notices; i++)
    {
      if (notices[i].value == NULL || notices[i].value[0] == '\0')
        continue;
      if (notices[i].personal == personal)
        draw_notice (self, &notices[i], y);
      y += NOTICE_STEP;
    }
}

/* Begins the first page of a letter; @notices stand to the left of the window. */
void
tj_letter_sheet_begin (const TjLetterSheet *self, const TjLetterNotice *notices, guint n_notices)
{
  tj_paper_begin_page (self->paper, TJ_SHEET_WIDTH, TJ_SHEET_HEIGHT);
  tj_paper_begin_shared (self->paper);
  draw_furniture (self);
  draw_letterhead (self);
  draw_notices (self, notices, n_notices, FALSE);
  tj_paper_end_shared (self->paper);
  draw_notices (self, notices, n_notices, TRUE);
}

/* Begins page @number of a letter longer than one page. */
void
tj_letter_sheet_begin_next (const TjLetterSheet *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  tj_paper_begin_page (self->paper, TJ_SHEET_WIDTH, TJ_SHEET_HEIGHT);
  tj_paper_begin_shared (self->paper);
  draw_furniture (self);
  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Header");
  tj_paper_text (self->paper, set (self, &label_style, 0, text), TJ_MM (183), TJ_MM (15));
  tj_paper_end_content (self->paper);
  tj_paper_end_shared (self->paper);
}

/* Puts @lines into the window. */
void
tj_letter_sheet_address (const TjLetterSheet *self, const char *const *lines)
{
  const TjLetterhead *head = self->letterhead;

  if (lines[0] == NULL)
    return;
  tj_paper_open (self->paper, "P", NULL);
  tj_paper_begin_content (self->paper, "P");
  tj_paper_text (
      self->paper,
      tj_address_block_set (tj_paper_get_typesetter (self->paper), lines, head->address_dx),
      TJ_MM (TJ_ADDRESS_LEFT + head->address_dx), TJ_MM (TJ_ADDRESS_TOP + head->address_dy));
  tj_paper_end_content (self->paper);
  tj_paper_close (self->paper);
}

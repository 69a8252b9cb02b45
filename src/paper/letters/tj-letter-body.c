/* A letter's text on its sheet: headings, paragraphs, points, the contact panel and the small
 * print, one below the other, and over to a next page where one is full. Paragraphs that every
 * letter has are drawn as shared parts of the page. */

#include "config.h"

#include "tj-letter-body.h"

#define FAMILY "Noto Sans"
#define INK                                                                                        \
  {                                                                                                \
    0.10, 0.11, 0.12                                                                               \
  }
#define DEEP                                                                                       \
  {                                                                                                \
    0.09, 0.25, 0.38                                                                               \
  }
#define GREY                                                                                       \
  {                                                                                                \
    0.30, 0.32, 0.35                                                                               \
  }

#define POINT_INDENT TJ_MM (5)
#define PANEL_INDENT TJ_MM (4)
#define PANEL_BAR TJ_MM (0.9)
#define HAIRLINE 0.5

static const TjColour deep = DEEP;
static const TjTextStyle panel_head_style = { FAMILY, TRUE, 10.5, 15, INK };

/* How a kind of block looks, and the space around it in points. */
typedef struct
{
  const char *type;
  TjTextStyle style;
  double indent;
  double above;
  double below;
} Look;

static const Look looks[] = {
  [TJ_LETTER_BLOCK_HEADING] = { "H1", { FAMILY, TRUE, 15, 20, DEEP }, 0, 0, 8 },
  [TJ_LETTER_BLOCK_SUBHEADING] = { "H2", { FAMILY, TRUE, 10.5, 15, DEEP }, 0, 5, 2 },
  [TJ_LETTER_BLOCK_PARAGRAPH] = { "P", { FAMILY, FALSE, 10.5, 15, INK }, 0, 0, 7 },
  [TJ_LETTER_BLOCK_ITEM] = { "LBody", { FAMILY, FALSE, 10.5, 15, INK }, POINT_INDENT, 0, 2 },
  [TJ_LETTER_BLOCK_LINES] = { "P", { FAMILY, FALSE, 10.5, 15, INK }, PANEL_INDENT, 2, 9 },
  [TJ_LETTER_BLOCK_NOTE] = { "P", { FAMILY, FALSE, 8, 11, GREY }, 0, 2, 2 },
};

/* A heading does not end a page: this much of what follows stands with it. */
#define HEADING_COMPANY 36

/* The space between a list's last point and what follows. */
#define LIST_BELOW 5

/* Where the drawing is. */
typedef struct
{
  const TjLetterSheet *sheet;
  TjPaper *paper;
  TjTypesetter *typesetter;
  double y;
  guint page;
  gboolean in_list;
  gboolean in_notes;
  gboolean is_shared;
} Body;

static void
set_shared (Body *body, gboolean shared)
{
  if (shared && !body->is_shared)
    tj_paper_begin_shared (body->paper);
  else if (!shared && body->is_shared)
    tj_paper_end_shared (body->paper);
  body->is_shared = shared;
}

static const TjSetText *
set_text (Body *body,
          const TjLetterBlock *block,
          const TjTextStyle *style,
          double indent,
          const char *text)
{
  double width = TJ_SHEET_TEXT_WIDTH - indent;

  return block->personal ? tj_typesetter_set_once (body->typesetter, style, width, text)
                         : tj_typesetter_set (body->typesetter, style, width, text);
}

static void
make_room (Body *body, double height)
{
  gboolean shared = body->is_shared;

  if (body->y + height <= TJ_SHEET_TEXT_BOTTOM)
    return;
  set_shared (body, FALSE);
  tj_paper_end_page (body->paper);
  tj_letter_sheet_begin_next (body->sheet, ++body->page);
  body->y = TJ_SHEET_NEXT_TOP;
  set_shared (body, shared);
}

static void
draw_text (Body *body, const char *type, const TjSetText *text, double x)
{
  tj_paper_open (body->paper, type, NULL);
  tj_paper_begin_content (body->paper, type);
  tj_paper_text (body->paper, text, x, body->y);
  tj_paper_end_content (body->paper);
  tj_paper_close (body->paper);
}

static void
draw_plain (Body *body, const TjLetterBlock *block, const Look *look)
{
  const TjSetText *text = set_text (body, block, &look->style, 0, block->text);
  gboolean leads
      = block->kind == TJ_LETTER_BLOCK_HEADING || block->kind == TJ_LETTER_BLOCK_SUBHEADING;

  make_room (body, text->height + (leads ? HEADING_COMPANY : 0));
  draw_text (body, look->type, text, TJ_SHEET_LEFT);
  body->y += text->height;
}

static void
draw_item (Body *body, const TjLetterBlock *block, const Look *look)
{
  const TjSetText *bullet = tj_typesetter_set (body->typesetter, &look->style, 0, "•");
  const TjSetText *text = set_text (body, block, &look->style, look->indent, block->text);

  make_room (body, text->height);
  tj_paper_open (body->paper, "LI", NULL);
  draw_text (body, "Lbl", bullet, TJ_SHEET_LEFT + TJ_MM (1));
  draw_text (body, look->type, text, TJ_SHEET_LEFT + look->indent);
  tj_paper_close (body->paper);
  body->y += text->height;
}

static void
draw_panel_bar (Body *body, double height)
{
  tj_paper_begin_artifact (body->paper, "/Type/Layout");
  tj_paper_area (body->paper, TJ_SHEET_LEFT, body->y, PANEL_BAR, height, deep);
  tj_paper_end_content (body->paper);
}

/* The contact panel: its first line stands out. */
static void
draw_panel (Body *body, const TjLetterBlock *block, const Look *look)
{
  const char *rest = strchr (block->text, '\n');
  g_autofree char *head = rest != NULL ? g_strndup (block->text, (gsize)(rest - block->text))
                                       : g_strdup (block->text);
  double x = TJ_SHEET_LEFT + look->indent;
  const TjSetText *text = set_text (body, block, &panel_head_style, look->indent, head);
  guint n_lines = text->n_lines;

  for (const char *p = rest; p != NULL; p = strchr (p + 1, '\n'))
    n_lines++;
  make_room (body, n_lines * look->style.leading);
  draw_panel_bar (body, n_lines * look->style.leading);
  draw_text (body, look->type, text, x);
  body->y += text->height;
  if (rest == NULL)
    return;
  text = set_text (body, block, &look->style, look->indent, rest + 1);
  draw_text (body, look->type, text, x);
  body->y += text->height;
}

static void
draw_notes_rule (Body *body)
{
  make_room (body, TJ_MM (20));
  tj_paper_begin_artifact (body->paper, "/Type/Layout");
  tj_paper_line (body->paper, TJ_SHEET_LEFT, body->y, TJ_SHEET_LEFT + TJ_MM (25), body->y, HAIRLINE,
                 deep);
  tj_paper_end_content (body->paper);
  body->y += 3;
}

static void
follow_list (Body *body, gboolean is_item)
{
  if (is_item && !body->in_list)
    tj_paper_open (body->paper, "L", "/A<</O/List/ListNumbering/Disc>>");
  else if (!is_item && body->in_list)
    {
      tj_paper_close (body->paper);
      body->y += LIST_BELOW;
    }
  body->in_list = is_item;
}

static void
draw_block (Body *body, const TjLetterBlock *block)
{
  const Look *look = &looks[block->kind];

  follow_list (body, block->kind == TJ_LETTER_BLOCK_ITEM);
  set_shared (body, !block->personal);
  body->y += look->above;
  if (block->kind == TJ_LETTER_BLOCK_NOTE && !body->in_notes)
    draw_notes_rule (body);
  body->in_notes = block->kind == TJ_LETTER_BLOCK_NOTE;
  if (block->kind == TJ_LETTER_BLOCK_ITEM)
    draw_item (body, block, look);
  else if (block->kind == TJ_LETTER_BLOCK_LINES)
    draw_panel (body, block, look);
  else
    draw_plain (body, block, look);
  body->y += look->below;
}

/**
 * tj_letter_body_draw:
 * @sheet: the sheet whose first page has begun
 * @blocks: (element-type TjLetterBlock): the filled-in letter
 *
 * Draws the whole text; the page that is open at the end is the letter's last.
 */
void
tj_letter_body_draw (const TjLetterSheet *sheet, const GArray *blocks)
{
  Body body = { .sheet = sheet,
                .paper = sheet->paper,
                .typesetter = tj_paper_get_typesetter (sheet->paper),
                .y = TJ_SHEET_TEXT_TOP,
                .page = 1 };

  for (guint i = 0; i < blocks->len; i++)
    draw_block (&body, &g_array_index (blocks, TjLetterBlock, i));
  follow_list (&body, FALSE);
  set_shared (&body, FALSE);
}

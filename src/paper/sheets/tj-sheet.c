/* A sheet's pages and its text. The first page names sender, date and title as content; further
 * pages repeat title and date, and every page its number and how it is to be kept, as artifacts.
 * The number of pages is not known before the end, so each page keeps a place for it. */

#include "config.h"

#include "tj-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAGE_SHORT TJ_MM (210)
#define PAGE_LONG TJ_MM (297)
#define HEAD_TOP TJ_MM (12)
#define MARK_TOP TJ_MM (6)
#define FIRST_TOP TJ_MM (24)
#define NEXT_TOP TJ_MM (22)
#define FOOT_HEIGHT TJ_MM (17)
#define HAIRLINE 0.5
#define ANGLE (40 * G_PI / 180)

/* A heading does not end a page: this much of what follows stands with it. */
#define HEADING_COMPANY TJ_MM (22)

/* Fewer lines than this of a long text do not stand alone at a page's end. */
#define LEAST_LINES 2

static const TjColour deep = TJ_SHEET_DEEP;
static const TjTextStyle sender_style = { TJ_SHEET_FAMILY, FALSE, 9, 12, TJ_SHEET_GREY };
static const TjTextStyle furniture_style = { TJ_SHEET_FAMILY, FALSE, 7.5, 10, TJ_SHEET_GREY };
static const TjTextStyle demo_style = { TJ_SHEET_FAMILY, TRUE, 9, 12, { 0.70, 0.11, 0.11 } };
static const TjTextStyle watermark_style
    = { TJ_SHEET_FAMILY, TRUE, 150, 170, { 0.95, 0.95, 0.96 } };
static const TjTextStyle draft_style = { TJ_SHEET_FAMILY, TRUE, 120, 140, { 0.95, 0.95, 0.96 } };

static const TjSetText *
set (TjSheet *self, const TjTextStyle *style, const char *text)
{
  return tj_typesetter_set (self->typesetter, style, 0, text);
}

static void
draw_right (TjSheet *self, const TjTextStyle *style, const char *text, double y)
{
  const TjSetText *line = set (self, style, text);

  tj_paper_text (self->paper, line, self->left + self->width - line->width, y);
}

/* Across the page, its middle at @height of it. */
static void
draw_across (TjSheet *self, const TjTextStyle *style, const char *word, double height)
{
  const TjSetText *text = set (self, style, word);
  double half = text->width / 2;

  tj_paper_rotated_text (
      self->paper, text, self->page_width / 2 - half * cos (ANGLE) - text->height / 2 * sin (ANGLE),
      self->page_height * height + half * sin (ANGLE) - text->height / 2 * cos (ANGLE),
      ANGLE * 180 / G_PI);
}

/* What the page must not be taken for the opposite of: a demo, a draft, or both. */
static void
draw_marks (TjSheet *self)
{
  g_autofree char *words
      = g_strconcat (self->demo ? "DEMO" : "", self->demo && self->draft ? "  ·  " : "",
                     /* Translators: stands across each page of a report that is not approved. */
                     self->draft ? _ ("DRAFT") : "", NULL);
  const TjSetText *mark = set (self, &demo_style, words);

  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Watermark");
  if (self->demo)
    draw_across (self, &watermark_style, "DEMO", self->draft ? 0.3 : 0.5);
  if (self->draft)
    draw_across (self, &draft_style, _ ("DRAFT"), self->demo ? 0.7 : 0.5);
  tj_paper_text (self->paper, mark, (self->page_width - mark->width) / 2, MARK_TOP);
  tj_paper_end_content (self->paper);
}

static void
draw_foot (TjSheet *self)
{
  double y = self->bottom + TJ_MM (4);

  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Footer");
  tj_paper_line (self->paper, self->left, y, self->left + self->width, y, HAIRLINE, deep);
  if (self->handling[0] != '\0')
    tj_paper_text (self->paper,
                   tj_typesetter_set (self->typesetter, &furniture_style, self->width - TJ_MM (35),
                                      self->handling),
                   self->left, y + 3);
  tj_paper_end_content (self->paper);
}

static void
draw_next_head (TjSheet *self)
{
  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Header");
  tj_paper_text (self->paper, set (self, &furniture_style, self->title), self->left, HEAD_TOP);
  draw_right (self, &furniture_style, self->date, HEAD_TOP);
  tj_paper_end_content (self->paper);
}

static void
begin_page (TjSheet *self)
{
  gboolean first = self->page_numbers->len == 0;
  gboolean is_cover = first && self->has_cover;
  guint place;

  tj_paper_begin_page (self->paper, self->page_width, self->page_height);
  tj_paper_begin_shared (self->paper);
  if (self->demo || self->draft)
    draw_marks (self);
  if (!is_cover)
    draw_foot (self);
  if (!first)
    draw_next_head (self);
  tj_paper_end_shared (self->paper);
  place = is_cover ? 0 : tj_paper_reserve (self->paper);
  g_array_append_val (self->page_numbers, place);
  self->top = self->y = first ? FIRST_TOP : NEXT_TOP;
}

/* Ends the page and begins the next; elements may stay open. */
void
tj_sheet_next_page (TjSheet *self)
{
  tj_paper_end_page (self->paper);
  begin_page (self);
}

/* Returns: whether nothing stands on the page's body yet */
gboolean
tj_sheet_is_at_top (const TjSheet *self)
{
  return self->y <= self->top;
}

/* Returns: the height of a further page's body, in points */
double
tj_sheet_get_full_height (const TjSheet *self)
{
  return self->bottom - NEXT_TOP;
}

/* Goes to a next page if @height points are not left on this one; a page that is still empty has
 * all the room there is. */
void
tj_sheet_make_room (TjSheet *self, double height)
{
  if (self->y + height > self->bottom && !tj_sheet_is_at_top (self))
    tj_sheet_next_page (self);
}

/* Draws @text at the current height as a content of the innermost element, of @type. */
void
tj_sheet_draw_content (TjSheet *self, const char *type, const TjSetText *text, double x)
{
  tj_paper_begin_content (self->paper, type);
  tj_paper_text (self->paper, text, x, self->y);
  tj_paper_end_content (self->paper);
}

/* Draws @text as one element of @type, over as many pages as it takes. */
void
tj_sheet_flow (TjSheet *self,
               const char *type,
               const TjTextStyle *style,
               double indent,
               const char *text)
{
  double width = self->width - indent;

  tj_paper_open (self->paper, type, NULL);
  for (;;)
    {
      const TjSetText *lines = tj_typesetter_set_once (self->typesetter, style, width, text);
      int room = (int)MAX ((self->bottom - self->y) / style->leading, 0);
      g_autofree char *piece = NULL;
      gsize length;

      if (lines->n_lines > (guint)room && room < LEAST_LINES)
        {
          tj_sheet_next_page (self);
          continue;
        }
      if (lines->n_lines <= (guint)room)
        {
          tj_sheet_draw_content (self, type, lines, self->left + indent);
          self->y += lines->height;
          break;
        }
      if (lines->n_lines == (guint)room + 1 && room > LEAST_LINES)
        room--; /* nor does a last line begin a page alone */
      length = tj_typesetter_fit (self->typesetter, style, width, text, (guint)room);
      piece = g_strndup (text, length);
      lines = tj_typesetter_set_once (self->typesetter, style, width, piece);
      tj_sheet_draw_content (self, type, lines, self->left + indent);
      text += length;
      tj_sheet_next_page (self);
    }
  tj_paper_close (self->paper);
}

static void
draw_title (TjSheet *self, const TjSheetHead *head)
{
  g_autofree char *line = g_strconcat (
      head->sender != NULL && head->sender[0] != '\0' ? head->sender : "",
      head->sender != NULL && head->sender[0] != '\0' ? "  ·  " : "", self->date, NULL);

  self->y = HEAD_TOP;
  tj_paper_open (self->paper, "P", NULL);
  tj_sheet_draw_content (self, "P", set (self, &sender_style, line), self->left);
  tj_paper_close (self->paper);
  self->y = FIRST_TOP - TJ_MM (5);
  tj_sheet_flow (self, "H1", &self->look->title, 0, self->title);
  self->y += 6;
}

static void
draw_page_number (TjSheet *self, guint page)
{
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->page_numbers->len);

  tj_paper_begin_reserved (self->paper, g_array_index (self->page_numbers, guint, page));
  tj_paper_begin_artifact (self->paper, "/Type/Pagination/Subtype/Footer");
  draw_right (self, &furniture_style, text, self->bottom + TJ_MM (4) + 3);
  tj_paper_end_content (self->paper);
  tj_paper_end_reserved (self->paper);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * tj_sheet_new:
 * @head: what stands around the contents; copied
 *
 * Returns: (transfer full): a sheet whose first page has begun
 */
TjSheet *
tj_sheet_new (const TjSheetHead *head)
{
  TjSheet *self = g_new0 (TjSheet, 1);

  g_return_val_if_fail (head->title != NULL && head->title[0] != '\0', NULL);

  /* Translators: the language that the sheets' texts are in, as a tag. */
  self->paper = tj_paper_new (C_ ("language of sheets", "en"), head->created);
  self->typesetter = tj_paper_get_typesetter (self->paper);
  self->title = g_strdup (head->title);
  self->handling = dup_text (head->handling);
  self->date = head->date != TJ_DATE_NONE ? tj_date_format (head->date) : g_strdup ("");
  self->demo = head->demo;
  self->draft = head->draft;
  self->look = tj_sheet_look_get (head->kind);
  self->has_cover = head->kind == TJ_SHEET_REPORT;
  self->page_width = head->landscape ? PAGE_LONG : PAGE_SHORT;
  self->page_height = head->landscape ? PAGE_SHORT : PAGE_LONG;
  self->left = self->look->margin;
  self->width = self->page_width - 2 * self->look->margin;
  self->bottom = self->page_height - FOOT_HEIGHT;
  self->page_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  begin_page (self);
  if (!self->has_cover)
    draw_title (self, head);
  return self;
}

/* Frees the sheet, finished or not. */
void
tj_sheet_free (TjSheet *self)
{
  tj_paper_free (self->paper);
  g_free (self->title);
  g_free (self->handling);
  g_free (self->date);
  g_array_unref (self->page_numbers);
  g_free (self);
}

/* Draws a heading below the title, bookmarked: @level 2 or 3. */
void
tj_sheet_heading (TjSheet *self, guint level, const char *text)
{
  const TjTextStyle *style = &self->look->headings[level == 2 ? 0 : 1];

  g_return_if_fail (level == 2 || level == 3);

  self->y += tj_sheet_is_at_top (self) ? 0 : self->look->before_heading[level == 2 ? 0 : 1];
  tj_sheet_make_room (self, style->leading + HEADING_COMPANY);
  tj_paper_bookmark_at (self->paper, text, level - 2, MAX (self->y - 4, 0));
  tj_sheet_flow (self, level == 2 ? "H2" : "H3", style, 0, text);
  self->y += self->look->after_heading;
}

/* Draws a paragraph. Line breaks in @text are kept. */
void
tj_sheet_paragraph (TjSheet *self, const char *text)
{
  tj_sheet_flow (self, "P", &self->look->text, 0, text);
  self->y += self->look->after_text;
}

/* Draws a paragraph of small print. */
void
tj_sheet_note (TjSheet *self, const char *text)
{
  tj_sheet_flow (self, "P", &self->look->note, 0, text);
  self->y += 4;
}

/* Draws a list with a point before each of @points, which NULL ends. */
void
tj_sheet_points (TjSheet *self, const char *const *points)
{
  if (points[0] == NULL)
    return;
  tj_paper_open (self->paper, "L", "/A<</O/List/ListNumbering/Disc>>");
  for (guint i = 0; points[i] != NULL; i++)
    {
      tj_sheet_make_room (self, self->look->text.leading * LEAST_LINES);
      tj_paper_open (self->paper, "LI", NULL);
      tj_paper_open (self->paper, "Lbl", NULL);
      tj_sheet_draw_content (self, "Lbl", set (self, &self->look->text, "•"),
                             self->left + TJ_MM (1));
      tj_paper_close (self->paper);
      tj_sheet_flow (self, "LBody", &self->look->text, TJ_MM (5), points[i]);
      tj_paper_close (self->paper);
      self->y += 2;
    }
  tj_paper_close (self->paper);
  self->y += 3;
}

/* Leaves @mm millimetres empty, unless the page ends before. */
void
tj_sheet_gap (TjSheet *self, double mm)
{
  if (!tj_sheet_is_at_top (self))
    self->y += TJ_MM (mm);
}

/**
 * tj_sheet_finish:
 * @error: %TJ_PAPER_ERROR_RENDER if a font could not be embedded
 *
 * Returns: (transfer full) (nullable): the sheet as PDF/A-2a and PDF/UA-1; @self can only be freed
 *   afterwards
 */
GBytes *
tj_sheet_finish (TjSheet *self, GError **error)
{
  tj_paper_end_page (self->paper);
  for (guint i = self->has_cover ? 1 : 0; i < self->page_numbers->len; i++)
    draw_page_number (self, i);
  return tj_paper_finish (self->paper, self->title, error);
}

/* The page by which an office finds out where its printer and its envelopes put an address: an
 * address where letters have it, the window's edges drawn around it, and rulers in millimetres. */

#include "config.h"

#include "tj-letter-pdf.h"

#include "tj-address-block.h"
#include "tj-letter-body.h"

#define RULER_STEP 5
#define HAIRLINE 0.4
#define DASH 3

static const TjColour blue = { 0.09, 0.35, 0.60 };
static const TjTextStyle mark_style = { "Noto Sans", FALSE, 6, 8, { 0.09, 0.35, 0.60 } };
static const char *const sample[]
    = { "Provkommunens ungdom", "c/o Fönster", "Provgatan 10 lgh 1101", "123 45 PROVORT", NULL };

static void
draw_window (TjPaper *paper, double left, double top, double right, double bottom, double dash)
{
  tj_paper_frame (paper, TJ_MM (left), TJ_MM (top), TJ_MM (right - left), TJ_MM (bottom - top),
                  HAIRLINE, dash, blue);
}

static void
draw_mark (TjPaper *paper, int millimetres, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%d", millimetres);

  tj_paper_text (paper, tj_typesetter_set (tj_paper_get_typesetter (paper), &mark_style, 0, text),
                 x, y);
}

/* A ruler from the address's corner: a tick a millimetre, every fifth longer and with its number. */
static void
draw_ruler (TjPaper *paper, gboolean down, double left, double top, int length)
{
  for (int i = 0; i <= length; i++)
    {
      double tick = TJ_MM (i % RULER_STEP == 0 ? 2.5 : 1.2);
      double x = TJ_MM (left + (down ? 0 : i));
      double y = TJ_MM (top + (down ? i : 0));

      tj_paper_line (paper, x, y, x - (down ? tick : 0), y - (down ? 0 : tick), HAIRLINE, blue);
      if (i % RULER_STEP == 0)
        draw_mark (paper, i, x - (down ? TJ_MM (6) : 3), y - (down ? 4 : TJ_MM (5)));
    }
}

static void
draw_measures (TjPaper *paper)
{
  tj_paper_begin_artifact (paper, "/Type/Layout");
  draw_window (paper, TJ_WINDOW_LEFT, TJ_WINDOW_TOP, 208, TJ_WINDOW_BOTTOM, DASH);
  draw_window (paper, TJ_WINDOW_SURE_LEFT, TJ_WINDOW_SURE_TOP, TJ_WINDOW_SURE_RIGHT,
               TJ_WINDOW_SURE_BOTTOM, 0);
  draw_ruler (paper, FALSE, TJ_WINDOW_SURE_LEFT, TJ_WINDOW_SURE_TOP, 85);
  draw_ruler (paper, TRUE, TJ_WINDOW_SURE_LEFT, TJ_WINDOW_SURE_TOP, 20);
  tj_paper_end_content (paper);
}

static void
draw_page (TjPaper *paper, const TjLetterhead *letterhead, const TjLetterTemplate *letter)
{
  const TjLetterSheet sheet = { paper, letterhead };
  const TjLetterFields fields = { { letterhead->municipality } };
  g_autoptr (GArray) blocks = tj_letter_template_fill (letter, &fields);

  tj_paper_open (paper, "Part", NULL);
  tj_letter_sheet_begin (&sheet, NULL, 0);
  tj_letter_sheet_address (&sheet, sample);
  draw_measures (paper);
  tj_letter_body_draw (&sheet, blocks);
  tj_paper_end_page (paper);
  tj_paper_close (paper);
}

/**
 * tj_letter_pdf_test_page:
 * @letterhead: whose offsets and fold are shown
 * @created: seconds of UTC since 1970
 *
 * Returns: (transfer full) (nullable): one page by which to adjust the address to the window
 */
GBytes *
tj_letter_pdf_test_page (const TjLetterhead *letterhead, gint64 created, GError **error)
{
  g_autoptr (TjLetterTemplate) letter = tj_letter_template_load ("test-page", "sv", error);
  g_autoptr (TjPaper) paper = NULL;

  if (letter == NULL)
    return NULL;
  paper = tj_paper_new ("sv-SE", created);
  draw_page (paper, letterhead, letter);
  return tj_paper_finish (paper, tj_letter_template_get_title (letter), error);
}

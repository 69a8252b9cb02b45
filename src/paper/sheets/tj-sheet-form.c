/* What a sheet has to fill in by hand or to read at a glance: facts under their labels, groups of
 * large characters, ruled lines, lines to sign on. Rules are artifacts: they say nothing. */

#include "config.h"

#include "tj-sheet-private.h"

#define FACT_GAP TJ_MM (4)
#define RULE_STEP TJ_MM (8)
#define SIGNATURE_HEIGHT TJ_MM (19)
#define SIGNATURE_GAP TJ_MM (10)
#define GROUP_HEIGHT TJ_MM (17)
#define HAIRLINE 0.5

static const TjColour hair = TJ_SHEET_HAIR;
static const TjColour ink = TJ_SHEET_INK;
static const TjTextStyle label_style = { TJ_SHEET_FAMILY, FALSE, 7.5, 10, TJ_SHEET_GREY };
static const TjTextStyle value_style = { TJ_SHEET_FAMILY, FALSE, 10, 13.5, TJ_SHEET_INK };
static const TjTextStyle group_style = { TJ_SHEET_FAMILY, TRUE, 20, 26, TJ_SHEET_INK };

static double
column_width (const TjSheet *self, guint per_row, double gap)
{
  return (self->width - (per_row - 1) * gap) / per_row;
}

static const TjSetText *
set_label (TjSheet *self, const TjSheetFact *fact, double width)
{
  g_autofree char *spaced = g_strconcat (fact->label, " ", NULL);

  return tj_typesetter_set (self->typesetter, &label_style, width, spaced);
}

static const TjSetText *
set_value (TjSheet *self, const TjSheetFact *fact, double width)
{
  return tj_typesetter_set (self->typesetter, &value_style, width,
                            fact->value != NULL && fact->value[0] != '\0' ? fact->value : "–");
}

static double
measure_facts (TjSheet *self, const TjSheetFact *facts, guint n_facts, double width)
{
  double height = 0;

  for (guint i = 0; i < n_facts; i++)
    height = MAX (height, set_label (self, &facts[i], width)->height
                              + set_value (self, &facts[i], width)->height);
  return height;
}

static void
draw_fact (TjSheet *self, const TjSheetFact *fact, double x, double width)
{
  const TjSetText *label = set_label (self, fact, width);

  tj_paper_open (self->paper, "P", NULL);
  tj_paper_begin_content (self->paper, "P");
  tj_paper_text (self->paper, label, x, self->y);
  tj_paper_text (self->paper, set_value (self, fact, width), x, self->y + label->height);
  tj_paper_end_content (self->paper);
  tj_paper_close (self->paper);
}

/* Draws each fact's value under its label, @per_row beside each other; an empty value is a dash. */
void
tj_sheet_facts (TjSheet *self, const TjSheetFact *facts, guint n_facts, guint per_row)
{
  double width = column_width (self, per_row, FACT_GAP);

  for (guint row = 0; row < n_facts; row += per_row)
    {
      guint n = MIN (per_row, n_facts - row);
      double height = measure_facts (self, facts + row, n, width);

      tj_sheet_make_room (self, height);
      for (guint i = 0; i < n; i++)
        draw_fact (self, &facts[row + i], self->left + i * (width + FACT_GAP), width);
      self->y += height + 4;
    }
  self->y += 3;
}

static void
draw_group (TjSheet *self, const char *text, guint number, double x, double width)
{
  g_autofree char *number_text = g_strdup_printf ("%u ", number);
  g_autofree char *spaced = g_strconcat (text, " ", NULL);
  const TjSetText *group;

  tj_paper_begin_artifact (self->paper, "/Type/Layout");
  tj_paper_frame (self->paper, x, self->y, width, GROUP_HEIGHT, HAIRLINE, 0, hair);
  tj_paper_text (self->paper, tj_typesetter_set (self->typesetter, &label_style, 0, number_text),
                 x + 4, self->y + 2);
  tj_paper_end_content (self->paper);
  group = tj_typesetter_set_once (self->typesetter, &group_style, 0, spaced);
  tj_paper_begin_content (self->paper, "P");
  tj_paper_text (self->paper, group, x + MAX (width - group->width, 0) / 2 + 2,
                 self->y + (GROUP_HEIGHT - group->height) / 2 + 2);
  tj_paper_end_content (self->paper);
}

/* Draws each of @groups, which NULL ends, large and in a numbered frame, @per_row beside each
 * other. They are one paragraph when read aloud, and are not kept in memory. */
void
tj_sheet_groups (TjSheet *self, const char *const *groups, guint per_row)
{
  double width = column_width (self, per_row, FACT_GAP);
  guint n_rows = (g_strv_length ((char **)groups) + per_row - 1) / per_row;

  tj_sheet_make_room (self, n_rows * (GROUP_HEIGHT + FACT_GAP));
  tj_paper_open (self->paper, "P", NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      draw_group (self, groups[i], i + 1, self->left + i % per_row * (width + FACT_GAP), width);
      if (i % per_row + 1 == per_row || groups[i + 1] == NULL)
        self->y += GROUP_HEIGHT + FACT_GAP;
    }
  tj_paper_close (self->paper);
}

/* Draws @n_lines empty lines to write on. */
void
tj_sheet_rules (TjSheet *self, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      tj_sheet_make_room (self, RULE_STEP);
      self->y += RULE_STEP;
      tj_paper_begin_artifact (self->paper, "/Type/Layout");
      tj_paper_line (self->paper, self->left, self->y, self->left + self->width, self->y, HAIRLINE,
                     hair);
      tj_paper_end_content (self->paper);
    }
  self->y += 6;
}

static void
draw_signature (TjSheet *self, const char *label, double x, double width)
{
  double y = self->y;

  tj_paper_begin_artifact (self->paper, "/Type/Layout");
  tj_paper_line (self->paper, x, y + SIGNATURE_HEIGHT - 13, x + width, y + SIGNATURE_HEIGHT - 13,
                 HAIRLINE, ink);
  tj_paper_end_content (self->paper);
  tj_paper_open (self->paper, "P", NULL);
  tj_paper_begin_content (self->paper, "P");
  tj_paper_text (self->paper, tj_typesetter_set (self->typesetter, &label_style, width, label), x,
                 y + SIGNATURE_HEIGHT - 11);
  tj_paper_end_content (self->paper);
  tj_paper_close (self->paper);
}

/* Draws lines to sign on, two beside each other or three on a broad page, each over its label; NULL
 * ends @labels. All of them stand on one page. */
void
tj_sheet_signatures (TjSheet *self, const char *const *labels)
{
  guint per_row = self->page_width > self->page_height ? 3 : 2;
  double width = column_width (self, per_row, SIGNATURE_GAP);
  guint n = g_strv_length ((char **)labels);

  tj_sheet_make_room (self, (n + per_row - 1) / per_row * SIGNATURE_HEIGHT);
  for (guint i = 0; i < n; i++)
    {
      draw_signature (self, labels[i], self->left + i % per_row * (width + SIGNATURE_GAP), width);
      if (i % per_row == per_row - 1 || i + 1 == n)
        self->y += SIGNATURE_HEIGHT;
    }
}

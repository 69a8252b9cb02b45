/* What a half-year's report consists of, the same on paper, in the spreadsheet and on the screen. */

#include "config.h"

#include "tj-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const tj_report_sections[]
    = { "numbers",    "contact", "occupation", "measures", "results",
        "preventive", "time",    "comparison", NULL };

/* What each section is called, and what is told before its figures; in the order of the words. */
static const struct
{
  const char *title;
  const char *words;
} sections[] = {
  { N_ ("The number of youths"),
    N_ ("Here is how many the municipality has been responsible for during the half-year, and "
        "where they came from.") },
  { N_ ("Contact"),
    N_ ("Each youth is sought by telephone, text message, e-mail, letter and, when nothing else "
        "helps, at home. Reached is who has answered. What the municipality has learnt in another "
        "way, from a register or a school, is shown apart.") },
  { N_ ("What the youths do"),
    N_ ("This is what the youths did when the municipality last heard from them.") },
  { N_ ("Measures"),
    N_ ("A measure is agreed on with the youth, and is first of all to motivate them to begin or "
        "resume an education. It is voluntary.") },
  { N_ ("Results"),
    N_ ("Here is what became of those whose measure ended, and why youths left the register.") },
  { N_ ("Preventive work"),
    N_ ("Schools report absence, breaks and changes to the pupil’s home municipality. Each report "
        "is an occasion to act before a pupil leaves school.") },
  { N_ ("Time to the first contact"),
    N_ ("The municipality’s own routine says how soon a youth is to be sought. Times are counted "
        "from the day of registration.") },
  { N_ ("Comparison"),
    N_ ("Here are the same figures for earlier half-years and, where they are known, for the "
        "country.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sections) + 1 == G_N_ELEMENTS (tj_report_sections));

static guint
find_section (const char *section)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (tj_report_sections[i], section))
      return i;
  return G_N_ELEMENTS (sections);
}

/**
 * tj_report_get_section_title:
 * @section: a word of tj_report_sections
 *
 * Returns: the section's title, translated; the word itself if it is not known
 */
const char *
tj_report_get_section_title (const char *section)
{
  guint place = find_section (section);

  return place < G_N_ELEMENTS (sections) ? _ (sections[place].title) : section;
}

/**
 * tj_report_get_section_words:
 * @section: a word of tj_report_sections
 *
 * Returns: what is told before the section's figures, translated; "" if it is not known
 */
const char *
tj_report_get_section_words (const char *section)
{
  guint place = find_section (section);

  return place < G_N_ELEMENTS (sections) ? _ (sections[place].words) : "";
}

static gboolean
hides_figures (const TjFigureTable *table)
{
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
      if (tj_figure_table_get (table, row, column)->hidden)
        return TRUE;
  return FALSE;
}

/* Returns: whether a figure of any table is hidden */
gboolean
tj_report_hides_figures (const TjReport *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (hides_figures (self->tables->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the report's title with its half-year, for bookmarks and metadata */
char *
tj_report_dup_title (const TjReport *self)
{
  return g_strdup_printf (_ ("Report on the municipality’s responsibility for activities, %s"),
                          self->period);
}

/**
 * tj_report_dup_within:
 * @label: what begins with a capital where it stands alone: "Second half of 2026"
 *
 * Returns: (transfer full): the same within a sentence
 */
char *
tj_report_dup_within (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, MIN (g_utf8_strlen (label, -1), 1));
  g_autofree char *small = g_utf8_strdown (first, -1);

  return g_strconcat (small, label + strlen (first), NULL);
}

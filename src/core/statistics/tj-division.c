/* The tables of the half-year report that divide a population without overlap: nobody stands in two
 * rows, so that rows add up to the total and a reader need not guess. They are few and coarse, as
 * the figures of a small municipality are small. */

#include "config.h"

#include "tj-division.h"

#include "tj-division-places.h"

#include <glib/gi18n-lib.h>

#define ROWS(array) .rows = (array), .n_rows = G_N_ELEMENTS (array)

static const TjDivisionRow contact_rows[] = {
  [TJ_PLACE_REACHED] = { "reached", NULL, TJ_POPULATION_REACHED },
  [TJ_PLACE_KNOWN] = { "known", NULL, TJ_POPULATION_KNOWN_ONLY },
  [TJ_PLACE_SOUGHT] = { "sought", NC_ ("report", "Sought but not reached"), TJ_POPULATION_NONE },
  [TJ_PLACE_NOT_SOUGHT]
  = { "not-sought", NC_ ("report", "Neither sought nor known"), TJ_POPULATION_NONE },
};

static const TjDivisionRow knowledge_rows[] = {
  [TJ_PLACE_BY_REGISTER]
  = { "register", NC_ ("report", "Not reached, known through a register or a school"),
      TJ_POPULATION_NONE },
  [TJ_PLACE_BY_SOMEBODY]
  = { "somebody", NC_ ("report", "Not reached, known through somebody else"), TJ_POPULATION_NONE },
  [TJ_PLACE_ALSO_REACHED] = { "reached", NC_ ("report", "Reached as well"), TJ_POPULATION_NONE },
};

static const TjDivisionRow channel_rows[] = {
  [TJ_PLACE_BY_PHONE]
  = { "phone", NC_ ("report", "Phone, text message, e-mail or social media"), TJ_POPULATION_NONE },
  [TJ_PLACE_BY_LETTER] = { "letter", NC_ ("report", "Letter or postcard"), TJ_POPULATION_NONE },
  [TJ_PLACE_BY_VISIT] = { "home-visit", NC_ ("report", "Home visit"), TJ_POPULATION_NONE },
  [TJ_PLACE_BY_MEETING] = { "meeting", NC_ ("report", "Meeting"), TJ_POPULATION_NONE },
  [TJ_PLACE_BY_OTHER] = { "other", NC_ ("report", "Another way"), TJ_POPULATION_NONE },
};

static const TjDivisionRow occupation_rows[] = {
  [TJ_PLACE_NO_OCCUPATION] = { "none", NC_ ("report", "No occupation"), TJ_POPULATION_NONE },
  [TJ_PLACE_WORK] = { "work", NC_ ("report", "Work"), TJ_POPULATION_NONE },
  [TJ_PLACE_STUDIES] = { "other-studies", NC_ ("report", "Other studies"), TJ_POPULATION_NONE },
  [TJ_PLACE_ABROAD] = { "abroad", NC_ ("report", "Abroad, studying or not"), TJ_POPULATION_NONE },
  [TJ_PLACE_OTHER_ACTOR]
  = { "other-actor", NC_ ("report", "Measure by another actor"), TJ_POPULATION_NONE },
  [TJ_PLACE_OTHER_OCCUPATION] = { "other", NC_ ("report", "Other occupation"), TJ_POPULATION_NONE },
  [TJ_PLACE_UNKNOWN_OCCUPATION] = { "unknown", NC_ ("report", "Unknown"), TJ_POPULATION_NONE },
};

static const TjDivisionRow measure_rows[] = {
  { "in-measure", NC_ ("report", "In a measure"), TJ_POPULATION_IN_MEASURE },
  { "no-measure", NC_ ("report", "Without a measure"), TJ_POPULATION_NONE },
};

static const TjDivisionRow not_stated_rows[] = {
  { "not-stated", NC_ ("report", "Not stated"), TJ_POPULATION_NONE },
};

static const TjDivisionRow after_rows[] = {
  [TJ_PLACE_EDUCATION_AFTER] = { "education", NC_ ("report", "Education"), TJ_POPULATION_NONE },
  [TJ_PLACE_WORK_AFTER] = { "work", NC_ ("report", "Work"), TJ_POPULATION_NONE },
  [TJ_PLACE_OTHER_AFTER] = { "other", NC_ ("report", "Other occupation"), TJ_POPULATION_NONE },
  [TJ_PLACE_NONE_AFTER] = { "none", NC_ ("report", "No occupation"), TJ_POPULATION_NONE },
  [TJ_PLACE_UNKNOWN_AFTER] = { "unknown", NC_ ("report", "Unknown"), TJ_POPULATION_NONE },
};

static const TjDivisionRow back_rows[] = {
  { "back", NULL, TJ_POPULATION_BACK },
  { "other", NC_ ("report", "Other reasons"), TJ_POPULATION_NONE },
};

static const TjDivisionRow report_rows[] = {
  { "must", NULL, TJ_POPULATION_MUST },
  { "should", NULL, TJ_POPULATION_SHOULD },
};

static const TjDivisionRow reported_before_rows[] = {
  { "at-risk", NC_ ("report", "At risk: not in the register when reported"), TJ_POPULATION_NONE },
  { "registered", NC_ ("report", "In the register when reported"), TJ_POPULATION_NONE },
};

static const TjDivisionRow time_rows[] = {
  { "in-time", NC_ ("report", "In time"), TJ_POPULATION_NONE },
  { "late", NC_ ("report", "Not in time"), TJ_POPULATION_NONE },
};

static const TjDivision divisions[] = {
  [TJ_DIVISION_BIRTH_YEAR]
  = { .id = "numbers-by-birth-year",
      .section = "numbers",
      .title = N_ ("Youths by birth year"),
      .words = N_ ("The oldest take in all who were born before, the youngest all born after."),
      .shape = TJ_DIVISION_BY_FLOW,
      .base = TJ_POPULATION_DURING,
      .place = tj_place_birth_year },
  [TJ_DIVISION_BACKGROUND] = { .id = "numbers-by-background",
                               .section = "numbers",
                               .title = N_ ("Youths by educational background"),
                               .words = N_ ("The background of the latest registration."),
                               .shape = TJ_DIVISION_BY_FLOW,
                               .base = TJ_POPULATION_DURING,
                               .codes = &tj_backgrounds,
                               .place = tj_place_background },
  [TJ_DIVISION_CONTACT] = { .id = "contact",
                            .section = "contact",
                            .title = N_ ("Contact with the youths"),
                            .shape = TJ_DIVISION_BY_SEX,
                            .base = TJ_POPULATION_DURING,
                            ROWS (contact_rows),
                            .place = tj_place_contact },
  [TJ_DIVISION_KNOWLEDGE] = { .id = "knowledge",
                              .section = "contact",
                              .title = N_ ("Occupation known in another way than by contact"),
                              .words = N_ ("By the source of what was noted last."),
                              .shape = TJ_DIVISION_BY_SEX,
                              .base = TJ_POPULATION_KNOWN,
                              ROWS (knowledge_rows),
                              .place = tj_place_knowledge },
  [TJ_DIVISION_CHANNEL] = { .id = "contact-by-channel",
                            .section = "contact",
                            .title = N_ ("How those who were reached were reached"),
                            .words = N_ ("The channel of the latest answer."),
                            .shape = TJ_DIVISION_BY_SEX,
                            .base = TJ_POPULATION_REACHED,
                            ROWS (channel_rows),
                            .place = tj_place_channel },
  [TJ_DIVISION_OCCUPATION_AT_CONTACT]
  = { .id = "occupation-at-contact",
      .section = "occupation",
      .title = N_ ("Occupation at the latest contact"),
      .words = N_ ("Of those who were reached: the latest answer at which an occupation was noted;"
                   " unknown when none was."),
      .shape = TJ_DIVISION_BY_SEX,
      .base = TJ_POPULATION_REACHED,
      ROWS (occupation_rows),
      .place = tj_place_occupation_at_contact },
  [TJ_DIVISION_OCCUPATION]
  = { .id = "occupation",
      .section = "occupation",
      .title = N_ ("Occupation by contact or knowledge"),
      .words = N_ ("What was last told in the period, by the youth or otherwise. Of the same day,"
                   " the youth's word holds."),
      .shape = TJ_DIVISION_BY_SEX,
      .base = TJ_POPULATION_DURING,
      ROWS (occupation_rows),
      .place = tj_place_occupation },
  [TJ_DIVISION_MEASURES] = { .id = "measures",
                             .section = "measures",
                             .title = N_ ("Youths in measures"),
                             .shape = TJ_DIVISION_BY_SEX,
                             .base = TJ_POPULATION_DURING,
                             ROWS (measure_rows),
                             .place = tj_place_measures },
  [TJ_DIVISION_MEASURE_CONTENT] = { .id = "measures-by-content",
                                    .section = "measures",
                                    .title = N_ ("Content of the measures"),
                                    .words = N_ ("Each youth by the measure that began last."),
                                    .shape = TJ_DIVISION_BY_SEX,
                                    .base = TJ_POPULATION_IN_MEASURE,
                                    .codes = &tj_measure_contents,
                                    .place = tj_place_measure_content },
  [TJ_DIVISION_MEASURE_END] = { .id = "measures-ended",
                                .section = "measures",
                                .title = N_ ("Why measures ended"),
                                .words = N_ ("Each youth by the measure that ended last."),
                                .shape = TJ_DIVISION_BY_SEX,
                                .base = TJ_POPULATION_MEASURE_ENDED,
                                .has_measure_ends = TRUE,
                                ROWS (not_stated_rows),
                                .place = tj_place_measure_end },
  [TJ_DIVISION_AFTER_MEASURE]
  = { .id = "after-measures",
      .section = "results",
      .title = N_ ("Occupation after the measure"),
      .words = N_ ("Each youth by the measure that ended last. Education: national and introductory"
                   " programmes, adult education, folk high school."),
      .shape = TJ_DIVISION_BY_SEX,
      .base = TJ_POPULATION_MEASURE_ENDED,
      ROWS (after_rows),
      .place = tj_place_after_measure },
  [TJ_DIVISION_REASON] = { .id = "deregistration-reasons",
                           .section = "results",
                           .title = N_ ("Reasons for deregistration"),
                           .words = N_ ("The reason of the latest registration."),
                           .shape = TJ_DIVISION_BY_SEX,
                           .base = TJ_POPULATION_ENDED,
                           .codes = &tj_deregistrations,
                           ROWS (not_stated_rows),
                           .place = tj_place_reason },
  [TJ_DIVISION_BACK] = { .id = "back-in-education",
                         .section = "results",
                         .title = N_ ("Back in education"),
                         .shape = TJ_DIVISION_BY_SEX,
                         .base = TJ_POPULATION_ENDED,
                         ROWS (back_rows),
                         .place = tj_place_back },
  [TJ_DIVISION_REPORTS] = { .id = "school-reports",
                            .section = "preventive",
                            .title = N_ ("Youths reported by schools"),
                            .shape = TJ_DIVISION_BY_SEX,
                            .base = TJ_POPULATION_REPORTED,
                            ROWS (report_rows),
                            .place = tj_place_reports },
  [TJ_DIVISION_REPORT_CATEGORY]
  = { .id = "school-reports-by-category",
      .section = "preventive",
      .title = N_ ("What schools reported"),
      .words = N_ ("Of several reports on one youth, the gravest: the one that stands first."),
      .shape = TJ_DIVISION_TOTAL,
      .base = TJ_POPULATION_REPORTED,
      .codes = &tj_report_categories,
      .place = tj_place_report_category },
  [TJ_DIVISION_REPORTED_BEFORE]
  = { .id = "youths-at-risk",
      .section = "preventive",
      .title = N_ ("Youths at risk"),
      .words = N_ ("At risk: not in the register on the day the period's first report came."),
      .shape = TJ_DIVISION_BY_SEX,
      .base = TJ_POPULATION_REPORTED,
      ROWS (reported_before_rows),
      .place = tj_place_reported_before },
  [TJ_DIVISION_ATTEMPT] = { .id = "time-to-attempt",
                            .section = "time",
                            .title = N_ ("First attempt within the routine's time"),
                            .shape = TJ_DIVISION_BY_SEX,
                            .base = TJ_POPULATION_ATTEMPT,
                            ROWS (time_rows),
                            .place = tj_place_attempt },
  [TJ_DIVISION_FIRST_CONTACT] = { .id = "time-to-contact",
                                  .section = "time",
                                  .title = N_ ("First contact within the routine's time"),
                                  .shape = TJ_DIVISION_BY_SEX,
                                  .base = TJ_POPULATION_CONTACT,
                                  ROWS (time_rows),
                                  .place = tj_place_first_contact },
};
G_STATIC_ASSERT (G_N_ELEMENTS (divisions) == TJ_N_DIVISIONS);

/**
 * tj_division_get:
 *
 * Returns: (transfer none): the table's description
 */
const TjDivision *
tj_division_get (TjDivisionId id)
{
  g_return_val_if_fail (id < TJ_N_DIVISIONS, NULL);

  return &divisions[id];
}

/* The rows that come before the division's own. */
static guint
n_listed (const TjDivision *self, const TjStatisticsOptions *options)
{
  if (self->place == tj_place_birth_year)
    return TJ_PLACE_NO_BIRTH_YEAR + 1;
  if (self->codes != NULL)
    return (guint)tj_code_count (self->codes);
  if (self->has_measure_ends && options->measure_ends != NULL)
    return tj_code_book_get_length (options->measure_ends);
  return 0;
}

/**
 * tj_division_n_rows:
 *
 * Returns: how many rows there are, without the total
 */
guint
tj_division_n_rows (const TjDivision *self, const TjStatisticsOptions *options)
{
  return n_listed (self, options) + self->n_rows;
}

/**
 * tj_division_population:
 *
 * Returns: which population the row is, or %TJ_POPULATION_NONE
 */
TjPopulation
tj_division_population (const TjDivision *self, const TjStatisticsOptions *options, guint row)
{
  const guint listed = n_listed (self, options);

  return row < listed ? TJ_POPULATION_NONE : self->rows[row - listed].population;
}

static void
describe_birth_year (const TjStatisticsOptions *options, guint row, char **id, char **label)
{
  int year;

  tj_date_get (options->period.to, &year, NULL, NULL);
  year += (int)row - TJ_PLACE_OLDEST_AGE;
  if (row == TJ_PLACE_NO_BIRTH_YEAR)
    {
      *id = g_strdup ("unknown");
      *label = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "report", "Unknown"));
      return;
    }
  *id = g_strdup_printf ("%d", year);
  *label = row == 0                            ? g_strdup_printf (_ ("%d or earlier"), year)
           : row == TJ_PLACE_NO_BIRTH_YEAR - 1 ? g_strdup_printf (_ ("%d or later"), year)
                                               : g_strdup (*id);
}

static void
describe_own_row (const TjDivisionRow *row, char **id, char **label)
{
  *id = g_strdup (row->id);
  *label = g_strdup (row->label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "report", row->label)
                                        : tj_population_label (row->population));
}

/**
 * tj_division_describe_row:
 * @id: (out): its word in files
 * @label: (out): what people read
 *
 * Says what a row is called.
 */
void
tj_division_describe_row (const TjDivision *self,
                          const TjStatisticsOptions *options,
                          guint row,
                          char **id,
                          char **label)
{
  const guint listed = n_listed (self, options);

  if (row >= listed)
    describe_own_row (&self->rows[row - listed], id, label);
  else if (self->place == tj_place_birth_year)
    describe_birth_year (options, row, id, label);
  else if (self->codes != NULL)
    {
      *id = g_strdup (tj_code_word (self->codes, (int)row));
      *label = g_strdup (tj_code_label (self->codes, (int)row));
    }
  else
    {
      const TjCodeBookItem *item = tj_code_book_get_item (options->measure_ends, row);

      *id = g_strdup (item->word);
      *label = g_strdup (item->label);
    }
}

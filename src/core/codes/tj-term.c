/* School terms, as far as a follow-up needs them: about when studies that go on today end. */

#include "config.h"

#include "tj-term.h"

/* Terms end within a week of these days; a date so near that it says nothing is passed over. */
#define SPRING_MONTH 6
#define SPRING_DAY 10
#define AUTUMN_MONTH 12
#define AUTUMN_DAY 20
#define TOO_NEAR 14

/**
 * tj_term_end:
 * @date: a day of contact
 *
 * Returns: the last day of the term that @date lies in, 10 June or 20 December; of the next one
 *   when that is less than two weeks off
 */
TjDate
tj_term_end (TjDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != TJ_DATE_NONE, TJ_DATE_NONE);

  tj_date_get (date, &year, &month, &day);
  for (;; year++)
    {
      TjDate spring = tj_date_new (year, SPRING_MONTH, SPRING_DAY);
      TjDate autumn = tj_date_new (year, AUTUMN_MONTH, AUTUMN_DAY);

      if (spring >= date + TOO_NEAR)
        return spring;
      if (autumn >= date + TOO_NEAR)
        return autumn;
    }
}

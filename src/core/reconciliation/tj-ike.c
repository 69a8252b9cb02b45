/* What is due for a pupil in a month, by the price list and by how the municipality counts
 * (WORK.md § 6). */

#include "config.h"

#include "tj-ike.h"

#define JULY 7
#define AUGUST 8
#define SEPTEMBER 9

static TjDate
last_day (const TjIkeRules *rules)
{
  return tj_date_add_months (rules->month, 1) - 1;
}

/**
 * tj_ike_reading_date:
 *
 * Returns: the day of the month on which one looks who is enrolled; the last day of a month that
 *   is shorter
 */
TjDate
tj_ike_reading_date (const TjIkeRules *rules)
{
  return MIN (rules->month + (TjDate)rules->reading_day - 1, last_day (rules));
}

static gboolean
goes_on (const TjIkeEnrolment *enrolment, TjDate date)
{
  return enrolment->starts_on <= date
         && (enrolment->ends_on == TJ_DATE_NONE || date <= enrolment->ends_on);
}

static TjDate
days_in_month (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  TjDate first = MAX (rules->month, enrolment->starts_on);
  TjDate last = last_day (rules);

  if (enrolment->ends_on != TJ_DATE_NONE)
    last = MIN (last, enrolment->ends_on);
  return last >= first ? last - first + 1 : 0;
}

/**
 * tj_ike_enrolment_counts:
 *
 * Returns: whether anything is to be paid for @enrolment in the month
 */
gboolean
tj_ike_enrolment_counts (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  if (rules->count == TJ_IKE_PER_DAY)
    return days_in_month (rules, enrolment) > 0;
  return goes_on (enrolment, tj_ike_reading_date (rules));
}

/**
 * tj_ike_enrolment_price:
 *
 * Returns: (nullable): the line of the price list for @enrolment
 */
const TjPrice *
tj_ike_enrolment_price (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  TjPriceQuery query = { .programme = enrolment->programme,
                         .orientation = enrolment->orientation,
                         .organiser = enrolment->organiser,
                         .begun_on = enrolment->starts_on,
                         .month = rules->month };

  return tj_price_find (rules->prices, rules->n_prices, &query);
}

/* What is due for the month itself; -1 when the price is not known. */
static gint64
due_in_month (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  const TjPrice *price;
  gint64 month_ore;

  if (!tj_ike_enrolment_counts (rules, enrolment))
    return 0;
  price = tj_ike_enrolment_price (rules, enrolment);
  if (price == NULL)
    return -1;
  month_ore = tj_price_month (price);
  if (rules->count == TJ_IKE_PER_DAY)
    {
      gint64 days = last_day (rules) - rules->month + 1;

      return month_ore * days_in_month (rules, enrolment) / days;
    }
  return month_ore;
}

/* July and August wait for September, when it is known who came back. */
static gint64
due_with_summer (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  gint64 sum = 0;

  for (int back = SEPTEMBER - JULY; back >= 0; back--)
    {
      TjIkeRules own = *rules;
      gint64 due;

      own.month = tj_date_add_months (rules->month, -back);
      due = due_in_month (&own, enrolment);
      if (due < 0)
        return -1;
      sum += due;
    }
  return sum;
}

/**
 * tj_ike_enrolment_due:
 *
 * Returns: what is due for @enrolment in the month, in öre; -1 when the price is not known. When
 *   the summer is deferred, nothing is due in July and August, and all three months in September
 */
gint64
tj_ike_enrolment_due (const TjIkeRules *rules, const TjIkeEnrolment *enrolment)
{
  int year, month, day;

  tj_date_get (rules->month, &year, &month, &day);
  if (rules->defers_summer && (month == JULY || month == AUGUST))
    return 0;
  return rules->defers_summer && month == SEPTEMBER ? due_with_summer (rules, enrolment)
                                                    : due_in_month (rules, enrolment);
}

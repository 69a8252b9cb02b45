#pragma once

#include "tj-price.h"

G_BEGIN_DECLS

/* Interkommunal ersättning: what one municipality pays another, or an independent school, for a
 * pupil (16 kap. 50–51 §§ skollagen). The facts of one month, as lists and invoices give them;
 * texts belong to whoever fills them in. */

/* A pupil's time at a school. */
typedef struct
{
  const char *school;
  const char *organiser;
  const char *programme;
  const char *orientation;
  int year; /* of study; 0 when not known */
  TjDate starts_on;
  TjDate ends_on; /* TJ_DATE_NONE while it goes on */
  gboolean ends_in_break;
  gboolean in_area;
  gboolean is_reduced;
  gboolean is_prolonged;
  gboolean has_agreement; /* on the prolonged study */
} TjIkeEnrolment;

/* A line of an organiser's invoice for the month. */
typedef struct
{
  const char *school;
  const char *organiser;
  const char *programme;
  const char *orientation;
  gint64 amount_ore;
} TjIkeLine;

/* One person and everything the lists say of her for the month. */
typedef struct
{
  const char *personal_number;
  gboolean is_listed;               /* on Åtgärdas, by IST or the register */
  gboolean is_at_vux;               /* studies at upper-secondary level in adult education */
  gboolean in_target_group;         /* the six conditions of 29 kap. 9 § skollagen */
  const TjIkeEnrolment *enrolments; /* in order of start */
  guint n_enrolments;
  const TjIkeEnrolment *before; /* the one of the last reconciliation; NULL for none */
  const TjIkeLine *lines;
  guint n_lines;
} TjIkePupil;

/* How a month is counted. */
typedef enum
{
  TJ_IKE_READING_DATE, /* the whole month for who is enrolled on the day */
  TJ_IKE_PER_DAY,
} TjIkeCount;

/* What a municipality has agreed on, and the prices. */
typedef struct
{
  TjDate month; /* its first day */
  TjDate since; /* the first day after what the last reconciliation saw */
  TjIkeCount count;
  int reading_day; /* of the month */
  gint64 tolerance_ore;
  gboolean defers_summer; /* July and August are settled in September */
  const TjPrice *prices;
  gsize n_prices;
} TjIkeRules;

TjDate tj_ike_reading_date (const TjIkeRules *rules);
gboolean tj_ike_enrolment_counts (const TjIkeRules *rules, const TjIkeEnrolment *enrolment);
const TjPrice *tj_ike_enrolment_price (const TjIkeRules *rules, const TjIkeEnrolment *enrolment);
gint64 tj_ike_enrolment_due (const TjIkeRules *rules, const TjIkeEnrolment *enrolment);

G_END_DECLS

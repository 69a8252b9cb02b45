#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

/* The programmes were renewed: who begins from this day on follows another one (WORK.md § 6). */
#define TJ_PROGRAMMES_RENEWED tj_date_new (2025, 7, 1)

/* One line of a price list: what a year costs. Empty texts and missing dates mean "any". */
typedef struct
{
  const char *programme;   /* without the suffix of 2025: "BA", "IMA" */
  const char *orientation; /* "Djurvård" */
  const char *organiser;   /* a list agreed with one organiser */
  TjDate valid_from;       /* months of the list */
  TjDate valid_to;
  TjDate begun_from; /* when the pupil began the programme */
  TjDate begun_to;
  gint64 year_ore;
} TjPrice;

/* What a price is asked for. */
typedef struct
{
  const char *programme; /* as written by a school: "BA", "ba25" */
  const char *orientation;
  const char *organiser;
  TjDate begun_on; /* TJ_DATE_NONE when not known */
  TjDate month;    /* any day of it */
} TjPriceQuery;

char *tj_programme_base (const char *programme);
gboolean tj_programme_is_same (const char *one, const char *other);
const TjPrice *tj_price_find (const TjPrice *prices, gsize n_prices, const TjPriceQuery *query);
gint64 tj_price_month (const TjPrice *price);

G_END_DECLS

#pragma once

#include "tj-youth-period.h"

G_BEGIN_DECLS

/* The rows of divisions that are not those of a code list. */
enum
{
  TJ_PLACE_REACHED,
  TJ_PLACE_KNOWN,
  TJ_PLACE_SOUGHT,
  TJ_PLACE_NOT_SOUGHT,
};

enum
{
  TJ_PLACE_BY_REGISTER,
  TJ_PLACE_BY_SOMEBODY,
  TJ_PLACE_ALSO_REACHED,
};

enum
{
  TJ_PLACE_BY_PHONE,
  TJ_PLACE_BY_LETTER,
  TJ_PLACE_BY_VISIT,
  TJ_PLACE_BY_MEETING,
  TJ_PLACE_BY_OTHER,
};

enum
{
  TJ_PLACE_NO_OCCUPATION,
  TJ_PLACE_WORK,
  TJ_PLACE_STUDIES,
  TJ_PLACE_ABROAD,
  TJ_PLACE_OTHER_ACTOR,
  TJ_PLACE_OTHER_OCCUPATION,
  TJ_PLACE_UNKNOWN_OCCUPATION,
};

enum
{
  TJ_PLACE_EDUCATION_AFTER,
  TJ_PLACE_WORK_AFTER,
  TJ_PLACE_OTHER_AFTER,
  TJ_PLACE_NONE_AFTER,
  TJ_PLACE_UNKNOWN_AFTER,
};

/* Birth years: the year that turns twenty and older, each year to sixteen and younger, not known. */
#define TJ_PLACE_OLDEST_AGE 20
#define TJ_PLACE_YOUNGEST_AGE 16
#define TJ_PLACE_NO_BIRTH_YEAR (TJ_PLACE_OLDEST_AGE - TJ_PLACE_YOUNGEST_AGE + 1)

guint tj_place_birth_year (const TjYouthPeriod *youth);
guint tj_place_background (const TjYouthPeriod *youth);
guint tj_place_contact (const TjYouthPeriod *youth);
guint tj_place_knowledge (const TjYouthPeriod *youth);
guint tj_place_channel (const TjYouthPeriod *youth);
guint tj_place_occupation_at_contact (const TjYouthPeriod *youth);
guint tj_place_occupation (const TjYouthPeriod *youth);
guint tj_place_measures (const TjYouthPeriod *youth);
guint tj_place_measure_content (const TjYouthPeriod *youth);
guint tj_place_measure_end (const TjYouthPeriod *youth);
guint tj_place_after_measure (const TjYouthPeriod *youth);
guint tj_place_reason (const TjYouthPeriod *youth);
guint tj_place_back (const TjYouthPeriod *youth);
guint tj_place_reports (const TjYouthPeriod *youth);
guint tj_place_report_category (const TjYouthPeriod *youth);
guint tj_place_reported_before (const TjYouthPeriod *youth);
guint tj_place_attempt (const TjYouthPeriod *youth);
guint tj_place_first_contact (const TjYouthPeriod *youth);

G_END_DECLS

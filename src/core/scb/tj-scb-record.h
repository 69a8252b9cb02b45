#pragma once

#include "tj-codes.h"
#include "tj-half-year.h"
#include "tj-personal-number.h"

G_BEGIN_DECLS

/* What the register has of a youth in a half-year, as plain values: the five blocks that SCB asks
 * for. Texts are borrowed and never NULL unless it is said. */

/* Block 2: a talk. Attempts are none (SCB counts a youth as reached, not as sought). */
typedef struct
{
  gint64 id;
  TjDate date;     /* TJ_DATE_NONE: an occupation was noted where nobody was reached */
  int occupation;  /* TjOccupation; -1 when none was noted */
  int channel;     /* TjChannel */
  TjDate noted_on; /* the day of the row, also when `date` is none */
} TjScbContact;

/* What was known without contact, the latest of the half-year. */
typedef struct
{
  TjDate date; /* TJ_DATE_NONE for nothing */
  int source;
  int occupation;
} TjScbKnowledge;

/* Blocks 3 and 4. */
typedef struct
{
  gint64 id;
  int type;    /* TjMeasureType */
  int content; /* TjMeasureContent */
  TjDate decided_on;
  TjDate started_on;
  TjDate ended_on;
  const char *reason; /* a word of the list of reasons; "" for none */
  int after;          /* TjAfterMeasure; -1 for none */
  int before;         /* TjOccupation when it began, -1 when nothing was known */
} TjScbMeasure;

/* What the population list says. Unknown: no list, or one that cannot have the youth. */
typedef struct
{
  TjAnswer is_on_list;
  TjDate moved_in;
  TjDate moved_out;
} TjScbResidence;

/* One registration (blocks 1 and 5) with what belongs to it. */
typedef struct
{
  gint64 youth_id;
  gint64 registration_id;
  gboolean is_outside; /* of the half-year: only here for a contact or measure that lies in it */
  guint person;        /* the same for rows of one person under several numbers */
  const char *personal_number;
  TjNumberKind number_kind;
  TjDate birth;
  TjDate registered_on;
  int background; /* TjBackground */
  const char *latest_education;
  TjDate deregistered_on;
  int reason; /* TjDeregistration; -1 for none */
  const TjScbContact *contacts;
  guint n_contacts;
  const TjScbMeasure *measures;
  guint n_measures;
  TjScbKnowledge knowledge;
  TjScbResidence residence;
} TjScbRecord;

/* Somebody whom an earlier delivery had, still registered. */
typedef struct
{
  gint64 youth_id; /* 0 when the register no longer has them */
  const char *personal_number;
  gboolean is_here; /* in this half-year */
} TjScbReported;

G_END_DECLS

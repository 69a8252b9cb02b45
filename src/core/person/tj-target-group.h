#pragma once

#include "tj-codes.h"
#include "tj-date.h"

G_BEGIN_DECLS

/* Whom the municipality's responsibility concerns: the six conditions of 29 kap. 9 § skollagen, by
 * all that lists say of a person. Texts belong to whoever fills them in. */

#define TJ_TARGET_CONDITIONS 6

/* A time at a school. */
typedef struct
{
  const char *school;
  const char *organiser;
  TjDate starts_on;
  TjDate ends_on; /* TJ_DATE_NONE while it goes on */
  int end_reason; /* TjEnrolmentEnd, -1 */
  TjAnswer in_area;
} TjTargetEnrolment;

/* A line of an invoice. */
typedef struct
{
  const char *school;
  const char *organiser;
  TjDate month; /* its first day */
} TjTargetInvoice;

/* One person and all that is known of them. */
typedef struct
{
  TjDate birth;        /* TJ_DATE_NONE when the number has none */
  TjAnswer lives_here; /* unknown without a list of the population */
  TjDate moved_in;
  gboolean in_ist;         /* on the latest list */
  gboolean is_registered;  /* in our own register, open */
  gboolean studies_at_vux; /* at upper-secondary level, now */
  guint certificates;      /* bits 1 << TjCertificateKind */
  const TjTargetEnrolment *enrolments;
  guint n_enrolments;
  const TjTargetInvoice *invoices;
  guint n_invoices;
} TjTargetPerson;

/* What there is to judge by. */
typedef struct
{
  TjDate today;
  gboolean has_enrolments; /* a list of them has been read: one who is not on it attends nothing */
  GHashTable *in_area;     /* names of schools and organisers in the cooperation area, as a set */
} TjTargetSources;

typedef struct
{
  TjAnswer answer; /* whether the condition holds */
  TjBasis source;
} TjTargetCondition;

/* Where the list of IST and our own answer part. */
typedef enum
{
  TJ_TARGET_AGREES,
  TJ_TARGET_NOBODY_SEES, /* ours only, and not registered */
  TJ_TARGET_ONLY_OURS,   /* ours only, and registered */
  TJ_TARGET_OVER20,      /* from here on: theirs only, and why */
  TJ_TARGET_MOVED,
  TJ_TARGET_COMPULSORY_SCHOOL,
  TJ_TARGET_OUTSIDE_AREA,
  TJ_TARGET_VUX,
  TJ_TARGET_ENROLLED,
  TJ_TARGET_INVOICED,
  TJ_TARGET_IB,
  TJ_TARGET_DEGREE,
  TJ_TARGET_SPECIAL_CERTIFICATE,
  TJ_TARGET_EQUIVALENT,
  TJ_N_TARGET_FINDINGS,
} TjTargetFinding;

typedef struct
{
  TjTargetCondition conditions[TJ_TARGET_CONDITIONS];
  gboolean in_target_group;
  TjTargetFinding finding;
  const char *school; /* that the answer to condition 3 rests on; borrowed, NULL for none */
} TjTargetResult;

void tj_target_group_judge (const TjTargetPerson *person,
                            const TjTargetSources *sources,
                            TjTargetResult *result);
const char *tj_target_finding_word (TjTargetFinding finding);
const char *tj_target_finding_label (TjTargetFinding finding);

G_END_DECLS

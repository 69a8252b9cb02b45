#pragma once

#include "tj-codes.h"
#include "tj-date.h"

G_BEGIN_DECLS

/* For whom a price holds: by when they began their programme, before or since its renewal. */
typedef enum
{
  TJ_BEGUN_ANY,
  TJ_BEGUN_BEFORE,
  TJ_BEGUN_SINCE,
} TjBegun;

/* What lists write for our codes, amounts and months. @text is a cell's cleaned text. */

gboolean tj_term_read_amount (const char *text, gint64 *ore);
TjDate tj_term_read_month (const char *text);
gboolean tj_term_read_begun (const char *text, TjBegun *begun);
gboolean tj_term_read_year (const char *text, TjDate *first, TjDate *last);
TjAnswer tj_term_read_answer (const char *text);
TjOrganiserKind tj_term_read_organiser_kind (const char *text);
int tj_term_read_enrolment_end (const char *text);
int tj_term_read_certificate (const char *text);
TjStudyLevel tj_term_read_study_level (const char *text);
int tj_term_read_study_state (const char *text);
int tj_term_read_admission (const char *text);
int tj_term_read_report_category (const char *text);

G_END_DECLS

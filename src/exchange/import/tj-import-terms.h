#pragma once

#include "tj-codes.h"
#include "tj-date.h"

G_BEGIN_DECLS

/* What lists write for our codes, amounts and months. @text is a cell's cleaned text. */

gboolean tj_term_read_amount (const char *text, gint64 *ore);
TjDate tj_term_read_month (const char *text);
TjAnswer tj_term_read_answer (const char *text);
TjOrganiserKind tj_term_read_organiser_kind (const char *text);
int tj_term_read_enrolment_end (const char *text);
int tj_term_read_certificate (const char *text);
TjStudyLevel tj_term_read_study_level (const char *text);
int tj_term_read_study_state (const char *text);
int tj_term_read_admission (const char *text);
int tj_term_read_report_category (const char *text);

G_END_DECLS

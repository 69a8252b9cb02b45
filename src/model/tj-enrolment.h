#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_ENROLMENT (tj_enrolment_get_type ())
G_DECLARE_FINAL_TYPE (TjEnrolment, tj_enrolment, TJ, ENROLMENT, TjEntity)

/* ends-on is TJ_DATE_NONE and end-reason -1 while it goes on. orientation is the study path within the
 * programme. A protected person's names are not kept. */

TjEnrolment *tj_enrolment_new (const char *personal_number);

const char *tj_enrolment_get_personal_number (TjEnrolment *self);
const char *tj_enrolment_get_given_name (TjEnrolment *self);
const char *tj_enrolment_get_family_name (TjEnrolment *self);
const char *tj_enrolment_get_school (TjEnrolment *self);
const char *tj_enrolment_get_organiser (TjEnrolment *self);
int tj_enrolment_get_organiser_kind (TjEnrolment *self);
int tj_enrolment_get_in_area (TjEnrolment *self);
const char *tj_enrolment_get_programme (TjEnrolment *self);
const char *tj_enrolment_get_orientation (TjEnrolment *self);
gint64 tj_enrolment_get_year (TjEnrolment *self);
TjDate tj_enrolment_get_starts_on (TjEnrolment *self);
TjDate tj_enrolment_get_ends_on (TjEnrolment *self);
int tj_enrolment_get_end_reason (TjEnrolment *self);
int tj_enrolment_get_reduced (TjEnrolment *self);
int tj_enrolment_get_prolonged (TjEnrolment *self);
int tj_enrolment_get_agreement (TjEnrolment *self);
int tj_enrolment_get_protection (TjEnrolment *self);

void tj_enrolment_set_personal_number (TjEnrolment *self, const char *personal_number);
void tj_enrolment_set_given_name (TjEnrolment *self, const char *given_name);
void tj_enrolment_set_family_name (TjEnrolment *self, const char *family_name);
void tj_enrolment_set_school (TjEnrolment *self, const char *school);
void tj_enrolment_set_organiser (TjEnrolment *self, const char *organiser);
void tj_enrolment_set_organiser_kind (TjEnrolment *self, int organiser_kind);
void tj_enrolment_set_in_area (TjEnrolment *self, int in_area);
void tj_enrolment_set_programme (TjEnrolment *self, const char *programme);
void tj_enrolment_set_orientation (TjEnrolment *self, const char *orientation);
void tj_enrolment_set_year (TjEnrolment *self, gint64 year);
void tj_enrolment_set_starts_on (TjEnrolment *self, TjDate starts_on);
void tj_enrolment_set_ends_on (TjEnrolment *self, TjDate ends_on);
void tj_enrolment_set_end_reason (TjEnrolment *self, int end_reason);
void tj_enrolment_set_reduced (TjEnrolment *self, int reduced);
void tj_enrolment_set_prolonged (TjEnrolment *self, int prolonged);
void tj_enrolment_set_agreement (TjEnrolment *self, int agreement);
void tj_enrolment_set_protection (TjEnrolment *self, int protection);

G_END_DECLS

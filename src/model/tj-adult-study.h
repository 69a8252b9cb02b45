#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_ADULT_STUDY (tj_adult_study_get_type ())
G_DECLARE_FINAL_TYPE (TjAdultStudy, tj_adult_study, TJ, ADULT_STUDY, TjEntity)

/* Those at upper-secondary level that are ongoing take a youth out of the target group, and give a right
 * to a bus card. A protected person's names are not kept. */

TjAdultStudy *tj_adult_study_new (const char *personal_number);

const char *tj_adult_study_get_personal_number (TjAdultStudy *self);
const char *tj_adult_study_get_given_name (TjAdultStudy *self);
const char *tj_adult_study_get_family_name (TjAdultStudy *self);
const char *tj_adult_study_get_course (TjAdultStudy *self);
int tj_adult_study_get_level (TjAdultStudy *self);
TjDate tj_adult_study_get_starts_on (TjAdultStudy *self);
TjDate tj_adult_study_get_ends_on (TjAdultStudy *self);
int tj_adult_study_get_state (TjAdultStudy *self);
int tj_adult_study_get_protection (TjAdultStudy *self);

void tj_adult_study_set_personal_number (TjAdultStudy *self, const char *personal_number);
void tj_adult_study_set_given_name (TjAdultStudy *self, const char *given_name);
void tj_adult_study_set_family_name (TjAdultStudy *self, const char *family_name);
void tj_adult_study_set_course (TjAdultStudy *self, const char *course);
void tj_adult_study_set_level (TjAdultStudy *self, int level);
void tj_adult_study_set_starts_on (TjAdultStudy *self, TjDate starts_on);
void tj_adult_study_set_ends_on (TjAdultStudy *self, TjDate ends_on);
void tj_adult_study_set_state (TjAdultStudy *self, int state);
void tj_adult_study_set_protection (TjAdultStudy *self, int protection);

G_END_DECLS

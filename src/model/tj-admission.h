#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_ADMISSION (tj_admission_get_type ())
G_DECLARE_FINAL_TYPE (TjAdmission, tj_admission, TJ, ADMISSION, TjEntity)

/* year is that of the autumn term applied for. */

TjAdmission *tj_admission_new (const char *personal_number);

const char *tj_admission_get_personal_number (TjAdmission *self);
gint64 tj_admission_get_year (TjAdmission *self);
int tj_admission_get_state (TjAdmission *self);
const char *tj_admission_get_school (TjAdmission *self);
const char *tj_admission_get_programme (TjAdmission *self);

void tj_admission_set_personal_number (TjAdmission *self, const char *personal_number);
void tj_admission_set_year (TjAdmission *self, gint64 year);
void tj_admission_set_state (TjAdmission *self, int state);
void tj_admission_set_school (TjAdmission *self, const char *school);
void tj_admission_set_programme (TjAdmission *self, const char *programme);

G_END_DECLS

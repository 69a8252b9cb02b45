#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_RESIDENT (tj_resident_get_type ())
G_DECLARE_FINAL_TYPE (TjResident, tj_resident, TJ, RESIDENT, TjEntity)

/* A protected person has no names and no address here. moved-out is set for one whom the list itself
 * says has left. */

TjResident *tj_resident_new (const char *personal_number);

const char *tj_resident_get_personal_number (TjResident *self);
const char *tj_resident_get_given_name (TjResident *self);
const char *tj_resident_get_family_name (TjResident *self);
const char *tj_resident_get_care_of (TjResident *self);
const char *tj_resident_get_street (TjResident *self);
const char *tj_resident_get_extra (TjResident *self);
const char *tj_resident_get_postal_code (TjResident *self);
const char *tj_resident_get_locality (TjResident *self);
const char *tj_resident_get_municipality (TjResident *self);
TjDate tj_resident_get_moved_in (TjResident *self);
TjDate tj_resident_get_moved_out (TjResident *self);
int tj_resident_get_protection (TjResident *self);

void tj_resident_set_personal_number (TjResident *self, const char *personal_number);
void tj_resident_set_given_name (TjResident *self, const char *given_name);
void tj_resident_set_family_name (TjResident *self, const char *family_name);
void tj_resident_set_care_of (TjResident *self, const char *care_of);
void tj_resident_set_street (TjResident *self, const char *street);
void tj_resident_set_extra (TjResident *self, const char *extra);
void tj_resident_set_postal_code (TjResident *self, const char *postal_code);
void tj_resident_set_locality (TjResident *self, const char *locality);
void tj_resident_set_municipality (TjResident *self, const char *municipality);
void tj_resident_set_moved_in (TjResident *self, TjDate moved_in);
void tj_resident_set_moved_out (TjResident *self, TjDate moved_out);
void tj_resident_set_protection (TjResident *self, int protection);

G_END_DECLS

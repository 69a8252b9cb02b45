#pragma once

#include "tj-entity.h"
#include "tj-personal-number.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH (tj_youth_get_type ())
G_DECLARE_FINAL_TYPE (TjYouth, tj_youth, TJ, YOUTH, TjEntity)

/* Properties beside the fields below, read-only and derived: "name" (given and family name),
 * "sex" (int, TjSex), "has-details" (phone or e-mail), "has-address". Setting the number sets
 * number-kind and birth, setting a name sets sort-key (tj-sort-key.h). */

TjYouth *tj_youth_new (void);

const char *tj_youth_get_personal_number (TjYouth *self);
int tj_youth_get_number_kind (TjYouth *self);
TjDate tj_youth_get_birth (TjYouth *self);
const char *tj_youth_get_given_name (TjYouth *self);
const char *tj_youth_get_family_name (TjYouth *self);
const char *tj_youth_get_sort_key (TjYouth *self);
const char *tj_youth_get_care_of (TjYouth *self);
const char *tj_youth_get_street (TjYouth *self);
const char *tj_youth_get_extra (TjYouth *self);
const char *tj_youth_get_postal_code (TjYouth *self);
const char *tj_youth_get_locality (TjYouth *self);
const char *tj_youth_get_phone (TjYouth *self);
const char *tj_youth_get_email (TjYouth *self);
int tj_youth_get_protection (TjYouth *self);

void tj_youth_set_personal_number (TjYouth *self, const char *personal_number);
void tj_youth_set_number_kind (TjYouth *self, int number_kind);
void tj_youth_set_birth (TjYouth *self, TjDate birth);
void tj_youth_set_given_name (TjYouth *self, const char *given_name);
void tj_youth_set_family_name (TjYouth *self, const char *family_name);
void tj_youth_set_sort_key (TjYouth *self, const char *sort_key);
void tj_youth_set_care_of (TjYouth *self, const char *care_of);
void tj_youth_set_street (TjYouth *self, const char *street);
void tj_youth_set_extra (TjYouth *self, const char *extra);
void tj_youth_set_postal_code (TjYouth *self, const char *postal_code);
void tj_youth_set_locality (TjYouth *self, const char *locality);
void tj_youth_set_phone (TjYouth *self, const char *phone);
void tj_youth_set_email (TjYouth *self, const char *email);
void tj_youth_set_protection (TjYouth *self, int protection);

char *tj_youth_dup_name (TjYouth *self);
TjSex tj_youth_get_sex (TjYouth *self);
gboolean tj_youth_has_details (TjYouth *self);
gboolean tj_youth_has_address (TjYouth *self);
gboolean tj_youth_is_protected (TjYouth *self);

G_END_DECLS

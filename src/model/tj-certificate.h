#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_CERTIFICATE (tj_certificate_get_type ())
G_DECLARE_FINAL_TYPE (TjCertificate, tj_certificate, TJ, CERTIFICATE, TjEntity)

/* issued-on is TJ_DATE_NONE when the list does not say. */

TjCertificate *tj_certificate_new (const char *personal_number);

const char *tj_certificate_get_personal_number (TjCertificate *self);
int tj_certificate_get_kind (TjCertificate *self);
const char *tj_certificate_get_school (TjCertificate *self);
const char *tj_certificate_get_programme (TjCertificate *self);
TjDate tj_certificate_get_issued_on (TjCertificate *self);

void tj_certificate_set_personal_number (TjCertificate *self, const char *personal_number);
void tj_certificate_set_kind (TjCertificate *self, int kind);
void tj_certificate_set_school (TjCertificate *self, const char *school);
void tj_certificate_set_programme (TjCertificate *self, const char *programme);
void tj_certificate_set_issued_on (TjCertificate *self, TjDate issued_on);

G_END_DECLS

#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_REGISTRATION (tj_registration_get_type ())
G_DECLARE_FINAL_TYPE (TjRegistration, tj_registration, TJ, REGISTRATION, TjEntity)

/* One period in the register: blocks 1 and 5 of the documentation. Open while deregistered-on
 * is TJ_DATE_NONE; its reason is then -1. */

TjRegistration *tj_registration_new (gint64 youth_id);

gint64 tj_registration_get_youth_id (TjRegistration *self);
TjDate tj_registration_get_registered_on (TjRegistration *self);
int tj_registration_get_background (TjRegistration *self);
const char *tj_registration_get_latest_education (TjRegistration *self);
TjDate tj_registration_get_deregistered_on (TjRegistration *self);
int tj_registration_get_reason (TjRegistration *self);

void tj_registration_set_youth_id (TjRegistration *self, gint64 youth_id);
void tj_registration_set_registered_on (TjRegistration *self, TjDate registered_on);
void tj_registration_set_background (TjRegistration *self, int background);
void tj_registration_set_latest_education (TjRegistration *self, const char *latest_education);
void tj_registration_set_deregistered_on (TjRegistration *self, TjDate deregistered_on);
void tj_registration_set_reason (TjRegistration *self, int reason);

gboolean tj_registration_is_open (TjRegistration *self);

G_END_DECLS

#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONTACT (tj_contact_get_type ())
G_DECLARE_FINAL_TYPE (TjContact, tj_contact, TJ, CONTACT, TjEntity)

/* A contact or an attempt: block 2. letter-id links the copy of the letter, when it was ours
 * and kept; letter-kind ("brev1") names it in either case. */

TjContact *tj_contact_new (gint64 youth_id);

gint64 tj_contact_get_youth_id (TjContact *self);
TjDate tj_contact_get_date (TjContact *self);
int tj_contact_get_channel (TjContact *self);
int tj_contact_get_direction (TjContact *self);
int tj_contact_get_outcome (TjContact *self);
int tj_contact_get_occupation (TjContact *self);
const char *tj_contact_get_note (TjContact *self);
gint64 tj_contact_get_letter_id (TjContact *self);
const char *tj_contact_get_letter_kind (TjContact *self);

void tj_contact_set_youth_id (TjContact *self, gint64 youth_id);
void tj_contact_set_date (TjContact *self, TjDate date);
void tj_contact_set_channel (TjContact *self, int channel);
void tj_contact_set_direction (TjContact *self, int direction);
void tj_contact_set_outcome (TjContact *self, int outcome);
void tj_contact_set_occupation (TjContact *self, int occupation);
void tj_contact_set_note (TjContact *self, const char *note);
void tj_contact_set_letter_id (TjContact *self, gint64 letter_id);
void tj_contact_set_letter_kind (TjContact *self, const char *letter_kind);

G_END_DECLS

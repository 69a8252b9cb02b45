#pragma once

#include <adwaita.h>

#include "tj-context.h"
#include "tj-ladder.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONTACT_FORM (tj_contact_form_get_type ())
G_DECLARE_FINAL_TYPE (TjContactForm, tj_contact_form, TJ, CONTACT_FORM, AdwBin)

void tj_contact_form_begin (TjContactForm *self,
                            TjContext *context,
                            gint64 youth_id,
                            const TjLadder *ladder);

G_END_DECLS

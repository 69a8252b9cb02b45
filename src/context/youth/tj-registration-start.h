#pragma once

#include "tj-codes.h"
#include "tj-context.h"
#include "tj-youth.h"

G_BEGIN_DECLS

/* A registration being checked or made, with what it has to look at. The youth may be one who is not
 * in the register yet. */
typedef struct
{
  TjContext *context;
  TjYouth *youth; /* with the id 0 until it is written */
  TjDate date;
  TjBackground background;
  char *education; /* the latest: "Västerhöjd, EE" */
} TjRegistrationStart;

gboolean tj_registration_start_load (TjRegistrationStart *start,
                                     TjContext *context,
                                     const char *personal_number,
                                     GError **error);
gboolean tj_registration_start_find_facts (TjRegistrationStart *start, GError **error);
gboolean tj_registration_start_is_registered (TjRegistrationStart *start);
gboolean tj_registration_start_check (TjRegistrationStart *start, GError **error);
gint64 tj_registration_start_write (TjRegistrationStart *start, TjChange *change, GError **error);
void tj_registration_start_clear (TjRegistrationStart *start);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TjRegistrationStart, tj_registration_start_clear)

G_END_DECLS

#pragma once

#include "tj-import-job.h"

G_BEGIN_DECLS

/* What a row says about a registration. */
typedef struct
{
  TjDate registered_on; /* TJ_DATE_NONE when the row does not say */
  int background;       /* TjBackground; unknown says nothing */
  char *education;      /* owned; "" says nothing */
} TjRegistrationFacts;

/* A youth's registration under change by a row: the open one, or a new one. */
typedef struct
{
  TjImportJob *job;
  const TjImportRow *row;
  TjRegistrationFacts facts;
  TjRegistration *open; /* borrowed; NULL when the youth is to be registered */
  TjDate start;         /* the day that the registration shall have */
  TjImportReason problem;
  TjImportReason warning;
} TjRegistrationEdit;

gboolean tj_registration_edit_plan (TjRegistrationEdit *edit,
                                    TjImportJob *job,
                                    const TjImportRow *row,
                                    TjYouth *known,
                                    GError **error);
void tj_registration_edit_clear (TjRegistrationEdit *edit);
gboolean tj_registration_edit_is_changed (const TjRegistrationEdit *edit);
gboolean tj_registration_edit_save (TjRegistrationEdit *edit, gint64 youth_id, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TjRegistrationEdit, tj_registration_edit_clear)

G_END_DECLS

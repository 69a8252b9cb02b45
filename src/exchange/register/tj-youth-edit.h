#pragma once

#include "tj-import-job.h"

G_BEGIN_DECLS

/* The fields of a youth that lists bring. */
typedef enum
{
  TJ_YOUTH_EDIT_GIVEN_NAME,
  TJ_YOUTH_EDIT_FAMILY_NAME,
  TJ_YOUTH_EDIT_CARE_OF,
  TJ_YOUTH_EDIT_STREET,
  TJ_YOUTH_EDIT_EXTRA,
  TJ_YOUTH_EDIT_POSTAL_CODE,
  TJ_YOUTH_EDIT_LOCALITY,
  TJ_YOUTH_EDIT_PHONE,
  TJ_YOUTH_EDIT_EMAIL,
  TJ_N_YOUTH_EDITS,
} TjYouthEditField;

/* A youth under change by a row: the one of the register stays as it is, a copy takes what is
 * new. `known` is NULL for a new youth. */
typedef struct
{
  TjImportJob *job;
  const TjImportRow *row;
  TjYouth *known;
  TjYouth *youth; /* owned; NULL while nothing is different */
} TjYouthEdit;

void
tj_youth_edit_begin (TjYouthEdit *edit, TjImportJob *job, const TjImportRow *row, TjYouth *known);
void tj_youth_edit_clear (TjYouthEdit *edit);
const char *tj_youth_edit_get (const TjYouthEdit *edit, TjYouthEditField field);
void tj_youth_edit_set (TjYouthEdit *edit, TjYouthEditField field, const char *text);
void tj_youth_edit_protect (TjYouthEdit *edit, int protection);
gboolean tj_youth_edit_is_changed (const TjYouthEdit *edit);
gboolean tj_youth_edit_save (TjYouthEdit *edit, gint64 *youth_id, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TjYouthEdit, tj_youth_edit_clear)

G_END_DECLS

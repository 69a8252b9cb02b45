#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

/* Whom a row is about, as it may be shown. Of a protected person there is a case number at most. */
typedef struct
{
  gboolean is_protected;
  char *name;   /* never NULL */
  char *number; /* personal number as the list has it, "" for a protected person */
} TjRowPerson;

TjRowPerson *tj_row_person_new (TjImportSession *session, const TjImportOutcome *outcome);
void tj_row_person_free (TjRowPerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjRowPerson, tj_row_person_free)

G_END_DECLS

#pragma once

#include "tj-scb-check.h"
#include "tj-scb-field.h"

G_BEGIN_DECLS

/* What the files of tj-scb-check share among themselves: a rule at work on a record. */
typedef struct
{
  const TjScbRule *rule;
  const TjScbRecord *record;
  int place;
  const TjScbTerms *terms;
  GArray *findings;
} TjScbLook;

struct _TjScbRule
{
  const char *word;
  TjScbSeverity severity;
  void (*check) (TjScbLook *look);
  const char *text;
  gboolean asks_outside; /* also of a registration that is not in the half-year */
};

void tj_scb_look_find (TjScbLook *look, TjScbField field);
void tj_scb_look_find_row (TjScbLook *look, TjScbField field, gint64 row_id, TjDate date);
void tj_scb_look_find_contact (TjScbLook *look, TjScbField field, const TjScbContact *contact);

void tj_scb_check_contact_before (TjScbLook *look);
void tj_scb_check_contact_after (TjScbLook *look);
void tj_scb_check_occupation_alone (TjScbLook *look);
void tj_scb_check_contact_alone (TjScbLook *look);
void tj_scb_check_measure_before (TjScbLook *look);
void tj_scb_check_measure_after (TjScbLook *look);
void tj_scb_check_measure_start (TjScbLook *look);
void tj_scb_check_measure_order (TjScbLook *look);
void tj_scb_check_end_reason (TjScbLook *look);
void tj_scb_check_end_after (TjScbLook *look);
void tj_scb_check_reason_alone (TjScbLook *look);
void tj_scb_check_after_alone (TjScbLook *look);
void tj_scb_check_measure_open (TjScbLook *look);

G_END_DECLS

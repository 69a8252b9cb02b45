#pragma once

#include "tj-codes.h"

G_BEGIN_DECLS

/* The list of codes whose words the municipality may edit itself. */
#define TJ_SCB_LIST_MEASURE_END "measure-end"

/* What a column of SCB's file can be filled with. There is no field for a name or an address: such
 * things are never exported. */
typedef enum
{
  TJ_SCB_PERSONAL_NUMBER,
  TJ_SCB_REGISTERED_ON,
  TJ_SCB_BACKGROUND,
  TJ_SCB_LATEST_EDUCATION,
  TJ_SCB_CONTACT_ON,
  TJ_SCB_CONTACT_OCCUPATION,
  TJ_SCB_CONTACT_CHANNEL,
  TJ_SCB_KNOWLEDGE_ON,
  TJ_SCB_KNOWLEDGE_SOURCE,
  TJ_SCB_KNOWLEDGE_OCCUPATION,
  TJ_SCB_MEASURE_TYPE,
  TJ_SCB_OCCUPATION_BEFORE,
  TJ_SCB_MEASURE_DECIDED_ON,
  TJ_SCB_MEASURE_STARTED_ON,
  TJ_SCB_MEASURE_CONTENT,
  TJ_SCB_MEASURE_ENDED_ON,
  TJ_SCB_MEASURE_END_REASON,
  TJ_SCB_OCCUPATION_AFTER,
  TJ_SCB_DEREGISTERED_ON,
  TJ_SCB_DEREGISTRATION_REASON,
  TJ_SCB_MUNICIPALITY,
  TJ_SCB_HALF_YEAR,
  TJ_SCB_N_FIELDS,
} TjScbField;

/* What is in a field, which decides how a layout may write it. */
typedef enum
{
  TJ_SCB_KIND_NUMBER, /* a personal number */
  TJ_SCB_KIND_DATE,
  TJ_SCB_KIND_CODE, /* through a list of codes */
  TJ_SCB_KIND_TEXT,
} TjScbKind;

const char *tj_scb_field_word (TjScbField field);
const char *tj_scb_field_label (TjScbField field);
gboolean tj_scb_field_parse (const char *word, TjScbField *field);
TjScbKind tj_scb_field_kind (TjScbField field);
int tj_scb_field_block (TjScbField field);
const char *tj_scb_field_list (TjScbField field);
const TjCodeList *tj_scb_list_words (const char *list);
gboolean tj_scb_list_is_known (const char *list);
const char *tj_scb_list_label (const char *list);

G_END_DECLS

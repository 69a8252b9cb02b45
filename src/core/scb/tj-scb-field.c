/* The fields that a layout's columns are filled from. Which column of SCB's file takes which field,
 * in what order and under what name, is the layout's; here is only what there is to choose from. */

#include "config.h"

#include "tj-scb-field.h"

#include <glib/gi18n-lib.h>

#define CONTEXT "scb-field"

typedef struct
{
  const char *word;
  const char *label;
  TjScbKind kind;
  int block;        /* of the five; 0 for none */
  const char *list; /* of codes */
} Field;

static const Field fields[] = {
  [TJ_SCB_PERSONAL_NUMBER]
  = { "personal-number", NC_ ("scb-field", "Personal number"), TJ_SCB_KIND_NUMBER, 1, NULL },
  [TJ_SCB_REGISTERED_ON]
  = { "registered-on", NC_ ("scb-field", "Day of registration"), TJ_SCB_KIND_DATE, 1, NULL },
  [TJ_SCB_BACKGROUND]
  = { "background", NC_ ("scb-field", "Background"), TJ_SCB_KIND_CODE, 1, "background" },
  [TJ_SCB_LATEST_EDUCATION]
  = { "latest-education", NC_ ("scb-field", "Latest education"), TJ_SCB_KIND_TEXT, 1, NULL },
  [TJ_SCB_CONTACT_ON]
  = { "contact-on", NC_ ("scb-field", "Day of contact"), TJ_SCB_KIND_DATE, 2, NULL },
  [TJ_SCB_CONTACT_OCCUPATION] = { "contact-occupation", NC_ ("scb-field", "Occupation at contact"),
                                  TJ_SCB_KIND_CODE, 2, "occupation" },
  [TJ_SCB_CONTACT_CHANNEL]
  = { "contact-channel", NC_ ("scb-field", "Way of contact"), TJ_SCB_KIND_CODE, 2, "channel" },
  [TJ_SCB_KNOWLEDGE_ON]
  = { "knowledge-on", NC_ ("scb-field", "Day of knowledge"), TJ_SCB_KIND_DATE, 2, NULL },
  [TJ_SCB_KNOWLEDGE_SOURCE]
  = { "knowledge-source", NC_ ("scb-field", "Source of knowledge"), TJ_SCB_KIND_CODE, 2, "source" },
  [TJ_SCB_KNOWLEDGE_OCCUPATION] = { "knowledge-occupation", NC_ ("scb-field", "Occupation known"),
                                    TJ_SCB_KIND_CODE, 2, "occupation" },
  [TJ_SCB_MEASURE_TYPE]
  = { "measure-type", NC_ ("scb-field", "Kind of decision"), TJ_SCB_KIND_CODE, 3, "measure-type" },
  [TJ_SCB_OCCUPATION_BEFORE]
  = { "occupation-before", NC_ ("scb-field", "Occupation before the measure"), TJ_SCB_KIND_CODE, 3,
      "occupation" },
  [TJ_SCB_MEASURE_DECIDED_ON]
  = { "measure-decided-on", NC_ ("scb-field", "Day of decision"), TJ_SCB_KIND_DATE, 3, NULL },
  [TJ_SCB_MEASURE_STARTED_ON]
  = { "measure-started-on", NC_ ("scb-field", "First day of the measure"), TJ_SCB_KIND_DATE, 3,
      NULL },
  [TJ_SCB_MEASURE_CONTENT] = { "measure-content", NC_ ("scb-field", "Content of the measure"),
                               TJ_SCB_KIND_CODE, 3, "measure-content" },
  [TJ_SCB_MEASURE_ENDED_ON]
  = { "measure-ended-on", NC_ ("scb-field", "Last day of the measure"), TJ_SCB_KIND_DATE, 4, NULL },
  [TJ_SCB_MEASURE_END_REASON] = { "measure-end-reason", NC_ ("scb-field", "Why the measure ended"),
                                  TJ_SCB_KIND_CODE, 4, TJ_SCB_LIST_MEASURE_END },
  [TJ_SCB_OCCUPATION_AFTER]
  = { "occupation-after", NC_ ("scb-field", "Occupation after the measure"), TJ_SCB_KIND_CODE, 4,
      "after-measure" },
  [TJ_SCB_DEREGISTERED_ON]
  = { "deregistered-on", NC_ ("scb-field", "Day of deregistration"), TJ_SCB_KIND_DATE, 5, NULL },
  [TJ_SCB_DEREGISTRATION_REASON] = { "deregistration-reason", NC_ ("scb-field", "Why deregistered"),
                                     TJ_SCB_KIND_CODE, 5, "deregistration" },
  [TJ_SCB_MUNICIPALITY]
  = { "municipality", NC_ ("scb-field", "Municipality's code"), TJ_SCB_KIND_TEXT, 0, NULL },
  [TJ_SCB_HALF_YEAR] = { "half-year", NC_ ("scb-field", "Half-year"), TJ_SCB_KIND_TEXT, 0, NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == TJ_SCB_N_FIELDS);

static const struct
{
  const char *name;
  const char *label;
  const TjCodeList *words; /* NULL: the municipality's own */
} lists[] = {
  { "background", NC_ ("scb-field", "Background"), &tj_backgrounds },
  { "occupation", NC_ ("scb-field", "Occupation"), &tj_occupations },
  { "channel", NC_ ("scb-field", "Way of contact"), &tj_channels },
  { "source", NC_ ("scb-field", "Source of knowledge"), &tj_sources },
  { "measure-type", NC_ ("scb-field", "Kind of decision"), &tj_measure_types },
  { "measure-content", NC_ ("scb-field", "Content of the measure"), &tj_measure_contents },
  { TJ_SCB_LIST_MEASURE_END, NC_ ("scb-field", "Why the measure ended"), NULL },
  { "after-measure", NC_ ("scb-field", "Occupation after the measure"), &tj_after_measures },
  { "deregistration", NC_ ("scb-field", "Why deregistered"), &tj_deregistrations },
};

/**
 * tj_scb_field_word:
 *
 * Returns: (transfer none): what layouts call @field
 */
const char *
tj_scb_field_word (TjScbField field)
{
  g_return_val_if_fail (field < TJ_SCB_N_FIELDS, NULL);

  return fields[field].word;
}

/**
 * tj_scb_field_label:
 *
 * Returns: (transfer none): what people call @field
 */
const char *
tj_scb_field_label (TjScbField field)
{
  g_return_val_if_fail (field < TJ_SCB_N_FIELDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, fields[field].label);
}

/**
 * tj_scb_field_parse:
 * @word: a layout's word for a field
 * @field: (out): untouched when there is none
 *
 * Returns: whether there is such a field
 */
gboolean
tj_scb_field_parse (const char *word, TjScbField *field)
{
  g_return_val_if_fail (word != NULL && field != NULL, FALSE);

  for (guint i = 0; i < TJ_SCB_N_FIELDS; i++)
    if (g_str_equal (fields[i].word, word))
      {
        *field = (TjScbField)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tj_scb_field_kind:
 *
 * Returns: what is in @field
 */
TjScbKind
tj_scb_field_kind (TjScbField field)
{
  g_return_val_if_fail (field < TJ_SCB_N_FIELDS, TJ_SCB_KIND_TEXT);

  return fields[field].kind;
}

/**
 * tj_scb_field_block:
 *
 * Returns: which of SCB's five blocks @field belongs to; 0 for none
 */
int
tj_scb_field_block (TjScbField field)
{
  g_return_val_if_fail (field < TJ_SCB_N_FIELDS, 0);

  return fields[field].block;
}

/**
 * tj_scb_field_list:
 *
 * Returns: (transfer none) (nullable): the list of codes that @field's words are from
 */
const char *
tj_scb_field_list (TjScbField field)
{
  g_return_val_if_fail (field < TJ_SCB_N_FIELDS, NULL);

  return fields[field].list;
}

/**
 * tj_scb_list_words:
 * @list: a list of codes
 *
 * Returns: (transfer none) (nullable): its words; NULL for the one that the municipality edits, and
 *   for none
 */
const TjCodeList *
tj_scb_list_words (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (lists[i].name, list) == 0)
      return lists[i].words;
  return NULL;
}

/**
 * tj_scb_list_is_known:
 *
 * Returns: whether there is a list of codes called @list
 */
gboolean
tj_scb_list_is_known (const char *list)
{
  return tj_scb_list_label (list) != NULL;
}

/**
 * tj_scb_list_label:
 *
 * Returns: (transfer none) (nullable): what people call @list; NULL when there is none such
 */
const char *
tj_scb_list_label (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (lists[i].name, list) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, lists[i].label);
  return NULL;
}

#pragma once

#include "tj-date.h"
#include "tj-paper-error.h"

G_BEGIN_DECLS

/* What a template may name as {{field}}. The order is that of tj_letter_field_name (). */
typedef enum
{
  TJ_LETTER_FIELD_MUNICIPALITY,
  TJ_LETTER_FIELD_UNIT,
  TJ_LETTER_FIELD_CONTACT_NAME,
  TJ_LETTER_FIELD_CONTACT_TITLE,
  TJ_LETTER_FIELD_PHONE,
  TJ_LETTER_FIELD_EMAIL,
  TJ_LETTER_FIELD_VISITING_ADDRESS,
  TJ_LETTER_FIELD_WEB,
  TJ_LETTER_FIELD_GIVEN_NAME,
  TJ_LETTER_FIELD_REFERENCE,
  TJ_LETTER_FIELD_DATE,
  TJ_N_LETTER_FIELDS,
} TjLetterField;

/* The values of one letter; NULL and "" both mean that the field is empty. */
typedef struct
{
  const char *values[TJ_N_LETTER_FIELDS];
} TjLetterFields;

typedef enum
{
  TJ_LETTER_BLOCK_HEADING,
  TJ_LETTER_BLOCK_SUBHEADING,
  TJ_LETTER_BLOCK_PARAGRAPH,
  TJ_LETTER_BLOCK_ITEM,
  TJ_LETTER_BLOCK_LINES,
  TJ_LETTER_BLOCK_NOTE,
} TjLetterBlockKind;

/* One paragraph of a filled-in letter. `personal` is set when it may differ between two letters
 * of a batch. */
typedef struct
{
  TjLetterBlockKind kind;
  gboolean personal;
  char *text;
} TjLetterBlock;

/* A letter's text: a few header lines, an empty line, and blocks (see the top of the .c). */
typedef struct _TjLetterTemplate TjLetterTemplate;

TjLetterTemplate *tj_letter_template_parse (const char *text, GError **error);
TjLetterTemplate *tj_letter_template_load (const char *kind, const char *language, GError **error);
TjLetterTemplate *tj_letter_template_ref (TjLetterTemplate *self);
void tj_letter_template_unref (TjLetterTemplate *self);

const char *tj_letter_template_get_kind (const TjLetterTemplate *self);
const char *tj_letter_template_get_title (const TjLetterTemplate *self);
const char *tj_letter_template_get_language (const TjLetterTemplate *self);
int tj_letter_template_get_version (const TjLetterTemplate *self);
const char *tj_letter_template_get_label (const TjLetterTemplate *self, TjLetterField field);
char *tj_letter_template_format_date (const TjLetterTemplate *self, TjDate date);
const char *tj_letter_template_get_text (const TjLetterTemplate *self);

GArray *tj_letter_template_fill (const TjLetterTemplate *self, const TjLetterFields *fields);

const char *tj_letter_field_name (TjLetterField field);
GStrv tj_letter_template_list_kinds (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLetterTemplate, tj_letter_template_unref)

G_END_DECLS

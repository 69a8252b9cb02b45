#pragma once

#include "tj-exchange-error.h"
#include "tj-half-year.h"
#include "tj-scb-field.h"

G_BEGIN_DECLS

/* What a row of the file stands for. A registration without contact or measure has one row
 * whatever the rule. */
typedef enum
{
  TJ_SCB_ROW_REGISTRATION, /* with its latest contact and measure */
  TJ_SCB_ROW_CONTACT,      /* each contact, with the latest measure */
  TJ_SCB_ROW_MEASURE,      /* each measure, with the latest contact */
  TJ_SCB_ROW_EVENT,        /* first contact beside first measure, second beside second … */
  TJ_SCB_N_ROWS,
} TjScbRowRule;

/* A word of the program, what people call it, and what SCB calls it: "" while nobody has said. */
typedef struct
{
  char *word;
  char *label;
  char *code;
} TjScbCode;

typedef struct
{
  char *name;
  char *of;         /* the program's list whose words it has */
  GPtrArray *codes; /* TjScbCode */
} TjScbCodeList;

/* One column: a field, a constant, or nothing at all. */
typedef struct
{
  char *name;
  char *note;
  gboolean has_field;
  TjScbField field;
  char *format;   /* of a date or a number; NULL as the layout has it */
  char *list;     /* of codes, NULL unless the field has words */
  char *constant; /* NULL for none */
} TjScbColumn;

/* How SCB wants a half-year: data, edited by the municipality. */
typedef struct
{
  char *name;
  char *title;
  char *note;
  TjHalfYear valid_from;
  TjScbRowRule row;
  char *sheet;
  char delimiter;
  char *encoding;
  gboolean has_header;
  gboolean has_quotes;
  gboolean with_outreach; /* decisions to seek are reported as measures are */
  char *date_format;
  char *number_format;
  TjDate earliest;
  int youngest_months;
  int oldest_years;
  GPtrArray *columns; /* TjScbColumn */
  GPtrArray *lists;   /* TjScbCodeList */
} TjScbLayout;

TjScbLayout *tj_scb_layout_new (const char *name);
TjScbLayout *tj_scb_layout_copy (const TjScbLayout *layout);
void tj_scb_layout_free (TjScbLayout *layout);

TjScbLayout *tj_scb_layout_read (const char *json, gssize length, GError **error);
char *tj_scb_layout_dup_json (const TjScbLayout *layout);
TjScbLayout *tj_scb_layout_load_shipped (GError **error);

TjScbColumn *tj_scb_layout_add_column (TjScbLayout *layout, const char *name);
void tj_scb_layout_set_field (TjScbLayout *layout, TjScbColumn *column, TjScbField field);
void tj_scb_column_set_constant (TjScbColumn *column, const char *constant);
gboolean tj_scb_layout_has_field (const TjScbLayout *layout, TjScbField field);
TjScbCodeList *tj_scb_layout_find_list (const TjScbLayout *layout, const char *name);
TjScbCodeList *tj_scb_layout_add_list (TjScbLayout *layout, const char *name, const char *of);
TjScbCode *tj_scb_code_list_find (const TjScbCodeList *list, const char *word);
TjScbCode *tj_scb_code_list_add (TjScbCodeList *list, const char *word, const char *label);
void tj_scb_code_set (TjScbCode *code, const char *value);
const char *const *tj_scb_row_words (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjScbLayout, tj_scb_layout_free)

G_END_DECLS

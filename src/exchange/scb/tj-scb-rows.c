/* From the records of a half-year to the cells of SCB's file, as a layout has it: which rows there
 * are, and what stands in each. A word without code stands there as its label: such a file is for
 * looking at, and nobody calls it ready. Whoever has only a temporary number has no row. */

#include "config.h"

#include "tj-scb-rows.h"

#include <string.h>

/* A column made ready: where a word's code is by its value, or by the word where the municipality has
 * its own. */
typedef struct
{
  const TjScbColumn *column;
  const char *format;
  const TjScbCodeList *list;
  GPtrArray *by_value; /* TjScbCode, NULL where the layout has none */
  GHashTable *by_word; /* word → TjScbCode */
} Column;

struct _TjScbRows
{
  const TjScbLayout *layout; /* borrowed */
  char half[TJ_HALF_YEAR_BUFFER];
  char *municipality;
  GArray *rows;
  GArray *columns;
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->by_value, g_ptr_array_unref);
  g_clear_pointer (&column->by_word, g_hash_table_unref);
}

static void
prepare_codes (Column *column)
{
  const TjCodeList *words = tj_scb_list_words (column->list->of);

  if (words != NULL)
    {
      column->by_value = g_ptr_array_new ();
      for (int i = 0; i < tj_code_count (words); i++)
        g_ptr_array_add (column->by_value,
                         tj_scb_code_list_find (column->list, tj_code_word (words, i)));
      return;
    }
  column->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < column->list->codes->len; i++)
    {
      TjScbCode *code = column->list->codes->pdata[i];

      g_hash_table_insert (column->by_word, code->word, code);
    }
}

static void
prepare_columns (TjScbRows *self)
{
  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      Column column = { .column = self->layout->columns->pdata[i] };

      if (column.column->has_field)
        {
          gboolean is_date = tj_scb_field_kind (column.column->field) == TJ_SCB_KIND_DATE;

          column.format = column.column->format != NULL ? column.column->format
                          : is_date                     ? self->layout->date_format
                                                        : self->layout->number_format;
          if (column.column->list != NULL)
            column.list = tj_scb_layout_find_list (self->layout, column.column->list);
          if (column.list != NULL)
            prepare_codes (&column);
        }
      g_array_append_val (self->columns, column);
    }
}

/* Contacts and measures stand by their days; an attempt is no contact. */
static const TjScbContact *
find_contact (const TjScbRecord *record, guint *place)
{
  while (*place < record->n_contacts && record->contacts[*place].date == TJ_DATE_NONE)
    (*place)++;
  return *place < record->n_contacts ? &record->contacts[(*place)++] : NULL;
}

static const TjScbContact *
find_latest_contact (const TjScbRecord *record)
{
  for (guint i = record->n_contacts; i > 0; i--)
    if (record->contacts[i - 1].date != TJ_DATE_NONE)
      return &record->contacts[i - 1];
  return NULL;
}

static const TjScbMeasure *
find_measure (const TjScbRecord *record, guint *place)
{
  return *place < record->n_measures ? &record->measures[(*place)++] : NULL;
}

/* The rows of one registration: at least one. */
static void
add_rows (TjScbRows *self, const TjScbRecord *record)
{
  const TjScbRowRule rule = self->layout->row;
  gboolean by_contact = rule == TJ_SCB_ROW_CONTACT || rule == TJ_SCB_ROW_EVENT;
  gboolean by_measure = rule == TJ_SCB_ROW_MEASURE || rule == TJ_SCB_ROW_EVENT;
  guint contact = 0, measure = 0;
  gboolean is_first = TRUE;

  for (;; is_first = FALSE)
    {
      TjScbRow row = { .record = record };

      row.contact = by_contact ? find_contact (record, &contact) : find_latest_contact (record);
      row.measure = by_measure               ? find_measure (record, &measure)
                    : record->n_measures > 0 ? &record->measures[record->n_measures - 1]
                                             : NULL;
      if (!is_first && !(by_contact && row.contact != NULL) && !(by_measure && row.measure != NULL))
        return;
      g_array_append_val (self->rows, row);
      if (rule == TJ_SCB_ROW_REGISTRATION)
        return;
    }
}

/**
 * tj_scb_rows_new:
 * @layout: must outlive the rows
 * @municipality: its four digits
 * @records: (array length=n_records): must outlive the rows
 *
 * Returns: (transfer full): the rows of the half-year
 */
TjScbRows *
tj_scb_rows_new (const TjScbLayout *layout,
                 TjHalfYear half,
                 const char *municipality,
                 const TjScbRecord *records,
                 guint n_records)
{
  TjScbRows *self = g_new0 (TjScbRows, 1);

  self->layout = layout;
  tj_half_year_write (half, self->half);
  self->municipality = g_strdup (municipality);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (TjScbRow), n_records);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  prepare_columns (self);
  for (guint i = 0; i < n_records; i++)
    if (!records[i].is_outside && records[i].number_kind != TJ_NUMBER_TEMPORARY)
      add_rows (self, &records[i]);
  return self;
}

/**
 * tj_scb_rows_free:
 *
 * Frees @self.
 */
void
tj_scb_rows_free (TjScbRows *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->municipality);
  g_free (self);
}

/**
 * tj_scb_rows_count:
 *
 * Returns: how many rows the file has, without its header
 */
guint
tj_scb_rows_count (const TjScbRows *self)
{
  return self->rows->len;
}

/**
 * tj_scb_rows_get:
 *
 * Returns: (transfer none): what stands in a row
 */
const TjScbRow *
tj_scb_rows_get (const TjScbRows *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, TjScbRow, row);
}

/**
 * tj_scb_rows_get_layout:
 *
 * Returns: (transfer none): the layout that they are written by
 */
const TjScbLayout *
tj_scb_rows_get_layout (const TjScbRows *self)
{
  return self->layout;
}

static TjDate
get_date (const TjScbRow *row, TjScbField field)
{
  const TjScbContact *contact = row->contact;
  const TjScbMeasure *measure = row->measure;

  switch (field)
    {
    case TJ_SCB_REGISTERED_ON:
      return row->record->registered_on;
    case TJ_SCB_CONTACT_ON:
      return contact != NULL ? contact->date : TJ_DATE_NONE;
    case TJ_SCB_KNOWLEDGE_ON:
      return row->record->knowledge.date;
    case TJ_SCB_MEASURE_DECIDED_ON:
      return measure != NULL ? measure->decided_on : TJ_DATE_NONE;
    case TJ_SCB_MEASURE_STARTED_ON:
      return measure != NULL ? measure->started_on : TJ_DATE_NONE;
    case TJ_SCB_MEASURE_ENDED_ON:
      return measure != NULL ? measure->ended_on : TJ_DATE_NONE;
    case TJ_SCB_DEREGISTERED_ON:
      return row->record->deregistered_on;
    default:
      return TJ_DATE_NONE;
    }
}

/* A value of the field's list; -1 for none. */
static int
get_value (const TjScbRow *row, TjScbField field)
{
  const TjScbContact *contact = row->contact;
  const TjScbMeasure *measure = row->measure;
  gboolean is_known = row->record->knowledge.date != TJ_DATE_NONE;

  switch (field)
    {
    case TJ_SCB_BACKGROUND:
      return row->record->background;
    case TJ_SCB_CONTACT_OCCUPATION:
      return contact != NULL ? contact->occupation : -1;
    case TJ_SCB_CONTACT_CHANNEL:
      return contact != NULL ? contact->channel : -1;
    case TJ_SCB_KNOWLEDGE_SOURCE:
      return is_known ? row->record->knowledge.source : -1;
    case TJ_SCB_KNOWLEDGE_OCCUPATION:
      return is_known ? row->record->knowledge.occupation : -1;
    case TJ_SCB_MEASURE_TYPE:
      return measure != NULL ? measure->type : -1;
    case TJ_SCB_OCCUPATION_BEFORE:
      return measure != NULL ? measure->before : -1;
    case TJ_SCB_MEASURE_CONTENT:
      return measure != NULL ? measure->content : -1;
    case TJ_SCB_OCCUPATION_AFTER:
      return measure != NULL ? measure->after : -1;
    case TJ_SCB_DEREGISTRATION_REASON:
      return row->record->reason;
    default:
      return -1;
    }
}

/* The word of a field whose list is the municipality's own; NULL for none. */
static const char *
get_own_word (const TjScbRow *row, TjScbField field)
{
  return field == TJ_SCB_MEASURE_END_REASON && row->measure != NULL && *row->measure->reason != '\0'
             ? row->measure->reason
             : NULL;
}

/* What stands in a cell of words: FALSE for nothing; *code is NULL when the layout lacks the word. */
static gboolean
find_code (const Column *column, const TjScbRow *row, const TjScbCode **code, const char **word)
{
  TjScbField field = column->column->field;
  int value;

  if (column->by_word != NULL)
    {
      *word = get_own_word (row, field);
      *code = *word != NULL ? g_hash_table_lookup (column->by_word, *word) : NULL;
      return *word != NULL;
    }
  value = get_value (row, field);
  if (value < 0 || value >= (int)column->by_value->len)
    return FALSE;
  *code = column->by_value->pdata[value];
  *word = tj_code_word (tj_scb_list_words (column->list->of), value);
  return TRUE;
}

static const char *
get_code_text (const Column *column, const TjScbRow *row)
{
  const TjScbCode *code;
  const char *word;

  if (column->list == NULL || !find_code (column, row, &code, &word))
    return "";
  return code == NULL ? word : *code->code != '\0' ? code->code : code->label;
}

static const char *
get_text (const TjScbRows *self, const TjScbRow *row, TjScbField field)
{
  switch (field)
    {
    case TJ_SCB_LATEST_EDUCATION:
      return row->record->latest_education;
    case TJ_SCB_MUNICIPALITY:
      return self->municipality;
    case TJ_SCB_HALF_YEAR:
      return self->half;
    default:
      return "";
    }
}

/**
 * tj_scb_rows_get_cell:
 * @buffer: may hold the text
 *
 * Returns: (transfer none): what stands there, UTF-8, "" for nothing; lives as long as @self and
 *   @buffer do
 */
const char *
tj_scb_rows_get_cell (const TjScbRows *self,
                      guint row_number,
                      guint column_number,
                      char buffer[TJ_SCB_CELL_BUFFER])
{
  const TjScbRow *row = &g_array_index (self->rows, TjScbRow, row_number);
  const Column *column = &g_array_index (self->columns, Column, column_number);
  TjScbField field = column->column->field;

  if (!column->column->has_field)
    return column->column->constant != NULL ? column->column->constant : "";
  switch (tj_scb_field_kind (field))
    {
    case TJ_SCB_KIND_NUMBER:
      return tj_scb_number_write (row->record->personal_number, column->format, buffer);
    case TJ_SCB_KIND_DATE:
      return tj_scb_date_write (get_date (row, field), column->format, buffer);
    case TJ_SCB_KIND_CODE:
      return get_code_text (column, row);
    default:
      return get_text (self, row, field);
    }
}

/**
 * tj_scb_rows_get_date:
 *
 * Returns: the date of a cell for which tj_scb_rows_is_spreadsheet_date() holds
 */
TjDate
tj_scb_rows_get_date (const TjScbRows *self, guint row, guint column)
{
  return get_date (&g_array_index (self->rows, TjScbRow, row),
                   g_array_index (self->columns, Column, column).column->field);
}

/**
 * tj_scb_rows_is_spreadsheet_date:
 *
 * Returns: whether a column's dates are to be dates to a spreadsheet, not text
 */
gboolean
tj_scb_rows_is_spreadsheet_date (const TjScbRows *self, guint column_number)
{
  const Column *column = &g_array_index (self->columns, Column, column_number);

  return column->column->has_field && tj_scb_field_kind (column->column->field) == TJ_SCB_KIND_DATE
         && g_str_equal (column->format, TJ_SCB_SPREADSHEET_DATE);
}

static void
missing_code_free (gpointer data)
{
  TjScbMissingCode *missing = data;

  g_free (missing->list);
  g_free (missing->word);
  g_free (missing->label);
  g_free (missing->columns);
  g_free (missing);
}

static TjScbMissingCode *
find_missing (GPtrArray *all, const char *list, const char *word)
{
  for (guint i = 0; i < all->len; i++)
    {
      TjScbMissingCode *missing = all->pdata[i];

      if (g_str_equal (missing->list, list) && g_str_equal (missing->word, word))
        return missing;
    }
  return NULL;
}

static void
note_column (GPtrArray *all, const Column *column, const TjScbCode *code, const char *word, guint n)
{
  TjScbMissingCode *missing = find_missing (all, column->list->name, word);
  const char *name = column->column->name;

  if (missing == NULL)
    {
      missing = g_new0 (TjScbMissingCode, 1);
      missing->list = g_strdup (column->list->name);
      missing->word = g_strdup (word);
      missing->label = g_strdup (code != NULL ? code->label : word);
      g_ptr_array_add (all, missing);
    }
  if (missing->columns != NULL)
    {
      char *joined = g_strconcat (missing->columns, ", ", name, NULL);

      g_free (missing->columns);
      missing->columns = joined;
    }
  else
    missing->columns = g_strdup (name);
  missing->rows += n;
}

/* Words are constants or live as long as the records, so counting them by address and then by text
 * is quick. */
static void
count_words (const TjScbRows *self, const Column *column, GHashTable *counts)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TjScbCode *code = NULL;
      const char *word = NULL;

      if (find_code (column, &g_array_index (self->rows, TjScbRow, i), &code, &word)
          && (code == NULL || *code->code == '\0'))
        g_hash_table_insert (
            counts, (gpointer)word,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
    }
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  const TjCodeList *words = data;
  int one = G_MAXINT, other = G_MAXINT;

  if (words != NULL)
    {
      tj_code_parse (words, a, &one);
      tj_code_parse (words, b, &other);
    }
  return one != other ? (one < other ? -1 : 1) : strcmp (a, b);
}

static void
list_column (const TjScbRows *self, const Column *column, GPtrArray *all)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) words = NULL;

  count_words (self, column, counts);
  words = g_hash_table_get_keys (counts);
  words = g_list_sort_with_data (words, compare_words,
                                 (gpointer)tj_scb_list_words (column->list->of));
  for (GList *word = words; word != NULL; word = word->next)
    note_column (all, column, tj_scb_code_list_find (column->list, word->data), word->data,
                 GPOINTER_TO_UINT (g_hash_table_lookup (counts, word->data)));
}

/**
 * tj_scb_rows_list_missing_codes:
 *
 * Returns: (transfer container) (element-type TjScbMissingCode): the words in use without a code,
 *   by the columns that show them first; rows of several columns count once for each
 */
GPtrArray *
tj_scb_rows_list_missing_codes (const TjScbRows *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (missing_code_free);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (column->list != NULL)
        list_column (self, column, all);
    }
  return all;
}

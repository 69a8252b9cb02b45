/* A layout of SCB's file as values. Nothing of SCB's columns, order or codes is compiled in: what is
 * here only holds what a layout file says, and what a user changes in it. */

#include "config.h"

#include "tj-scb-layout.h"

#include "tj-scb-layout-private.h"

#define DATE_FORMAT "YYYYMMDD"
#define NUMBER_FORMAT "12"
#define ENCODING "windows-1252"
#define YOUNGEST_MONTHS 186 /* 15½ years */
#define OLDEST_YEARS 20
#define EARLIEST_YEAR 2015

static void
code_free (gpointer data)
{
  TjScbCode *code = data;

  g_free (code->word);
  g_free (code->label);
  g_free (code->code);
  g_free (code);
}

static void
list_free (gpointer data)
{
  TjScbCodeList *list = data;

  g_free (list->name);
  g_free (list->of);
  g_ptr_array_unref (list->codes);
  g_free (list);
}

static void
column_free (gpointer data)
{
  TjScbColumn *column = data;

  g_free (column->name);
  g_free (column->note);
  g_free (column->format);
  g_free (column->list);
  g_free (column->constant);
  g_free (column);
}

/**
 * tj_scb_layout_new:
 * @name: what it is called
 *
 * Returns: (transfer full): a layout without columns, with what is usual
 */
TjScbLayout *
tj_scb_layout_new (const char *name)
{
  TjScbLayout *layout = g_new0 (TjScbLayout, 1);

  layout->name = g_strdup (name);
  layout->title = g_strdup (name);
  layout->row = TJ_SCB_ROW_EVENT;
  layout->delimiter = ';';
  layout->encoding = g_strdup (ENCODING);
  layout->has_header = layout->has_quotes = TRUE;
  layout->date_format = g_strdup (DATE_FORMAT);
  layout->number_format = g_strdup (NUMBER_FORMAT);
  layout->earliest = tj_date_new (EARLIEST_YEAR, 1, 1);
  layout->youngest_months = YOUNGEST_MONTHS;
  layout->oldest_years = OLDEST_YEARS;
  layout->columns = g_ptr_array_new_with_free_func (column_free);
  layout->lists = g_ptr_array_new_with_free_func (list_free);
  return layout;
}

/**
 * tj_scb_layout_free:
 * @layout: (transfer full): a layout
 *
 * Frees it.
 */
void
tj_scb_layout_free (TjScbLayout *layout)
{
  g_free (layout->name);
  g_free (layout->title);
  g_free (layout->note);
  g_free (layout->sheet);
  g_free (layout->encoding);
  g_free (layout->date_format);
  g_free (layout->number_format);
  g_ptr_array_unref (layout->columns);
  g_ptr_array_unref (layout->lists);
  g_free (layout);
}

static void
copy_lists (TjScbLayout *copy, const TjScbLayout *layout)
{
  for (guint i = 0; i < layout->lists->len; i++)
    {
      const TjScbCodeList *from = layout->lists->pdata[i];
      TjScbCodeList *list = tj_scb_layout_add_list (copy, from->name, from->of);

      for (guint k = 0; k < from->codes->len; k++)
        {
          const TjScbCode *code = from->codes->pdata[k];

          tj_scb_code_set (tj_scb_code_list_add (list, code->word, code->label), code->code);
        }
    }
}

/**
 * tj_scb_layout_copy:
 *
 * Returns: (transfer full): a layout of its own, for a form to edit
 */
TjScbLayout *
tj_scb_layout_copy (const TjScbLayout *layout)
{
  TjScbLayout *copy = tj_scb_layout_new (layout->name);

  tj_scb_layout_take_settings (copy, layout);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *from = layout->columns->pdata[i];
      TjScbColumn *column = tj_scb_layout_add_column (copy, from->name);

      column->note = g_strdup (from->note);
      column->has_field = from->has_field;
      column->field = from->field;
      column->format = g_strdup (from->format);
      column->list = g_strdup (from->list);
      column->constant = g_strdup (from->constant);
    }
  copy_lists (copy, layout);
  return copy;
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* All of @from but its columns and codes, and the name. */
void
tj_scb_layout_take_settings (TjScbLayout *layout, const TjScbLayout *from)
{
  replace (&layout->title, from->title);
  replace (&layout->note, from->note);
  replace (&layout->sheet, from->sheet);
  replace (&layout->encoding, from->encoding);
  replace (&layout->date_format, from->date_format);
  replace (&layout->number_format, from->number_format);
  layout->valid_from = from->valid_from;
  layout->row = from->row;
  layout->delimiter = from->delimiter;
  layout->has_header = from->has_header;
  layout->has_quotes = from->has_quotes;
  layout->with_outreach = from->with_outreach;
  layout->earliest = from->earliest;
  layout->youngest_months = from->youngest_months;
  layout->oldest_years = from->oldest_years;
}

/* The codes of @from that @layout has no list of. */
void
tj_scb_layout_take_lists (TjScbLayout *layout, const TjScbLayout *from)
{
  copy_lists (layout, from);
}

/**
 * tj_scb_layout_add_column:
 *
 * Returns: (transfer none): a new last column, of nothing yet
 */
TjScbColumn *
tj_scb_layout_add_column (TjScbLayout *layout, const char *name)
{
  TjScbColumn *column = g_new0 (TjScbColumn, 1);

  column->name = g_strdup (name);
  g_ptr_array_add (layout->columns, column);
  return column;
}

/**
 * tj_scb_layout_set_field:
 * @column: a column of @layout
 *
 * Fills the column from @field, with the list of codes that goes with it.
 */
void
tj_scb_layout_set_field (TjScbLayout *layout, TjScbColumn *column, TjScbField field)
{
  const char *list = tj_scb_field_list (field);

  tj_scb_column_set_constant (column, NULL);
  column->has_field = TRUE;
  column->field = field;
  replace (&column->list, list);
  if (list != NULL && tj_scb_layout_find_list (layout, list) == NULL)
    tj_scb_layout_add_list (layout, list, list);
}

/**
 * tj_scb_column_set_constant:
 * @constant: (nullable): what every row has there; NULL to leave the column empty
 *
 * Fills the column from no field.
 */
void
tj_scb_column_set_constant (TjScbColumn *column, const char *constant)
{
  column->has_field = FALSE;
  g_clear_pointer (&column->list, g_free);
  g_clear_pointer (&column->format, g_free);
  replace (&column->constant, constant);
}

/**
 * tj_scb_layout_has_field:
 *
 * Returns: whether any column is filled from @field
 */
gboolean
tj_scb_layout_has_field (const TjScbLayout *layout, TjScbField field)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      if (column->has_field && column->field == field)
        return TRUE;
    }
  return FALSE;
}

/**
 * tj_scb_layout_find_list:
 *
 * Returns: (transfer none) (nullable): the list of codes called @name
 */
TjScbCodeList *
tj_scb_layout_find_list (const TjScbLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->lists->len; i++)
    {
      TjScbCodeList *list = layout->lists->pdata[i];

      if (g_strcmp0 (list->name, name) == 0)
        return list;
    }
  return NULL;
}

/**
 * tj_scb_layout_add_list:
 * @of: the program's list whose words it has
 *
 * Returns: (transfer none): a new list without codes
 */
TjScbCodeList *
tj_scb_layout_add_list (TjScbLayout *layout, const char *name, const char *of)
{
  TjScbCodeList *list = g_new0 (TjScbCodeList, 1);

  list->name = g_strdup (name);
  list->of = g_strdup (of);
  list->codes = g_ptr_array_new_with_free_func (code_free);
  g_ptr_array_add (layout->lists, list);
  return list;
}

/**
 * tj_scb_code_list_find:
 *
 * Returns: (transfer none) (nullable): the code of @word
 */
TjScbCode *
tj_scb_code_list_find (const TjScbCodeList *list, const char *word)
{
  for (guint i = 0; i < list->codes->len; i++)
    {
      TjScbCode *code = list->codes->pdata[i];

      if (g_str_equal (code->word, word))
        return code;
    }
  return NULL;
}

/**
 * tj_scb_code_list_add:
 *
 * Returns: (transfer none): a new word without code
 */
TjScbCode *
tj_scb_code_list_add (TjScbCodeList *list, const char *word, const char *label)
{
  TjScbCode *code = g_new0 (TjScbCode, 1);

  code->word = g_strdup (word);
  code->label = g_strdup (label);
  code->code = g_strdup ("");
  g_ptr_array_add (list->codes, code);
  return code;
}

/**
 * tj_scb_code_set:
 * @value: SCB's code; "" for none
 *
 * Sets it.
 */
void
tj_scb_code_set (TjScbCode *code, const char *value)
{
  replace (&code->code, value);
}

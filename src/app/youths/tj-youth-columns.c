/* The columns of the list of youths as a table: what each shows, how wide it is and how one orders
 * by it. Of a protected person no column but the first, which has the case number, and those of the
 * work itself tell anything. */

#include "config.h"

#include "tj-youth-columns.h"

#include "tj-date-text.h"
#include "tj-registration.h"
#include "tj-text-cell.h"
#include "tj-youth.h"

#include <glib/gi18n.h>

#define COLUMN_KEY "tj-youth-column"

/* A column's sorter only has to say that it was asked, see tj_youth_columns_get_order(). */
static const TjYouthColumn *asked;

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static char *
dup_name (TjYouthItem *item)
{
  return tj_youth_row_dup_name (tj_youth_item_get_row (item));
}

static char *
dup_age (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);

  if (tj_youth_item_is_protected (item) || row->birth == TJ_DATE_NONE)
    return NULL;
  return g_strdup_printf ("%d", tj_date_age (row->birth, tj_youth_item_get_today (item)));
}

static char *
dup_birthday (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);
  g_autofree char *date = NULL;

  if (tj_youth_item_is_protected (item) || row->birth == TJ_DATE_NONE)
    return NULL;
  date = tj_date_text_short (row->birth, tj_youth_item_get_today (item));
  return g_strdup_printf (_ ("Born %s"), date);
}

/* The youngest first, as the number that is shown. */
static int
compare_ages (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return compare_numbers (b->birth, a->birth);
}

static char *
dup_birth_year (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);
  int year, month, day;

  if (tj_youth_item_is_protected (item) || row->birth == TJ_DATE_NONE)
    return NULL;
  tj_date_get (row->birth, &year, &month, &day);
  return g_strdup_printf ("%d", year);
}

static int
compare_births (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return compare_numbers (a->birth, b->birth);
}

static char *
dup_status (TjYouthItem *item)
{
  return g_strdup (tj_code_label (&tj_statuses, tj_youth_item_get_row (item)->status));
}

static int
compare_statuses (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return a->status - b->status;
}

static char *
dup_next (TjYouthItem *item)
{
  return tj_youth_row_dup_next (tj_youth_item_get_row (item), tj_youth_item_get_today (item));
}

static char *
dup_next_tooltip (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);
  const char *step = row->next_step != NULL ? row->next_step->label : _ ("Follow-up");
  g_autofree char *date = NULL;

  if (row->next_due == TJ_DATE_NONE)
    return NULL;

  date = tj_date_text_long (row->next_due);
  return g_strdup_printf (_ ("%s by %s"), step, date);
}

/* Those for whom nothing waits come last. */
static int
compare_next (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return compare_numbers (a->next_due != TJ_DATE_NONE ? a->next_due : G_MAXUINT,
                          b->next_due != TJ_DATE_NONE ? b->next_due : G_MAXUINT);
}

static char *
dup_latest (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);
  g_autofree char *outcome = NULL;
  g_autofree char *when = NULL;

  if (row->contact_on == TJ_DATE_NONE)
    return g_strdup (_ ("never"));

  when = tj_date_text_since (row->contact_on, tj_youth_item_get_today (item));
  outcome = tj_text_within (tj_code_label (&tj_outcomes, row->contact_outcome));
  return g_strdup_printf ("%s · %s, %s", when, tj_code_label (&tj_channels, row->contact_channel),
                          outcome);
}

static char *
dup_latest_tooltip (TjYouthItem *item)
{
  const TjAgendaRow *row = tj_youth_item_get_row (item);
  g_autofree char *date = NULL;
  g_autofree char *outcome = NULL;

  if (row->contact_on == TJ_DATE_NONE)
    return NULL;

  date = tj_date_text_long (row->contact_on);
  outcome = tj_text_within (tj_code_label (&tj_outcomes, row->contact_outcome));
  return g_strdup_printf ("%s: %s, %s", date, tj_code_label (&tj_channels, row->contact_channel),
                          outcome);
}

static int
compare_latest (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return compare_numbers (a->contact_on, b->contact_on);
}

static char *
dup_registered (TjYouthItem *item)
{
  return tj_date_text_relative (tj_youth_item_get_row (item)->registered_on,
                                tj_youth_item_get_today (item));
}

static char *
dup_registered_tooltip (TjYouthItem *item)
{
  TjDate date = tj_youth_item_get_row (item)->registered_on;

  return date != TJ_DATE_NONE ? tj_date_text_long (date) : NULL;
}

static int
compare_registered (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return compare_numbers (a->registered_on, b->registered_on);
}

static char *
dup_occupation (TjYouthItem *item)
{
  if (tj_youth_item_is_protected (item))
    return NULL;
  return g_strdup (tj_code_label (&tj_occupations, tj_youth_item_get_row (item)->occupation));
}

static int
compare_occupations (const TjAgendaRow *a, const TjAgendaRow *b)
{
  return a->occupation - b->occupation;
}

static char *
dup_background (TjYouthItem *item)
{
  TjRegistration *registration = tj_youth_item_get_registration (item);

  return registration != NULL ? g_strdup (
             tj_code_label (&tj_backgrounds, tj_registration_get_background (registration)))
                              : NULL;
}

static char *
dup_education (TjYouthItem *item)
{
  TjRegistration *registration = tj_youth_item_get_registration (item);

  return registration != NULL ? g_strdup (tj_registration_get_latest_education (registration))
                              : NULL;
}

static char *
dup_number (TjYouthItem *item)
{
  if (tj_youth_item_is_protected (item))
    return NULL;
  return tj_personal_number_format (tj_youth_item_get_row (item)->personal_number);
}

static char *
dup_phone (TjYouthItem *item)
{
  TjYouth *youth = tj_youth_item_get_youth (item);

  return youth != NULL ? g_strdup (tj_youth_get_phone (youth)) : NULL;
}

static char *
dup_email (TjYouthItem *item)
{
  TjYouth *youth = tj_youth_item_get_youth (item);

  return youth != NULL ? g_strdup (tj_youth_get_email (youth)) : NULL;
}

static char *
dup_locality (TjYouthItem *item)
{
  TjYouth *youth = tj_youth_item_get_youth (item);

  return youth != NULL ? g_strdup (tj_youth_get_locality (youth)) : NULL;
}

/* Who is responsible for a youth is not in the register, so there is no column of it. The first
 * column is ordered by name, which needs no function. */
const TjYouthColumn tj_youth_columns[] = {
  { "name", N_ ("Name"), 150, FALSE, FALSE, TRUE, dup_name, NULL, NULL },
  { "age", N_ ("Age"), 56, TRUE, FALSE, TRUE, dup_age, dup_birthday, compare_ages },
  { "list", N_ ("List"), 172, FALSE, FALSE, TRUE, dup_status, NULL, compare_statuses },
  { "next", N_ ("Next step"), -1, FALSE, TRUE, TRUE, dup_next, dup_next_tooltip, compare_next },
  { "latest", N_ ("Latest"), -1, FALSE, TRUE, TRUE, dup_latest, dup_latest_tooltip,
    compare_latest },
  { "registered", N_ ("Registered on"), 124, FALSE, FALSE, FALSE, dup_registered,
    dup_registered_tooltip, compare_registered },
  { "birth-year", N_ ("Birth year"), 92, TRUE, FALSE, FALSE, dup_birth_year, dup_birthday,
    compare_births },
  { "number", N_ ("Personal number"), 130, FALSE, FALSE, FALSE, dup_number, NULL, compare_births },
  { "occupation", N_ ("Occupation"), 150, FALSE, FALSE, FALSE, dup_occupation, NULL,
    compare_occupations },
  { "background", N_ ("Background"), 170, FALSE, FALSE, FALSE, dup_background, NULL, NULL },
  { "education", N_ ("Latest education"), 170, FALSE, FALSE, FALSE, dup_education, NULL, NULL },
  { "phone", N_ ("Phone"), 130, FALSE, FALSE, FALSE, dup_phone, NULL, NULL },
  { "email", N_ ("E-mail"), 190, FALSE, FALSE, FALSE, dup_email, NULL, NULL },
  { "locality", N_ ("Locality"), 120, FALSE, FALSE, FALSE, dup_locality, NULL, NULL },
};

const gsize tj_n_youth_columns = G_N_ELEMENTS (tj_youth_columns);

static gboolean
is_sortable (const TjYouthColumn *column)
{
  return column->compare != NULL || column == &tj_youth_columns[0];
}

static int
note_asked (gconstpointer a, gconstpointer b, gpointer column)
{
  asked = column;
  return -1;
}

/* Made when it is asked for: to set one costs a word with the display server, for each cell. */
static gboolean
on_query_tooltip (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  GtkListItem *list_item = user_data;
  const TjYouthColumn *column = g_object_get_data (G_OBJECT (cell), COLUMN_KEY);
  TjYouthItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = NULL;

  if (item != NULL && column->dup_tooltip != NULL)
    text = column->dup_tooltip (item);
  gtk_tooltip_set_text (tooltip, text != NULL ? text : tj_text_cell_get_text (TJ_TEXT_CELL (cell)));
  return item != NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TjYouthColumn *column = user_data;
  GtkWidget *cell = tj_text_cell_new (column->is_number);

  g_object_set_data (G_OBJECT (cell), COLUMN_KEY, (gpointer)column);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_tooltip), item);
  gtk_list_item_set_child (item, cell);
}

static void
mark_overdue (GtkWidget *cell, const TjAgendaRow *row)
{
  if (tj_youth_row_is_overdue (row))
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const TjYouthColumn *column = user_data;
  TjYouthItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *text = column->dup_text (item);

  tj_text_cell_set_text (TJ_TEXT_CELL (cell), text);
  if (column->dup_text == dup_next)
    mark_overdue (cell, tj_youth_item_get_row (item));
}

static GtkColumnViewColumn *
new_column (const TjYouthColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer)column);
  result = gtk_column_view_column_new (_ (column->title), factory);
  g_object_set_data (G_OBJECT (result), COLUMN_KEY, (gpointer)column);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_expand (result, column->expands);
  gtk_column_view_column_set_fixed_width (result, column->width);
  if (is_sortable (column))
    {
      g_autoptr (GtkSorter) sorter
          = GTK_SORTER (gtk_custom_sorter_new (note_asked, (gpointer)column, NULL));

      gtk_column_view_column_set_sorter (result, sorter);
    }
  return result;
}

/* NULL when there is no such column (any more). */
const TjYouthColumn *
tj_youth_column_find (const char *id)
{
  gsize i;

  for (i = 0; i < tj_n_youth_columns; i++)
    if (g_strcmp0 (tj_youth_columns[i].id, id) == 0)
      return &tj_youth_columns[i];

  return NULL;
}

const TjYouthColumn *
tj_youth_column_of (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), COLUMN_KEY);
}

/* Where a column stands in the view; G_MAXUINT when it is not shown. */
guint
tj_youth_columns_find_shown (GtkColumnView *view, const TjYouthColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (tj_youth_column_of (shown) == column)
        return i;
    }

  return G_MAXUINT;
}

/* Puts a column in the view, or moves it there. One that is not wanted is not in the view at all:
 * GTK 4.8 keeps room for the width of a column that is only invisible. */
void
tj_youth_columns_show (GtkColumnView *view, const TjYouthColumn *column, guint position)
{
  guint shown = tj_youth_columns_find_shown (view, column);
  g_autoptr (GtkColumnViewColumn) added
      = shown != G_MAXUINT ? g_list_model_get_item (gtk_column_view_get_columns (view), shown)
                           : new_column (column);

  gtk_column_view_insert_column (view, position, added);
}

/* The column the view is ordered by, or NULL. GTK 4.8 does not tell, but asks the sorter of that
 * column first: two things are given it to compare, and the answer tells the direction. */
const TjYouthColumn *
tj_youth_columns_get_order (GtkColumnView *view, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkOrdering ordering;

  asked = NULL;
  ordering = gtk_sorter_compare (sorter, view, sorter);
  *descending = ordering == GTK_ORDERING_LARGER;
  return asked;
}

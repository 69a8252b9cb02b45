/* The price lists in the preferences: all prices, one line each, found by year and by what is typed.
 * A price opens in a page of its own, with the way back in a toast. */

#include "config.h"

#include "tj-price-page.h"

#include "tj-amount.h"
#include "tj-price-form.h"
#include "tj-price-service.h"
#include "tj-undo-service.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many as the eye goes through; typing narrows them down. */
#define MOST_ROWS 200

struct _TjPricePage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *add;
  GtkEditable *search;
  GtkDropDown *year;
  GtkStringList *years;
  GtkWidget *list;
  GtkListBox *rows;
  GtkWidget *none;

  TjContext *context;
  GPtrArray *prices;
  TjPriceLine *shown; /* in the page of its own */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjPricePage, tj_price_page, ADW_TYPE_PREFERENCES_PAGE)

static void refresh (TjPricePage *self);

static AdwPreferencesWindow *
get_window (TjPricePage *self)
{
  return ADW_PREFERENCES_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW));
}

static void
tell (TjPricePage *self, const char *words)
{
  adw_preferences_window_add_toast (get_window (self), adw_toast_new (words));
}

static void
on_undo (TjPricePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjUndoStep) step = tj_undo_service_undo (self->context, &error);

  refresh (self);
  tell (self, step != NULL ? _ ("Undone") : error->message);
}

static void
tell_undo (TjPricePage *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  adw_preferences_window_add_toast (get_window (self), toast);
}

static int
year_of (TjPriceLine *price)
{
  TjDate from = tj_price_line_get_valid_from (price);
  int year = 0, month, day;

  if (from != TJ_DATE_NONE)
    tj_date_get (from, &year, &month, &day);
  return year;
}

static char *
dup_title (TjPriceLine *price)
{
  const char *orientation = tj_price_line_get_orientation (price);
  const char *organiser = tj_price_line_get_organiser (price);
  GString *title = g_string_new (tj_price_line_get_programme (price));

  if (*orientation != '\0')
    g_string_append_printf (title, ", %s", orientation);
  if (*organiser != '\0')
    g_string_append_printf (title, " · %s", organiser);
  return g_string_free (title, FALSE);
}

static char *
dup_period (TjPriceLine *price)
{
  TjDate from = tj_price_line_get_valid_from (price), to = tj_price_line_get_valid_to (price);
  char first[TJ_DATE_BUFFER], last[TJ_DATE_BUFFER];

  if (from == TJ_DATE_NONE)
    return g_strdup (_ ("At any time"));
  return g_strdup_printf ("%s – %s", tj_date_write (from, first),
                          to != TJ_DATE_NONE ? tj_date_write (to, last)
                                             : _ ("until further notice"));
}

static char *
dup_subtitle (TjPriceLine *price)
{
  g_autofree char *period = dup_period (price);
  const char *origin = tj_price_line_get_origin (price);
  const char *begun
      = tj_price_line_get_begun_from (price) != TJ_DATE_NONE ? _ ("began 1 July 2025 or later")
        : tj_price_line_get_begun_to (price) != TJ_DATE_NONE ? _ ("began before 1 July 2025")
                                                             : NULL;
  GString *text = g_string_new (period);

  if (begun != NULL)
    g_string_append_printf (text, " · %s", begun);
  if (*origin != '\0')
    g_string_append_printf (text, " · %s", origin);
  return g_string_free (text, FALSE);
}

static void
add_row (TjPricePage *self, TjPriceLine *price)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (price);
  g_autofree char *subtitle = dup_subtitle (price);
  g_autofree char *amount = tj_amount_format (tj_price_line_get_year_ore (price));
  g_autofree char *text = g_strdup_printf (_ ("%s kr"), amount);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "price", g_object_ref (price), g_object_unref);
  gtk_list_box_append (self->rows, row);
}

static gboolean
is_wanted (TjPricePage *self, TjPriceLine *price, int year, const char *wanted)
{
  g_autofree char *title = dup_title (price);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return (year == 0 || year_of (price) == year) && strstr (folded, wanted) != NULL;
}

static int
chosen_year (TjPricePage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->year);

  return chosen != NULL ? (int)g_ascii_strtoll (gtk_string_object_get_string (chosen), NULL, 10)
                        : 0;
}

static void
show_prices (TjPricePage *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  GtkListBoxRow *row;
  guint n = 0;

  if (self->filling || self->prices == NULL)
    return;
  g_strstrip (wanted);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < self->prices->len && n < MOST_ROWS; i++)
    if (is_wanted (self, self->prices->pdata[i], chosen_year (self), wanted))
      {
        add_row (self, self->prices->pdata[i]);
        n++;
      }
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->none, self->prices->len == 0);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *)b - *(const int *)a;
}

/* The latest year stands after "all". */
static void
show_years (TjPricePage *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (int));
  int chosen = chosen_year (self);

  for (guint i = 0; i < self->prices->len; i++)
    {
      int year = year_of (self->prices->pdata[i]);

      if (year != 0)
        g_array_append_val (found, year);
    }
  g_array_sort (found, compare_years);
  gtk_string_list_splice (self->years, 0, g_list_model_get_n_items (G_LIST_MODEL (self->years)),
                          NULL);
  gtk_string_list_append (self->years, _ ("All years"));
  for (guint i = 0; i < found->len; i++)
    {
      int year = g_array_index (found, int, i);
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (i > 0 && g_array_index (found, int, i - 1) == year)
        continue;
      gtk_string_list_append (self->years, text);
      if (year == chosen)
        gtk_drop_down_set_selected (self->year,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->years)) - 1);
    }
}

static void
refresh (TjPricePage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *prices = tj_price_service_list (self->context, &error);

  if (prices == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->prices, g_ptr_array_unref);
  self->prices = prices;
  self->filling = TRUE;
  show_years (self);
  self->filling = FALSE;
  show_prices (self);
}

static void
close_form (TjPricePage *self)
{
  adw_preferences_window_close_subpage (get_window (self));
}

static void
on_saved (TjPricePage *self)
{
  close_form (self);
  refresh (self);
  tell_undo (self, _ ("The price is saved"));
}

static void
on_remove_clicked (TjPricePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!tj_price_service_remove (self->context, tj_entity_get_id (self->shown), &error))
    {
      tell (self, error->message);
      return;
    }
  close_form (self);
  refresh (self);
  tell_undo (self, _ ("The price is removed"));
}

static void
open_form (TjPricePage *self, TjPriceLine *price)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GtkWidget *subpage, *remove;
  TjPriceForm *form;

  g_type_ensure (TJ_TYPE_PRICE_FORM);
  gtk_builder_add_from_resource (builder, "/se/tjugo/Tjugo/ui/preferences/price-subpage.ui", NULL);
  subpage = GTK_WIDGET (gtk_builder_get_object (builder, "subpage"));
  form = TJ_PRICE_FORM (gtk_builder_get_object (builder, "form"));
  remove = GTK_WIDGET (gtk_builder_get_object (builder, "remove"));
  g_set_object (&self->shown, price);
  gtk_widget_set_visible (remove, tj_entity_get_id (price) != 0);
  g_signal_connect_object (gtk_builder_get_object (builder, "back"), "clicked",
                           G_CALLBACK (close_form), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "cancelled", G_CALLBACK (close_form), self, G_CONNECT_SWAPPED);
  adw_preferences_window_present_subpage (get_window (self), subpage);
  tj_price_form_show (form, self->context, price);
  tj_form_take_focus (TJ_FORM (form));
}

static void
on_row_activated (TjPricePage *self, GtkListBoxRow *row)
{
  open_form (self, g_object_get_data (G_OBJECT (row), "price"));
}

/* Most new prices hold for this year. */
static void
on_add_clicked (TjPricePage *self)
{
  g_autoptr (TjPriceLine) price = tj_price_line_new ();
  int year, month, day;

  tj_date_get (tj_context_get_today (self->context), &year, &month, &day);
  tj_price_line_set_valid_from (price, tj_date_new (year, 1, 1));
  tj_price_line_set_valid_to (price, tj_date_new (year, 12, 31));
  open_form (self, price);
}

static void
on_fill_clicked (TjPricePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!tj_price_service_fill_once (self->context, &error))
    {
      tell (self, error->message);
      return;
    }
  refresh (self);
  tell_undo (self, _ ("The national price list is in the register"));
}

/* Not only when it goes: AdwPreferencesWindow 1.2 keeps its pages for ever. */
static void
tj_price_page_unroot (GtkWidget *widget)
{
  TjPricePage *self = TJ_PRICE_PAGE (widget);

  g_clear_object (&self->shown);
  g_clear_object (&self->context);
  g_clear_pointer (&self->prices, g_ptr_array_unref);
  GTK_WIDGET_CLASS (tj_price_page_parent_class)->unroot (widget);
}

static void
tj_price_page_class_init (TjPricePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unroot = tj_price_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/preferences/tj-price-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, add);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, search);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, year);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, years);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, list);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, rows);
  gtk_widget_class_bind_template_child (widget_class, TjPricePage, none);
  gtk_widget_class_bind_template_callback (widget_class, show_prices);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_fill_clicked);
}

static void
tj_price_page_init (TjPricePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_price_page_begin (TjPricePage *self, TjContext *context)
{
  g_return_if_fail (TJ_IS_PRICE_PAGE (self));

  g_set_object (&self->context, context);
  refresh (self);
}

/* The form of one price, a new one or one that is there. */

#include "config.h"

#include "tj-price-form.h"

#include "tj-amount.h"
#include "tj-choice-row.h"
#include "tj-date-row.h"
#include "tj-import-terms.h"
#include "tj-price-service.h"
#include "tj-price.h"
#include "tj-programme.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEFORE "before"
#define SINCE "since"

struct _TjPriceForm
{
  TjForm parent_instance;

  TjTextRow *programme;
  TjTextRow *orientation;
  TjTextRow *organiser;
  TjTextRow *price;
  TjChoiceRow *begun;
  TjDateRow *valid_from;
  TjDateRow *valid_to;
  TjTextRow *origin;

  TjPriceLine *line;
};

G_DEFINE_FINAL_TYPE (TjPriceForm, tj_price_form, TJ_TYPE_FORM)

static char *
check_price (const char *text, gpointer user_data)
{
  gint64 ore;

  return tj_term_read_amount (text, &ore) && ore > 0
             ? NULL
             : g_strdup (_ ("Give the price of a year in kronor, as 121900."));
}

static const char *
begun_word (TjPriceLine *line)
{
  if (tj_price_line_get_begun_from (line) != TJ_DATE_NONE)
    return SINCE;
  return tj_price_line_get_begun_to (line) != TJ_DATE_NONE ? BEFORE : "";
}

static gboolean
tj_price_form_fill (TjForm *form, GError **error)
{
  TjPriceForm *self = TJ_PRICE_FORM (form);
  TjPriceLine *line = self->line;
  gint64 ore = tj_price_line_get_year_ore (line);
  g_autofree char *price = ore > 0 ? tj_amount_format (ore) : g_strdup ("");

  tj_text_row_set_text (self->programme, tj_price_line_get_programme (line));
  tj_text_row_set_text (self->orientation, tj_price_line_get_orientation (line));
  tj_text_row_set_text (self->organiser, tj_price_line_get_organiser (line));
  tj_text_row_set_text (self->price, price);
  tj_choice_row_set_word (self->begun, begun_word (line));
  tj_date_row_set_date (self->valid_from, tj_price_line_get_valid_from (line));
  tj_date_row_set_date (self->valid_to, tj_price_line_get_valid_to (line));
  tj_text_row_set_text (self->origin, tj_price_line_get_origin (line));
  return TRUE;
}

/* The code may say when the pupils began: "BA25". */
static void
read_programme (TjPriceForm *self, TjPriceLine *line)
{
  g_autofree char *code = tj_programme_read (tj_text_row_get_text (self->programme));
  g_autofree char *base = tj_programme_base (code);
  const char *begun = tj_choice_row_get_word (self->begun);
  gboolean has_suffix = strlen (base) != strlen (code);

  tj_price_line_set_programme (line, has_suffix ? base : code);
  tj_price_line_set_begun_from (
      line, has_suffix || g_strcmp0 (begun, SINCE) == 0 ? TJ_PROGRAMMES_RENEWED : TJ_DATE_NONE);
  tj_price_line_set_begun_to (line, !has_suffix && g_strcmp0 (begun, BEFORE) == 0
                                        ? TJ_PROGRAMMES_RENEWED - 1
                                        : TJ_DATE_NONE);
}

static TjPriceLine *
read_line (TjPriceForm *self)
{
  TjPriceLine *line = tj_entity_copy (self->line);
  gint64 ore = 0;

  read_programme (self, line);
  tj_term_read_amount (tj_text_row_get_text (self->price), &ore);
  tj_price_line_set_year_ore (line, ore);
  tj_price_line_set_orientation (line, tj_text_row_get_text (self->orientation));
  tj_price_line_set_organiser (line, tj_text_row_get_text (self->organiser));
  tj_price_line_set_valid_from (line, tj_date_row_get_date (self->valid_from));
  tj_price_line_set_valid_to (line, tj_date_row_get_date (self->valid_to));
  tj_price_line_set_origin (line, tj_text_row_get_text (self->origin));
  return line;
}

static gboolean
tj_price_form_check (TjForm *form, GError **error)
{
  TjPriceForm *self = TJ_PRICE_FORM (form);
  g_autoptr (TjPriceLine) line = read_line (self);
  g_autoptr (GError) problem = NULL;

  if (tj_price_service_check (tj_form_get_context (form), line, &problem))
    return TRUE;
  return tj_form_refuse (form, self->valid_to, problem->message);
}

static gboolean
tj_price_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjPriceLine) line = read_line (TJ_PRICE_FORM (form));

  return tj_price_service_save (tj_form_get_context (form), line, error);
}

static void
tj_price_form_dispose (GObject *object)
{
  g_clear_object (&TJ_PRICE_FORM (object)->line);
  G_OBJECT_CLASS (tj_price_form_parent_class)->dispose (object);
}

static void
tj_price_form_class_init (TjPriceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_price_form_dispose;
  form_class->fill = tj_price_form_fill;
  form_class->check = tj_price_form_check;
  form_class->save = tj_price_form_save;

  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/preferences/tj-price-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, programme);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, orientation);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, organiser);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, price);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, begun);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, valid_from);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, valid_to);
  gtk_widget_class_bind_template_child (widget_class, TjPriceForm, origin);
}

static void
tj_price_form_init (TjPriceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_text_row_set_placeholder (self->programme, _ ("As BA or IMA"));
  tj_text_row_set_check (self->price, check_price, NULL);
  tj_choice_row_clear (self->begun, _ ("At any time"));
  tj_choice_row_add (self->begun, BEFORE, _ ("Before 1 July 2025"));
  tj_choice_row_add (self->begun, SINCE, _ ("From 1 July 2025 on"));
}

/* Shows `price`, which is copied. */
void
tj_price_form_show (TjPriceForm *self, TjContext *context, TjPriceLine *price)
{
  g_return_if_fail (TJ_IS_PRICE_FORM (self));

  g_clear_object (&self->line);
  self->line = tj_entity_copy (price);
  tj_form_begin (TJ_FORM (self), context, 0, tj_entity_get_id (price));
}

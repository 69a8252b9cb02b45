/* Which rows of the log one wants to see: whom they are about, what was done, and when. */

#include "config.h"

#include "tj-log-filter-bar.h"

#include "tj-action.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TjLogFilterBar
{
  AdwBin parent_instance;

  GtkEditable *person;
  GtkDropDown *action;
  GtkDropDown *period;
  GtkWidget *days;
  GtkEditable *from;
  GtkEditable *to;

  GPtrArray *words; /* of the actions in the order of their labels, borrowed */
};

/* The periods, in the order of the Builder file. */
enum
{
  PERIOD_ALL,
  PERIOD_TODAY,
  PERIOD_WEEK,
  PERIOD_MONTH,
  PERIOD_LAST_MONTH,
  PERIOD_YEAR,
  PERIOD_OWN,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjLogFilterBar, tj_log_filter_bar, ADW_TYPE_BIN)

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (tj_action_label (*(const char *const *)a),
                         tj_action_label (*(const char *const *)b));
}

static void
fill_actions (TjLogFilterBar *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *word;

  self->words = g_ptr_array_new ();
  for (guint i = 0; (word = tj_action_get_word (i)) != NULL; i++)
    g_ptr_array_add (self->words, (gpointer)word);
  g_ptr_array_sort (self->words, compare_labels);

  gtk_string_list_append (labels, _ ("All actions"));
  for (guint i = 0; i < self->words->len; i++)
    gtk_string_list_append (labels, tj_action_label (self->words->pdata[i]));
  gtk_drop_down_set_model (self->action, G_LIST_MODEL (labels));
}

static void
emit_changed (TjLogFilterBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_period_selected (TjLogFilterBar *self)
{
  gtk_widget_set_visible (self->days, gtk_drop_down_get_selected (self->period) == PERIOD_OWN);
  emit_changed (self);
}

/* The day in a field; NONE when it is empty or not a day, which the field then shows. */
static TjDate
read_day (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  const TjDate date = tj_date_parse (text);
  const gboolean is_wrong = *text != '\0' && date == TJ_DATE_NONE;

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry),
                               is_wrong ? _ ("Write the day as year-month-day, such as 2026-11-18")
                                        : NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return date;
}

static void
fill_period (TjLogFilterBar *self, TjDate today, TjLogFilter *filter)
{
  int year, month;
  TjDate first;

  tj_date_get (today, &year, &month, NULL);
  first = tj_date_new (year, month, 1);
  switch (gtk_drop_down_get_selected (self->period))
    {
    case PERIOD_TODAY:
      filter->from = filter->to = today;
      break;
    case PERIOD_WEEK:
      filter->from = today - 6;
      break;
    case PERIOD_MONTH:
      filter->from = first;
      break;
    case PERIOD_LAST_MONTH:
      filter->from = tj_date_add_months (first, -1);
      filter->to = first - 1;
      break;
    case PERIOD_YEAR:
      filter->from = tj_date_new (year, 1, 1);
      break;
    case PERIOD_OWN:
      filter->from = read_day (self->from);
      filter->to = read_day (self->to);
      break;
    case PERIOD_ALL:
    default:
      break;
    }
}

static void
tj_log_filter_bar_dispose (GObject *object)
{
  g_clear_pointer (&TJ_LOG_FILTER_BAR (object)->words, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_log_filter_bar_parent_class)->dispose (object);
}

static void
tj_log_filter_bar_class_init (TjLogFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_log_filter_bar_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-log-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, person);
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, action);
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, period);
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, days);
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, from);
  gtk_widget_class_bind_template_child (widget_class, TjLogFilterBar, to);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_period_selected);
}

static void
tj_log_filter_bar_init (TjLogFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_actions (self);
  g_signal_connect_object (self->action, "notify::selected", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
}

/* Says in `filter` what is asked for; to be cleared with tj_log_filter_bar_clear_filter(). */
gboolean
tj_log_filter_bar_fill (TjLogFilterBar *self,
                        TjContext *context,
                        TjLogFilter *filter,
                        GError **error)
{
  const char *person = gtk_editable_get_text (self->person);
  const guint action = gtk_drop_down_get_selected (self->action);

  g_return_val_if_fail (TJ_IS_LOG_FILTER_BAR (self), FALSE);

  *filter = (TjLogFilter){ 0 };
  fill_period (self, tj_context_get_today (context), filter);
  if (action > 0 && action <= self->words->len)
    filter->action = self->words->pdata[action - 1];
  if (person[strspn (person, " ")] == '\0')
    return TRUE;
  filter->youths = tj_log_service_find_youths (context, person, error);
  return filter->youths != NULL;
}

void
tj_log_filter_bar_clear_filter (TjLogFilter *filter)
{
  g_clear_pointer (&filter->youths, g_hash_table_unref);
}

/* Whether the whole log is asked for. */
gboolean
tj_log_filter_bar_is_empty (TjLogFilterBar *self)
{
  g_return_val_if_fail (TJ_IS_LOG_FILTER_BAR (self), TRUE);

  return *gtk_editable_get_text (self->person) == '\0'
         && gtk_drop_down_get_selected (self->action) == 0
         && gtk_drop_down_get_selected (self->period) == PERIOD_ALL;
}

void
tj_log_filter_bar_focus_person (TjLogFilterBar *self)
{
  g_return_if_fail (TJ_IS_LOG_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->person));
}

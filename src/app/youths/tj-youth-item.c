/* One line of the list of youths, as texts that cells look up. It holds a place in an agenda list
 * and makes its texts when asked: a row out of sight costs nothing. A protected person shows no
 * name, only a case number. */

#include "config.h"

#include "tj-youth-item.h"

#include "tj-case-number.h"
#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjYouthItem
{
  GObject parent_instance;

  TjAgendaList *list;
  const TjAgendaRow *row;
  TjDate today;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_SORT_KEY,
  PROP_AGE,
  PROP_BIRTH,
  PROP_STATUS,
  PROP_NEXT,
  PROP_NEXT_DUE,
  PROP_NEXT_TOOLTIP,
  PROP_NEXT_CLASSES,
  PROP_LATEST,
  PROP_LATEST_ON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjYouthItem, tj_youth_item, G_TYPE_OBJECT)

static const char *const overdue_classes[] = { "numeric", "overdue", NULL };
static const char *const ordinary_classes[] = { "numeric", NULL };

static gboolean
is_overdue (const TjAgendaRow *row)
{
  return row->next_step != NULL && row->next_state == TJ_STEP_OVERDUE;
}

static char *
dup_next_tooltip (TjYouthItem *self)
{
  g_autofree char *date = NULL;

  if (self->row->next_due == TJ_DATE_NONE)
    return NULL;

  date = tj_date_text_long (self->row->next_due);
  return g_strdup_printf (_ ("By %s"), date);
}

static char *
dup_latest (TjYouthItem *self)
{
  const TjAgendaRow *row = self->row;
  g_autofree char *outcome = NULL;
  g_autofree char *when = NULL;

  if (row->contact_on == TJ_DATE_NONE)
    return g_strdup (_ ("never"));

  when = tj_date_text_short (row->contact_on, self->today);
  outcome = tj_text_within (tj_code_label (&tj_outcomes, row->contact_outcome));
  return g_strdup_printf ("%s · %s, %s", when, tj_code_label (&tj_channels, row->contact_channel),
                          outcome);
}

static void
tj_youth_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjYouthItem *self = TJ_YOUTH_ITEM (object);
  const TjAgendaRow *row = self->row;

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_take_string (value, tj_youth_row_dup_name (row));
      break;
    case PROP_SORT_KEY:
      g_value_set_string (value, row->sort_key);
      break;
    case PROP_AGE:
      g_value_take_string (value, g_strdup_printf ("%d", tj_date_age (row->birth, self->today)));
      break;
    case PROP_BIRTH:
      g_value_set_uint (value, row->birth);
      break;
    case PROP_STATUS:
      g_value_set_string (value, tj_code_label (&tj_statuses, row->status));
      break;
    case PROP_NEXT:
      g_value_take_string (value, tj_youth_row_dup_next (row, self->today));
      break;
    case PROP_NEXT_DUE:
      g_value_set_uint (value, row->next_due != TJ_DATE_NONE ? row->next_due : G_MAXUINT);
      break;
    case PROP_NEXT_TOOLTIP:
      g_value_take_string (value, dup_next_tooltip (self));
      break;
    case PROP_NEXT_CLASSES:
      g_value_set_boxed (value, is_overdue (row) ? overdue_classes : ordinary_classes);
      break;
    case PROP_LATEST:
      g_value_take_string (value, dup_latest (self));
      break;
    case PROP_LATEST_ON:
      g_value_set_uint (value, row->contact_on);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_youth_item_finalize (GObject *object)
{
  tj_agenda_list_unref (TJ_YOUTH_ITEM (object)->list);
  G_OBJECT_CLASS (tj_youth_item_parent_class)->finalize (object);
}

static void
install_string (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_number (guint prop_id, const char *name)
{
  properties[prop_id] = g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tj_youth_item_class_init (TjYouthItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_youth_item_finalize;
  G_OBJECT_CLASS (klass)->get_property = tj_youth_item_get_property;

  install_string (PROP_NAME, "name");
  install_string (PROP_SORT_KEY, "sort-key");
  install_string (PROP_AGE, "age");
  install_number (PROP_BIRTH, "birth");
  install_string (PROP_STATUS, "status");
  install_string (PROP_NEXT, "next");
  install_number (PROP_NEXT_DUE, "next-due");
  install_string (PROP_NEXT_TOOLTIP, "next-tooltip");
  properties[PROP_NEXT_CLASSES] = g_param_spec_boxed ("next-classes", NULL, NULL, G_TYPE_STRV,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_string (PROP_LATEST, "latest");
  install_number (PROP_LATEST_ON, "latest-on");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
tj_youth_item_init (TjYouthItem *self)
{
}

TjYouthItem *
tj_youth_item_new (TjAgendaList *list, gsize position, TjDate today)
{
  TjYouthItem *self = g_object_new (TJ_TYPE_YOUTH_ITEM, NULL);

  self->list = tj_agenda_list_ref (list);
  self->row = tj_agenda_list_get_row (list, position);
  self->today = today;
  return self;
}

gint64
tj_youth_item_get_id (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), 0);

  return self->row->youth_id;
}

const TjAgendaRow *
tj_youth_item_get_row (TjYouthItem *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ITEM (self), NULL);

  return self->row;
}

/* "Family, Given" as lists are sorted; a protected person by case number only. */
char *
tj_youth_row_dup_name (const TjAgendaRow *row)
{
  if (row->protection != TJ_PROTECTION_NONE)
    {
      g_autofree char *number = tj_case_number_format (row->youth_id);

      return g_strdup_printf (_ ("Protected person · %s"), number);
    }
  if (*row->family_name == '\0' || *row->given_name == '\0')
    return g_strconcat (row->family_name, row->given_name, NULL);

  return g_strdup_printf ("%s, %s", row->family_name, row->given_name);
}

/* How near the next step is and which: "2 days late · Brev 1". The time comes first, so that it is
 * seen in a narrow column. */
char *
tj_youth_row_dup_next (const TjAgendaRow *row, TjDate today)
{
  const char *step = row->next_step != NULL ? row->next_step->label : _ ("Follow-up");
  g_autofree char *when = NULL;

  if (row->next_due == TJ_DATE_NONE)
    return row->next_step != NULL ? g_strdup (step) : g_strdup (_ ("nothing waits"));
  if (is_overdue (row))
    when = tj_date_text_overdue ((int)today - (int)row->next_due);
  else
    when = tj_date_text_relative (row->next_due, today);

  return g_strdup_printf ("%s · %s", when, step);
}

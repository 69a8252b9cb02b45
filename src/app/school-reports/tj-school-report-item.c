/* One line of the list of school reports, as texts that cells look up. A protected youth is a case
 * number. */

#include "config.h"

#include "tj-school-report-item.h"

#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjSchoolReportItem
{
  GObject parent_instance;

  TjSchoolReport *report;
  char *name;
  gboolean is_registered;
  TjDate today;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_NAME_TOOLTIP,
  PROP_NAME_CLASSES,
  PROP_WEIGHT,
  PROP_WEIGHT_CLASSES,
  PROP_CATEGORY,
  PROP_CAME,
  PROP_CAME_ON,
  PROP_CAME_TOOLTIP,
  PROP_SCHOOL,
  PROP_STATE,
  PROP_STATE_CODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjSchoolReportItem, tj_school_report_item, G_TYPE_OBJECT)

static const char *const must_classes[] = { "report-weight", "must", NULL };
static const char *const should_classes[] = { "report-weight", NULL };
static const char *const plain_classes[] = { NULL };
static const char *const preventive_classes[] = { "preventive", NULL };
static const char *const done_classes[] = { "report-weight", "dim-label", NULL };

static gboolean
is_must (TjSchoolReportItem *self)
{
  return tj_report_category_is_must (
      (TjReportCategory)tj_school_report_get_category (self->report));
}

static gboolean
is_done (TjSchoolReportItem *self)
{
  return tj_school_report_get_state (self->report) == TJ_REPORT_STATE_DONE;
}

static const char *const *
weight_classes (TjSchoolReportItem *self)
{
  if (is_done (self))
    return done_classes;
  return is_must (self) ? must_classes : should_classes;
}

static const char *
weight (TjSchoolReportItem *self)
{
  return is_must (self) ? C_ ("school-report", "Must") : C_ ("school-report", "Should");
}

static const char *
category (TjSchoolReportItem *self)
{
  return tj_code_label (&tj_report_categories, tj_school_report_get_category (self->report));
}

static char *
dup_name_tooltip (TjSchoolReportItem *self)
{
  return self->is_registered ? g_strdup (self->name)
                             : g_strdup_printf (_ ("%s (not registered)"), self->name);
}

static char *
dup_school (TjSchoolReportItem *self)
{
  const char *organiser = tj_school_report_get_organiser (self->report);

  return *organiser != '\0'
             ? g_strdup_printf ("%s, %s", tj_school_report_get_school (self->report), organiser)
             : g_strdup (tj_school_report_get_school (self->report));
}

static char *
dup_came_tooltip (TjSchoolReportItem *self)
{
  g_autofree char *date = tj_date_text_long (tj_school_report_get_received_on (self->report));

  return g_strdup_printf (_ ("%s · diary number %s"), date,
                          tj_school_report_get_diary_number (self->report));
}

static void
tj_school_report_item_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  TjSchoolReportItem *self = TJ_SCHOOL_REPORT_ITEM (object);
  const TjDate came_on = tj_school_report_get_received_on (self->report);
  const int state = tj_school_report_get_state (self->report);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_NAME_TOOLTIP:
      g_value_take_string (value, dup_name_tooltip (self));
      break;
    case PROP_NAME_CLASSES:
      g_value_set_boxed (value, self->is_registered ? plain_classes : preventive_classes);
      break;
    case PROP_WEIGHT:
      g_value_set_string (value, weight (self));
      break;
    case PROP_WEIGHT_CLASSES:
      g_value_set_boxed (value, weight_classes (self));
      break;
    case PROP_CATEGORY:
      g_value_set_string (value, category (self));
      break;
    case PROP_CAME:
      g_value_take_string (value, tj_date_text_short (came_on, self->today));
      break;
    case PROP_CAME_ON:
      g_value_set_uint (value, came_on);
      break;
    case PROP_CAME_TOOLTIP:
      g_value_take_string (value, dup_came_tooltip (self));
      break;
    case PROP_SCHOOL:
      g_value_take_string (value, dup_school (self));
      break;
    case PROP_STATE:
      g_value_set_string (value, tj_code_label (&tj_report_states, state));
      break;
    case PROP_STATE_CODE:
      g_value_set_uint (value, (guint)state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_school_report_item_finalize (GObject *object)
{
  TjSchoolReportItem *self = TJ_SCHOOL_REPORT_ITEM (object);

  g_clear_object (&self->report);
  g_free (self->name);
  G_OBJECT_CLASS (tj_school_report_item_parent_class)->finalize (object);
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
tj_school_report_item_class_init (TjSchoolReportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_school_report_item_finalize;
  G_OBJECT_CLASS (klass)->get_property = tj_school_report_item_get_property;

  install_string (PROP_NAME, "name");
  install_string (PROP_NAME_TOOLTIP, "name-tooltip");
  properties[PROP_NAME_CLASSES] = g_param_spec_boxed ("name-classes", NULL, NULL, G_TYPE_STRV,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_string (PROP_WEIGHT, "weight");
  properties[PROP_WEIGHT_CLASSES] = g_param_spec_boxed ("weight-classes", NULL, NULL, G_TYPE_STRV,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_string (PROP_CATEGORY, "category");
  install_string (PROP_CAME, "came");
  install_number (PROP_CAME_ON, "came-on");
  install_string (PROP_CAME_TOOLTIP, "came-tooltip");
  install_string (PROP_SCHOOL, "school");
  install_string (PROP_STATE, "state");
  install_number (PROP_STATE_CODE, "state-code");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
tj_school_report_item_init (TjSchoolReportItem *self)
{
}

TjSchoolReportItem *
tj_school_report_item_new (const TjSchoolReportEntry *entry, TjDate today)
{
  TjSchoolReportItem *self = g_object_new (TJ_TYPE_SCHOOL_REPORT_ITEM, NULL);

  self->report = g_object_ref (entry->report);
  self->name = tj_school_report_entry_dup_name (entry);
  self->is_registered = entry->is_registered;
  self->today = today;
  return self;
}

gint64
tj_school_report_item_get_id (TjSchoolReportItem *self)
{
  g_return_val_if_fail (TJ_IS_SCHOOL_REPORT_ITEM (self), 0);

  return tj_entity_get_id (self->report);
}

/* A row with one value of a code list. */

#include "config.h"

#include "tj-code-row.h"

struct _TjCodeRow
{
  TjChoiceRow parent_instance;

  const TjCodeList *codes;
};

enum
{
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjCodeRow, tj_code_row, TJ_TYPE_CHOICE_ROW)

static void
on_changed (TjCodeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
tj_code_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_int (value, tj_code_row_get_value (TJ_CODE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_code_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      tj_code_row_set_value (TJ_CODE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_code_row_class_init (TjCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tj_code_row_get_property;
  object_class->set_property = tj_code_row_set_property;

  properties[PROP_VALUE]
      = g_param_spec_int ("value", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_code_row_init (TjCodeRow *self)
{
  g_signal_connect (self, "row-changed", G_CALLBACK (on_changed), NULL);
}

GtkWidget *
tj_code_row_new (const char *title, const TjCodeList *codes)
{
  TjCodeRow *self = g_object_new (TJ_TYPE_CODE_ROW, "title", title, NULL);

  tj_code_row_set_codes (self, codes, NULL);
  return GTK_WIDGET (self);
}

/* With `none` (as "Choose…") the list begins with that text, for no value. */
void
tj_code_row_set_codes (TjCodeRow *self, const TjCodeList *codes, const char *none)
{
  g_return_if_fail (TJ_IS_CODE_ROW (self));
  g_return_if_fail (codes != NULL);

  self->codes = codes;
  tj_choice_row_clear (TJ_CHOICE_ROW (self), none);
  for (int i = 0; i < tj_code_count (codes); i++)
    tj_choice_row_add (TJ_CHOICE_ROW (self), tj_code_word (codes, i), tj_code_label (codes, i));
}

/* -1 for none. */
int
tj_code_row_get_value (TjCodeRow *self)
{
  int value = -1;

  g_return_val_if_fail (TJ_IS_CODE_ROW (self), -1);

  if (self->codes != NULL)
    tj_code_parse (self->codes, tj_choice_row_get_word (TJ_CHOICE_ROW (self)), &value);
  return value;
}

void
tj_code_row_set_value (TjCodeRow *self, int value)
{
  g_return_if_fail (TJ_IS_CODE_ROW (self));

  tj_choice_row_set_word (TJ_CHOICE_ROW (self),
                          value >= 0 ? tj_code_word (self->codes, value) : "");
}

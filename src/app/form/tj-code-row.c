/* A row with one value of a code list. Space opens the list, a letter takes the next value that
 * begins with it, and Enter saves the form as it does in every field. */

#include "config.h"

#include "tj-code-row.h"

#include <glib/gi18n.h>

struct _TjCodeRow
{
  TjFieldRow parent_instance;

  GtkDropDown *choice;
  GtkStringList *labels;
  const TjCodeList *codes;
  guint n_before; /* entries before the first code: 1 with a text for none */
};

enum
{
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjCodeRow,
                               tj_code_row,
                               TJ_TYPE_FIELD_ROW,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static char *
dup_text (TjFormRow *row)
{
  TjCodeRow *self = TJ_CODE_ROW (row);
  int value = tj_code_row_get_value (self);

  return g_strdup (value >= 0 ? tj_code_word (self->codes, value) : "");
}

static void
set_text (TjFormRow *row, const char *text)
{
  TjCodeRow *self = TJ_CODE_ROW (row);
  int value = -1;

  if (self->codes != NULL && *text != '\0')
    tj_code_parse (self->codes, text, &value);
  tj_code_row_set_value (self, value);
}

static char *
dup_shown (TjFormRow *row)
{
  TjCodeRow *self = TJ_CODE_ROW (row);
  int value = tj_code_row_get_value (self);

  return g_strdup (value >= 0 ? tj_code_label (self->codes, value) : "");
}

static char *
check (TjFormRow *row)
{
  if (tj_code_row_get_value (TJ_CODE_ROW (row)) < 0
      && tj_field_row_get_required (TJ_FIELD_ROW (row)))
    return g_strdup (_ ("Choose one of the list."));
  return NULL;
}

static void
show_problem (TjFormRow *row, const char *problem)
{
  tj_field_row_show_problem (TJ_FIELD_ROW (row), problem);
}

static void
form_row_init (TjFormRowInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_text = set_text;
  iface->dup_shown = dup_shown;
  iface->check = check;
  iface->show_problem = show_problem;
}

static void
on_selected (TjCodeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  tj_form_row_emit_changed (TJ_FORM_ROW (self));
}

static gboolean
begins_with (const char *label, gunichar letter)
{
  return g_unichar_tolower (g_utf8_get_char (label)) == g_unichar_tolower (letter);
}

/* The next entry after the chosen one that begins with the letter, round and round. */
static gboolean
choose_by_letter (TjCodeRow *self, gunichar letter)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  guint from = gtk_drop_down_get_selected (self->choice);

  if (from == GTK_INVALID_LIST_POSITION)
    from = n - 1;
  for (guint i = 1; i <= n; i++)
    if (begins_with (gtk_string_list_get_string (self->labels, (from + i) % n), letter))
      {
        gtk_drop_down_set_selected (self->choice, (from + i) % n);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_list_open (TjCodeRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
on_key (TjCodeRow *self, guint key, guint code, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (is_list_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      tj_form_row_emit_entered (TJ_FORM_ROW (self));
      return TRUE;
    }
  return g_unichar_isalpha (letter) && choose_by_letter (self, letter);
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->labels = gtk_string_list_new (NULL);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->labels), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->choice), "field-choice");
  tj_field_row_set_field (TJ_FIELD_ROW (self), GTK_WIDGET (self->choice));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
  guint n;

  g_return_if_fail (TJ_IS_CODE_ROW (self));
  g_return_if_fail (codes != NULL);

  g_signal_handlers_block_by_func (self->choice, on_selected, self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  gtk_string_list_splice (self->labels, 0, n, NULL);
  self->codes = codes;
  self->n_before = none != NULL ? 1 : 0;
  if (none != NULL)
    gtk_string_list_append (self->labels, none);
  for (int i = 0; i < tj_code_count (codes); i++)
    gtk_string_list_append (self->labels, tj_code_label (codes, i));
  gtk_drop_down_set_selected (self->choice, 0);
  g_signal_handlers_unblock_by_func (self->choice, on_selected, self);
}

/* -1 for none. */
int
tj_code_row_get_value (TjCodeRow *self)
{
  guint selected;

  g_return_val_if_fail (TJ_IS_CODE_ROW (self), -1);

  selected = gtk_drop_down_get_selected (self->choice);
  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int)selected - (int)self->n_before;
}

void
tj_code_row_set_value (TjCodeRow *self, int value)
{
  g_return_if_fail (TJ_IS_CODE_ROW (self));

  if (value < 0 && self->n_before == 0)
    gtk_drop_down_set_selected (self->choice, GTK_INVALID_LIST_POSITION);
  else
    gtk_drop_down_set_selected (self->choice, (guint)(value + (int)self->n_before));
}

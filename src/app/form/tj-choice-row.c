/* A row with one of several words, each shown by its label. Space opens the list, a letter takes the
 * next label that begins with it, and Enter saves the form as it does in every field. */

#include "config.h"

#include "tj-choice-row.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkDropDown *choice;
  GtkStringList *labels;
  GPtrArray *words;
} TjChoiceRowPrivate;

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TjChoiceRow,
                         tj_choice_row,
                         TJ_TYPE_FIELD_ROW,
                         G_ADD_PRIVATE (TjChoiceRow)
                             G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static TjChoiceRowPrivate *
get_private (gpointer self)
{
  return tj_choice_row_get_instance_private (TJ_CHOICE_ROW (self));
}

static char *
dup_text (TjFormRow *row)
{
  return g_strdup (tj_choice_row_get_word (TJ_CHOICE_ROW (row)));
}

static void
set_text (TjFormRow *row, const char *text)
{
  tj_choice_row_set_word (TJ_CHOICE_ROW (row), text);
}

static char *
dup_shown (TjFormRow *row)
{
  TjChoiceRowPrivate *priv = get_private (row);
  guint selected = gtk_drop_down_get_selected (priv->choice);

  if (selected == GTK_INVALID_LIST_POSITION || *(char *)priv->words->pdata[selected] == '\0')
    return g_strdup ("");
  return g_strdup (gtk_string_list_get_string (priv->labels, selected));
}

static char *
check (TjFormRow *row)
{
  if (*tj_choice_row_get_word (TJ_CHOICE_ROW (row)) == '\0'
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

/* The part with the focus is a button, and its name is the row's: what is chosen describes it. */
static void
on_selected (TjChoiceRow *self)
{
  TjChoiceRowPrivate *priv = tj_choice_row_get_instance_private (self);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (priv->choice));
  guint selected = gtk_drop_down_get_selected (priv->choice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  selected != GTK_INVALID_LIST_POSITION
                                      ? gtk_string_list_get_string (priv->labels, selected)
                                      : "",
                                  -1);
  tj_form_row_emit_changed (TJ_FORM_ROW (self));
}

static gboolean
begins_with (const char *label, gunichar letter)
{
  return g_unichar_tolower (g_utf8_get_char (label)) == g_unichar_tolower (letter);
}

/* The next entry after the chosen one that begins with the letter, round and round. */
static gboolean
choose_by_letter (TjChoiceRow *self, gunichar letter)
{
  TjChoiceRowPrivate *priv = get_private (self);
  guint n = priv->words->len;
  guint from = gtk_drop_down_get_selected (priv->choice);

  if (from == GTK_INVALID_LIST_POSITION)
    from = n - 1;
  for (guint i = 1; i <= n; i++)
    if (begins_with (gtk_string_list_get_string (priv->labels, (from + i) % n), letter))
      {
        gtk_drop_down_set_selected (priv->choice, (from + i) % n);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_list_open (TjChoiceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
on_key (TjChoiceRow *self, guint key, guint code, GdkModifierType state)
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
tj_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->words);
  G_OBJECT_CLASS (tj_choice_row_parent_class)->finalize (object);
}

static void
tj_choice_row_class_init (TjChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_choice_row_finalize;
}

static void
tj_choice_row_init (TjChoiceRow *self)
{
  TjChoiceRowPrivate *priv = get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->words = g_ptr_array_new_with_free_func (g_free);
  priv->labels = gtk_string_list_new (NULL);
  priv->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (priv->labels), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (priv->choice), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->choice), "field-choice");
  tj_field_row_set_field (TJ_FIELD_ROW (self), GTK_WIDGET (priv->choice));
  g_signal_connect_object (priv->choice, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
tj_choice_row_new (const char *title)
{
  return g_object_new (TJ_TYPE_CHOICE_ROW, "title", title, NULL);
}

/* That the list itself changes is no choice of anybody's. */
static void
change_list (TjChoiceRow *self, gboolean changing)
{
  TjChoiceRowPrivate *priv = get_private (self);

  if (changing)
    g_signal_handlers_block_by_func (priv->choice, on_selected, self);
  else
    g_signal_handlers_unblock_by_func (priv->choice, on_selected, self);
}

/* Empties the list; with `none` (as "Choose…") it begins with that text, for no word. */
void
tj_choice_row_clear (TjChoiceRow *self, const char *none)
{
  TjChoiceRowPrivate *priv = get_private (self);

  g_return_if_fail (TJ_IS_CHOICE_ROW (self));

  change_list (self, TRUE);
  gtk_string_list_splice (priv->labels, 0, priv->words->len, NULL);
  g_ptr_array_set_size (priv->words, 0);
  change_list (self, FALSE);
  if (none != NULL)
    tj_choice_row_add (self, "", none);
}

/* Adds to the list; its first entry is chosen until another is. */
void
tj_choice_row_add (TjChoiceRow *self, const char *word, const char *label)
{
  TjChoiceRowPrivate *priv = get_private (self);

  g_return_if_fail (TJ_IS_CHOICE_ROW (self));
  g_return_if_fail (word != NULL && label != NULL);

  change_list (self, TRUE);
  g_ptr_array_add (priv->words, g_strdup (word));
  gtk_string_list_append (priv->labels, label);
  change_list (self, FALSE);
}

/* "" for none. */
const char *
tj_choice_row_get_word (TjChoiceRow *self)
{
  TjChoiceRowPrivate *priv = get_private (self);
  guint selected;

  g_return_val_if_fail (TJ_IS_CHOICE_ROW (self), NULL);

  selected = gtk_drop_down_get_selected (priv->choice);
  return selected < priv->words->len ? priv->words->pdata[selected] : "";
}

/* A word that the list does not have chooses nothing. */
void
tj_choice_row_set_word (TjChoiceRow *self, const char *word)
{
  TjChoiceRowPrivate *priv = get_private (self);
  guint place = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TJ_IS_CHOICE_ROW (self));

  for (guint i = 0; i < priv->words->len; i++)
    if (g_strcmp0 (priv->words->pdata[i], word != NULL ? word : "") == 0)
      place = i;
  gtk_drop_down_set_selected (priv->choice, place);
}

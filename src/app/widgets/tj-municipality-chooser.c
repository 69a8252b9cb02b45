/* One of the 290 municipalities, chosen from a list that is searched as one types. */

#include "config.h"

#include "tj-municipality-chooser.h"

#include "tj-municipalities.h"

#include <glib/gi18n.h>

struct _TjMunicipalityChooser
{
  AdwBin parent_instance;

  GtkDropDown *list;
  GtkStringList *names;
  GPtrArray *codes;
};

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjMunicipalityChooser, tj_municipality_chooser, ADW_TYPE_BIN)

typedef struct
{
  char *code;
  char *name;
} Municipality;

static void
municipality_clear (gpointer data)
{
  Municipality *municipality = data;

  g_free (municipality->code);
  g_free (municipality->name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Municipality *)a)->name, ((const Municipality *)b)->name);
}

static void
collect (const char *code, const char *name, gpointer user_data)
{
  Municipality municipality = { g_strdup (code), g_strdup (name) };

  g_array_append_val ((GArray *)user_data, municipality);
}

static void
fill (TjMunicipalityChooser *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Municipality));
  guint i;

  g_array_set_clear_func (all, municipality_clear);
  tj_municipalities_foreach (collect, all);
  g_array_sort (all, compare_names);
  for (i = 0; i < all->len; i++)
    {
      const Municipality *municipality = &g_array_index (all, Municipality, i);

      gtk_string_list_append (self->names, municipality->name);
      g_ptr_array_add (self->codes, g_strdup (municipality->code));
    }
}

static void
on_selected (TjMunicipalityChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

/* The first of that type among the parts a widget is made of. */
static GtkWidget *
find_part (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_part (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_search_started (GtkSearchEntry *search)
{
  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_set_position (GTK_EDITABLE (search), -1);
}

/* GTK's own word for nothing chosen, "(None)", reads as if that were a municipality. */
static void
say_what_is_missing (GtkWidget *button)
{
  GtkWidget *stack = find_part (button, GTK_TYPE_STACK);
  GtkWidget *empty
      = stack != NULL ? gtk_stack_get_child_by_name (GTK_STACK (stack), "empty") : NULL;

  if (GTK_IS_LABEL (empty))
    gtk_label_set_label (GTK_LABEL (empty), _ ("Choose…"));
}

/* GTK 4.8 opens the list with the focus on a row and lets what one types go nowhere, and names
 * neither the button nor the search. */
static void
search_as_one_types (TjMunicipalityChooser *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *button = find_part (list, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *popover = find_part (list, GTK_TYPE_POPOVER);
  GtkWidget *search = popover != NULL ? find_part (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Municipality"), -1);
  if (button != NULL)
    say_what_is_missing (button);
  if (search == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Type its first letters to find it"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), popover);
  g_signal_connect (search, "search-started", G_CALLBACK (on_search_started), NULL);
}

static void
tj_municipality_chooser_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  TjMunicipalityChooser *self = TJ_MUNICIPALITY_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, tj_municipality_chooser_get_code (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_municipality_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (TJ_MUNICIPALITY_CHOOSER (object)->codes);
  G_OBJECT_CLASS (tj_municipality_chooser_parent_class)->finalize (object);
}

static void
tj_municipality_chooser_class_init (TjMunicipalityChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_municipality_chooser_finalize;
  G_OBJECT_CLASS (klass)->get_property = tj_municipality_chooser_get_property;

  properties[PROP_CODE]
      = g_param_spec_string ("code", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/widgets/tj-municipality-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TjMunicipalityChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TjMunicipalityChooser, names);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
tj_municipality_chooser_init (TjMunicipalityChooser *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  search_as_one_types (self);
  gtk_drop_down_set_selected (self->list, GTK_INVALID_LIST_POSITION);
}

/* SCB's four-digit code, or NULL while none is chosen. */
const char *
tj_municipality_chooser_get_code (TjMunicipalityChooser *self)
{
  guint selected;

  g_return_val_if_fail (TJ_IS_MUNICIPALITY_CHOOSER (self), NULL);

  selected = gtk_drop_down_get_selected (self->list);
  return selected < self->codes->len ? g_ptr_array_index (self->codes, selected) : NULL;
}

void
tj_municipality_chooser_set_code (TjMunicipalityChooser *self, const char *code)
{
  guint i;

  g_return_if_fail (TJ_IS_MUNICIPALITY_CHOOSER (self));

  for (i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->codes, i), code) == 0)
      gtk_drop_down_set_selected (self->list, i);
}

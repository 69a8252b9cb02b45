/* A heading with a list of what the register has, and in place of the list, while something is added
 * or changed, the form for it. The form is made when first asked for; one that was left half-written
 * opens by itself. */

#include "config.h"

#include "tj-form-section.h"

#include "tj-entity.h"

#include <glib/gi18n.h>

/* Of a long list the rest comes when asked for. */
#define ROWS_AT_ONCE 6

struct _TjFormSection
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *description;
  GtkButton *add;
  GtkListBox *list;
  GtkLabel *empty;
  GtkButton *more;
  GtkBox *body;

  TjContext *context;
  gint64 youth_id;
  GType form_type;
  TjForm *form;
  TjFormSectionRemove remove;
  const char *removed;
  GPtrArray
      *waiting; /* rows, or entities to make them of, that are not in the list; the next last */
  TjFormSectionMake make;
  gpointer make_data;
  gint64 subject;
  gint64 add_subject; /* what the button above opens: 0 for something new */
  gboolean is_open;
  gboolean can_add;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_ADD_LABEL,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjFormSection, tj_form_section, ADW_TYPE_BIN)

static GQuark
subject_quark (void)
{
  return g_quark_from_static_string ("tj-form-section-subject");
}

static gint64
get_subject (gpointer row)
{
  gint64 *subject = g_object_get_qdata (row, subject_quark ());

  return subject != NULL ? *subject : 0;
}

static void
update (TjFormSection *self)
{
  gboolean has_rows = gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  const char *label = gtk_button_get_label (self->add);

  gtk_widget_set_visible (GTK_WIDGET (self->list), has_rows && !self->is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->empty),
                          !has_rows && !self->is_open && *gtk_label_get_label (self->empty) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->add),
                          !self->is_open && self->can_add && label != NULL && *label != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->waiting->len > 0 && !self->is_open);
  if (self->form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->form), self->is_open);
}

static void
close_form (TjFormSection *self)
{
  gint64 subject = self->subject;

  self->is_open = FALSE;
  tj_form_end (self->form);
  update (self);
  for (int i = 0; subject != 0 && gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    if (get_subject (gtk_list_box_get_row_at_index (self->list, i)) == subject)
      {
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
ensure_form (TjFormSection *self)
{
  if (self->form != NULL)
    return;

  self->form = g_object_new (self->form_type, "can-cancel", TRUE, NULL);
  gtk_box_append (self->body, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "saved", G_CALLBACK (close_form), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "cancelled", G_CALLBACK (close_form), self,
                           G_CONNECT_SWAPPED);
}

static void
open_form (TjFormSection *self, gint64 subject)
{
  ensure_form (self);
  self->is_open = TRUE;
  self->subject = subject;
  tj_form_begin (self->form, self->context, self->youth_id, subject);
  update (self);
}

static void
open_draft (TjFormSection *self, gint64 subject)
{
  if (!self->is_open && self->form_type != G_TYPE_NONE
      && tj_form_has_draft (self->form_type, self->context, self->youth_id, subject))
    open_form (self, subject);
}

static void
on_row_activated (TjFormSection *self, GtkListBoxRow *row)
{
  if (get_subject (row) != 0)
    tj_form_section_open (self, get_subject (row));
}

static void
show_more (TjFormSection *self, guint n)
{
  for (; n > 0 && self->waiting->len > 0; n--)
    {
      g_autoptr (GObject) next = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);

      gtk_list_box_append (self->list, GTK_IS_WIDGET (next) ? GTK_WIDGET (next)
                                                            : self->make (next, self->make_data));
    }
  update (self);
}

static void
on_more (TjFormSection *self)
{
  show_more (self, self->waiting->len);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_form_section_open (TJ_FORM_SECTION (widget), TJ_FORM_SECTION (widget)->add_subject);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFormSection *self = TJ_FORM_SECTION (widget);
  g_autoptr (GError) error = NULL;

  if (self->remove (self->context, g_variant_get_int64 (parameter), &error))
    gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ (self->removed));
  else
    gtk_widget_activate_action (widget, "frame.toast", "s", error->message);
}

static gboolean
tj_form_section_grab_focus (GtkWidget *widget)
{
  TjFormSection *self = TJ_FORM_SECTION (widget);

  if (self->is_open)
    return gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return gtk_widget_child_focus (GTK_WIDGET (self->body), GTK_DIR_TAB_FORWARD);
}

static void
tj_form_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjFormSection *self = TJ_FORM_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (self->description));
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->add));
      break;
    case PROP_EMPTY:
      g_value_set_string (value, gtk_label_get_label (self->empty));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_title (TjFormSection *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

static void
tj_form_section_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  TjFormSection *self = TJ_FORM_SECTION (object);
  const char *text = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_title (self, text);
      break;
    case PROP_DESCRIPTION:
      gtk_label_set_label (self->description, text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->description), text != NULL);
      break;
    case PROP_ADD_LABEL:
      gtk_button_set_label (self->add, text);
      break;
    case PROP_EMPTY:
      gtk_label_set_label (self->empty, text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  update (self);
}

static void
tj_form_section_dispose (GObject *object)
{
  TjFormSection *self = TJ_FORM_SECTION (object);

  g_clear_object (&self->context);
  g_ptr_array_set_size (self->waiting, 0);
  G_OBJECT_CLASS (tj_form_section_parent_class)->dispose (object);
}

static void
tj_form_section_finalize (GObject *object)
{
  g_ptr_array_unref (TJ_FORM_SECTION (object)->waiting);
  G_OBJECT_CLASS (tj_form_section_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[N_PROPS] = { NULL, "title", "description", "add-label", "empty" };

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tj_form_section_class_init (TjFormSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tj_form_section_get_property;
  object_class->set_property = tj_form_section_set_property;
  object_class->dispose = tj_form_section_dispose;
  object_class->finalize = tj_form_section_finalize;
  widget_class->grab_focus = tj_form_section_grab_focus;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/form/tj-form-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, title);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, description);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, add);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, list);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, empty);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, more);
  gtk_widget_class_bind_template_child (widget_class, TjFormSection, body);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_install_action (widget_class, "section.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "section.remove", "x", remove_action);
}

static void
tj_form_section_init (TjFormSection *self)
{
  self->form_type = G_TYPE_NONE;
  self->can_add = TRUE;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
tj_form_section_set_form (TjFormSection *self, GType form_type)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));
  g_return_if_fail (g_type_is_a (form_type, TJ_TYPE_FORM));

  self->form_type = form_type;
}

/* `done` is what is said afterwards, as N_("Contact removed"). */
void
tj_form_section_set_remove (TjFormSection *self, TjFormSectionRemove remove, const char *done)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  self->remove = remove;
  self->removed = done;
}

/* What the button changes, when it is there to change one thing and not to add. */
void
tj_form_section_set_add_subject (TjFormSection *self, gint64 subject)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  self->add_subject = subject;
}

/* Before rows are given to it: whose they are. A form that is open about another youth closes. */
void
tj_form_section_begin (TjFormSection *self, TjContext *context, gint64 youth_id)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  if (self->is_open && self->youth_id != youth_id)
    {
      tj_form_end (self->form);
      self->is_open = FALSE;
    }
  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  if (self->is_open)
    tj_form_begin (self->form, context, youth_id, self->subject);
  else
    open_draft (self, self->add_subject);
}

static void
clear_rows (TjFormSection *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->waiting, 0);
}

/* Shows what the register has, the last of the array first, in place of what it showed. For a long
 * list: rows are made as they are to be seen. */
void
tj_form_section_take_entities (TjFormSection *self,
                               GPtrArray *entities,
                               TjFormSectionMake make,
                               gpointer user_data)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  self->make = make;
  self->make_data = user_data;
  clear_rows (self);
  for (guint i = 0; i < entities->len; i++)
    {
      open_draft (self, tj_entity_get_id (entities->pdata[i]));
      g_ptr_array_add (self->waiting, g_object_ref (entities->pdata[i]));
    }
  show_more (self, ROWS_AT_ONCE);
}

/* Shows rows, widgets for a GtkListBox, in place of those it has. The array is emptied. */
void
tj_form_section_take_rows (TjFormSection *self, GPtrArray *rows)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  clear_rows (self);
  for (guint i = rows->len; i > 0; i--)
    {
      open_draft (self, get_subject (rows->pdata[i - 1]));
      g_ptr_array_add (self->waiting, g_object_ref_sink (rows->pdata[i - 1]));
    }
  show_more (self, ROWS_AT_ONCE);
}

/* Opens the form: to add, or to change what has the id `subject`. */
void
tj_form_section_open (TjFormSection *self, gint64 subject)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));
  g_return_if_fail (self->form_type != G_TYPE_NONE && self->context != NULL);

  open_form (self, subject);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* The same, with the focus in one row of the form, known as its .ui file calls it. */
void
tj_form_section_open_row (TjFormSection *self, gint64 subject, const char *row)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  tj_form_section_open (self, subject);
  tj_form_focus_row (self->form, row);
}

gboolean
tj_form_section_is_open (TjFormSection *self)
{
  g_return_val_if_fail (TJ_IS_FORM_SECTION (self), FALSE);

  return self->is_open;
}

void
tj_form_section_set_can_add (TjFormSection *self, gboolean can_add)
{
  g_return_if_fail (TJ_IS_FORM_SECTION (self));

  self->can_add = can_add;
  update (self);
}

/* A button that takes what the row shows away. */
void
tj_form_section_row_add_remove (GtkWidget *row, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "section.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
make_openable (GtkWidget *row, gint64 subject)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("document-edit-symbolic");

  g_object_set_qdata_full (G_OBJECT (row), subject_quark (), g_memdup2 (&subject, sizeof subject),
                           g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Change"));
  gtk_widget_add_css_class (mark, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
}

GtkWidget *
tj_form_section_row (gint64 subject, const char *title, const char *subtitle, gboolean removable)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle",
                                 subtitle != NULL ? subtitle : "", "title-lines", 0,
                                 "subtitle-lines", 0, "use-markup", FALSE, NULL);

  if (subject != 0)
    make_openable (row, subject);
  if (removable)
    tj_form_section_row_add_remove (row, subject);
  return row;
}

/* A button with words on a row, as "Done": `action` takes the id. */
void
tj_form_section_row_add_button (GtkWidget *row, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

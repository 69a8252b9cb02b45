/* A row in which a youth of the register is chosen: one types a part of a name or a number and takes
 * one of those proposed. A draft keeps the youth, never the name. A protected person is found by
 * number alone and shown by case number. */

#include "config.h"

#include "tj-youth-row.h"

#include "tj-case-number.h"
#include "tj-search-index.h"
#include "tj-youth-repository.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define N_PROPOSALS 6

/* Before the id of a youth who was chosen, in a draft. */
#define CHOSEN "#"

struct _TjYouthRow
{
  TjTextRow parent_instance;

  GtkPopover *popover;
  GtkListBox *proposals;

  TjContext *context;
  TjSearchIndex *index;
  gint64 youth_id;
  gboolean writing; /* the row itself writes in the field */
};

static TjFormRowInterface *parent_iface;

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjYouthRow,
                               tj_youth_row,
                               TJ_TYPE_TEXT_ROW,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static char *
dup_text (TjFormRow *row)
{
  TjYouthRow *self = TJ_YOUTH_ROW (row);

  return self->youth_id != 0 ? g_strdup_printf (CHOSEN "%" G_GINT64_FORMAT, self->youth_id)
                             : parent_iface->dup_text (row);
}

static void
set_text (TjFormRow *row, const char *text)
{
  if (g_str_has_prefix (text, CHOSEN))
    tj_youth_row_set_youth_id (TJ_YOUTH_ROW (row),
                               g_ascii_strtoll (text + strlen (CHOSEN), NULL, 10));
  else
    parent_iface->set_text (row, text);
}

static char *
dup_shown (TjFormRow *row)
{
  return parent_iface->dup_text (row);
}

static char *
check (TjFormRow *row)
{
  char *problem = parent_iface->check (row);
  g_autofree char *text = parent_iface->dup_text (row);

  if (problem == NULL && *text != '\0' && TJ_YOUTH_ROW (row)->youth_id == 0)
    problem = g_strdup (_ ("Choose one of those proposed, with the arrow key and Enter."));
  return problem;
}

static void
form_row_init (TjFormRowInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->dup_text = dup_text;
  iface->set_text = set_text;
  iface->dup_shown = dup_shown;
  iface->check = check;
}

static char *
dup_label (TjYouth *youth)
{
  g_autofree char *number = NULL;
  char birth[TJ_DATE_BUFFER] = "";

  if (tj_youth_is_protected (youth))
    {
      number = tj_case_number_format (tj_entity_get_id (youth));
      return g_strdup_printf (_ ("Protected person · %s"), number);
    }
  if (tj_youth_get_birth (youth) != TJ_DATE_NONE)
    tj_date_write (tj_youth_get_birth (youth), birth);
  return g_strdup_printf (_ ("%s %s, born %s"), tj_youth_get_given_name (youth),
                          tj_youth_get_family_name (youth), birth);
}

static gboolean
index_youth (TjYouth *youth, gpointer index)
{
  const gboolean is_protected = tj_youth_is_protected (youth);

  tj_search_index_add (index, tj_entity_get_id (youth),
                       is_protected ? "" : tj_youth_get_given_name (youth),
                       is_protected ? "" : tj_youth_get_family_name (youth),
                       tj_youth_get_personal_number (youth), "", "");
  return TRUE;
}

/* Made when first typed in, as nobody may; the errors of reading show as nobody found. */
static TjSearchIndex *
ensure_index (TjYouthRow *self)
{
  if (self->index != NULL)
    return self->index;

  self->index = tj_search_index_new ();
  tj_youths_foreach (tj_context_get_store (self->context), index_youth, self->index, NULL);
  tj_search_index_prepare (self->index);
  return self->index;
}

static void
add_proposal (TjYouthRow *self, gint64 id)
{
  g_autoptr (TjYouth) youth = tj_youths_load (tj_context_get_store (self->context), id, NULL);
  g_autofree char *label = youth != NULL ? dup_label (youth) : NULL;
  GtkWidget *text;

  if (label == NULL)
    return;

  text = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (self->proposals, text);
  g_object_set_data (G_OBJECT (gtk_widget_get_parent (text)), "youth", GSIZE_TO_POINTER (id));
}

static guint
propose (TjYouthRow *self)
{
  gint64 ids[N_PROPOSALS];
  GtkWidget *row;
  guint n;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->proposals))) != NULL)
    gtk_list_box_remove (self->proposals, row);
  n = tj_search_index_find (ensure_index (self), tj_text_row_get_text (TJ_TEXT_ROW (self)), ids,
                            N_PROPOSALS, NULL);
  for (guint i = 0; i < n; i++)
    add_proposal (self, ids[i]);
  return n;
}

static void
on_text_changed (TjYouthRow *self)
{
  if (self->writing || self->context == NULL)
    return;

  self->youth_id = 0;
  if (*tj_text_row_get_text (TJ_TEXT_ROW (self)) == '\0' || propose (self) == 0
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popdown (self->popover);
  else
    gtk_popover_popup (self->popover);
}

static void
take_proposal (TjYouthRow *self, GtkListBoxRow *row)
{
  gint64 id = (gint64)GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "youth"));

  gtk_popover_popdown (self->popover);
  tj_youth_row_set_youth_id (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
on_key (TjYouthRow *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->proposals, 0);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) || first == NULL)
    return FALSE;
  if (key == GDK_KEY_Down)
    return gtk_widget_grab_focus (GTK_WIDGET (first));
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      take_proposal (self, first);
      return TRUE;
    }
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_popover_popdown (self->popover);
  return TRUE;
}

static void
tj_youth_row_dispose (GObject *object)
{
  TjYouthRow *self = TJ_YOUTH_ROW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  g_clear_pointer (&self->index, tj_search_index_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (tj_youth_row_parent_class)->dispose (object);
}

static void
tj_youth_row_class_init (TjYouthRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tj_youth_row_dispose;
}

static void
tj_youth_row_init (TjYouthRow *self)
{
  GtkWidget *field = tj_field_row_get_field (TJ_FIELD_ROW (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->proposals = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->proposals), 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposals), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Youths found"), -1);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->proposals));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), field);
  g_signal_connect_object (self->proposals, "row-activated", G_CALLBACK (take_proposal), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::text", G_CALLBACK (on_text_changed), NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, keys);
  tj_text_row_set_placeholder (TJ_TEXT_ROW (self), _ ("Part of a name or a number"));
}

void
tj_youth_row_set_context (TjYouthRow *self, TjContext *context)
{
  g_return_if_fail (TJ_IS_YOUTH_ROW (self));

  g_set_object (&self->context, context);
  g_clear_pointer (&self->index, tj_search_index_free);
}

/* 0 when none is chosen. */
gint64
tj_youth_row_get_youth_id (TjYouthRow *self)
{
  g_return_val_if_fail (TJ_IS_YOUTH_ROW (self), 0);

  return self->youth_id;
}

void
tj_youth_row_set_youth_id (TjYouthRow *self, gint64 youth_id)
{
  g_autoptr (TjYouth) youth = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TJ_IS_YOUTH_ROW (self));

  if (youth_id != 0)
    youth = tj_youths_load (tj_context_get_store (self->context), youth_id, NULL);
  label = youth != NULL ? dup_label (youth) : g_strdup ("");
  self->youth_id = youth != NULL ? youth_id : 0;
  self->writing = TRUE;
  tj_text_row_set_text (TJ_TEXT_ROW (self), label);
  self->writing = FALSE;
}

/* What leads from a row of a form to a property and back: a text into it, and what is wrong with it
 * to the row. */

#include "config.h"

#include "tj-form-field.h"

/* Sets the property to what is written in the row. */
void
tj_form_field_read (gpointer row, gpointer entity, const char *property)
{
  g_autofree char *text = tj_form_row_dup_text (TJ_FORM_ROW (row));

  g_object_set (entity, property, text, NULL);
}

/* For `check`: says beside the row of `field` what `problem` says, or of no row when there is none.
 * Returns FALSE. */
gboolean
tj_form_field_refuse (TjForm *form, const char *field, const GError *problem, GError **error)
{
  g_autofree char *id = g_strdelimit (g_strdup (field), "-", '_');
  GObject *row = id != NULL
                     ? gtk_widget_get_template_child (GTK_WIDGET (form), G_OBJECT_TYPE (form), id)
                     : NULL;

  if (row != NULL)
    return tj_form_refuse (form, row, problem->message);
  g_propagate_error (error, g_error_copy (problem));
  return FALSE;
}

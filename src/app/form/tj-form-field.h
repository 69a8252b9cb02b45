#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

/* Between the rows of a form and the properties of what it is about. `row` is a text or note row;
 * a property "goal-text" has its row under the id "goal_text". */
void tj_form_field_read (gpointer row, gpointer entity, const char *property);
gboolean
tj_form_field_refuse (TjForm *form, const char *field, const GError *problem, GError **error);

G_END_DECLS

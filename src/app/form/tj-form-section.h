#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_FORM_SECTION (tj_form_section_get_type ())
G_DECLARE_FINAL_TYPE (TjFormSection, tj_form_section, TJ, FORM_SECTION, AdwBin)

/* Takes a row of the register away; the services have such functions. */
typedef gboolean (*TjFormSectionRemove) (TjContext *context, gint64 id, GError **error);

void tj_form_section_set_form (TjFormSection *self, GType form_type);
void tj_form_section_set_remove (TjFormSection *self, TjFormSectionRemove remove, const char *done);
void tj_form_section_set_add_subject (TjFormSection *self, gint64 subject);
void tj_form_section_begin (TjFormSection *self, TjContext *context, gint64 youth_id);
void tj_form_section_take_rows (TjFormSection *self, GPtrArray *rows);
/* The row of an entity, made when it is to be seen. */
typedef GtkWidget *(*TjFormSectionMake) (gpointer entity, gpointer user_data);

void tj_form_section_take_entities (TjFormSection *self,
                                    GPtrArray *entities,
                                    TjFormSectionMake make,
                                    gpointer user_data);
void tj_form_section_open (TjFormSection *self, gint64 subject);
void tj_form_section_open_row (TjFormSection *self, gint64 subject, const char *row);
gboolean tj_form_section_is_open (TjFormSection *self);
void tj_form_section_set_can_add (TjFormSection *self, gboolean can_add);

/* A line of a section. With a `subject` it opens the form; removable ones have a button. */
GtkWidget *
tj_form_section_row (gint64 subject, const char *title, const char *subtitle, gboolean removable);
void tj_form_section_row_add_remove (GtkWidget *row, gint64 id);
void
tj_form_section_row_add_button (GtkWidget *row, const char *label, const char *action, gint64 id);

G_END_DECLS

#pragma once

#include <adwaita.h>

#include "tj-context.h"
#include "tj-form-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_FORM (tj_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjForm, tj_form, TJ, FORM, GtkWidget)

/* A form about one youth. A class gives its name (of its drafts; NULL: it keeps none), what
 * is said once it has saved something new or a change (as N_("Contact logged"); NULL: nothing), and
 * `fill`: puts into every row what the register has, or what is proposed for something new;
 * `changed`: follows a change up (rows that come and go, proposals); may be NULL;
 * `check`: whether what the rows hold can be saved, all of them being well written; says with
 *   tj_form_refuse () what cannot, or with `error` when no one row is at fault; may be NULL;
 * `save`: saves it;
 * `adds`: whether a save adds something to the subject, so that a proposal can be saved as it is.
 * Actions: form.save (off while the form is not valid), form.cancel, form.discard-draft.
 * Signals: "saved", "cancelled". What stands inside the element in a .ui file lies between the
 * notice at the top and the buttons at the bottom. */
struct _TjFormClass
{
  GtkWidgetClass parent_class;

  const char *name;
  const char *done;
  const char *done_change;

  gboolean (*fill) (TjForm *self, GError **error);
  void (*changed) (TjForm *self);
  gboolean (*check) (TjForm *self, GError **error);
  gboolean (*save) (TjForm *self, GError **error);
  gboolean adds;
};

void tj_form_begin (TjForm *self, TjContext *context, gint64 youth_id, gint64 subject);
void tj_form_end (TjForm *self);
gboolean tj_form_has_draft (GType form_type, TjContext *context, gint64 youth_id, gint64 subject);

gboolean tj_form_take_focus (TjForm *self);
gboolean tj_form_focus_row (TjForm *self, const char *id);

TjContext *tj_form_get_context (TjForm *self);
gint64 tj_form_get_youth_id (TjForm *self);
gint64 tj_form_get_subject (TjForm *self);
gboolean tj_form_is_valid (TjForm *self);
gboolean tj_form_is_changed (TjForm *self);
gboolean tj_form_is_filling (TjForm *self);

gboolean tj_form_refuse (TjForm *self, gpointer row, const char *problem);
void tj_form_set_message (TjForm *self, const char *message);

G_END_DECLS

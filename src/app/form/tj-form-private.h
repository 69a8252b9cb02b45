#pragma once

#include "tj-form.h"
#include "tj-form-texts.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *notice;
  GtkLabel *notice_text;
  GtkBox *content;
  GtkLabel *message;
  GtkButton *save;
  GtkWidget *cancel;

  TjContext *context;
  gint64 youth_id;
  gint64 subject;
  GPtrArray *rows;
  TjFormTexts *base;
  char *text;    /* what the form says when nothing is wrong */
  char *problem; /* what is wrong and no one row's fault */
  guint draft_timer;
  int busy; /* the program itself writes in the rows, or saves */
  gboolean refused;
  gboolean valid;
  gboolean has_draft;
} TjFormPrivate;

TjFormPrivate *tj_form_get_private (TjForm *self);

/* tj-form-check.c */
gboolean tj_form_validate (TjForm *self, gboolean say_all);
void tj_form_show_failure (TjForm *self, const char *text);

/* tj-form-draft.c */
char *tj_form_fill_rows (TjForm *self, TjFormTexts *base, TjFormTexts *mine);
void tj_form_follow_up (TjForm *self);
void tj_form_follow_register (TjForm *self);
void tj_form_restore_draft (TjForm *self);
void tj_form_keep_draft (TjForm *self);
void tj_form_discard_draft (TjForm *self);
void tj_form_show_notice (TjForm *self, const char *text);

G_END_DECLS

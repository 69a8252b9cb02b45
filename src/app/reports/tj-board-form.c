/* The coordinator's own words in a half-year's report. Its subject is the half-year, so that what is
 * written on one and not saved waits for that one. */

#include "config.h"

#include "tj-board-form.h"

#include "tj-board-report-service.h"
#include "tj-choice-row.h"
#include "tj-date-row.h"
#include "tj-note-row.h"
#include "tj-report-service.h"
#include "tj-setting-keys.h"

#include <glib/gi18n.h>

struct _TjBoardForm
{
  TjForm parent_instance;

  TjNoteRow *analysis;
  TjNoteRow *organisation;
  TjNoteRow *decision;
  TjTextRow *board;
  TjDateRow *meeting;
  TjChoiceRow *threshold;

  TjHalfYear half;
};

G_DEFINE_FINAL_TYPE (TjBoardForm, tj_board_form, TJ_TYPE_FORM)

static gboolean
fill_board (TjBoardForm *self, TjContext *context, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *board = tj_context_dup_setting (context, TJ_SETTING_REPORT_BOARD, &problem);
  g_autofree char *meeting
      = problem == NULL ? tj_context_dup_setting (context, TJ_SETTING_REPORT_MEETING, &problem)
                        : NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  tj_text_row_set_text (TJ_TEXT_ROW (self->board), board != NULL ? board : "");
  tj_date_row_set_date (self->meeting, meeting != NULL ? tj_date_parse (meeting) : TJ_DATE_NONE);
  return TRUE;
}

static void
add_threshold (TjBoardForm *self, guint threshold)
{
  g_autofree char *word = g_strdup_printf ("%u", threshold);
  g_autofree char *label
      = threshold == TJ_REPORT_THRESHOLD_SKOLVERKET
            ? g_strdup_printf (_ ("Numbers below %u (Skolverket’s limit)"), threshold)
            : g_strdup_printf (_ ("Numbers below %u"), threshold);

  tj_choice_row_add (self->threshold, word, label);
}

/* The two that are usual, and the municipality's own if it has another. */
static gboolean
fill_threshold (TjBoardForm *self, TjContext *context, GError **error)
{
  g_autofree char *word = NULL;
  guint threshold;

  if (!tj_report_service_get_threshold (context, &threshold, error))
    return FALSE;
  tj_choice_row_clear (self->threshold, NULL);
  add_threshold (self, TJ_REPORT_THRESHOLD);
  add_threshold (self, TJ_REPORT_THRESHOLD_SKOLVERKET);
  if (threshold != TJ_REPORT_THRESHOLD && threshold != TJ_REPORT_THRESHOLD_SKOLVERKET)
    add_threshold (self, threshold);
  word = g_strdup_printf ("%u", threshold);
  tj_choice_row_set_word (self->threshold, word);
  return TRUE;
}

static gboolean
tj_board_form_fill (TjForm *form, GError **error)
{
  TjBoardForm *self = TJ_BOARD_FORM (form);
  g_autoptr (TjBoardReport) report
      = tj_board_report_service_open (tj_form_get_context (form), self->half, error);

  if (report == NULL)
    return FALSE;
  tj_note_row_set_text (self->analysis, report->analysis);
  tj_note_row_set_text (self->organisation, report->organisation);
  tj_note_row_set_text (self->decision, report->decision);
  return fill_board (self, tj_form_get_context (form), error)
         && fill_threshold (self, tj_form_get_context (form), error);
}

static void
take (char **text, TjNoteRow *row)
{
  g_free (*text);
  *text = tj_note_row_dup_text (row);
}

/* Only what differs, so that nothing is logged that was not changed. */
static gboolean
save_setting (TjContext *context, const char *key, const char *value, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *before = tj_context_dup_setting (context, key, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return g_strcmp0 (before != NULL ? before : "", value) == 0
         || tj_context_set_setting (context, key, value, error);
}

static gboolean
save_threshold (TjBoardForm *self, TjContext *context, GError **error)
{
  guint threshold = (guint)g_ascii_strtoull (tj_choice_row_get_word (self->threshold), NULL, 10);
  guint before;

  return tj_report_service_get_threshold (context, &before, error)
         && (threshold == before || tj_report_service_set_threshold (context, threshold, error));
}

static gboolean
save_board (TjBoardForm *self, TjContext *context, GError **error)
{
  g_autofree char *meeting = tj_form_row_dup_text (TJ_FORM_ROW (self->meeting));

  return save_setting (context, TJ_SETTING_REPORT_BOARD,
                       tj_text_row_get_text (TJ_TEXT_ROW (self->board)), error)
         && save_setting (context, TJ_SETTING_REPORT_MEETING, meeting, error)
         && save_threshold (self, context, error);
}

static gboolean
tj_board_form_save (TjForm *form, GError **error)
{
  TjBoardForm *self = TJ_BOARD_FORM (form);
  TjContext *context = tj_form_get_context (form);
  g_autoptr (TjBoardReport) report = NULL;

  if (!save_board (self, context, error))
    return FALSE;
  report = tj_board_report_service_open (context, self->half, error);
  if (report == NULL)
    return FALSE;
  take (&report->analysis, self->analysis);
  take (&report->organisation, self->organisation);
  take (&report->decision, self->decision);
  return save_board (self, context, error) && tj_board_report_service_save (context, report, error);
}

static void
tj_board_form_class_init (TjBoardFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->name = "board-report";
  form_class->done = N_ ("The texts are saved");
  form_class->done_change = N_ ("The texts are saved");
  form_class->fill = tj_board_form_fill;
  form_class->save = tj_board_form_save;

  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_NOTE_ROW);
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-board-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, analysis);
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, organisation);
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, decision);
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, board);
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, meeting);
  gtk_widget_class_bind_template_child (widget_class, TjBoardForm, threshold);
}

static void
tj_board_form_init (TjBoardForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the texts of a half-year's draft. */
void
tj_board_form_show (TjBoardForm *self, TjContext *context, TjHalfYear half)
{
  g_return_if_fail (TJ_IS_BOARD_FORM (self));

  self->half = half;
  tj_date_row_set_today (self->meeting, tj_context_get_today (context));
  tj_form_begin (TJ_FORM (self), context, 0, half.year * 2 + half.half);
}

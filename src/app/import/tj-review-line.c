/* One line about a row of a list: who, what is old and new, or what is wrong. Makes its texts when
 * asked. Of a protected person neither name, number nor details are shown. */

#include "config.h"

#include "tj-review-line.h"

#include "tj-row-person.h"

#include <glib/gi18n.h>

#define HIDDEN "•••"

struct _TjReviewLine
{
  GObject parent_instance;

  TjImportSession *session;
  TjImportReport *report;
  TjReviewPlace place;
  TjRowPerson *person;
};

G_DEFINE_FINAL_TYPE (TjReviewLine, tj_review_line, G_TYPE_OBJECT)

static void
tj_review_line_finalize (GObject *object)
{
  TjReviewLine *self = TJ_REVIEW_LINE (object);

  g_clear_pointer (&self->person, tj_row_person_free);
  g_clear_pointer (&self->report, tj_import_report_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tj_review_line_parent_class)->finalize (object);
}

static void
tj_review_line_class_init (TjReviewLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_review_line_finalize;
}

static void
tj_review_line_init (TjReviewLine *self)
{
}

TjReviewLine *
tj_review_line_new (TjImportSession *session, TjImportReport *report, const TjReviewPlace *place)
{
  TjReviewLine *self = g_object_new (TJ_TYPE_REVIEW_LINE, NULL);

  self->session = g_object_ref (session);
  self->report = tj_import_report_ref (report);
  self->place = *place;
  return self;
}

/* NULL for a line about the file as a whole, and while a thread has the register. */
static const TjRowPerson *
get_person (TjReviewLine *self)
{
  TjContext *context = tj_import_session_get_context (self->session);

  if (self->person == NULL && self->place.outcome != NULL && tj_context_is_unlocked (context)
      && !tj_context_is_working (context))
    self->person = tj_row_person_new (self->session, self->place.outcome);
  return self->person;
}

static char *
dup_row (TjReviewLine *self)
{
  guint row = self->place.outcome != NULL ? self->place.outcome->row
              : self->place.issue != NULL ? self->place.issue->row
                                          : 0;

  return row > 0 ? g_strdup_printf ("%u", row) : g_strdup ("");
}

static char *
dup_name (TjReviewLine *self)
{
  const TjRowPerson *person = get_person (self);

  if (self->place.outcome == NULL)
    return g_strdup (_ ("The whole file"));
  return g_strdup (person != NULL ? person->name : HIDDEN);
}

static char *
dup_number (TjReviewLine *self)
{
  const TjRowPerson *person = get_person (self);

  return g_strdup (person != NULL ? person->number : HIDDEN);
}

/* Old or new text of a field; a word for nothing, so that the eye finds what came or went. */
static char *
dup_detail (TjReviewLine *self, gboolean is_new)
{
  const TjRowPerson *person = get_person (self);
  const TjImportDifference *difference = self->place.difference;
  const char *text;

  if (difference == NULL)
    return g_strdup ("");
  if (person == NULL || person->is_protected)
    return g_strdup (HIDDEN);
  text = is_new ? difference->new_text : difference->old_text;
  return g_strdup (text[0] != '\0' ? text : "–");
}

char *
tj_review_line_dup_text (TjReviewLine *self, TjReviewColumn column)
{
  g_return_val_if_fail (TJ_IS_REVIEW_LINE (self), NULL);

  switch (column)
    {
    case TJ_REVIEW_ROW:
      return dup_row (self);
    case TJ_REVIEW_PERSON:
      return dup_name (self);
    case TJ_REVIEW_NUMBER:
      return dup_number (self);
    case TJ_REVIEW_FIELD:
      return g_strdup (self->place.difference != NULL ? self->place.difference->field
                                                      : _ ("Registration"));
    case TJ_REVIEW_OLD:
      return dup_detail (self, FALSE);
    case TJ_REVIEW_NEW:
      return dup_detail (self, TRUE);
    case TJ_REVIEW_COLUMN:
      return g_strdup (self->place.issue != NULL ? self->place.issue->column : "");
    case TJ_REVIEW_REASON:
      return g_strdup (self->place.issue != NULL ? self->place.issue->reason : "");
    default:
      g_assert_not_reached ();
    }
}

/* All of it that there is, as a screen reader says it. */
char *
tj_review_line_dup_words (TjReviewLine *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = TJ_REVIEW_PERSON; i < TJ_N_REVIEW_COLUMNS; i++)
    {
      g_autofree char *text = NULL;

      if (i >= TJ_REVIEW_FIELD && i <= TJ_REVIEW_NEW && self->place.difference == NULL)
        continue;
      text = tj_review_line_dup_text (self, (TjReviewColumn)i);
      if (text[0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text);
    }
  return g_string_free (words, FALSE);
}

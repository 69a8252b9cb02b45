/* Letters from the register: which are due to whom, set as one PDF, and afterwards written down
 * as sent. A youth gets at most one letter of a batch: the first that is due among the kinds asked
 * for. A protected person's draft shows no name and no address; the paper makes inner and outer
 * sheet of it. */

#include "config.h"

#include "tj-letter-service.h"

#include <glib/gi18n-lib.h>

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-case-number.h"
#include "tj-contact-repository.h"
#include "tj-letter-pdf.h"
#include "tj-letter-repository.h"
#include "tj-letterhead-settings.h"
#include "tj-youth-repository.h"

#define ADULT_AGE 18

/* What a batch needs while it is being set: one template per kind, loaded once. */
typedef struct
{
  TjContext *context;
  TjLetterPdf *pdf;
  GHashTable *templates;
} Batch;

/* A due rung with the youth it is for, while the agenda is walked. */
typedef struct
{
  TjContext *context;
  const char *const *kinds;
  GPtrArray *drafts;
} Search;

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->pdf, tj_letter_pdf_free);
  g_clear_pointer (&batch->templates, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gboolean
is_wanted (const TjRoutineStep *step, const char *const *kinds)
{
  if (step->letter == NULL || *step->letter == '\0')
    return FALSE;
  return kinds == NULL || g_strv_contains (kinds, step->letter);
}

static gboolean
add_due_letter (const TjAgendaEntry *entry, gpointer user_data)
{
  Search *search = user_data;
  const TjDate today = tj_context_get_today (search->context);

  for (guint i = 0; i < entry->ladder.n_rungs; i++)
    {
      const TjRoutineStep *step = tj_ladder_step (&entry->ladder, i);
      const TjStepState state = tj_ladder_state (&entry->ladder, i, today);
      TjLetterDraft *draft;

      if ((state != TJ_STEP_DUE && state != TJ_STEP_OVERDUE) || !is_wanted (step, search->kinds))
        continue;
      draft = g_new0 (TjLetterDraft, 1);
      draft->youth_id = entry->youth_id;
      draft->kind = g_strdup (step->letter);
      draft->due = entry->ladder.rungs[i].due;
      draft->state = state;
      g_ptr_array_add (search->drafts, draft);
      break;
    }
  return TRUE;
}

static char *
dup_address_line (TjYouth *youth)
{
  g_autofree char *code = tj_postal_code_format (tj_youth_get_postal_code (youth));

  return g_strdup_printf ("%s, %s %s", tj_youth_get_street (youth), code,
                          tj_youth_get_locality (youth));
}

/* Fills in what the draft shows of the youth, and why it may have to stay out. */
static gboolean
describe (TjContext *context, TjLetterDraft *draft, GError **error)
{
  g_autoptr (TjYouth) youth
      = tj_youths_load (tj_context_get_store (context), draft->youth_id, error);

  if (youth == NULL)
    return FALSE;
  draft->personal_number = g_strdup (tj_youth_get_personal_number (youth));
  draft->is_protected = tj_youth_is_protected (youth);
  draft->name = draft->is_protected ? g_strdup (_ ("Protected person")) : tj_youth_dup_name (youth);
  draft->address_line = draft->is_protected || !tj_youth_has_address (youth)
                            ? g_strdup ("")
                            : dup_address_line (youth);
  if (!draft->is_protected && !tj_youth_has_address (youth))
    draft->skip_reason = g_strdup (_ ("no postal address"));
  return TRUE;
}

static gboolean
describe_all (TjContext *context, GPtrArray *drafts, GError **error)
{
  for (guint i = 0; i < drafts->len; i++)
    if (!describe (context, g_ptr_array_index (drafts, i), error))
      return FALSE;
  return TRUE;
}

static TjLetterTemplate *
get_template (Batch *batch, const char *kind, GError **error)
{
  TjLetterTemplate *template = g_hash_table_lookup (batch->templates, kind);

  if (template == NULL && (template = tj_letter_template_load (kind, "sv", error)) != NULL)
    g_hash_table_insert (batch->templates, g_strdup (kind), template);
  return template;
}

/* The guardian's name is not in the register: the letter is addressed to them by the child. */
static char *
dup_recipient (Batch *batch, TjYouth *youth, const char *kind)
{
  const TjDate today = tj_context_get_today (batch->context);
  const TjRoutine *routine = tj_context_get_routine (batch->context);
  const TjRoutineStep *step = tj_routine_find_letter_step (routine, kind);
  g_autofree char *name = tj_youth_dup_name (youth);

  if (step == NULL || step->recipient != TJ_RECIPIENT_GUARDIAN_IF_MINOR
      || tj_date_age (tj_youth_get_birth (youth), today) >= ADULT_AGE)
    return g_steal_pointer (&name);
  return g_strdup_printf (_ ("Guardian of %s"), name);
}

static gboolean
set_letter (Batch *batch, TjLetterDraft *draft, GError **error)
{
  g_autoptr (TjYouth) youth
      = tj_youths_load (tj_context_get_store (batch->context), draft->youth_id, error);
  g_autofree char *reference = tj_case_number_format (draft->youth_id);
  g_autofree char *recipient = youth != NULL ? dup_recipient (batch, youth, draft->kind) : NULL;
  TjLetterContent content = { 0 };

  if (youth == NULL || (content.letter = get_template (batch, draft->kind, error)) == NULL)
    return FALSE;
  content.given_name = tj_youth_get_given_name (youth);
  content.reference = reference;
  content.date = tj_context_get_today (batch->context);
  content.is_protected = draft->is_protected;
  content.personal_number = tj_youth_get_personal_number (youth);
  if (!draft->is_protected)
    content.recipient = (TjPostalAddress){
      .name = recipient,
      .care_of = tj_youth_get_care_of (youth),
      .street = tj_youth_get_street (youth),
      .extra = tj_youth_get_extra (youth),
      .postal_code = tj_youth_get_postal_code (youth),
      .locality = tj_youth_get_locality (youth),
    };
  return tj_letter_pdf_add (batch->pdf, &content, error);
}

/* The paper's date is the register's day, at noon, so that the same day makes the same file. */
static gboolean
begin_batch (Batch *batch, TjContext *context, GError **error)
{
  g_autoptr (TjLetterhead) letterhead = tj_letterhead_settings_load (context, error);

  if (letterhead == NULL)
    return FALSE;
  batch->context = context;
  batch->pdf = tj_letter_pdf_new (letterhead, tj_date_noon (tj_context_get_today (context)));
  batch->templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify)tj_letter_template_unref);
  return TRUE;
}

static gboolean
set_letters (Batch *batch, GPtrArray *drafts, GError **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      TjLetterDraft *draft = g_ptr_array_index (drafts, i);
      TjLetterPlace place;

      draft->first_page = draft->n_pages = 0;
      if (draft->skip_reason != NULL)
        continue;
      if (!set_letter (batch, draft, error))
        return FALSE;
      place = tj_letter_pdf_get_place (batch->pdf, tj_letter_pdf_get_n_letters (batch->pdf) - 1);
      draft->first_page = place.first_page;
      draft->n_pages = place.n_pages;
    }
  return TRUE;
}

static gboolean
log_letters (TjContext *context, GPtrArray *drafts, const char *purpose, GError **error)
{
  g_autoptr (TjChange) change = tj_change_begin (tj_context_get_store (context), purpose, error);

  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->n_pages > 0
          && !tj_audit_log (tj_context_get_store (context), purpose, draft->youth_id, draft->kind,
                            error))
        return FALSE;
    }
  return tj_change_commit (change, error);
}

/* The copy that is kept of one letter: a file of its own, so that it goes when its youth goes. */
static GBytes *
set_copy (Batch *batch, TjLetterDraft *draft, GError **error)
{
  g_auto (Batch) copy = { 0 };

  return begin_batch (&copy, batch->context, error) && set_letter (&copy, draft, error)
             ? tj_letter_pdf_finish (copy.pdf, error)
             : NULL;
}

static gboolean
record_letter (Batch *batch,
               TjChange *change,
               TjLetterDraft *draft,
               gint64 *batch_id,
               GError **error)
{
  const TjDate today = tj_context_get_today (batch->context);
  TjLetterTemplate *template = get_template (batch, draft->kind, error);
  g_autoptr (GBytes) pdf = template != NULL ? set_copy (batch, draft, error) : NULL;
  g_autoptr (TjLetter) letter = NULL;
  g_autoptr (TjContact) contact = NULL;
  gint64 letter_id;

  if (pdf == NULL)
    return FALSE;
  letter
      = g_object_new (TJ_TYPE_LETTER, "youth-id", draft->youth_id, "date", today, "kind",
                      draft->kind, "template-version",
                      (gint64)tj_letter_template_get_version (template), "batch", *batch_id, NULL);
  letter_id = tj_letters_insert (change, letter, pdf, error);
  if (letter_id == 0)
    return FALSE;
  if (*batch_id == 0)
    *batch_id = letter_id;
  contact
      = g_object_new (TJ_TYPE_CONTACT, "youth-id", draft->youth_id, "date", today, "channel",
                      TJ_CHANNEL_LETTER, "direction", TJ_DIRECTION_OUT, "outcome", TJ_OUTCOME_SENT,
                      "letter-id", letter_id, "letter-kind", draft->kind, NULL);
  return tj_contacts_insert (change, contact, error) != 0;
}

/**
 * tj_letter_draft_free: frees a draft.
 */
void
tj_letter_draft_free (TjLetterDraft *draft)
{
  g_free (draft->personal_number);
  g_free (draft->kind);
  g_free (draft->name);
  g_free (draft->address_line);
  g_free (draft->skip_reason);
  g_free (draft);
}

/**
 * tj_letter_service_list_due: the letters that are due or overdue today, at most one a youth.
 * `kinds` limits them (NULL: every kind). Returns a new array of TjLetterDraft that owns its
 * elements; NULL with `error` set.
 */
GPtrArray *
tj_letter_service_list_due (TjContext *context, const char *const *kinds, GError **error)
{
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_letter_draft_free);
  Search search = { context, kinds, drafts };

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);
  if (!tj_agenda_due (tj_context_get_store (context), tj_context_get_today (context),
                      add_due_letter, &search, error)
      || !describe_all (context, drafts, error))
    return NULL;
  return g_steal_pointer (&drafts);
}

/**
 * tj_letter_service_draft_for: a letter of a kind to one youth, due or not.
 * Returns a new draft, or NULL with `error` set.
 */
TjLetterDraft *
tj_letter_service_draft_for (TjContext *context, gint64 youth_id, const char *kind, GError **error)
{
  g_autoptr (TjLetterDraft) draft = g_new0 (TjLetterDraft, 1);

  draft->youth_id = youth_id;
  draft->kind = g_strdup (kind);
  draft->state = TJ_STEP_LATER;
  if (!describe (context, draft, error))
    return NULL;
  return g_steal_pointer (&draft);
}

/**
 * tj_letter_service_compose: sets the drafts that have no skip reason as one finished PDF, in
 * their order, and writes where each stands into it. `purpose` is the action the log gets for
 * each youth ("preview-letter", "print-letter"). Returns NULL with `error` set.
 */
GBytes *
tj_letter_service_compose (TjContext *context,
                           GPtrArray *drafts,
                           const char *purpose,
                           GError **error)
{
  g_auto (Batch) batch = { 0 };

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);
  if (!begin_batch (&batch, context, error) || !set_letters (&batch, drafts, error)
      || !log_letters (context, drafts, purpose, error))
    return NULL;
  return tj_letter_pdf_finish (batch.pdf, error);
}

/**
 * tj_letter_service_record: writes down as sent today each draft that compose gave a page: an
 * attempt in the youth's ladder and a copy of the letter. All or nothing.
 */
gboolean
tj_letter_service_record (TjContext *context, GPtrArray *drafts, GError **error)
{
  g_auto (Batch) batch = { 0 };
  g_autoptr (TjChange) change = NULL;
  gint64 batch_id = 0;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);
  change = tj_change_begin (tj_context_get_store (context), "send-letters", error);
  if (change == NULL || !begin_batch (&batch, context, error))
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->n_pages > 0 && !record_letter (&batch, change, draft, &batch_id, error))
        return FALSE;
    }
  return tj_change_commit (change, error);
}

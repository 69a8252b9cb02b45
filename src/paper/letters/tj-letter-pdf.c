/* Letters, one after the other, into one document. A letter is a Part of the document's structure
 * and begins on a page of its own, so nothing of one person can stand on another's page. The
 * document names no person in its title, bookmarks or metadata.
 *
 * A protected person's letter becomes two sheets (OSL 22:1, Skatteverket's forwarding): an outer
 * one to the forwarding address that names nobody, and the letter itself as the inner one, with
 * the personal number alone in the window: no name, no address, nothing that could be mixed up. */

#include "config.h"

#include "tj-letter-pdf.h"

#include "tj-letter-body.h"
#include "tj-personal-number.h"

#include <glib/gi18n-lib.h>

#define DOCUMENT_LANGUAGE "sv-SE"
#define FORWARDING_KIND "forwarding"
#define FORWARDING_LANGUAGE "sv"

struct _TjLetterPdf
{
  TjLetterhead *letterhead;
  TjPaper *paper;
  TjLetterTemplate *forwarding;
  GArray *places;
  GPtrArray *titles;
};

static void
fill_sender_fields (const TjLetterhead *head, TjLetterFields *fields)
{
  fields->values[TJ_LETTER_FIELD_MUNICIPALITY] = head->municipality;
  fields->values[TJ_LETTER_FIELD_UNIT] = head->unit;
  fields->values[TJ_LETTER_FIELD_CONTACT_NAME] = head->contact_name;
  fields->values[TJ_LETTER_FIELD_CONTACT_TITLE] = head->contact_title;
  fields->values[TJ_LETTER_FIELD_PHONE] = head->phone;
  fields->values[TJ_LETTER_FIELD_EMAIL] = head->email;
  fields->values[TJ_LETTER_FIELD_VISITING_ADDRESS] = head->visiting_address;
  fields->values[TJ_LETTER_FIELD_WEB] = head->web;
}

static void
note_title (TjLetterPdf *self, const char *title)
{
  if (!g_ptr_array_find_with_equal_func (self->titles, title, g_str_equal, NULL))
    g_ptr_array_add (self->titles, g_strdup (title));
}

static void
bookmark (TjLetterPdf *self, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%s – %u", title, self->places->len + 1);

  tj_paper_bookmark (self->paper, text);
}

/* Draws one letter as a part of its own: @lines in the window, @reference beside it if there is
 * one, and the template's text. */
static void
draw_part (TjLetterPdf *self,
           const TjLetterTemplate *letter,
           const TjLetterFields *fields,
           const char *const *lines)
{
  const TjLetterSheet sheet = { self->paper, self->letterhead };
  const char *language = tj_letter_template_get_language (letter);
  g_autofree char *entries = g_str_has_prefix (DOCUMENT_LANGUAGE, language)
                                 ? NULL
                                 : g_strdup_printf ("/Lang(%s)", language);
  const TjLetterNotice notices[] = {
    { tj_letter_template_get_label (letter, TJ_LETTER_FIELD_DATE),
      fields->values[TJ_LETTER_FIELD_DATE], FALSE },
    { tj_letter_template_get_label (letter, TJ_LETTER_FIELD_REFERENCE),
      fields->values[TJ_LETTER_FIELD_REFERENCE], TRUE },
  };
  g_autoptr (GArray) blocks = tj_letter_template_fill (letter, fields);

  tj_paper_open (self->paper, "Part", entries);
  tj_letter_sheet_begin (&sheet, notices, G_N_ELEMENTS (notices));
  bookmark (self, tj_letter_template_get_title (letter));
  tj_letter_sheet_address (&sheet, lines);
  tj_letter_body_draw (&sheet, blocks);
  tj_paper_end_page (self->paper);
  tj_paper_close (self->paper);
}

static void
draw_outer (TjLetterPdf *self, const TjLetterContent *content)
{
  const TjLetterhead *head = self->letterhead;
  const TjPostalAddress address
      = { head->forwarding_name,    "", head->forwarding_street, "", head->forwarding_postal_code,
          head->forwarding_locality };
  g_auto (GStrv) lines = tj_postal_lines (&address);
  g_autofree char *date = tj_letter_template_format_date (self->forwarding, content->date);
  TjLetterFields fields = { { NULL } };

  fill_sender_fields (head, &fields);
  fields.values[TJ_LETTER_FIELD_DATE] = date;
  draw_part (self, self->forwarding, &fields, (const char *const *)lines);
}

static void
draw_letter (TjLetterPdf *self, const TjLetterContent *content)
{
  g_autofree char *date = tj_letter_template_format_date (content->letter, content->date);
  g_autofree char *number = NULL;
  g_auto (GStrv) lines = NULL;
  TjLetterFields fields = { { NULL } };

  fill_sender_fields (self->letterhead, &fields);
  fields.values[TJ_LETTER_FIELD_DATE] = date;
  fields.values[TJ_LETTER_FIELD_REFERENCE] = content->reference;
  if (content->is_protected)
    {
      const char *inner[] = { NULL, NULL };

      inner[0] = number = tj_personal_number_format (content->personal_number);
      draw_part (self, content->letter, &fields, inner);
      return;
    }
  fields.values[TJ_LETTER_FIELD_GIVEN_NAME] = content->given_name;
  lines = tj_postal_lines (&content->recipient);
  draw_part (self, content->letter, &fields, (const char *const *)lines);
}

/**
 * tj_letter_pdf_new:
 * @letterhead: the sender; copied
 * @created: seconds of UTC since 1970, for the document's metadata
 *
 * Returns: (transfer full): a batch without letters
 */
TjLetterPdf *
tj_letter_pdf_new (const TjLetterhead *letterhead, gint64 created)
{
  TjLetterPdf *self = g_new0 (TjLetterPdf, 1);

  self->letterhead = tj_letterhead_copy (letterhead);
  self->paper = tj_paper_new (DOCUMENT_LANGUAGE, created);
  self->places = g_array_new (FALSE, FALSE, sizeof (TjLetterPlace));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Frees the batch, finished or not. */
void
tj_letter_pdf_free (TjLetterPdf *self)
{
  tj_letterhead_free (self->letterhead);
  tj_paper_free (self->paper);
  g_clear_pointer (&self->forwarding, tj_letter_template_unref);
  g_array_unref (self->places);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/**
 * tj_letter_pdf_add:
 * @content: the letter; to a protected person it needs the personal number
 * @error: %TJ_PAPER_ERROR_TEMPLATE if the forwarding sheet's text is missing
 *
 * Adds a letter after those added before.
 *
 * Returns: whether it was added
 */
gboolean
tj_letter_pdf_add (TjLetterPdf *self, const TjLetterContent *content, GError **error)
{
  TjLetterPlace place = { tj_paper_get_n_pages (self->paper) + 1, 0 };

  g_return_val_if_fail (content->letter != NULL, FALSE);
  g_return_val_if_fail (!content->is_protected || content->personal_number != NULL, FALSE);

  if (content->is_protected && self->forwarding == NULL)
    self->forwarding = tj_letter_template_load (FORWARDING_KIND, FORWARDING_LANGUAGE, error);
  if (content->is_protected && self->forwarding == NULL)
    return FALSE;
  note_title (self, tj_letter_template_get_title (content->letter));
  if (content->is_protected)
    draw_outer (self, content);
  draw_letter (self, content);
  place.n_pages = tj_paper_get_n_pages (self->paper) + 1 - place.first_page;
  g_array_append_val (self->places, place);
  return TRUE;
}

/* Returns: how many letters have been added */
guint
tj_letter_pdf_get_n_letters (const TjLetterPdf *self)
{
  return self->places->len;
}

/* Returns: how many pages they take */
guint
tj_letter_pdf_get_n_pages (const TjLetterPdf *self)
{
  return tj_paper_get_n_pages (self->paper);
}

/* Returns: the pages of the letter that was added as number @letter, counted from 0 */
TjLetterPlace
tj_letter_pdf_get_place (const TjLetterPdf *self, guint letter)
{
  g_assert (letter < self->places->len);
  return g_array_index (self->places, TjLetterPlace, letter);
}

static char *
build_title (TjLetterPdf *self)
{
  g_autofree char *kinds = NULL;

  g_ptr_array_add (self->titles, NULL);
  kinds = g_strjoinv (", ", (char **)self->titles->pdata);
  if (self->letterhead->municipality[0] == '\0')
    return g_steal_pointer (&kinds);
  return g_strconcat (kinds, " – ", self->letterhead->municipality, NULL);
}

/**
 * tj_letter_pdf_finish:
 * @error: %TJ_PAPER_ERROR_RENDER if there is no letter or a font could not be embedded
 *
 * Returns: (transfer full) (nullable): the batch as PDF/A-2a and PDF/UA-1; @self can only be asked
 *   for its places and freed afterwards
 */
GBytes *
tj_letter_pdf_finish (TjLetterPdf *self, GError **error)
{
  g_autofree char *title = NULL;

  if (self->places->len == 0)
    {
      g_set_error_literal (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_RENDER,
                           _ ("There is no letter to print"));
      return NULL;
    }
  title = build_title (self);
  return tj_paper_finish (self->paper, title, error);
}

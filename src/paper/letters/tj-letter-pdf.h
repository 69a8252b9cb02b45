#pragma once

#include "tj-date.h"
#include "tj-letter-template.h"
#include "tj-letterhead.h"
#include "tj-postal.h"

G_BEGIN_DECLS

/* One letter to be set. Everything is borrowed for the call. A letter to a protected person has
 * `is_protected` and `personal_number` (twelve digits) and yields an outer and an inner sheet;
 * its name and address are then not read. */
typedef struct
{
  const TjLetterTemplate *letter;
  TjPostalAddress recipient;
  const char *given_name;
  const char *reference;
  TjDate date;
  gboolean is_protected;
  const char *personal_number;
} TjLetterContent;

/* Where a letter stands in the batch: its first page, counted from 1, and its number of pages. */
typedef struct
{
  guint first_page;
  guint n_pages;
} TjLetterPlace;

/* A batch of letters on its way to be one PDF. Kept in memory only; not for two threads at once. */
typedef struct _TjLetterPdf TjLetterPdf;

TjLetterPdf *tj_letter_pdf_new (const TjLetterhead *letterhead, gint64 created);
void tj_letter_pdf_free (TjLetterPdf *self);
gboolean tj_letter_pdf_add (TjLetterPdf *self, const TjLetterContent *content, GError **error);
guint tj_letter_pdf_get_n_letters (const TjLetterPdf *self);
guint tj_letter_pdf_get_n_pages (const TjLetterPdf *self);
TjLetterPlace tj_letter_pdf_get_place (const TjLetterPdf *self, guint letter);
GBytes *tj_letter_pdf_finish (TjLetterPdf *self, GError **error);

GBytes *tj_letter_pdf_test_page (const TjLetterhead *letterhead, gint64 created, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLetterPdf, tj_letter_pdf_free)

G_END_DECLS

#pragma once

#include <poppler.h>

#include "tj-letter-pdf.h"

G_BEGIN_DECLS

/* A sender, a text and a batch to put letters into, and the batch read back. */
typedef struct
{
  TjLetterhead *letterhead;
  TjLetterTemplate *letter;
  TjLetterPdf *pdf;
  GBytes *bytes;
  PopplerDocument *document;
} LetterFixture;

/* Poppler's own cleanup functions came after the version in Debian 12. */
typedef PopplerPage LetterPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LetterPage, g_object_unref)

#define FIXTURE_CREATED 1791187200
#define FIXTURE_DATE tj_date_new (2026, 10, 5)

void letter_fixture_set_up (LetterFixture *fixture, gconstpointer kind);
void letter_fixture_tear_down (LetterFixture *fixture, gconstpointer kind);

void letter_fixture_add (LetterFixture *fixture, const TjLetterContent *content);
void letter_fixture_add_person (LetterFixture *fixture,
                                const char *given_name,
                                const char *family_name,
                                const char *care_of,
                                const char *street,
                                const char *extra);
void letter_fixture_add_protected (LetterFixture *fixture, const char *personal_number);
void letter_fixture_finish (LetterFixture *fixture);

char *letter_fixture_get_text (LetterFixture *fixture, guint page);
char *letter_fixture_get_text_in (LetterFixture *fixture,
                                  guint page,
                                  double x1,
                                  double y1,
                                  double x2,
                                  double y2);
void letter_fixture_assert_window (LetterFixture *fixture, guint page);

G_END_DECLS

#pragma once

#include "tj-codes.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* A letter that is due, before it is set: who it is for and why it may have to stay out. */
typedef struct
{
  gint64 youth_id;
  char *personal_number;
  char *kind;
  char *name;         /* "Skyddad person" for a protected one */
  char *address_line; /* street and locality in one line; empty for a protected one */
  gboolean is_protected;
  TjDate due;
  TjStepState state;
  char *skip_reason; /* NULL, or why no letter can be made */
  guint first_page;  /* set by compose; 1 for the first page, 0 when left out */
  guint n_pages;
} TjLetterDraft;

void tj_letter_draft_free (TjLetterDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLetterDraft, tj_letter_draft_free)

GPtrArray *tj_letter_service_list_due (TjContext *context, const char *const *kinds, GError **error);
TjLetterDraft *tj_letter_service_draft_for (TjContext *context,
                                            gint64 youth_id,
                                            const char *kind,
                                            GError **error);
GBytes *tj_letter_service_compose (TjContext *context,
                                   GPtrArray *drafts,
                                   const char *purpose,
                                   GError **error);
gboolean tj_letter_service_record (TjContext *context,
                                   GPtrArray *drafts,
                                   GError **error);

G_END_DECLS

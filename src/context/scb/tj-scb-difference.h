#pragma once

#include "tj-context.h"
#include "tj-delivery-repository.h"
#include "tj-scb-book.h"
#include "tj-scb-rows.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_SCB_NEW,
  TJ_SCB_GONE,
  TJ_SCB_CHANGED,
} TjScbDifferenceKind;

/* One row, or one cell, that is not as it was delivered. */
typedef struct
{
  TjScbDifferenceKind kind;
  gint64 youth_id; /* 0 when the register no longer has them */
  char *personal_number;
  TjDate registered_on;
  char *column; /* NULL unless changed */
  char *before;
  char *after;
} TjScbDifference;

const char *tj_scb_difference_word (TjScbDifferenceKind kind);
GPtrArray *tj_scb_differences_list (TjContext *context,
                                    const TjDelivery *delivery,
                                    const TjScbBook *book,
                                    const TjScbRows *rows,
                                    TjHalfYear half,
                                    GError **error);

G_END_DECLS

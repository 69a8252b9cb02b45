#pragma once

#include "tj-context.h"
#include "tj-scb-book.h"
#include "tj-scb-check.h"
#include "tj-scb-difference.h"
#include "tj-scb-rows.h"

G_BEGIN_DECLS

/* How a half-year stands: its rows, what the checks found, what codes are missing, and what has
 * changed since the last delivery. Nothing in it changes; it is made anew when the register has. */
typedef struct
{
  TjHalfYear half;
  TjDate deadline;
  TjScbLayout *layout;
  TjScbBook *book;
  TjScbRows *rows;
  GArray *findings; /* TjScbFinding, errors first */
  guint n_errors;
  guint n_warnings;
  GPtrArray *missing_codes;    /* TjScbMissingCode */
  GPtrArray *deliveries;       /* TjDelivery: all there are */
  const TjDelivery *prepared;  /* this half's file that was written and not sent, or NULL */
  const TjDelivery *delivered; /* this half's that was sent last, or NULL */
  const TjDelivery *former; /* what the differences are to: it, or an earlier half's; NULL: none */
  GPtrArray *differences;   /* TjScbDifference; NULL with nothing to compare to */
  GPtrArray *gone;          /* texts that findings borrow */
} TjScbReport;

typedef enum
{
  TJ_SCB_TEXT,
  TJ_SCB_WORKBOOK,
} TjScbFormat;

TjScbReport *tj_scb_service_load (TjContext *context, TjHalfYear half, GError **error);
void tj_scb_report_free (TjScbReport *report);
gboolean tj_scb_report_is_ready (const TjScbReport *report);
GBytes *tj_scb_report_write (const TjScbReport *report, TjScbFormat format, GError **error);
gboolean tj_scb_service_export (TjContext *context,
                                const TjScbReport *report,
                                TjScbFormat format,
                                const char *path,
                                GError **error);
gboolean tj_scb_service_mark_delivered (TjContext *context, TjHalfYear half, GError **error);
TjHalfYear tj_scb_service_propose_half (TjContext *context);
gboolean
tj_scb_service_find_due (TjContext *context, TjHalfYear *half, gboolean *is_due, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjScbReport, tj_scb_report_free)

G_END_DECLS

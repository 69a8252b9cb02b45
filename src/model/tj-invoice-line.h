#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_INVOICE_LINE (tj_invoice_line_get_type ())
G_DECLARE_FINAL_TYPE (TjInvoiceLine, tj_invoice_line, TJ, INVOICE_LINE, TjEntity)

/* month is its first day; the amount is in öre, negative on a credit note. */

TjInvoiceLine *tj_invoice_line_new (const char *personal_number);

const char *tj_invoice_line_get_personal_number (TjInvoiceLine *self);
const char *tj_invoice_line_get_given_name (TjInvoiceLine *self);
const char *tj_invoice_line_get_family_name (TjInvoiceLine *self);
TjDate tj_invoice_line_get_month (TjInvoiceLine *self);
const char *tj_invoice_line_get_invoice_number (TjInvoiceLine *self);
const char *tj_invoice_line_get_organiser (TjInvoiceLine *self);
const char *tj_invoice_line_get_school (TjInvoiceLine *self);
const char *tj_invoice_line_get_programme (TjInvoiceLine *self);
const char *tj_invoice_line_get_orientation (TjInvoiceLine *self);
gint64 tj_invoice_line_get_amount_ore (TjInvoiceLine *self);

void tj_invoice_line_set_personal_number (TjInvoiceLine *self, const char *personal_number);
void tj_invoice_line_set_given_name (TjInvoiceLine *self, const char *given_name);
void tj_invoice_line_set_family_name (TjInvoiceLine *self, const char *family_name);
void tj_invoice_line_set_month (TjInvoiceLine *self, TjDate month);
void tj_invoice_line_set_invoice_number (TjInvoiceLine *self, const char *invoice_number);
void tj_invoice_line_set_organiser (TjInvoiceLine *self, const char *organiser);
void tj_invoice_line_set_school (TjInvoiceLine *self, const char *school);
void tj_invoice_line_set_programme (TjInvoiceLine *self, const char *programme);
void tj_invoice_line_set_orientation (TjInvoiceLine *self, const char *orientation);
void tj_invoice_line_set_amount_ore (TjInvoiceLine *self, gint64 amount_ore);

G_END_DECLS

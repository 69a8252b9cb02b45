#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a report's numbers may be shown, decided for all of its tables together.
 *
 * A *quantity* is a non-negative whole number that says how many youths; the same quantity in two
 * tables or half-years is one index. A *relation* is something that anybody knows must hold
 * between quantities, whatever their values. Tell of every one: what is not told cannot be
 * guarded. After tj_disclosure_control() a quantity is shown or hidden, and a hidden one stays
 * uncertain to a reader who knows all shown numbers, all relations, the threshold and the rule. */
typedef struct _TjDisclosure TjDisclosure;

TjDisclosure *tj_disclosure_new (guint threshold);
void tj_disclosure_free (TjDisclosure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjDisclosure, tj_disclosure_free)

guint tj_disclosure_add (TjDisclosure *self, guint value);
void tj_disclosure_add_sum (TjDisclosure *self, guint total, const guint *parts, gsize n_parts);
void tj_disclosure_add_balance (TjDisclosure *self,
                                const guint *left,
                                gsize n_left,
                                const guint *right,
                                gsize n_right);
guint tj_disclosure_add_subset (TjDisclosure *self, guint part, guint whole);

void tj_disclosure_hide_again (TjDisclosure *self, guint quantity);
void tj_disclosure_keep_shown (TjDisclosure *self, guint quantity);

void tj_disclosure_control (TjDisclosure *self);
gboolean tj_disclosure_is_hidden (const TjDisclosure *self, guint quantity);
guint tj_disclosure_get_n_hidden (const TjDisclosure *self);
guint tj_disclosure_get_n_unguarded (const TjDisclosure *self);

G_END_DECLS

#pragma once

#include "tj-disclosure.h"

G_BEGIN_DECLS

/* A quantity, and the interval that its witnesses have shown to be possible so far. */
typedef struct
{
  guint value;
  guint low, high;
  guint hidden : 1;
  guint internal : 1; /* never printed: the rest of a whole when a part is taken away */
  guint queued : 1;
  guint was_hidden : 1; /* in a report before this one */
  guint is_public : 1;  /* a report before this one has told it: hiding it hides nothing */
} TjQuantity;

/* A quantity's place in a relation: the sum of sign × value over a relation is 0. */
typedef struct
{
  guint quantity;
  gint sign;
} TjRelationMember;

typedef struct
{
  guint first, n;     /* in members */
  gboolean has_whole; /* the first member is the whole, the others its parts */
} TjRelation;

struct _TjDisclosure
{
  guint threshold;
  GArray *quantities;     /* of TjQuantity */
  GArray *members;        /* of TjRelationMember */
  GArray *relations;      /* of TjRelation */
  guint *first_use;       /* per quantity (and one more): where its uses begin */
  TjRelationMember *uses; /* of each quantity: {relation, sign} */
  GQueue to_guard;        /* of quantities whose interval is still to be looked at */
  guint n_unguarded;
};

static inline TjQuantity *
tj_disclosure_quantity (const TjDisclosure *self, guint quantity)
{
  return &g_array_index (self->quantities, TjQuantity, quantity);
}

static inline const TjRelation *
tj_disclosure_relation (const TjDisclosure *self, guint relation)
{
  return &g_array_index (self->relations, TjRelation, relation);
}

static inline const TjRelationMember *
tj_disclosure_member (const TjDisclosure *self, const TjRelation *relation, guint place)
{
  return &g_array_index (self->members, TjRelationMember, relation->first + place);
}

guint tj_disclosure_get_least (const TjDisclosure *self, guint quantity);
void tj_disclosure_hide (TjDisclosure *self, guint quantity);
void tj_disclosure_guard (TjDisclosure *self);

/* Whether nobody is told the quantity's value. */
static inline gboolean
tj_disclosure_is_unknown (const TjDisclosure *self, guint quantity)
{
  return tj_disclosure_quantity (self, quantity)->hidden
         || tj_disclosure_quantity (self, quantity)->internal;
}

/* tj-disclosure-witness.c */
typedef struct _TjWitness TjWitness;

TjWitness *tj_witness_new (TjDisclosure *disclosure);
void tj_witness_free (TjWitness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjWitness, tj_witness_free)

void tj_witness_reset (TjWitness *self);
gint tj_witness_get_value (const TjWitness *self, guint quantity);
gboolean tj_witness_step (TjWitness *self, guint quantity, gint change, guint limit);

/* tj-disclosure-tableau.c */
typedef struct _TjTableau TjTableau;

TjTableau *tj_tableau_new (TjDisclosure *disclosure, guint quantity);
void tj_tableau_free (TjTableau *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTableau, tj_tableau_free)

gboolean tj_tableau_has (const TjTableau *self, guint quantity);
gboolean tj_tableau_reach (TjTableau *self, guint quantity, gint goal);

G_END_DECLS

#pragma once

#include "tj-disclosure.h"

/* The numbers of a report as a reader sees them: which are shown, what must hold between them, and
 * (for the test to compare with) what they truly are. Kept apart from the disclosure control, so
 * that what it hides is judged by something that does not share its code. */
typedef struct
{
  guint value;
  guint index;       /* in the disclosure control */
  gboolean is_shown; /* after puzzle_control() */
  gboolean is_rest;  /* what no table shows */
} PuzzleCell;

typedef struct
{
  GArray *cells; /* of guint, the first of them the whole */
  guint n_left;  /* cells before this count positive, the others negative */
  gboolean is_sum;
} PuzzleRule;

typedef struct
{
  guint threshold;
  GArray *cells; /* of PuzzleCell */
  GPtrArray *rules;
  GHashTable *names; /* of cells and of rules */
  TjDisclosure *disclosure;
} Puzzle;

Puzzle *puzzle_new (guint threshold);
void puzzle_free (Puzzle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Puzzle, puzzle_free)

guint puzzle_add (Puzzle *self, const char *name, guint value);
void puzzle_add_sum (Puzzle *self, guint whole, const guint *parts, guint n);
void puzzle_add_subset (Puzzle *self, guint part, guint whole);
void puzzle_add_balance (Puzzle *self, const guint left[2], const guint right[2]);
PuzzleCell *puzzle_cell (const Puzzle *self, guint cell);
void puzzle_control (Puzzle *self);

/* disclosure-attack.c */
typedef struct
{
  guint n_cells, n_small, n_hidden;
  guint n_narrow; /* hidden, and told to less than a small number's interval */
  guint n_above;  /* small, and told to be more than one */
  guint64 youths, youths_hidden;
} PuzzleResult;

void puzzle_attack (const Puzzle *self, gboolean in_whole_numbers, PuzzleResult *result);

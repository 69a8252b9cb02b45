#pragma once

#include "tj-letter-template.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_PIECE_TEXT,
  TJ_PIECE_FIELD,
  TJ_PIECE_IF,
  TJ_PIECE_UNLESS,
  TJ_PIECE_END,
} TjPieceKind;

/* A stretch of a block's text, or a mark in it. */
typedef struct
{
  TjPieceKind kind;
  TjLetterField field;
  char *text;
} TjPiece;

/* What must hold for a block to be there. */
typedef struct
{
  TjLetterField field;
  gboolean wanted;
} TjCondition;

/* A block as written: pieces (TjPiece), and conditions (TjCondition) around it. */
typedef struct
{
  TjLetterBlockKind kind;
  gboolean personal;
  GArray *pieces;
  GArray *conditions;
} TjTemplateBlock;

/* The words of a letter that the program puts in itself. */
typedef enum
{
  TJ_WORD_KIND,
  TJ_WORD_TITLE,
  TJ_WORD_LANGUAGE,
  TJ_WORD_VERSION,
  TJ_WORD_DATE,
  TJ_WORD_REFERENCE,
  TJ_WORD_MONTHS,
  TJ_N_WORDS,
} TjTemplateWord;

struct _TjLetterTemplate
{
  int ref_count;
  int version;
  char *text;
  char *words[TJ_N_WORDS];
  GStrv months;
  GPtrArray *blocks;
};

gboolean tj_letter_template_read (TjLetterTemplate *self, const char *text, GError **error);

G_END_DECLS

#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_NUMBER_PERSONAL,
  TJ_NUMBER_COORDINATION,
  TJ_NUMBER_TEMPORARY,
} TjNumberKind;

typedef enum
{
  TJ_NUMBER_OK,
  TJ_NUMBER_EMPTY,
  TJ_NUMBER_MALFORMED,
  TJ_NUMBER_BAD_CHECKSUM,
} TjNumberProblem;

typedef enum
{
  TJ_SEX_UNKNOWN,
  TJ_SEX_WOMAN,
  TJ_SEX_MAN,
} TjSex;

/* A parsed number. `text` is the canonical form of twelve letters. */
typedef struct
{
  char text[13];
  TjNumberKind kind;
  TjDate birth;
  TjSex sex;
  gboolean odd_date;
} TjPersonalNumber;

TjNumberProblem tj_personal_number_parse (const char *text, TjDate today, TjPersonalNumber *number);
const char *tj_number_problem_message (TjNumberProblem problem);
const char *tj_number_kind_to_string (TjNumberKind kind);
char *tj_personal_number_format (const char *canonical);
char *tj_personal_number_mask (const char *canonical);

G_END_DECLS

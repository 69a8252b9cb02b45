#pragma once

#include "tj-exchange-error.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_ENCODING_UTF8,
  TJ_ENCODING_UTF16LE,
  TJ_ENCODING_UTF16BE,
  TJ_ENCODING_CP1252,
  TJ_ENCODING_ISO_8859_1,
  TJ_N_ENCODINGS,
} TjEncoding;

/* What a file turned out to be, and what had to be mended in it. */
typedef struct
{
  TjEncoding encoding;
  gboolean has_mark; /* it began with a byte order mark */
  gsize n_nuls;      /* NUL characters taken out */
  gsize n_damaged;   /* places that were no text and became U+FFFD */
} TjTextInfo;

GBytes *tj_text_decode (GBytes *bytes, TjTextInfo *info, GError **error);
const char *tj_encoding_name (TjEncoding encoding);

G_END_DECLS

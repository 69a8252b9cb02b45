#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a passphrase would hold. Guesses are counted as a power of two. */
typedef struct
{
  double bits;    /* log2 of the guesses needed on average */
  double seconds; /* at TJ_PASSPHRASE_GUESSES_PER_SECOND */
} TjPassphraseStrength;

/* A thousand rented graphics cards against Argon2id with 256 MiB and three passes. */
#define TJ_PASSPHRASE_GUESSES_PER_SECOND 10000.0

TjPassphraseStrength tj_passphrase_estimate (const char *passphrase);
char *tj_passphrase_strength_to_text (const TjPassphraseStrength *strength);
double tj_passphrase_strength_to_fraction (const TjPassphraseStrength *strength);

G_END_DECLS

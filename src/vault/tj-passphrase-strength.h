#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a passphrase would hold, by a sober estimate. */
typedef struct
{
  double bits;    /* log2 of the guesses needed */
  double seconds; /* at TJ_PASSPHRASE_GUESSES_PER_SECOND */
} TjPassphraseStrength;

/* A guess reads and writes some 2.3 GB (Argon2id, 256 MiB, three passes), so that a graphics card
 * with 1 TB/s makes 400 a second. This is 250 such cards. */
#define TJ_PASSPHRASE_GUESSES_PER_SECOND 100000.0

TjPassphraseStrength tj_passphrase_estimate (const char *passphrase);
char *tj_passphrase_strength_to_text (const TjPassphraseStrength *strength);
double tj_passphrase_strength_to_fraction (const TjPassphraseStrength *strength);

G_END_DECLS

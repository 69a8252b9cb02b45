#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a letter is folded, which decides where its fold marks stand. */
typedef enum
{
  TJ_FOLD_C5,
  TJ_FOLD_E65,
} TjFold;

/* Everything on a letter that belongs to the sender. Strings are owned and never NULL.
 * `address_dx` and `address_dy` (mm) move the address block for envelopes and printers that
 * differ; `demo` puts a mark on every page. */
typedef struct
{
  char *municipality;
  char *unit;
  char *contact_name;
  char *contact_title;
  char *phone;
  char *email;
  char *visiting_address;
  char *postal_address;
  char *web;
  char *forwarding_name;
  char *forwarding_street;
  char *forwarding_postal_code;
  char *forwarding_locality;
  double address_dx;
  double address_dy;
  TjFold fold;
  gboolean demo;
} TjLetterhead;

TjLetterhead *tj_letterhead_new (void);
TjLetterhead *tj_letterhead_copy (const TjLetterhead *self);
void tj_letterhead_free (TjLetterhead *self);

const char *const *tj_letterhead_list_keys (void);
gboolean tj_letterhead_set (TjLetterhead *self, const char *key, const char *value);
char *tj_letterhead_dup_value (const TjLetterhead *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLetterhead, tj_letterhead_free)

G_END_DECLS

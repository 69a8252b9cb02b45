/* The sender's part of every letter, as plain values. Settings and the preferences window reach
 * its members by key, so that a new member is one line in the table here. */

#include "config.h"

#include "tj-letterhead.h"

#include <string.h>

typedef enum
{
  MEMBER_TEXT,
  MEMBER_MILLIMETRES,
  MEMBER_FOLD,
} MemberKind;

/* A member, its key among the settings and what a new letterhead holds. */
typedef struct
{
  const char *key;
  MemberKind kind;
  gsize offset;
  const char *initial;
} Member;

#define TEXT(name, initial)                                                                        \
  {                                                                                                \
#name, MEMBER_TEXT, G_STRUCT_OFFSET(TjLetterhead, name), initial                               \
  }

/* The forwarding address is Skatteverket's for protected persons: not fixed by law, so a setting. */
static const Member members[] = {
  TEXT (municipality, ""),
  TEXT (unit, ""),
  TEXT (contact_name, ""),
  TEXT (contact_title, ""),
  TEXT (phone, ""),
  TEXT (email, ""),
  TEXT (visiting_address, ""),
  TEXT (postal_address, ""),
  TEXT (web, ""),
  TEXT (forwarding_name, "Skatteverket"),
  TEXT (forwarding_street, "Box 2820"),
  TEXT (forwarding_postal_code, "403 20"),
  TEXT (forwarding_locality, "Göteborg"),
  { "address_dx", MEMBER_MILLIMETRES, G_STRUCT_OFFSET (TjLetterhead, address_dx), "0" },
  { "address_dy", MEMBER_MILLIMETRES, G_STRUCT_OFFSET (TjLetterhead, address_dy), "0" },
  { "fold", MEMBER_FOLD, G_STRUCT_OFFSET (TjLetterhead, fold), "c5" },
};

#define N_MEMBERS G_N_ELEMENTS (members)

/* How far the address may be moved, in millimetres: further, it would leave any window. */
#define LARGEST_OFFSET 10.0

static const Member *
find_member (const char *key)
{
  for (gsize i = 0; i < N_MEMBERS; i++)
    if (g_str_equal (members[i].key, key))
      return &members[i];
  return NULL;
}

static gboolean
set_millimetres (double *member, const char *value)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !(number >= -LARGEST_OFFSET && number <= LARGEST_OFFSET))
    return FALSE;
  *member = number;
  return TRUE;
}

static gboolean
set_fold (TjFold *member, const char *value)
{
  if (!g_str_equal (value, "c5") && !g_str_equal (value, "e65"))
    return FALSE;
  *member = g_str_equal (value, "e65") ? TJ_FOLD_E65 : TJ_FOLD_C5;
  return TRUE;
}

static void
set_text (char **member, const char *value)
{
  g_free (*member);
  *member = g_strstrip (g_strdup (value));
}

/* Returns: (transfer full): an empty letterhead with Skatteverket's forwarding address */
TjLetterhead *
tj_letterhead_new (void)
{
  TjLetterhead *self = g_new0 (TjLetterhead, 1);

  for (gsize i = 0; i < N_MEMBERS; i++)
    tj_letterhead_set (self, members[i].key, members[i].initial);
  return self;
}

/* Returns: (transfer full): a deep copy */
TjLetterhead *
tj_letterhead_copy (const TjLetterhead *self)
{
  TjLetterhead *copy = g_memdup2 (self, sizeof *self);

  for (gsize i = 0; i < N_MEMBERS; i++)
    if (members[i].kind == MEMBER_TEXT)
      {
        char **text = G_STRUCT_MEMBER_P (copy, members[i].offset);

        *text = g_strdup (*text);
      }
  return copy;
}

/* Frees the letterhead and its strings. */
void
tj_letterhead_free (TjLetterhead *self)
{
  for (gsize i = 0; i < N_MEMBERS; i++)
    if (members[i].kind == MEMBER_TEXT)
      g_free (G_STRUCT_MEMBER (char *, self, members[i].offset));
  g_free (self);
}

/* Returns: (transfer none): the keys of all members, NULL-terminated, in the order of a form */
const char *const *
tj_letterhead_list_keys (void)
{
  static const char *keys[N_MEMBERS + 1];

  for (gsize i = 0; i < N_MEMBERS; i++)
    keys[i] = members[i].key;
  return keys;
}

/**
 * tj_letterhead_set:
 * @key: one of tj_letterhead_list_keys ()
 * @value: text; millimetres with a decimal point, -10 to 10; or "c5" or "e65"
 *
 * Returns: whether @key exists and @value is one for it; if not, nothing is changed
 */
gboolean
tj_letterhead_set (TjLetterhead *self, const char *key, const char *value)
{
  const Member *member = find_member (key);
  gpointer place;

  if (member == NULL || value == NULL)
    return FALSE;
  place = G_STRUCT_MEMBER_P (self, member->offset);
  switch (member->kind)
    {
    case MEMBER_MILLIMETRES:
      return set_millimetres (place, value);
    case MEMBER_FOLD:
      return set_fold (place, value);
    case MEMBER_TEXT:
    default:
      set_text (place, value);
      return TRUE;
    }
}

/* Returns: (transfer full) (nullable): what tj_letterhead_set () would take, NULL for no such key */
char *
tj_letterhead_dup_value (const TjLetterhead *self, const char *key)
{
  const Member *member = find_member (key);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gconstpointer place;

  if (member == NULL)
    return NULL;
  place = G_STRUCT_MEMBER_P (self, member->offset);
  switch (member->kind)
    {
    case MEMBER_MILLIMETRES:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", *(const double *)place));
    case MEMBER_FOLD:
      return g_strdup (*(const TjFold *)place == TJ_FOLD_E65 ? "e65" : "c5");
    case MEMBER_TEXT:
    default:
      return g_strdup (*(char *const *)place);
    }
}

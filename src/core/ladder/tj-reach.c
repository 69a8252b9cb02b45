/* Whether a phone number and an e-mail address can be such: enough to catch a slip, not to say that
 * somebody answers there. */

#include "config.h"

#include "tj-reach.h"

#include <string.h>

#define MIN_DIGITS 6
#define MAX_DIGITS 15

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) != 0;
  return n;
}

/**
 * tj_phone_is_plausible:
 *
 * Returns: whether @phone has 6 to 15 digits (ITU-T E.164) and nothing else but what people put
 *   between them
 */
gboolean
tj_phone_is_plausible (const char *phone)
{
  guint n_digits;

  g_return_val_if_fail (phone != NULL, FALSE);

  n_digits = count_digits (phone);
  return phone[strspn (phone, "0123456789 +-/().")] == '\0' && n_digits >= MIN_DIGITS
         && n_digits <= MAX_DIGITS;
}

/**
 * tj_email_is_plausible:
 *
 * Returns: whether @email is one address with one @ and a dot after it
 */
gboolean
tj_email_is_plausible (const char *email)
{
  const char *at, *dot;

  g_return_val_if_fail (email != NULL, FALSE);

  at = strchr (email, '@');
  dot = at != NULL ? strrchr (at, '.') : NULL;
  return at != NULL && at != email && strchr (at + 1, '@') == NULL && dot != NULL && dot != at + 1
         && dot[1] != '\0' && strpbrk (email, " ;,<>\"") == NULL;
}

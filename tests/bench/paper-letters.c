/* Sets N letters into one finished PDF and says what it took: milliseconds of the whole process so
 * far, bytes, and the highest memory. Usage: paper-letters N FILE [demo]. */

#include "config.h"

#include "tj-letter-pdf.h"
#include "tj-paper-file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static const char *const given[] = { "Alva", "Åke", "Łukasz", "Örjan", "Zoë", "Fatima", "Märta" };
static const char *const family[] = { "Andersson", "Östlund", "Nowak", "Al-Sayed", "Bergström" };
static const char *const streets[] = { "Storgatan", "Kyrkogatan", "Ängsvägen", "Hörnebovägen" };

static TjLetterhead *
build_letterhead (gboolean demo)
{
  TjLetterhead *head = tj_letterhead_new ();

  tj_letterhead_set (head, "municipality", "Tibro kommun");
  tj_letterhead_set (head, "unit", "Ungdomsteamet");
  tj_letterhead_set (head, "contact_name", "Karin Holm");
  tj_letterhead_set (head, "contact_title", "samordnare");
  tj_letterhead_set (head, "phone", "0504-180 00");
  tj_letterhead_set (head, "email", "ungdomsteamet@tibro.example");
  tj_letterhead_set (head, "visiting_address", "Centrumgatan 17, Tibro");
  tj_letterhead_set (head, "postal_address", "543 80 Tibro");
  tj_letterhead_set (head, "web", "www.tibro.example");
  head->demo = demo;
  return head;
}

static gboolean
add_letter (TjLetterPdf *pdf, TjLetterTemplate *letter, guint i, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s", given[i % 7], family[i % 5]);
  g_autofree char *street = g_strdup_printf ("%s %u", streets[i % 4], i / 4 + 1);
  g_autofree char *code = g_strdup_printf ("543%02u", i % 100);
  g_autofree char *reference = g_strdup_printf ("KAA-2026-%04u", i + 1);
  const TjLetterContent content = {
    .letter = letter,
    .recipient
    = { name, i % 10 == 0 ? "c/o Ek" : "", street, i % 6 == 0 ? "lgh 1102" : "", code, "Tibro" },
    .given_name = given[i % 7],
    .reference = reference,
    .date = tj_date_new (2026, 10, 5),
    .is_protected = i == 3,
    .personal_number = "200601012396",
  };

  return tj_letter_pdf_add (pdf, &content, error);
}

int
main (int argc, char **argv)
{
  gint64 start = g_get_monotonic_time ();
  guint n = argc > 2 ? (guint)atoi (argv[1]) : 0;
  g_autoptr (TjLetterhead) head = build_letterhead (argc > 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjLetterTemplate) letter = tj_letter_template_load ("brev1", "sv", &error);
  g_autoptr (TjLetterPdf) pdf = tj_letter_pdf_new (head, 1791187200);
  g_autoptr (GBytes) bytes = NULL;
  struct rusage usage;

  if (n == 0 || letter == NULL)
    {
      fprintf (stderr, "usage: paper-letters N FILE [demo]%s%s\n", error ? ": " : "",
               error ? error->message : "");
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < n; i++)
    if (!add_letter (pdf, letter, i, &error))
      break;
  bytes = error == NULL ? tj_letter_pdf_finish (pdf, &error) : NULL;
  if (bytes == NULL || !tj_paper_save (bytes, argv[2], &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("letters %u  ms %.1f  bytes %zu  peak_mb %.1f\n", n,
          (double)(g_get_monotonic_time () - start) / 1000, g_bytes_get_size (bytes),
          (double)usage.ru_maxrss / 1024);
  return EXIT_SUCCESS;
}

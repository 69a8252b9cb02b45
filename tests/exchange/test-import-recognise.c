/* A list is known by its headings, whatever else it holds and wherever they stand. */

#include "config.h"

#include "tj-import-recognise.h"

#include <string.h>

static void
assert_recognised (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, NULL);
  guint score = 77;
  const TjImportSource *source = tj_import_source_recognise (table, &score);

  g_assert_cmpstr (source != NULL ? source->id : NULL, ==, expected);
  if (expected == NULL)
    g_assert_cmpuint (score, ==, 0);
  else
    {
      g_assert_cmpuint (score, >, 0);
      g_assert_cmpuint (score, <=, 100);
    }
}

static void
test_sources (void)
{
  assert_recognised ("Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Senaste skola;"
                     "Senaste program;Orsak;Registreringsdatum;Status\n",
                     "ist");
  assert_recognised ("Personnummer;Mobil;E-post\n", "contacts");
  assert_recognised ("Pnr;Telefon;Mejl;Anteckning\n", "contacts");
  assert_recognised ("Personnummer;Efternamn;Förnamn;Kön;C/o;Gatuadress;Postnummer;Postort;"
                     "Folkbokföringskommun;Inflyttningsdatum;Skyddad\n",
                     "population");
  assert_recognised ("Personnummer;Namn;Kurs;Nivå;Startdatum;Slutdatum;Status\n", "vux");
  assert_recognised ("Personnummer;Efternamn;Förnamn;Skola;Program;Bevis;Datum;Telefon;E-post\n",
                     "studiebevis");
  assert_recognised ("Personnummer;Namn;Skola;Diplom\n", "ib");
  assert_recognised ("Personnummer;Efternamn;Förnamn;Antagningsstatus\n", "admission");
  assert_recognised ("Personnummer;Efternamn;Förnamn;Skola;Huvudman;Huvudmannatyp;"
                     "I samverkansområdet;Program;Årskurs;Startdatum;Slutdatum;Slutorsak;"
                     "Reducerat program;Förlängd utbildning\n",
                     "enrolments");
  assert_recognised ("Fakturanummer;Huvudman;Skola;Personnummer;Namn;Program;Månad;Belopp\n",
                     "invoices");
  assert_recognised ("Diarienummer;Inkom;Personnummer;Efternamn;Förnamn;Skola;Huvudman;Kategori;"
                     "Meddelande\n",
                     "school-reports");
  assert_recognised ("Program;Inriktning;Huvudman;År;Påbörjad;Pris\n", "prices");
}

static void
test_below_title (void)
{
  assert_recognised ("Telefonlista;;\nUtskriven 2026-11-18;;\nPnr;Mobil;E-post\n", "contacts");
}

static void
test_none (void)
{
  assert_recognised ("Artikel;Antal;Pris\n", NULL);
  assert_recognised ("200701032385;Nilsson;Ester\n", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/recognise/each-list-by-its-headings", test_sources);
  g_test_add_func ("/exchange/recognise/headings-below-a-title", test_below_title);
  g_test_add_func ("/exchange/recognise/what-no-source-knows-is-none", test_none);
  return g_test_run ();
}

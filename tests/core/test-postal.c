/* Address lines and postal codes. */

#include "config.h"

#include "tj-postal.h"

static void
test_lines (void)
{
  static const struct
  {
    TjPostalAddress address;
    const char *lines;
  } rows[] = {
    { { "Åsa Öberg", "", "Storgatan 1", "", "54330", "Tibro" },
      "Åsa Öberg|Storgatan 1|543 30 TIBRO" },
    { { "Åsa Öberg", "Lindqvist", "Storgatan 1", "lgh 1102", "543 30", "Tibro" },
      "Åsa Öberg|c/o Lindqvist|Storgatan 1 lgh 1102|543 30 TIBRO" },
    { { "Åsa Öberg", "C/O Lindqvist", "Storgatan 1", "Lägenhet 2", "SE-543 30", "Östra Ämtervik" },
      "Åsa Öberg|C/O Lindqvist|Storgatan 1 Lägenhet 2|543 30 ÖSTRA ÄMTERVIK" },
    { { "Åsa Öberg", "", "Bygatan 2", "Hus B", "54330", "Tibro" },
      "Åsa Öberg|Hus B|Bygatan 2|543 30 TIBRO" },
    { { "Åsa Öberg", "", "", "Box 12", "54330", "Tibro" }, "Åsa Öberg|Box 12|543 30 TIBRO" },
    { { "Åsa Öberg", "", "", "lgh 1102", "54330", "Tibro" }, "Åsa Öberg|lgh 1102|543 30 TIBRO" },
    { { "  Åsa\t Öberg ", "  ", " Storgatan\xc2\xa0 1", "\n", " 543 30 ", "tibro " },
      "Åsa Öberg|Storgatan 1|543 30 TIBRO" },
    { { "Åsa Öberg", "", "Karl Johans gate 1", "", "0154", "Oslo" },
      "Åsa Öberg|Karl Johans gate 1|0154 OSLO" },
    { { "Åsa Öberg", "", "", "", "", "" }, "Åsa Öberg" },
    { { "", "", "", "", "", "" }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) lines = tj_postal_lines (&rows[i].address);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, rows[i].lines);
    }
}

static void
test_complete (void)
{
  static const struct
  {
    TjPostalAddress address;
    gboolean complete;
  } rows[] = {
    { { "A", "", "Storgatan 1", "", "54330", "Tibro" }, TRUE },
    { { "A", "", "", "Box 1", "54330", "Tibro" }, TRUE },
    { { "", "", "Storgatan 1", "", "54330", "Tibro" }, FALSE },
    { { "A", "", " ", "", "54330", "Tibro" }, FALSE },
    { { "A", "B", "", "", "54330", "Tibro" }, FALSE },
    { { "A", "", "Storgatan 1", "", "5433", "Tibro" }, FALSE },
    { { "A", "", "Storgatan 1", "", "", "Tibro" }, FALSE },
    { { "A", "", "Storgatan 1", "", "54330", " " }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tj_postal_is_complete (&rows[i].address), ==, rows[i].complete);
}

static void
test_codes (void)
{
  static const struct
  {
    const char *text, *digits, *shown;
  } rows[] = {
    { "54330", "54330", "543 30" },
    { "543 30", "54330", "543 30" },
    { " 543  30 ", "54330", "543 30" },
    { "543\xc2\xa0"
      "30",
      "54330", "543 30" },
    { "SE-543 30", "54330", "543 30" },
    { "s-54330", "54330", "543 30" },
    { "SE 543 30", "54330", "543 30" },
    { "54 330", NULL, "54 330" },
    { "5433", NULL, "5433" },
    { "543300", NULL, "543300" },
    { "04330", NULL, "04330" },
    { "5433O", NULL, "5433O" },
    { "", NULL, "" },
    { NULL, NULL, "" },
    { "-54330", NULL, "-54330" },
    { "SE", NULL, "SE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = tj_postal_code_normalize (rows[i].text);
      g_autofree char *shown = tj_postal_code_format (rows[i].text);

      g_assert_cmpstr (digits, ==, rows[i].digits);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/postal/lines-hold-the-address-without-gaps", test_lines);
  g_test_add_func ("/core/postal/what-is-missing-makes-it-incomplete", test_complete);
  g_test_add_func ("/core/postal/codes-read-as-people-write-them", test_codes);
  return g_test_run ();
}

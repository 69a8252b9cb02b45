/* Every encoding a list may arrive in gives the same text, and what is no text is refused. */

#include "config.h"

#include "tj-text-decoder.h"

#include <string.h>

#define SENTENCE "Åsa Öberg;Älvsjö é\r\n"

static char *
decode (const char *bytes, gsize size, TjTextInfo *info)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = tj_text_decode (input, info, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static void
assert_converted (const char *charset, const char *mark, gsize mark_length, TjEncoding expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *converted = NULL;
  g_autofree char *text = NULL;
  TjTextInfo info;
  gsize size;

  converted = g_convert (SENTENCE, -1, charset, "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *)mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *)converted, size);
  text = decode ((const char *)bytes->data, bytes->len, &info);

  g_assert_cmpstr (text, ==, SENTENCE);
  g_assert_cmpint (info.encoding, ==, expected);
  g_assert_cmpint (info.has_mark, ==, mark_length > 0);
  g_assert_cmpuint (info.n_nuls, ==, 0);
  g_assert_cmpuint (info.n_damaged, ==, 0);
}

static void
test_utf8 (void)
{
  assert_converted ("UTF-8", "", 0, TJ_ENCODING_UTF8);
  assert_converted ("UTF-8", "\xEF\xBB\xBF", 3, TJ_ENCODING_UTF8);
}

static void
test_utf16 (void)
{
  assert_converted ("UTF-16LE", "", 0, TJ_ENCODING_UTF16LE);
  assert_converted ("UTF-16LE", "\xFF\xFE", 2, TJ_ENCODING_UTF16LE);
  assert_converted ("UTF-16BE", "", 0, TJ_ENCODING_UTF16BE);
  assert_converted ("UTF-16BE", "\xFE\xFF", 2, TJ_ENCODING_UTF16BE);
}

static void
test_utf16_surrogates (void)
{
  static const char bytes[] = "\xFF\xFE"
                              "a\0b\0\x3D\xD8\x00\xDE\x00\xDE";
  TjTextInfo info;
  g_autofree char *text = decode (bytes, sizeof bytes - 1, &info);

  g_assert_cmpstr (text, ==, "ab\U0001F600\uFFFD");
  g_assert_cmpuint (info.n_damaged, ==, 1);
}

static void
test_eight_bits (void)
{
  TjTextInfo info;
  g_autofree char *text = decode ("Fr\xE5ga \x80 5 \x96 \x93ja\x94", 16, &info);

  assert_converted ("ISO-8859-1", "", 0, TJ_ENCODING_ISO_8859_1);
  g_assert_cmpstr (text, ==, "Fråga € 5 – “ja”");
  g_assert_cmpint (info.encoding, ==, TJ_ENCODING_CP1252);
}

static void
test_undefined_in_cp1252 (void)
{
  TjTextInfo info;
  g_autofree char *text = decode ("\xC5sa \x81", 5, &info);

  g_assert_cmpstr (text, ==, "Åsa \xC2\x81");
  g_assert_cmpint (info.encoding, ==, TJ_ENCODING_ISO_8859_1);
}

static void
test_nuls (void)
{
  TjTextInfo info;
  g_autofree char *text = decode ("Personnummer;N\0amn;Gatuadress;\xC3\x85\0sa", 35, &info);

  g_assert_cmpstr (text, ==, "Personnummer;Namn;Gatuadress;Åsa");
  g_assert_cmpuint (info.n_nuls, ==, 2);
  g_assert_cmpint (info.encoding, ==, TJ_ENCODING_UTF8);
}

static void
test_damaged_utf8 (void)
{
  TjTextInfo info;
  g_autofree char *text = decode ("åäöåäö\xE5;", 14, &info);

  g_assert_cmpstr (text, ==, "åäöåäö\uFFFD;");
  g_assert_cmpuint (info.n_damaged, ==, 1);
  g_assert_cmpint (info.encoding, ==, TJ_ENCODING_UTF8);
}

static void
assert_refused (const char *bytes, gsize size, TjExchangeError code)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  TjTextInfo info = { .n_nuls = 77 };

  g_assert_null (tj_text_decode (input, &info, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, (int)code);
  g_assert_cmpuint (info.n_nuls, ==, 77);
}

static void
test_refused (void)
{
  static const char noise[] = "\x01\x02\x03\x04\x05\x06\x07\x01\x02\x03\x04\x05\x06\x07zz";

  assert_refused ("", 0, TJ_EXCHANGE_ERROR_EMPTY);
  assert_refused ("\xEF\xBB\xBF", 3, TJ_EXCHANGE_ERROR_EMPTY);
  assert_refused ("PK\003\004xxxx", 8, TJ_EXCHANGE_ERROR_FORMAT);
  assert_refused ("%PDF-1.7\n", 9, TJ_EXCHANGE_ERROR_FORMAT);
  assert_refused (noise, sizeof noise - 1, TJ_EXCHANGE_ERROR_ENCODING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/decode/utf8-with-and-without-mark", test_utf8);
  g_test_add_func ("/exchange/decode/utf16-both-ways-with-and-without-mark", test_utf16);
  g_test_add_func ("/exchange/decode/a-lone-surrogate-is-replaced", test_utf16_surrogates);
  g_test_add_func ("/exchange/decode/eight-bits-with-windows-characters-are-cp1252",
                   test_eight_bits);
  g_test_add_func ("/exchange/decode/what-cp1252-lacks-is-iso-8859-1", test_undefined_in_cp1252);
  g_test_add_func ("/exchange/decode/nuls-are-taken-out-and-counted", test_nuls);
  g_test_add_func ("/exchange/decode/one-bad-byte-does-not-undo-utf8", test_damaged_utf8);
  g_test_add_func ("/exchange/decode/what-is-no-text-is-refused", test_refused);
  return g_test_run ();
}

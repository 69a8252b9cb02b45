/* Routines as JSON: what is written reads back the same, and every mistake is named with its
 * place. */

#include "config.h"

#include "tj-routine-json.h"

#include <string.h>

#define STEP "{\"id\":\"call\",\"label\":\"Ring\",\"channels\":[\"phone\"],\"within\":\"P1W\"}"
#define ROUTINE(head, steps)                                                                       \
  "{\"format\":1,\"id\":\"x\",\"label\":\"X\"," head                                               \
  "\"tracks\":[{\"id\":\"all\",\"steps\":[" steps "]}]}"

static void
test_presets_read_back (void)
{
  for (const char *const *id = tj_routine_preset_ids (); *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TjRoutine) routine = tj_routine_preset_new (*id, &error);
      g_autofree char *written = NULL, *again = NULL;
      g_autoptr (TjRoutine) read = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (routine->id, ==, *id);
      written = tj_routine_json_write (routine);
      read = tj_routine_json_read (written, -1, &error);
      g_assert_no_error (error);
      again = tj_routine_json_write (read);
      g_assert_cmpstr (again, ==, written);
    }
}

static void
test_values_arrive (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRoutine) routine = tj_routine_json_read (
      ROUTINE ("\"reliable_sources\":[\"school\"],"
               "\"follow_up\":{\"default\":\"P2M\",\"none\":\"P1W\"},",
               "{\"id\":\"round\",\"label\":\"Omg\xc3\xa5ng\",\"anchor\":\"window\","
               "\"window_months\":[1,9],\"channels\":[\"letter\",\"postcard\"],"
               "\"letter\":\"brev1\",\"recipient\":\"guardian-if-minor\","
               "\"conditions\":[\"minor\"],\"needs_details\":true,"
               "\"at_once_without_details\":true,\"responsible\":\"KAA\"},"
               "{\"id\":\"visit\",\"label\":\"B\",\"anchor\":\"previous-step\",\"from\":\"P2M\","
               "\"channels\":[\"home-visit\"]}"),
      -1, &error);
  const TjRoutineStep *step;

  g_assert_no_error (error);
  g_assert_true (tj_routine_source_is_reliable (routine, TJ_SOURCE_SCHOOL));
  g_assert_false (tj_routine_source_is_reliable (routine, TJ_SOURCE_YOUTH));
  g_assert_cmpint (routine->follow_up[TJ_OCCUPATION_WORK].months, ==, 2);
  g_assert_cmpint (routine->follow_up[TJ_OCCUPATION_NONE].days, ==, 7);

  step = tj_routine_find_step (routine, "round");
  g_assert_cmpstr (step->label, ==, "Omg\xc3\xa5ng");
  g_assert_cmpint (step->anchor, ==, TJ_ANCHOR_WINDOW);
  g_assert_cmpuint (step->window_months, ==, 1u << 1 | 1u << 9);
  g_assert_cmpuint (step->channels, ==, 1u << TJ_CHANNEL_LETTER | 1u << TJ_CHANNEL_POSTCARD);
  g_assert_cmpint (step->recipient, ==, TJ_RECIPIENT_GUARDIAN_IF_MINOR);
  g_assert_cmpint (step->conditions, ==, TJ_CONDITION_MINOR);
  g_assert_true (step->needs_details && step->at_once_without_details);

  step = tj_routine_find_step (routine, "visit");
  g_assert_true (step->has_from);
  g_assert_cmpint (step->offset.months, ==, 2); /* without "within" it is due as it opens */
}

static void
test_mistakes_are_named_with_their_place (void)
{
  static const struct
  {
    const char *json, *says;
  } rows[] = {
    { "", "top level" },
    { "[]", "JSON object" },
    { "{\"format\":1,", "top level" },
    { "{\"format\":2,\"id\":\"x\",\"label\":\"X\"}", "format 1" },
    { "{\"id\":\"x\",\"label\":\"X\"}", "“format” is missing" },
    { "{\"format\":1,\"id\":\"X y\",\"label\":\"X\"}", "a–z" },
    { "{\"format\":1,\"id\":\"x\",\"label\":\"\"}", "“label” is empty" },
    { "{\"format\":1,\"id\":\"x\",\"label\":\"X\"}", "“tracks” is missing" },
    { "{\"format\":1,\"id\":\"x\",\"label\":\"X\",\"tracks\":[]}", "“tracks” must have" },
    { "{\"format\":1,\"id\":\"x\",\"label\":\"X\",\"tracks\":[7]}", "wrong kind" },
    { "{\"format\":1,\"id\":\"x\",\"label\":\"X\",\"tracks\":{}}", "wrong kind" },
    { ROUTINE ("\"reliable\":[],", STEP), "“reliable”" },
    { ROUTINE ("\"reliable_sources\":[\"rumour\"],", STEP), "youth, guardian" },
    { ROUTINE ("\"reliable_sources\":[3],", STEP), "youth, guardian" },
    { ROUTINE ("\"follow_up\":{\"default\":\"3 months\"},", STEP), "P1W" },
    { ROUTINE ("\"follow_up\":{\"job\":\"P3M\"},", STEP), "“job”" },
    { ROUTINE ("", ""), "track 1" },
    { ROUTINE ("", STEP "," STEP), "track 1, step 2: two steps" },
    { ROUTINE ("", "{\"id\":\"a\",\"channels\":[\"phone\"]}"), "track 1, step 1: “label”" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\"}"), "“channels” is missing" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[]}"), "“channels” is empty" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"fax\"]}"), "phone, sms" },
    { ROUTINE ("",
               STEP ",{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],\"wihtin\":\"P1W\"}"),
      "track 1, step 2: “wihtin”" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],\"within\":7}"),
      "wrong kind" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],"
                   "\"anchor\":\"previous-step\"}"),
      "no previous step" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],\"anchor\":\"window\"}"),
      "window_months" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],\"window_months\":[13]}"),
      "1 to 12" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],\"letter\":\"brev1\"}"),
      "letter or postcard" },
    { ROUTINE ("", "{\"id\":\"a\",\"label\":\"A\",\"channels\":[\"sms\"],"
                   "\"conditions\":[\"adult\"]}"),
      "minor, manual" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tj_routine_json_read (rows[i].json, -1, &error));
      g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_too_many_steps_are_refused (void)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  for (int i = 0; i < 17; i++)
    g_string_append_printf (steps, "%s{\"id\":\"s%d\",\"label\":\"S\",\"channels\":[\"sms\"]}",
                            i > 0 ? "," : "", i);
  json = g_strdup_printf (ROUTINE ("", "%s"), steps->str);
  g_assert_null (tj_routine_json_read (json, -1, &error));
  g_assert_nonnull (strstr (error->message, "1 to 16"));
}

/* Whatever is damaged, the answer is a routine or an error with a message, never worse. */
static void
test_damaged_presets_do_no_harm (void)
{
  static const char bytes[] = "{}[]\",:0 9-aP\\n\x01\xc3";
  g_autofree char *whole = tj_routine_preset_dup_json ("lidkoping", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize length = strlen (whole);
  guint n_refused = 0;

  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *damaged = g_strdup (whole);
      g_autoptr (GError) error = NULL;
      g_autoptr (TjRoutine) routine = NULL;

      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        damaged[g_rand_int_range (rand, 0, (gint32)length)]
            = bytes[g_rand_int_range (rand, 0, (gint32)sizeof bytes - 1)];
      routine = tj_routine_json_read (damaged, -1, &error);
      g_assert_true ((routine == NULL) == (error != NULL));
      n_refused += error != NULL;
    }
  g_assert_cmpuint (n_refused, >, 500);
}

static void
test_an_unknown_preset_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_routine_preset_new ("skara", &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE);
  g_assert_nonnull (strstr (error->message, "tibro, lidkoping, nordmaling"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/routine-json/presets-read-back", test_presets_read_back);
  g_test_add_func ("/exchange/routine-json/values-arrive", test_values_arrive);
  g_test_add_func ("/exchange/routine-json/mistakes-are-named-with-their-place",
                   test_mistakes_are_named_with_their_place);
  g_test_add_func ("/exchange/routine-json/too-many-steps-are-refused",
                   test_too_many_steps_are_refused);
  g_test_add_func ("/exchange/routine-json/damaged-presets-do-no-harm",
                   test_damaged_presets_do_no_harm);
  g_test_add_func ("/exchange/routine-json/an-unknown-preset-is-refused",
                   test_an_unknown_preset_is_refused);
  return g_test_run ();
}

/* Entities as forms and lists use them: properties that notify when they change and only then. */

#include "config.h"

#include "tj-contact.h"
#include "tj-follow-up.h"
#include "tj-knowledge.h"
#include "tj-letter.h"
#include "tj-registration.h"
#include "tj-youth.h"

static void
count (GObject *object, GParamSpec *pspec, gpointer n)
{
  (*(guint *)n)++;
}

static void
text_is_never_null (void)
{
  GType types[] = { TJ_TYPE_YOUTH,     TJ_TYPE_REGISTRATION, TJ_TYPE_CONTACT,
                    TJ_TYPE_KNOWLEDGE, TJ_TYPE_FOLLOW_UP,    TJ_TYPE_LETTER };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GObject) entity = g_object_new (types[t], NULL);
      g_autofree GParamSpec **specs = NULL;
      guint n;

      specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);
      for (guint i = 0; i < n; i++)
        if (specs[i]->value_type == G_TYPE_STRING)
          {
            g_autofree char *text = NULL;

            if (specs[i]->flags & G_PARAM_WRITABLE)
              g_object_set (entity, specs[i]->name, NULL, NULL);
            g_object_get (entity, specs[i]->name, &text, NULL);
            g_assert_cmpstr (text, ==, "");
          }
    }
}

static void
only_a_change_notifies (void)
{
  g_autoptr (TjYouth) youth = tj_youth_new ();
  guint n = 0;

  g_signal_connect (youth, "notify::phone", G_CALLBACK (count), &n);
  tj_youth_set_phone (youth, "");
  tj_youth_set_phone (youth, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (youth, "phone", "070-1", NULL);
  tj_youth_set_phone (youth, "070-1");
  g_assert_cmpuint (n, ==, 1);
}

static void
derived_values_notify_with_their_sources (void)
{
  g_autoptr (TjYouth) youth = tj_youth_new ();
  guint n = 0;

  g_signal_connect (youth, "notify::name", G_CALLBACK (count), &n);
  g_signal_connect (youth, "notify::has-details", G_CALLBACK (count), &n);
  g_signal_connect (youth, "notify::has-address", G_CALLBACK (count), &n);
  g_signal_connect (youth, "notify::is-protected", G_CALLBACK (count), &n);
  g_signal_connect (youth, "notify::sex", G_CALLBACK (count), &n);
  tj_youth_set_given_name (youth, "Åsa");
  tj_youth_set_email (youth, "asa@example.se");
  tj_youth_set_street (youth, "Storgatan 1");
  tj_youth_set_protection (youth, TJ_PROTECTION_MARKED);
  tj_youth_set_personal_number (youth, "201001012382");
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (tj_youth_has_details (youth));
  g_assert_false (tj_youth_has_address (youth));
  g_assert_true (tj_youth_is_protected (youth));
}

static void
the_number_tells_birth_sex_and_kind (void)
{
  g_autoptr (TjYouth) youth = tj_youth_new ();

  tj_youth_set_personal_number (youth, "201001012382");
  g_assert_cmpuint (tj_youth_get_birth (youth), ==, tj_date_new (2010, 1, 1));
  g_assert_cmpint (tj_youth_get_sex (youth), ==, TJ_SEX_WOMAN);
  g_assert_cmpint (tj_youth_get_number_kind (youth), ==, TJ_NUMBER_PERSONAL);
  tj_youth_set_personal_number (youth, "20090512TF01");
  g_assert_cmpint (tj_youth_get_number_kind (youth), ==, TJ_NUMBER_TEMPORARY);
  g_assert_cmpint (tj_youth_get_sex (youth), ==, TJ_SEX_UNKNOWN);
}

static void
a_copy_is_equal_until_it_is_edited (void)
{
  g_autoptr (TjYouth) youth = tj_youth_new ();
  g_autoptr (TjYouth) copy = NULL;
  g_autoptr (TjRegistration) registration = tj_registration_new (3);
  g_autoptr (TjRegistration) same = NULL;

  tj_youth_set_personal_number (youth, "201001012382");
  tj_youth_set_family_name (youth, "Öberg");
  tj_entity_set_id (youth, 7);
  copy = tj_entity_copy (youth);
  g_assert_true (tj_entity_equal (youth, copy));
  g_assert_cmpint (tj_entity_get_id (copy), ==, 7);
  tj_youth_set_extra (copy, "lgh 1101");
  g_assert_false (tj_entity_equal (youth, copy));

  same = tj_entity_copy (registration);
  g_assert_true (tj_entity_equal (registration, same));
  g_assert_cmpint (tj_registration_get_reason (same), ==, -1);
  g_assert_true (tj_registration_is_open (same));
}

static void
entities_let_go_of_everything (void)
{
  TjYouth *youth = tj_youth_new ();
  TjContact *contact = tj_contact_new (4);

  tj_youth_set_family_name (youth, "Öberg");
  tj_contact_set_note (contact, "ringde tillbaka");
  g_assert_finalize_object (youth);
  g_assert_finalize_object (contact);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text-is-never-null", text_is_never_null);
  g_test_add_func ("/model/only-a-change-notifies", only_a_change_notifies);
  g_test_add_func ("/model/derived-values-notify-with-their-sources",
                   derived_values_notify_with_their_sources);
  g_test_add_func ("/model/the-number-tells-birth-sex-and-kind",
                   the_number_tells_birth_sex_and_kind);
  g_test_add_func ("/model/a-copy-is-equal-until-it-is-edited", a_copy_is_equal_until_it_is_edited);
  g_test_add_func ("/model/entities-let-go-of-everything", entities_let_go_of_everything);
  return g_test_run ();
}

/* A youth: identity, addresses and handling instruction, the list that förordning 2006:39 § 4
 * allows. Sex, full name and whether there is anything to reach somebody by are derived and
 * notify with their sources. */

#include "config.h"

#include "tj-youth.h"

#include "tj-entity-private.h"
#include "tj-postal.h"
#include "tj-sort-key.h"

#define Self TjYouth
#define PREFIX tj_youth
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (CODE, number_kind, "number-kind", &tj_number_kinds)                                       \
  FIELD (DATE, birth, "birth", NULL)                                                               \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (TEXT, sort_key, "sort-key", NULL)                                                         \
  FIELD (TEXT, care_of, "care-of", NULL)                                                           \
  FIELD (TEXT, street, "street", NULL)                                                             \
  FIELD (TEXT, extra, "extra", NULL)                                                               \
  FIELD (TEXT, postal_code, "postal-code", NULL)                                                   \
  FIELD (TEXT, locality, "locality", NULL)                                                         \
  FIELD (TEXT, phone, "phone", NULL)                                                               \
  FIELD (TEXT, email, "email", NULL)                                                               \
  FIELD (CODE, protection, "protection", &tj_protections)

struct _TjYouth
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

/* The derived properties come after those of the table, whose ids the base gives out. */
enum
{
  PROP_NAME = 1000,
  PROP_SEX,
  PROP_HAS_DETAILS,
  PROP_HAS_ADDRESS,
  PROP_IS_PROTECTED,
  N_DERIVED_END,
};

static GParamSpec *derived[N_DERIVED_END - PROP_NAME];

G_DEFINE_TYPE (TjYouth, tj_youth, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
notify_derived (TjYouth *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), derived[property - PROP_NAME]);
}

/* The number says when one was born and of what kind it is; the sex follows it. */
static void
follow_number (TjYouth *self)
{
  TjPersonalNumber number;

  if (tj_personal_number_parse (self->personal_number, TJ_DATE_NONE, &number) == TJ_NUMBER_OK)
    {
      tj_youth_set_number_kind (self, (int)number.kind);
      tj_youth_set_birth (self, number.birth);
    }
  notify_derived (self, PROP_SEX);
}

static void
follow_name (TjYouth *self)
{
  g_autofree char *key = tj_sort_key_for_name (self->family_name, self->given_name);

  tj_youth_set_sort_key (self, key);
  notify_derived (self, PROP_NAME);
}

static void
tj_youth_field_changed (TjEntity *entity, guint field)
{
  TjYouth *self = TJ_YOUTH (entity);

  switch (field)
    {
    case FIELD_personal_number:
      follow_number (self);
      break;
    case FIELD_given_name:
    case FIELD_family_name:
      follow_name (self);
      break;
    case FIELD_phone:
    case FIELD_email:
      notify_derived (self, PROP_HAS_DETAILS);
      break;
    case FIELD_street:
    case FIELD_postal_code:
    case FIELD_locality:
    case FIELD_extra:
    case FIELD_care_of:
      notify_derived (self, PROP_HAS_ADDRESS);
      break;
    case FIELD_protection:
      notify_derived (self, PROP_IS_PROTECTED);
      break;
    default:
      break;
    }
}

static void
tj_youth_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TjYouth *self = TJ_YOUTH (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_take_string (value, tj_youth_dup_name (self));
      break;
    case PROP_SEX:
      g_value_set_int (value, (int)tj_youth_get_sex (self));
      break;
    case PROP_HAS_DETAILS:
      g_value_set_boolean (value, tj_youth_has_details (self));
      break;
    case PROP_HAS_ADDRESS:
      g_value_set_boolean (value, tj_youth_has_address (self));
      break;
    case PROP_IS_PROTECTED:
      g_value_set_boolean (value, tj_youth_is_protected (self));
      break;
    default:
      G_OBJECT_CLASS (tj_youth_parent_class)->get_property (object, id, value, pspec);
    }
}

static void
install_derived (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *specs[] = {
    g_param_spec_string ("name", NULL, NULL, "", flags),
    g_param_spec_int ("sex", NULL, NULL, TJ_SEX_UNKNOWN, TJ_SEX_MAN, TJ_SEX_UNKNOWN, flags),
    g_param_spec_boolean ("has-details", NULL, NULL, FALSE, flags),
    g_param_spec_boolean ("has-address", NULL, NULL, FALSE, flags),
    g_param_spec_boolean ("is-protected", NULL, NULL, FALSE, flags),
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      derived[i] = specs[i];
      g_object_class_install_property (klass, PROP_NAME + i, specs[i]);
    }
}

static void
tj_youth_class_init (TjYouthClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
  TJ_ENTITY_CLASS (klass)->field_changed = tj_youth_field_changed;
  /* Replaced only now: the base's own getter answers for the table. */
  G_OBJECT_CLASS (klass)->get_property = tj_youth_get_property;
  install_derived (G_OBJECT_CLASS (klass));
}

static void
tj_youth_init (TjYouth *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_youth_new:
 *
 * Returns: (transfer full): a youth that is not yet in the register
 */
TjYouth *
tj_youth_new (void)
{
  return g_object_new (TJ_TYPE_YOUTH, NULL);
}

/**
 * tj_youth_dup_name:
 *
 * Returns: (transfer full): given and family name with a space between
 */
char *
tj_youth_dup_name (TjYouth *self)
{
  const char *given = tj_youth_get_given_name (self);
  const char *family = tj_youth_get_family_name (self);

  return g_strconcat (given, *given != '\0' && *family != '\0' ? " " : "", family, NULL);
}

/**
 * tj_youth_get_sex:
 *
 * Returns: what the number says (folkbokföringslagen 18 §); unknown for a temporary number
 */
TjSex
tj_youth_get_sex (TjYouth *self)
{
  TjPersonalNumber number;

  if (tj_personal_number_parse (tj_youth_get_personal_number (self), TJ_DATE_NONE, &number)
      != TJ_NUMBER_OK)
    return TJ_SEX_UNKNOWN;
  return number.sex;
}

/**
 * tj_youth_has_details:
 *
 * Returns: whether there is a phone number or an e-mail address
 */
gboolean
tj_youth_has_details (TjYouth *self)
{
  return *tj_youth_get_phone (self) != '\0' || *tj_youth_get_email (self) != '\0';
}

/**
 * tj_youth_has_address:
 *
 * Returns: whether a letter can be addressed
 */
gboolean
tj_youth_has_address (TjYouth *self)
{
  TjPostalAddress address = {
    .name = "-",
    .care_of = tj_youth_get_care_of (self),
    .street = tj_youth_get_street (self),
    .extra = tj_youth_get_extra (self),
    .postal_code = tj_youth_get_postal_code (self),
    .locality = tj_youth_get_locality (self),
  };

  return tj_postal_is_complete (&address);
}

/**
 * tj_youth_is_protected:
 *
 * Returns: whether the identity is protected, by marking or in the population register
 */
gboolean
tj_youth_is_protected (TjYouth *self)
{
  return tj_youth_get_protection (self) != TJ_PROTECTION_NONE;
}

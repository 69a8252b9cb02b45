/* The key-encrypting key that a user's own keyring (Secret Service: gnome-keyring, KWallet) keeps
 * for a register. It asks for nothing: a locked or missing keyring is an error, never a prompt and
 * never a wait, so that it can be used from commands without a display. The item carries no
 * personal data, only the program's and the register's id. */

#include "config.h"

#include "tj-keyring.h"

#include <glib/gi18n-lib.h>
/* The collections are behind this in libsecret 0.20; their interface is settled. */
#define SECRET_API_SUBJECT_TO_CHANGE
#include <libsecret/secret.h>
#include <sodium.h>
#include <string.h>

#include "tj-vault-error.h"

#define SERVICE_NAME "org.freedesktop.secrets"
#define SERVICE_PATH "/org/freedesktop/secrets"
#define SERVICE_INTERFACE "org.freedesktop.Secret.Service"
#define ANSWER_MSEC 5000

static const SecretSchema SCHEMA = {
  APP_ID ".RegisterKey",
  SECRET_SCHEMA_NONE,
  { { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "register", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

static void
set_no_keyring (GError **error)
{
  g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING,
                       _ ("There is no unlocked keyring here. Use the passphrase"));
}

static GHashTable *
build_attributes (const char *register_id)
{
  return secret_attributes_build (&SCHEMA, "application", APP_ID, "register", register_id, NULL);
}

/* Whether the service answers. libsecret itself waits as long as D-Bus lets it; a ping would not do,
 * because GDBus answers those even for a service that is stuck. */
static gboolean
service_answers (GCancellable *cancellable)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, cancellable, NULL);
  g_autoptr (GVariant) answer = NULL;

  if (bus == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (bus, SERVICE_NAME, SERVICE_PATH, SERVICE_INTERFACE,
                                        "ReadAlias", g_variant_new ("(s)", "default"), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, ANSWER_MSEC, cancellable, NULL);
  return answer != NULL;
}

/* A service of our own for each use: libsecret's shared one outlives a keyring that goes away. */
static SecretService *
open_service (GCancellable *cancellable, GError **error)
{
  SecretService *service = NULL;

  if (service_answers (cancellable))
    service = secret_service_open_sync (SECRET_TYPE_SERVICE, NULL, SECRET_SERVICE_OPEN_SESSION,
                                        cancellable, NULL);
  /* Why there is none does not matter to the user: the passphrase is asked for. */
  if (service == NULL)
    set_no_keyring (error);
  return service;
}

/* The default collection, if it can be written without asking the user. */
static SecretCollection *
open_collection (SecretService *service, GCancellable *cancellable, GError **error)
{
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
      service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, cancellable, NULL);

  if (collection != NULL && !secret_collection_get_locked (collection))
    return g_steal_pointer (&collection);
  set_no_keyring (error);
  return NULL;
}

/* The items of a register, with their secrets if they are unlocked; %NULL with @error set when
 * the service stops answering. */
static GList *
search_items (SecretService *service,
              const char *register_id,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (register_id);
  g_autoptr (GError) local = NULL;
  GList *items = secret_service_search_sync (service, &SCHEMA, attributes,
                                             SECRET_SEARCH_ALL | SECRET_SEARCH_LOAD_SECRETS,
                                             cancellable, &local);

  if (local != NULL)
    set_no_keyring (error);
  return items;
}

/* The key is kept as hexadecimal text: some services hand binary back changed. */
static TjSecret *
decode_key (SecretItem *item)
{
  g_autoptr (SecretValue) value = secret_item_get_secret (item);
  gsize hex_size = 0, size = 0;
  const char *hex = value != NULL ? secret_value_get (value, &hex_size) : NULL;
  g_autoptr (TjSecret) room = tj_secret_new (hex_size / 2);

  if (hex == NULL || hex_size == 0
      || sodium_hex2bin (tj_secret_get_writable (room), hex_size / 2, hex, hex_size, NULL, &size,
                         NULL)
             != 0
      || size * 2 != hex_size)
    return NULL;
  return g_steal_pointer (&room);
}

static SecretValue *
encode_key (const TjSecret *key)
{
  gsize size;
  const guint8 *bytes = tj_secret_get (key, &size);
  g_autoptr (TjSecret) hex = tj_secret_new (size * 2);

  sodium_bin2hex ((char *)tj_secret_get_writable (hex), size * 2 + 1, bytes, size);
  return secret_value_new (tj_secret_get_text (hex), size * 2, "text/plain");
}

/**
 * tj_keyring_is_available:
 * @cancellable: (nullable): stops the waiting
 *
 * Returns: whether a key can be kept now, without asking the user anything
 */
gboolean
tj_keyring_is_available (GCancellable *cancellable)
{
  g_autoptr (SecretService) service = open_service (cancellable, NULL);
  g_autoptr (SecretCollection) collection = NULL;

  if (service != NULL)
    collection = open_collection (service, cancellable, NULL);
  return collection != NULL;
}

/**
 * tj_keyring_lookup:
 * @register_id: from tj_key_file_get_register_id()
 * @cancellable: (nullable): stops the waiting
 * @error: %TJ_VAULT_ERROR_NO_KEYRING when there is none or it is locked,
 *   %TJ_VAULT_ERROR_WRONG_KEY when it has no key to this register
 *
 * Returns: (transfer full): the key-encrypting key, or %NULL
 */
TjSecret *
tj_keyring_lookup (const char *register_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (SecretService) service = NULL;
  g_autolist (GObject) items = NULL;
  g_autoptr (GError) local = NULL;
  TjSecret *key = NULL;
  gboolean locked = FALSE;

  g_return_val_if_fail (register_id != NULL, NULL);

  service = open_service (cancellable, error);
  if (service == NULL)
    return NULL;
  items = search_items (service, register_id, cancellable, &local);
  for (GList *l = items; l != NULL && key == NULL; l = l->next)
    {
      locked = locked || secret_item_get_locked (l->data);
      key = decode_key (l->data);
    }
  if (key != NULL)
    return key;
  if (local != NULL || locked)
    set_no_keyring (error);
  else
    g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY,
                         _ ("The keyring has no key to this register"));
  return NULL;
}

/**
 * tj_keyring_store:
 * @register_id: from tj_key_file_get_register_id()
 * @key: the key-encrypting key
 * @cancellable: (nullable): stops the waiting
 * @error: %TJ_VAULT_ERROR_NO_KEYRING
 *
 * Keeps @key in the default keyring, in the place of an earlier one of the same register.
 *
 * Returns: whether it is kept
 */
gboolean
tj_keyring_store (const char *register_id,
                  const TjSecret *key,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (SecretValue) value = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  g_autoptr (SecretItem) item = NULL;

  g_return_val_if_fail (register_id != NULL && key != NULL, FALSE);

  service = open_service (cancellable, error);
  collection = service != NULL ? open_collection (service, cancellable, error) : NULL;
  if (collection == NULL)
    return FALSE;
  value = encode_key (key);
  attributes = build_attributes (register_id);
  item = secret_item_create_sync (collection, &SCHEMA, attributes, _ ("Key to a Tjugo register"),
                                  value, SECRET_ITEM_CREATE_REPLACE, cancellable, NULL);
  if (item == NULL)
    set_no_keyring (error);
  return item != NULL;
}

/**
 * tj_keyring_clear:
 * @register_id: from tj_key_file_get_register_id()
 * @cancellable: (nullable): stops the waiting
 * @error: %TJ_VAULT_ERROR_NO_KEYRING
 *
 * Returns: whether the keyring has no key to the register any more
 */
gboolean
tj_keyring_clear (const char *register_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (SecretService) service = NULL;
  g_autolist (GObject) items = NULL;
  g_autoptr (GError) local = NULL;
  gboolean cleared = TRUE;

  g_return_val_if_fail (register_id != NULL, FALSE);

  service = open_service (cancellable, error);
  if (service == NULL)
    return FALSE;
  items = search_items (service, register_id, cancellable, &local);
  cleared = local == NULL;
  for (GList *l = items; l != NULL; l = l->next)
    cleared = !secret_item_get_locked (l->data)
              && secret_item_delete_sync (l->data, cancellable, NULL) && cleared;
  if (!cleared)
    set_no_keyring (error);
  return cleared;
}

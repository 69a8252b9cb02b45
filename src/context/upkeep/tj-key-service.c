/* Changing the ways a register is opened. Each change is logged and written to the key file at once;
 * a new way is there before an old one goes. */

#include "config.h"

#include "tj-key-service.h"

#include "tj-audit.h"
#include "tj-keyring.h"

static gboolean
keep (TjContext *context, const char *action, GError **error)
{
  return tj_audit_log (tj_context_get_store (context), action, 0, NULL, error)
         && tj_context_save_key_file (context, error);
}

/* The ids of the slots of a kind. */
static GArray *
list_slots (TjKeyFile *keys, TjKeySlotKind kind)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tj_key_file_get_n_slots (keys); i++)
    {
      const TjKeySlot *slot = tj_key_file_get_slot (keys, i);
      const guint id = tj_key_slot_get_id (slot);

      if (tj_key_slot_get_kind (slot) == kind)
        g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
remove_all (TjContext *context, GArray *slots, GError **error)
{
  for (guint i = 0; i < slots->len; i++)
    if (!tj_key_file_remove_slot (tj_context_get_key_file (context),
                                  tj_context_get_data_key (context),
                                  g_array_index (slots, guint, i), error))
      return FALSE;
  return slots->len == 0 || keep (context, "remove-key", error);
}

/**
 * tj_key_service_change_passphrase: opens the register by `passphrase` from now on, and by no earlier
 * one. Backups made before open by the earlier one. Takes about a second (Argon2id). Returns whether
 * it does; the new one may be there when FALSE.
 */
gboolean
tj_key_service_change_passphrase (TjContext *context, const TjSecret *passphrase, GError **error)
{
  TjKeyFile *keys = tj_context_get_key_file (context);
  g_autoptr (GArray) former = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  former = list_slots (keys, TJ_KEY_SLOT_PASSPHRASE);
  return tj_key_file_add_passphrase (keys, tj_context_get_data_key (context), passphrase, "", NULL,
                                     error)
             != 0
         && keep (context, "add-passphrase", error) && remove_all (context, former, error);
}

/**
 * tj_key_service_add_recovery_key: one more recovery key; earlier ones go on to open the register until
 * they are removed, so that no sheet is without use before the new one lies in its place. Returns the
 * key to print, the only copy there is, or NULL with `error` set.
 */
TjSecret *
tj_key_service_add_recovery_key (TjContext *context, GError **error)
{
  g_autoptr (TjSecret) key = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  key = tj_key_file_add_recovery_key (tj_context_get_key_file (context),
                                      tj_context_get_data_key (context), "", error);
  return key != NULL && keep (context, "add-recovery-key", error) ? g_steal_pointer (&key) : NULL;
}

/**
 * tj_key_service_has_keyring: whether a keyring, of this computer or another, opens the register.
 */
gboolean
tj_key_service_has_keyring (TjContext *context)
{
  g_autoptr (GArray) slots = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  slots = list_slots (tj_context_get_key_file (context), TJ_KEY_SLOT_KEYRING);
  return slots->len > 0;
}

/**
 * tj_key_service_set_keyring: lets this computer's keyring open the register, or no keyring at all.
 */
gboolean
tj_key_service_set_keyring (TjContext *context, gboolean on, GError **error)
{
  TjKeyFile *keys = tj_context_get_key_file (context);
  g_autoptr (GArray) slots = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  if (on)
    return tj_key_file_add_keyring (keys, tj_context_get_data_key (context), "", NULL, error) != 0
           && keep (context, "add-keyring", error);
  slots = list_slots (keys, TJ_KEY_SLOT_KEYRING);
  if (!remove_all (context, slots, error))
    return FALSE;
  /* What is left in a keyring opens nothing any more; it is only untidy. */
  (void)tj_keyring_clear (tj_key_file_get_register_id (keys), NULL, NULL);
  return TRUE;
}

/**
 * tj_key_service_remove: takes a way to open the register away, unless too few would remain.
 */
gboolean
tj_key_service_remove (TjContext *context, guint slot, GError **error)
{
  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  return tj_key_file_remove_slot (tj_context_get_key_file (context),
                                  tj_context_get_data_key (context), slot, error)
         && keep (context, "remove-key", error);
}

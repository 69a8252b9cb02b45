#pragma once

#include "tj-contact-repository.h"
#include "tj-registration-repository.h"
#include "tj-routine.h"
#include "tj-store.h"
#include "tj-youth-repository.h"

/* A folder of its own with a register in it, as each test here begins. */
typedef struct
{
  char *folder;
  char *path;
  TjRoutine *routine;
  TjStore *store;
} Register;

extern const guint8 register_key[TJ_STORE_KEY_BYTES];
extern const guint8 register_audit_key[TJ_STORE_KEY_BYTES];

/* A wordy name that is looked for on the disk. */
#define CANARY "Kanariefågelsson"

void register_make (Register *self);
void register_set_up (Register *self, gconstpointer data);
void register_tear_down (Register *self, gconstpointer data);
void register_reopen (Register *self);
void register_close (Register *self);
void register_add_test (const char *path, void (*test) (Register *));

TjRoutine *register_new_routine (void);
const char *test_number (guint i);
TjYouth *new_youth (guint i);
gint64 add_youth (TjStore *store, guint i);
gint64 add_contact (TjStore *store, gint64 youth_id, const char *date, int channel, int outcome);
char *hash_folder (const char *folder);
void flip_byte (const char *path, goffset offset);
TjDate day (const char *iso);

#define assert_fails(call, code)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) failure_ = NULL;                                                            \
    GError **error_ = &failure_;                                                                   \
    g_assert_false (call);                                                                         \
    g_assert_error (failure_, TJ_STORE_ERROR, code);                                               \
  }                                                                                                \
  G_STMT_END
#define assert_works(call)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) failure_ = NULL;                                                            \
    GError **error_ = &failure_;                                                                   \
    gboolean worked_ = (call) != 0;                                                                \
    g_assert_no_error (failure_);                                                                  \
    g_assert_true (worked_);                                                                       \
  }                                                                                                \
  G_STMT_END

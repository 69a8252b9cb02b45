#pragma once

#include "tj-change-private.h"
#include "tj-writer.h"

G_BEGIN_DECLS

/* What the files of tj-change share among themselves. */

/* What happened in one table. Inserted rows come in ranges of ids; the latest stays open. */
typedef struct
{
  const char *table;
  guint inserted, updated, deleted;
  GPtrArray *fields; /* names that were updated */
  gint64 first_id, last_id;
  guint seq;
} TjChangeTally;

typedef struct
{
  TjDate birth;
  gboolean has_details;
  gboolean is_protected;
  gboolean is_planned;
} TjNewYouth;

struct _TjChange
{
  TjStore *store; /* NULL once it is committed or has failed to be */
  char *action;
  char *details; /* NULL: told by the tallies */
  gboolean is_recorded;
  gint64 undo_id;
  guint n_items;
  GArray *tallies;
  GHashTable *touched; /* youth ids whose agenda is to be planned anew */
  gint64 youth_id;     /* the only one concerned; 0 none, -1 several */
  GArray *new_youths;  /* TjNewYouth, of consecutive ids */
  gint64 first_new_id;
  TjWriter *writer;            /* once there are many */
  gint64 next_registration_id; /* for the writer; 0: to be looked up */
  const TjTable *fact_table;   /* what lists say goes to the writer too: whose turn it is */
  guint n_facts;
  gint64 next_fact_id; /* 0: to be looked up */
  GByteArray *row;     /* for the writer */
  gpointer held;
  TjChangeFlush flush;
};

void tj_change_concern (TjChange *self, gint64 youth_id);
void tj_change_note_fields (TjChange *self, const char *table, gpointer before, gpointer after);
gboolean tj_change_write_undo (TjChange *self, GError **error);
char *tj_change_describe (TjChange *self);
void tj_change_tally_clear (gpointer tally);

G_END_DECLS

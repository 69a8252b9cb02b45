#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

struct _TjContext
{
  GObject parent_instance;

  char *register_dir;
  TjDate today;
  TjKeyFile *key_file;
  TjSecret *data_key;
  TjStore *store;
  TjRoutine *routine;
  guint failed_openings;

  GMutex work_lock;
  GCond work_ended;
  gboolean is_working;
  GCancellable *work;
};

char *tj_context_dup_path (TjContext *self, const char *name);
TjStore *tj_context_open_store (TjContext *self, gboolean create, GError **error);
void tj_context_forget (TjContext *self);
gboolean tj_context_use_routine (TjContext *self, const char *json, GError **error);
gboolean tj_context_load_routine (TjContext *self, GError **error);
void tj_context_stop_work (TjContext *self);
gboolean tj_context_check_log_head (TjContext *self, GError **error);

G_END_DECLS
